package cn.jixiao.index;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.CompositeReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermVectors;

/// In how many records on servers the words of a text stand, in the shape in which Lucene's search for what is alike asks
/// for it. It holds no records.
final class WordCounts extends CompositeReader {

    /// Words counted at once; servers bound the counts of one answer.
    private static final int PAGE = 5_000;

    private final Map<String, Integer> counts = new HashMap<>();
    /// That have words.
    private final int records;

    WordCounts(ServerView view, Lexicon lexicon, String text) {
        var cut = CutText.of(lexicon, text);
        var words = new TreeSet<String>();
        cut.spans().forEach(each -> words.add(new String(cut.folded(), each.start(), each.length())));
        var all = List.copyOf(words);
        for (int from = 0; from < all.size(); from += PAGE) {
            count(view, all.subList(from, Math.min(all.size(), from + PAGE)));
        }
        var exists = JsonNodeFactory.instance.objectNode();
        exists.putObject("exists").put("field", Fields.WORDS);
        records = Math.toIntExact(view.count(exists));
    }

    private void count(ServerView view, List<String> words) {
        var body = JsonNodeFactory.instance.objectNode().put("size", 0);
        var filters = body.withArray("/aggs/words/filters/filters");
        words.forEach(each -> filters.addObject().putObject("term").put(Fields.WORDS, ServerTokens.word(each)));
        int at = 0;
        for (var each : view.search(body).path("aggregations").path("words").path("buckets")) {
            counts.put(words.get(at++), each.path("doc_count").intValue());
        }
    }

    @Override
    public int docFreq(Term term) {
        return counts.getOrDefault(term.text(), 0);
    }

    @Override
    public int numDocs() {
        return records;
    }

    @Override
    public int maxDoc() {
        return records;
    }

    @Override
    protected List<? extends IndexReader> getSequentialSubReaders() {
        return new ArrayList<>();
    }

    @Override
    public TermVectors termVectors() throws IOException {
        return TermVectors.EMPTY;
    }

    @Override
    public StoredFields storedFields() {
        throw new UnsupportedOperationException("counts only");
    }

    @Override
    public long totalTermFreq(Term term) {
        throw new UnsupportedOperationException("counts only");
    }

    @Override
    public long getSumDocFreq(String field) {
        throw new UnsupportedOperationException("counts only");
    }

    @Override
    public int getDocCount(String field) {
        return records;
    }

    @Override
    public long getSumTotalTermFreq(String field) {
        throw new UnsupportedOperationException("counts only");
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
        return null;
    }

    @Override
    protected void doClose() {
    }
}
