package cn.jixiao.index;

import cn.jixiao.index.QueryLanguage.Parsed;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchResult.Count;
import cn.jixiao.index.SearchResult.Hit;
import cn.jixiao.index.SearchResult.Snippet;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/// Runs one search.
final class LuceneSearch {

    static final List<String> FACETS =
            List.of("province", "prefecture", "region", "year", "agency", "type", "indicator", "status", "rule", "severity");

    /// Hits from which on their facets are worth a second thread.
    private static final int MANY_HITS = 2_000;

    /// Words by which reports are found to be alike.
    private static final int LIKE_WORDS = 60;

    private final LuceneRecords records;
    private final IndexSearcher searcher;
    private final Lexicon lexicon;
    private final FacetStates states;

    LuceneSearch(LuceneRecords records, IndexSearcher searcher, Lexicon lexicon, FacetStates states) {
        this.records = records;
        this.searcher = searcher;
        this.lexicon = lexicon;
        this.states = states;
    }

    SearchResult run(SearchQuery wanted) throws IOException {
        var parsed = new QueryLanguage(lexicon).parse(wanted.text());
        var level = wanted.level() == null ? parsed.level() : wanted.level();
        var query = within(parsed.query(), level);
        var pass = pass(query, wanted);
        if (level == Level.PASSAGES && wanted.order() == SearchQuery.Order.RELEVANCE
                && pass.total() < (long) wanted.offset() + wanted.size()) {
            pass = widened(query, pass, wanted);
        }
        var hits = new ArrayList<Hit>();
        for (var each : pass.page()) {
            hits.add(hit(each, level, parsed));
        }
        return new SearchResult(level, pass.total(), hits, pass.matching() == null ? Map.of() : facets(pass.matching(), pass.total(), wanted.facets()));
    }

    /// What going through the matching documents gave.
    ///
    /// @param matching all of them, where facets are wanted
    private record Pass(long total, List<ScoreDoc> page, @Nullable FacetsCollector matching) {
    }

    /// Goes through the matching documents once, for the page, the count and the facets together.
    private Pass pass(Query query, SearchQuery wanted) throws IOException {
        int upTo = wanted.size() == 0 ? 0
                : (int) Math.min((long) wanted.offset() + wanted.size(), Math.max(1, searcher.getIndexReader().maxDoc()));
        if (wanted.facets() == 0) {
            return new Pass(searcher.count(query), upTo == 0 ? List.of()
                    : page(searcher.search(query, upTo, sort(wanted.order()), true), wanted.offset()), null);
        }
        if (upTo == 0) {
            FacetsCollector matching = searcher.search(query, new FacetsCollectorManager());
            return new Pass(matching.getMatchingDocs().stream().mapToLong(segment -> segment.totalHits()).sum(), List.of(), matching);
        }
        var both = FacetsCollectorManager.search(searcher, query, upTo, sort(wanted.order()), true, new FacetsCollectorManager());
        return new Pass(both.topDocs().totalHits.value(), page(both.topDocs(), wanted.offset()), both.facetsCollector());
    }

    private static List<ScoreDoc> page(TopDocs top, int offset) {
        return offset >= top.scoreDocs.length ? List.of() : List.of(top.scoreDocs).subList(offset, top.scoreDocs.length);
    }

    static Query within(Query query, Level level) {
        var asked = level == Level.OBSERVATIONS ? Sentences.joined(query) : query;
        return new BooleanQuery.Builder().add(asked, Occur.MUST).add(LuceneRecords.record(record(level)), Occur.FILTER).build();
    }

    /// With the passages that hold some of the words, since those that hold all of them do not fill the page.
    private Pass widened(Query strict, Pass narrow, SearchQuery wanted) throws IOException {
        var any = new QueryLanguage(lexicon).any(wanted.text());
        if (any.isEmpty()) {
            return narrow;
        }
        return pass(wider(strict, any.get()), wanted);
    }

    static Query wider(Query strict, Query any) {
        var both = new BooleanQuery.Builder().add(new BoostQuery(strict, 2), Occur.SHOULD).add(any, Occur.SHOULD).build();
        return within(both, Level.PASSAGES);
    }

    /// Reports that share the words by which a text stands out among all reports.
    SearchResult like(String docId, String text, int size) throws IOException {
        var query = like(searcher.getIndexReader(), lexicon, docId, text);
        var hits = new ArrayList<Hit>();
        if (size > 0) {
            for (var each : searcher.search(query, size, sort(SearchQuery.Order.RELEVANCE), true).scoreDocs) {
                hits.add(new Hit(records.report(searcher.storedFields().document(each.doc)), each.score, List.of(), null, null));
            }
        }
        return new SearchResult(Level.REPORTS, searcher.count(query), hits, Map.of());
    }

