package cn.jixiao.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/// Lucene documents in the order of exports: by source, then as they stand in the report. A report is one block of the
/// index, so within it the order of documents is the order of the report. Sources of all segments are put in one order
/// once.
final class SourceOrder {

    private static final String FIELD = "source" + Fields.EXACT;

    private final IndexSearcher searcher;
    private @Nullable OrdinalMap order;

    SourceOrder(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /// What is done with a document that matches.
    interface Visit {
        /// @param at within its segment
        /// @param key by which documents are sorted
        void visit(LeafReaderContext leaf, int at, long key) throws IOException;
    }

    /// All that match; eight bytes of memory each.
    IntStream of(Query query) throws IOException {
        var keys = new Keys();
        visit(query, (leaf, at, key) -> keys.add(key));
        return Arrays.stream(keys.sorted()).mapToInt(key -> (int) key);
    }

    /// Goes through all that match, segment by segment, in no order that means anything; the keys tell it.
    void visit(Query query, Visit visit) throws IOException {
        var segments = segments(query);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            segments.visit(leaf, visit);
        }
    }

    /// What matches, for visiting segments one at a time, in several threads if need be.
    Segments segments(Query query) throws IOException {
        return new Segments(order(), searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
    }

    /// A query made ready for all segments.
    record Segments(OrdinalMap map, Weight weight) {

        void visit(LeafReaderContext leaf, Visit visit) throws IOException {
            var scorer = weight.scorer(leaf);
            if (scorer == null) {
                return;
            }
            var sources = DocValues.getSorted(leaf.reader(), FIELD);
            var global = map.getGlobalOrds(leaf.ord);
            var matching = scorer.iterator();
            var live = leaf.reader().getLiveDocs();
            for (int at = matching.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = matching.nextDoc()) {
                if (live == null || live.get(at)) {
                    long source = sources.advanceExact(at) ? global.get(sources.ordValue()) : 0;
                    visit.visit(leaf, at, source << 32 | leaf.docBase + at);
                }
            }
        }
    }

    private synchronized OrdinalMap order() throws IOException {
        if (order == null) {
            var leaves = searcher.getIndexReader().leaves();
            var sources = new SortedDocValues[leaves.size()];
            for (int i = 0; i < sources.length; i++) {
                sources[i] = DocValues.getSorted(leaves.get(i).reader(), FIELD);
            }
            order = OrdinalMap.build(null, sources, PackedInts.DEFAULT);
        }
        return order;
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
