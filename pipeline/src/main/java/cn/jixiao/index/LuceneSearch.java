package cn.jixiao.index;

import cn.jixiao.index.QueryLanguage.Parsed;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchResult.Count;
import cn.jixiao.index.SearchResult.Hit;
import cn.jixiao.index.SearchResult.Snippet;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringValueFacetCounts;
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

/// Runs one search.
final class LuceneSearch {

    private static final List<String> FACETS =
            List.of("province", "prefecture", "region", "year", "agency", "type", "indicator", "status", "rule", "severity");

    /// Passages shown of a report.
    private static final int SNIPPETS = 3;

    /// Words by which reports are found to be alike.
    private static final int LIKE_WORDS = 60;

    /// Characters around a word that stands in no one passage.
    private static final int AROUND = 60;

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
        if (level == Level.PASSAGES && wanted.order() == SearchQuery.Order.RELEVANCE) {
            query = widened(query, wanted);
        }
        var hits = new ArrayList<Hit>();
        for (var each : page(query, wanted)) {
            hits.add(hit(each, level, parsed));
        }
        if (wanted.facets() == 0) {
            return new SearchResult(level, searcher.count(query), hits, Map.of());
        }
        FacetsCollector matching = searcher.search(query, new FacetsCollectorManager());
        long total = matching.getMatchingDocs().stream().mapToLong(segment -> segment.totalHits()).sum();
        return new SearchResult(level, total, hits, facets(matching, wanted.facets()));
    }

    private static Query within(Query query, Level level) {
        var asked = level == Level.OBSERVATIONS ? Sentences.joined(query) : query;
        return new BooleanQuery.Builder().add(asked, Occur.MUST).add(LuceneRecords.record(record(level)), Occur.FILTER).build();
    }

    /// With the passages that hold some of the words, where those that hold all of them do not fill the page.
    private Query widened(Query strict, SearchQuery wanted) throws IOException {
        var any = new QueryLanguage(lexicon).any(wanted.text());
        if (any.isEmpty() || searcher.count(strict) >= (long) wanted.offset() + wanted.size()) {
            return strict;
        }
        var both = new BooleanQuery.Builder().add(new BoostQuery(strict, 2), Occur.SHOULD).add(any.get(), Occur.SHOULD).build();
        return within(both, Level.PASSAGES);
    }

    /// Reports that share the words by which a text stands out among all reports.
    SearchResult like(String docId, String text, int size) throws IOException {
        var telling = new MoreLikeThis(searcher.getIndexReader());
        telling.setAnalyzer(new ChineseAnalyzer(lexicon));
        telling.setFieldNames(new String[] {Fields.WORDS});
        telling.setMinTermFreq(1);
        telling.setMinDocFreq(2);
        telling.setMinWordLen(2);
        telling.setMaxQueryTerms(LIKE_WORDS);
        telling.setBoost(true);
        var query = new BooleanQuery.Builder().add(telling.like(Fields.WORDS, new StringReader(text)), Occur.MUST)
                .add(LuceneRecords.record(Fields.REPORT), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.DOC_ID, docId)), Occur.MUST_NOT).build();
        var hits = new ArrayList<Hit>();
        if (size > 0) {
            for (var each : searcher.search(query, size, sort(SearchQuery.Order.RELEVANCE), true).scoreDocs) {
                hits.add(new Hit(records.report(searcher.storedFields().document(each.doc)), each.score, List.of(), null, null));
            }
        }
        return new SearchResult(Level.REPORTS, searcher.count(query), hits, Map.of());
    }

    private static String record(Level level) {
        return switch (level) {
            case REPORTS -> Fields.REPORT;
            case PASSAGES -> Fields.PASSAGE;
            case OBSERVATIONS -> Fields.OBSERVATION;
            case FINDINGS -> Fields.FINDING;
        };
    }

    private List<ScoreDoc> page(Query query, SearchQuery wanted) throws IOException {
        if (wanted.size() == 0) {
            return List.of();
        }
        int upTo = (int) Math.min((long) wanted.offset() + wanted.size(), Math.max(1, searcher.getIndexReader().maxDoc()));
        var top = searcher.search(query, upTo, sort(wanted.order()), true).scoreDocs;
        return wanted.offset() >= top.length ? List.of() : List.of(top).subList(wanted.offset(), top.length);
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
                var sentence = observation.evidence().sentence();
                yield new Hit(records.report(observation.docId()), score,
                        List.of(new Snippet(sentence, new Marks(sentence).of(parsed.words().isEmpty()
                                ? Set.of(observation.raw()) : parsed.words()), -1)), observation, null);
            }
            case FINDINGS -> {
                var finding = LuceneRecords.finding(stored);
                yield new Hit(records.report(finding.docId()), score,
                        List.of(new Snippet(finding.message(), new Marks(finding.message()).of(parsed.words()), -1)),
                        null, finding);
            }
        };
    }

    private Report reportAround(int passage) throws IOException {
        return records.report(searcher.storedFields().document(passage).get(Fields.DOC_ID));
    }

    private static Snippet passage(Document stored, Set<String> words) {
        var text = stored.get(Fields.STORED);
        return new Snippet(text, new Marks(text).of(words), stored.getField(Fields.START).numericValue().intValue());
    }

    /// The passages of a report that answer the query by themselves; else those that hold most of its words; where the
    /// words stand in no one passage, what is around them.
    private List<Snippet> snippets(Report report, Parsed parsed) throws IOException {
        if (parsed.words().isEmpty()) {
            return List.of();
        }
        var any = new BooleanQuery.Builder();
        parsed.words().forEach(word -> any.add(Phrases.exact(Fields.CHARS, word), Occur.SHOULD));
        for (var query : List.of(parsed.query(), any.build())) {
            var found = passages(report, query, parsed.words());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return around(report, parsed.words());
    }

    private List<Snippet> passages(Report report, Query query, Set<String> words) throws IOException {
        var within = new BooleanQuery.Builder().add(query, Occur.MUST)
                .add(LuceneRecords.of(report.docId(), Fields.PASSAGE), Occur.FILTER).build();
        var found = new ArrayList<Snippet>();
        for (var each : searcher.search(within, SNIPPETS, new Sort(SortField.FIELD_SCORE, SortField.FIELD_DOC)).scoreDocs) {
            var snippet = passage(searcher.storedFields().document(each.doc), words);
            if (!snippet.marks().isEmpty()) {
                found.add(snippet);
            }
        }
        return found;
    }

    private List<Snippet> around(Report report, Set<String> words) {
        var text = records.extraction(report.docId()).orElseThrow().document().text();
        return new Marks(text).of(words).stream().limit(SNIPPETS).map(mark -> {
            int start = Math.max(0, mark.start() - AROUND);
            int end = Math.min(text.length(), mark.end() + AROUND);
            return new Snippet(text.substring(start, end), List.of(mark.shift(-start)), start);
        }).toList();
    }

    private Map<String, List<Count>> facets(FacetsCollector matching, int size) throws IOException {
        var facets = new LinkedHashMap<String, List<Count>>();
        for (var name : FACETS) {
            var top = new StringValueFacetCounts(states.of(name + Fields.EXACT), matching).getTopChildren(size, name + Fields.EXACT);
            var counts = new ArrayList<Count>();
            for (var each : top.labelValues) {
                counts.add(new Count(each.label, each.value.intValue()));
            }
            if (!counts.isEmpty()) {
                facets.put(name, List.copyOf(counts));
            }
        }
        return facets;
    }
}