    /// @param reader tells how many documents hold a word, and how many there are
    static Query like(IndexReader reader, Lexicon lexicon, String docId, String text) throws IOException {
        var telling = new MoreLikeThis(reader);
        telling.setAnalyzer(new ChineseAnalyzer(lexicon));
        telling.setFieldNames(new String[] {Fields.WORDS});
        telling.setMinTermFreq(1);
        telling.setMinDocFreq(2);
        telling.setMinWordLen(2);
        telling.setMaxQueryTerms(LIKE_WORDS);
        telling.setBoost(true);
        return new BooleanQuery.Builder().add(telling.like(Fields.WORDS, new StringReader(text)), Occur.MUST)
                .add(LuceneRecords.record(Fields.REPORT), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.DOC_ID, docId)), Occur.MUST_NOT).build();
    }

    private static String record(Level level) {
        return switch (level) {
            case REPORTS -> Fields.REPORT;
            case PASSAGES -> Fields.PASSAGE;
            case OBSERVATIONS -> Fields.OBSERVATION;
            case FINDINGS -> Fields.FINDING;
        };
    }

    private static Sort sort(SearchQuery.Order order) {
        var source = new SortField("source" + Fields.EXACT, SortField.Type.STRING);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, source, SortField.FIELD_DOC);
            case SOURCE -> new Sort(source, SortField.FIELD_DOC);
            case NEWEST -> new Sort(last("year", SortField.Type.INT, true), source, SortField.FIELD_DOC);
            case OLDEST -> new Sort(last("year", SortField.Type.INT, false), source, SortField.FIELD_DOC);
            case SMALLEST -> new Sort(last("value", SortField.Type.DOUBLE, false), source, SortField.FIELD_DOC);
            case LARGEST -> new Sort(last("value", SortField.Type.DOUBLE, true), source, SortField.FIELD_DOC);
        };
    }

    /// Sorts by a number; what has none comes last.
    private static SortField last(String field, SortField.Type type, boolean reverse) {
        Object missing = type == SortField.Type.INT ? (Object) (reverse ? Integer.MIN_VALUE : Integer.MAX_VALUE)
                : (Object) (reverse ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        return new SortField(field, type, reverse, missing);
    }

    private Hit hit(ScoreDoc found, Level level, Parsed parsed) throws IOException {
        var stored = searcher.storedFields().document(found.doc);
        float score = Float.isNaN(found.score) ? 0 : found.score;
        return switch (level) {
            case REPORTS -> {
                var report = records.report(stored);
                yield new Hit(report, score, snippets(report, parsed), null, null);
            }
            case PASSAGES -> new Hit(reportAround(found.doc), score, List.of(passage(stored, parsed.words())), null, null);
            case OBSERVATIONS -> {
                var observation = LuceneRecords.observation(stored);
                yield new Hit(records.report(observation.docId()), score, List.of(Excerpts.of(observation, parsed.words())),
                        observation, null);
            }
            case FINDINGS -> {
                var finding = LuceneRecords.finding(stored);
                yield new Hit(records.report(finding.docId()), score,
                        List.of(Excerpts.of(finding, parsed.words())), null, finding);
            }
        };
    }

    private Report reportAround(int passage) throws IOException {
        return records.report(searcher.storedFields().document(passage).get(Fields.DOC_ID));
    }

    private static Snippet passage(Document stored, Set<String> words) {
        return Excerpts.of(stored.get(Fields.STORED), stored.getField(Fields.START).numericValue().intValue(), words);
    }

    private List<Snippet> snippets(Report report, Parsed parsed) throws IOException {
        return Excerpts.of(parsed, query -> passages(report, query, parsed.words()),
                () -> records.extraction(report.docId()).orElseThrow().document().text());
    }

    private List<Snippet> passages(Report report, Query query, Set<String> words) throws IOException {
        var within = new BooleanQuery.Builder().add(query, Occur.MUST)
                .add(LuceneRecords.of(report.docId(), Fields.PASSAGE), Occur.FILTER).build();
        var found = new ArrayList<Snippet>();
        for (var each : searcher.search(within, Excerpts.SHOWN, new Sort(SortField.FIELD_SCORE, SortField.FIELD_DOC)).scoreDocs) {
            found.add(passage(searcher.storedFields().document(each.doc), words));
        }
        return found;
    }

    private Map<String, List<Count>> facets(FacetsCollector matching, long total, int size) {
        var names = total < MANY_HITS ? FACETS.stream() : FACETS.parallelStream();
        var counts = names.map(name -> counted(name + Fields.EXACT, matching, size)).toList();
        var facets = new LinkedHashMap<String, List<Count>>();
        for (int i = 0; i < counts.size(); i++) {
            if (!counts.get(i).isEmpty()) {
                facets.put(FACETS.get(i), counts.get(i));
            }
        }
        return facets;
    }

    private List<Count> counted(String field, FacetsCollector matching, int size) {
        try {
            var top = new StringValueFacetCounts(states.of(field), matching).getTopChildren(size, field);
            return Stream.of(top.labelValues).map(each -> new Count(each.label, each.value.intValue())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
