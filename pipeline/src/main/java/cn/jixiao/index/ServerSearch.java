package cn.jixiao.index;

import cn.jixiao.index.QueryLanguage.Parsed;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult.Hit;
import cn.jixiao.index.SearchResult.Snippet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/// Runs one search on servers: what matches, in which order, and the counts are theirs; what a hit shows is made here, as
/// [LuceneSearch] makes it.
final class ServerSearch {

    /// Servers give no page that ends behind this; such pages are walked to.
    private static final int WINDOW = 10_000;
    private static final int PAGE = 1_000;

    private final ServerRecords records;
    private final Lexicon lexicon;

    ServerSearch(ServerRecords records, Lexicon lexicon) {
        this.records = records;
        this.lexicon = lexicon;
    }

    /// A record with its score.
    record Found(JsonNode hit, float score) {

        static Found of(JsonNode hit) {
            return new Found(hit, hit.path("_score").floatValue());
        }
    }

    private record Pass(long total, List<Found> page, ServerFacets facets) {
    }

    SearchResult run(SearchQuery wanted) {
        var parsed = new QueryLanguage(lexicon).parse(wanted.text());
        var level = wanted.level() == null ? parsed.level() : wanted.level();
        var query = LuceneSearch.within(parsed.query(), level);
        var pass = pass(query, level, wanted);
        if (level == Level.PASSAGES && wanted.order() == Order.RELEVANCE && pass.total() < (long) wanted.offset() + wanted.size()) {
            var any = new QueryLanguage(lexicon).any(wanted.text());
            pass = any.isEmpty() ? pass : pass(LuceneSearch.wider(query, any.get()), level, wanted);
        }
        return new SearchResult(level, pass.total(), hits(pass.page(), level, parsed), pass.facets().counts());
    }

    private Pass pass(Query query, Level level, SearchQuery wanted) {
        boolean walked = (long) wanted.offset() + wanted.size() > WINDOW;
        var scores = new SentenceScores(records.view(), query);
        boolean apart = level == Level.OBSERVATIONS && wanted.order() == Order.RELEVANCE && scores.matter();
        var body = ServerView.body(ServerQuery.of(query), fields(level)).put("track_total_hits", true).put("track_scores", true);
        body.set("sort", sort(wanted.order()));
        var facets = new ServerFacets(records.view(), body, wanted.facets());
        var asked = facets.asking(body).put("from", walked || apart ? 0 : wanted.offset()).put("size", walked || apart ? 0 : wanted.size());
        var answer = records.view().search(asked);
        var page = wanted.size() == 0 ? List.<Found>of()
                : apart ? scores.best(wanted.offset(), wanted.size())
                : walked ? walk(body, wanted) : page(answer);
        return new Pass(ServerView.total(answer), page, facets.answered(answer));
    }

    private static List<Found> page(JsonNode answer) {
        var page = new ArrayList<Found>();
        answer.path("hits").path("hits").forEach(each -> page.add(Found.of(each)));
        return page;
    }

    private List<Found> walk(ObjectNode body, SearchQuery wanted) {
        try (var all = records.view().all(body.deepCopy().put("track_total_hits", false), (ArrayNode) body.get("sort"), PAGE)) {
            return all.skip(wanted.offset()).limit(wanted.size()).map(Found::of).toList();
        }
    }

    private static List<String> fields(Level level) {
        return level == Level.PASSAGES ? List.of(Fields.STORED, Fields.START, Fields.DOC_ID) : List.of(Fields.STORED);
    }

    private static ArrayNode sort(Order order) {
        var first = JsonNodeFactory.instance.objectNode();
        switch (order) {
            case RELEVANCE -> first.put("_score", "desc");
            case NEWEST, OLDEST -> first.putObject("year").put("order", order == Order.NEWEST ? "desc" : "asc").put("missing", "_last");
            case SMALLEST, LARGEST -> first.putObject("value").put("order", order == Order.LARGEST ? "desc" : "asc").put("missing", "_last");
            case SOURCE -> { }
        }
        var sort = JsonNodeFactory.instance.arrayNode();
        if (!first.isEmpty()) {
            sort.add(first);
        }
        return sort.addAll(ServerRecords.sort("source" + Fields.EXACT, ServerDocuments.PLACE));
    }

    private List<Hit> hits(List<Found> page, Level level, Parsed parsed) {
        var reports = records.reports(page.stream().map(each -> docId(each.hit())).toList());
        return page.stream().map(each -> hit(each, reports.get(docId(each.hit())), level, parsed)).toList();
    }

    /// Ids of records begin with their report's.
    static String docId(JsonNode hit) {
        var id = hit.path("_id").textValue();
        return id.substring(0, id.lastIndexOf('/'));
    }

    private Hit hit(Found found, Report report, Level level, Parsed parsed) {
        return switch (level) {
            case REPORTS -> new Hit(report, found.score(), snippets(report, parsed), null, null);
            case PASSAGES -> new Hit(report, found.score(), List.of(passage(found.hit(), parsed.words())), null, null);
            case OBSERVATIONS -> {
                var observation = ServerRecords.observation(found.hit());
                yield new Hit(report, found.score(), List.of(Excerpts.of(observation, parsed.words())), observation, null);
            }
            case FINDINGS -> {
                var finding = ServerRecords.finding(found.hit());
                yield new Hit(report, found.score(), List.of(Excerpts.of(finding, parsed.words())), null, finding);
            }
        };
    }

    private static Snippet passage(JsonNode hit, Set<String> words) {
        return Excerpts.of(ServerRecords.text(hit, Fields.STORED), hit.path("_source").path(Fields.START).intValue(), words);
    }

    private List<Snippet> snippets(Report report, Parsed parsed) {
        return Excerpts.of(parsed, query -> passages(report, query, parsed.words()),
                () -> records.extraction(report.docId()).orElseThrow().document().text());
    }

    private List<Snippet> passages(Report report, Query query, Set<String> words) {
        var within = new BooleanQuery.Builder().add(query, Occur.MUST)
                .add(LuceneRecords.of(report.docId(), Fields.PASSAGE), Occur.FILTER).build();
        var body = ServerView.body(ServerQuery.of(within), fields(Level.PASSAGES)).put("size", Excerpts.SHOWN);
        body.putArray("sort").addObject().put("_score", "desc");
        body.withArray("/sort").add(JsonNodeFactory.instance.objectNode().put(ServerDocuments.PLACE, "asc"));
        return page(records.view().search(body)).stream().map(each -> passage(each.hit(), words)).toList();
    }

    /// Reports that share the words by which a text stands out among all reports.
    SearchResult like(String docId, String text, int size) {
        try {
            var query = LuceneSearch.like(new WordCounts(records.view(), lexicon, text), lexicon, docId, text);
            var found = pass(query, Level.REPORTS, new SearchQuery("", Level.REPORTS, Order.RELEVANCE, 0, size, 0));
            var reports = records.reports(found.page().stream().map(each -> docId(each.hit())).toList());
            var hits = found.page().stream().map(each -> new Hit(reports.get(docId(each.hit())), each.score(), List.of(), null, null)).toList();
            return new SearchResult(Level.REPORTS, found.total(), hits, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }
}
