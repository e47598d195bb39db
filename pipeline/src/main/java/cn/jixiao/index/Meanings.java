package cn.jixiao.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/// What the words in the columns of an index mean, made once for all segments and kept: three thousand areas made anew for
/// each segment cost more than a whole comparison. Several threads may read.
final class Meanings {

    private final Map<String, Map<String, Object>> known = new ConcurrentHashMap<>();
    private final Map<String, Object[]> made = new ConcurrentHashMap<>();

    /// A column of one segment, for one thread.
    <T> Column<T> column(LeafReaderContext leaf, String name, Function<String, T> meaning) throws IOException {
        var ordinals = DocValues.getSorted(leaf.reader(), name);
        return new Column<>(ordinals, made.computeIfAbsent(name + leaf.ord, key -> new Object[ordinals.getValueCount()]),
                known.computeIfAbsent(name, key -> new ConcurrentHashMap<>()), meaning);
    }

    /// @param made by ordinal; a race of threads makes a meaning twice, and the same one
    record Column<T>(SortedDocValues ordinals, @Nullable Object[] made, Map<String, Object> known, Function<String, T> meaning) {

        /// @param document not before the last one asked for
        @Nullable T at(int document) throws IOException {
            if (!ordinals.advanceExact(document)) {
                return null;
            }
            int ordinal = ordinals.ordValue();
            var its = made[ordinal];
            if (its == null) {
                its = known.computeIfAbsent(ordinals.lookupOrd(ordinal).utf8ToString(), meaning::apply);
                made[ordinal] = its;
            }
            @SuppressWarnings("unchecked")
            var typed = (T) its;
            return typed;
        }
    }
}
