package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.Corpus;
import cn.jixiao.dictionary.Entry;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.dictionary.Words;
import cn.jixiao.index.SearchQuery.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether searches find what people ask for, over the bundled reports, against Lucene's own analyser for Chinese, Japanese
/// and Korean in the same run. Queries and the passages that answer them are data: `search/queries.yaml`.
class SearchQualityTest {

    private static final int SHOWN = 10;

    @TempDir
    static Path folder;
    private static Records records;
    private static final Set<String> PASSAGES = new LinkedHashSet<>();
    private static IndexSearcher cjk;

    /// A passage's identity: where it is from, and its words.
    private static String key(String source, String text) {
        return source + "\n" + text;
    }

    @BeforeAll
    static void index() throws IOException {
        var shelf = Corpus.DICTIONARIES.shelf();
        var workspace = new Workspace(folder, new Lexicon(Words.load(shelf), Synonyms.load(shelf)));
        var directory = new ByteBuffersDirectory();
        try (var writer = workspace.write(); var other = new IndexWriter(directory, new IndexWriterConfig(new CJKAnalyzer()))) {
            for (var extraction : Corpus.EXTRACTIONS) {
                var source = extraction.document().source();
                writer.put(extraction, new SourceEntry(source, extraction.document().id(), 1, 1, "test", SourceEntry.State.REPORT));
                for (var passage : Passage.of(extraction)) {
                    PASSAGES.add(key(source, passage.text()));
                    var made = new Document();
                    made.add(new StringField("key", key(source, passage.text()), Store.YES));
                    made.add(new TextField("text", passage.text(), Store.NO));
                    other.addDocument(made);
                }
            }
            writer.commit();
        }
        records = workspace.read();
        cjk = new IndexSearcher(DirectoryReader.open(directory));
    }

    @AfterAll
    static void close() throws IOException {
        records.close();
        cjk.getIndexReader().close();
    }

    private record Wanted(String query, Set<String> relevant, boolean exact) {
    }

    private static List<Wanted> wanted() throws IOException {
        try (var in = Objects.requireNonNull(SearchQualityTest.class.getResourceAsStream("/search/queries.yaml"))) {
            return Entry.parse("queries.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .map(entry -> new Wanted(entry.text("query"), relevant(entry.texts("relevant")),
                            entry.optional("exact").isPresent())).toList();
        }
    }

    private static Set<String> relevant(List<String> patterns) {
        var found = new LinkedHashSet<String>();
        for (var passage : PASSAGES) {
            var words = Folding.key(passage.substring(passage.indexOf('\n')));
            if (patterns.stream().anyMatch(pattern -> Arrays.stream(pattern.split("…")).allMatch(part ->
                    Arrays.stream(part.replaceAll("[()]", "").split("\\|")).anyMatch(word -> words.contains(Folding.key(word)))))) {
                found.add(passage);
            }
        }
        return found;
    }

    private static List<String> ours(String query) {
        return records.search(new SearchQuery(query, Level.PASSAGES, SearchQuery.Order.RELEVANCE, 0, SHOWN, 0)).hits().stream()
                .map(hit -> key(hit.report().source(), hit.snippets().getFirst().text())).toList();
    }

    private static List<String> cjk(String query) {
        try {
            var found = new ArrayList<String>();
            var parsed = new QueryParser("text", new CJKAnalyzer()).parse(QueryParser.escape(query));
            for (var hit : cjk.search(parsed, SHOWN).scoreDocs) {
                found.add(cjk.storedFields().document(hit.doc).get("key"));
            }
            return found;
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static double recall(List<String> shown, Set<String> relevant) {
        return (double) shown.stream().distinct().filter(relevant::contains).count() / Math.min(SHOWN, relevant.size());
    }

    private static double gain(List<String> shown, Set<String> relevant) {
        double gain = 0;
        double best = 0;
        for (int i = 0; i < SHOWN; i++) {
            double discount = Math.log(2) / Math.log(i + 2);
            gain += i < shown.size() && relevant.contains(shown.get(i)) ? discount : 0;
            best += i < relevant.size() ? discount : 0;
        }
        return gain / best;
    }

    private static double[] mean(List<Wanted> wanted, Function<String, List<String>> search) {
        var sums = new double[2];
        for (var each : wanted) {
            var shown = search.apply(each.query());
            sums[0] += recall(shown, each.relevant()) / wanted.size();
            sums[1] += gain(shown, each.relevant()) / wanted.size();
        }
        return sums;
    }

    @Test
    void searchesFindMoreThanLucenesOwnAnalyser() throws IOException {
        var wanted = wanted();
        assertTrue(wanted.size() >= 40, wanted.size() + " queries");
        for (var each : wanted) {
            assertTrue(!each.relevant().isEmpty(), each.query() + " has no answer in the corpus");
            System.out.printf(Locale.ROOT, "%-24s %3d relevant  recall %.2f %.2f  ndcg %.2f %.2f%n", each.query(), each.relevant().size(),
                    recall(ours(each.query()), each.relevant()), recall(cjk(each.query()), each.relevant()),
                    gain(ours(each.query()), each.relevant()), gain(cjk(each.query()), each.relevant()));
        }
        var ours = mean(wanted, SearchQualityTest::ours);
        var cjk = mean(wanted, SearchQualityTest::cjk);
        System.out.printf(Locale.ROOT, "%d queries, %d passages: recall@10 %.3f against %.3f of CJKAnalyzer, nDCG@10 %.3f against %.3f%n",
                wanted.size(), PASSAGES.size(), ours[0], cjk[0], ours[1], cjk[1]);
        assertTrue(ours[0] > cjk[0] && ours[1] > cjk[1], Arrays.toString(ours) + " against " + Arrays.toString(cjk));
    }

    @Test
    void noPhraseOfAReportIsEverMissed() throws IOException {
        for (var each : wanted()) {
            if (each.exact()) {
                assertFound(each.query().replace(" ", ""));
            }
        }
        long seed = Seed.next();
        System.out.println("SearchQualityTest seed " + seed);
        var random = new Random(seed);
        var passages = List.copyOf(PASSAGES);
        for (int i = 0; i < 150; i++) {
            var passage = passages.get(random.nextInt(passages.size()));
            var text = passage.substring(passage.indexOf('\n') + 1).replace('\t', '\n').lines().max(java.util.Comparator.comparing(String::length)).orElseThrow();
            int start = random.nextInt(text.length());
            int end = Math.min(text.length(), start + 2 + random.nextInt(10));
            var phrase = text.substring(start, end).strip();
            if (phrase.codePoints().anyMatch(Character::isLetterOrDigit)) {
                assertFound(phrase);
            }
        }
    }

    private static void assertFound(String phrase) {
        var expected = PASSAGES.stream().filter(passage -> Folding.key(passage.substring(passage.indexOf('\n')))
                .contains(Folding.key(phrase))).count();
        var found = records.search(new SearchQuery(QueryLanguage.quote(phrase), Level.PASSAGES, SearchQuery.Order.SOURCE, 0, 2000, 0))
                .hits().stream().map(hit -> key(hit.report().source(), hit.snippets().getFirst().text())).distinct().count();
        assertEquals(expected, found, phrase);
    }

    @Test
    void reportsLikeOneAreOfItsKindAndNotItself() {
        var report = records.find("wanghu-2022").getFirst();
        var like = records.like(report.docId(), 5).hits();
        assertEquals(5, like.size());
        assertTrue(like.stream().noneMatch(hit -> hit.report().docId().equals(report.docId())));
        assertTrue(like.getFirst().report().source().contains("wanghu"), like.getFirst().report().source());
    }
}
