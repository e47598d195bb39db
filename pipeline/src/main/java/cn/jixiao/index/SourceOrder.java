package cn.jixiao.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/// Lucene documents in the order of exports: by source, then as they stand in the report. A report is one block of the
/// index, so within it the order of documents is the order of the report.
final class SourceOrder {

    private SourceOrder() {
    }

    /// All that match; eight bytes of memory each.
    static IntStream of(IndexSearcher searcher, Query query) throws IOException {
        var sources = MultiDocValues.getSortedValues(searcher.getIndexReader(), "source" + Fields.EXACT);
        var keys = new Keys();
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            var matching = scorer.iterator();
            var live = leaf.reader().getLiveDocs();
            for (int at = matching.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = matching.nextDoc()) {
                if (live == null || live.get(at)) {
                    keys.add(key(sources, leaf.docBase + at));
                }
            }
        }
        return Arrays.stream(keys.sorted()).mapToInt(key -> (int) key);
    }

    private static long key(@Nullable SortedDocValues sources, int document)
            throws IOException {
        long source = sources != null && sources.advanceExact(document) ? sources.ordValue() : 0;
        return source << 32 | document;
    }

    private static final class Keys {

        private long[] keys = new long[64];
        private int count;

        void add(long key) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, count * 2);
            }
            keys[count++] = key;
        }

        long[] sorted() {
            var exact = Arrays.copyOf(keys, count);
            Arrays.sort(exact);
            return exact;
        }
    }
}
