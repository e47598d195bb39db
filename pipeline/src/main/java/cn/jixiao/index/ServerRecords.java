package cn.jixiao.index;

import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.record.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The records of an index on servers, as of one moment. They hold what [RecordDocuments] made of each report, so that
/// every record comes back as it went in.
final class ServerRecords implements Records {

    /// Records asked for at once.
    private static final int PAGE = 1_000;

    private final IndexServer server;
    private final boolean owned;
    private final Lexicon lexicon;
    private final ServerView view;
    private @Nullable Map<String, List<String>> sourcesOf;
    private @Nullable Map<String, Link> links;
    private @Nullable Map<String, ReportLine> lines;

    /// @param owned whether the connection is closed together with the records, or is a writer's
    ServerRecords(IndexServer server, Lexicon lexicon, boolean owned) {
        this.server = server;
        this.owned = owned;
        this.lexicon = lexicon;
        this.view = new ServerView(server);
    }

    @Override
    public Stream<Report> documents() {
        var all = sourcesOf();
        return stored(LuceneRecords.record(Fields.REPORT)).map(each -> report(each, all));
    }

    @Override
    public Stream<Observation> observations(ObservationFilter filter) {
        return stored(FilterQuery.of(filter)).map(ServerRecords::observation);
    }

    @Override
    public List<Figure> figures(ObservationFilter filter) {
        if (filter.indicators().isEmpty()) {
            try (var all = observations(filter)) {
                return all.map(Figure::of).toList();
            }
        }
        return new ServerSeries(this, new Wanted(filter)).figures();
    }

    @Override
    public synchronized Map<String, ReportLine> lines() {
        if (lines == null) {
            var byId = new LinkedHashMap<String, ReportLine>();
            stored(LuceneRecords.record(Fields.REPORT)).map(each -> Json.read(bytes(each), Report.class)).forEach(each ->
                    byId.put(each.docId(), new ReportLine(each.docId(), each.source(), each.facts().title(), each.facts().type(),
                            each.facts().region(), each.facts().agency(), each.facts().year(), each.facts().period(),
                            each.projects().size())));
            lines = Collections.unmodifiableMap(byId);
        }
        return lines;
    }

    @Override
    public Stream<Finding> findings() {
        return stored(LuceneRecords.record(Fields.FINDING)).map(ServerRecords::finding);
    }

    @Override
    public Stream<SourceEntry> sources() {
        return filed().map(Filed::entry);
    }

    /// By path.
    Stream<Filed> filed() {
        return filed(LuceneRecords.record(Fields.SOURCE_ENTRY));
    }

    private Stream<Filed> filed(Query query) {
        return view.all(ServerView.body(ServerQuery.all(query), List.of(Fields.ENTRY)), sort(Fields.PATH), PAGE)
                .map(each -> Json.read(text(each, Fields.ENTRY).getBytes(StandardCharsets.UTF_8), Filed.class));
    }

    @Override
    public List<Report> find(String name) {
        var exact = reports(List.of(name)).values();
        return exact.isEmpty() ? ReportNames.among(documents().toList(), name) : List.copyOf(exact);
    }

    @Override
    public Optional<Extraction> extraction(String docId) {
        return body(docId).map(body -> shown(body, docId));
    }

    @Override
    public Optional<Extraction> asRead(String docId) {
        return body(docId).map(body -> body.read() == null ? shown(body, docId) : new Extraction(body.document(), body.outline(),
                body.mentions(), body.read().observations(), body.read().findings()));
    }

    private Optional<RecordDocuments.Body> body(String docId) {
        return hits(LuceneRecords.of(docId, Fields.BODY), List.of(Fields.STORED), 1).stream().findFirst().map(each -> Json.unpacked(packed(each, Fields.STORED), RecordDocuments.Body.class));
    }

    private Extraction shown(RecordDocuments.Body body, String docId) {
        return new Extraction(body.document(), body.outline(), body.mentions(),
                stored(LuceneRecords.of(docId, Fields.OBSERVATION)).map(ServerRecords::observation).toList(),
                stored(LuceneRecords.of(docId, Fields.FINDING)).map(ServerRecords::finding).toList());
    }

    @Override
    public synchronized Map<String, Link> links() {
        if (links == null) {
            links = hits(LuceneRecords.record(Fields.LINKS), List.of(Fields.STORED), 1).stream().findFirst()
                    .map(each -> Json.unpacked(packed(each, Fields.STORED), Links.class)).orElse(Links.NONE).links();
        }
        return links;
    }

    /// Every report with what tells whether it is like another.
    List<Editions.Candidate> candidates() {
        var modified = new HashMap<String, Long>();
        sources().forEach(entry -> modified.merge(entry.docId(), entry.modified(), Math::max));
        return inOrder(LuceneRecords.record(Fields.REPORT), List.of(Fields.STORED, Fields.FINGERPRINT), PAGE).map(each -> {
            var report = Json.read(bytes(each), Report.class);
            return new Editions.Candidate(report, Fingerprint.of(packed(each, Fields.FINGERPRINT)), modified.getOrDefault(report.docId(), 0L));
        }).toList();
    }

    @Override
    public SearchResult search(SearchQuery query) {
        return new ServerSearch(this, lexicon).run(query);
    }

    @Override
    public SearchResult like(String docId, int size) {
        return new ServerSearch(this, lexicon).like(docId, extraction(docId).orElseThrow().document().text(), size);
    }

    @Override
    public void close() {
        try {
            view.close();
        } finally {
            if (owned) {
                server.close();
            }
        }
    }

    ServerView view() {
        return view;
    }

    /// The reports with these ids, by id.
    Map<String, Report> reports(Collection<String> docIds) {
        var ids = List.copyOf(new java.util.TreeSet<>(docIds));
        var reports = new HashMap<String, Report>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            reports.putAll(few(ids.subList(from, Math.min(ids.size(), from + PAGE))));
        }
        return reports;
    }

    private Map<String, Report> few(List<String> ids) {
        var paths = SourceEntry.pathsByContent(filed(anyOf(ServerDocuments.HELD, ids)).map(Filed::entry));
        return hits(both(LuceneRecords.record(Fields.REPORT), anyOf(Fields.DOC_ID, ids)), List.of(Fields.STORED), PAGE).stream()
                .map(each -> report(each, paths)).collect(Collectors.toMap(Report::docId, Function.identity()));
    }

    private static Query anyOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder().add(one, Occur.FILTER)
                .add(other, Occur.FILTER).build();
    }

    private Report report(JsonNode hit, Map<String, List<String>> paths) {
        var report = Json.read(bytes(hit), Report.class);
        return report.with(paths.getOrDefault(report.docId(), report.sources()), links().get(report.docId()));
    }

    /// The observation at a place of a report.
    Observation observation(String docId, int place) {
        var at = both(new TermQuery(new Term(Fields.DOC_ID, docId)), IntPoint.newExactQuery(ServerDocuments.PLACE, place));
        return observation(hits(at, List.of(Fields.STORED), 1).getFirst());
    }

    /// The reports that are stored with something laid over them.
    List<String> laidOver() {
        return inOrder(new TermQuery(new Term(Fields.LAID, "true")), List.of(Fields.DOC_ID), PAGE).map(each -> text(each, Fields.DOC_ID)).toList();
    }

    /// The places of all records of a report.
    List<Integer> places(String docId) {
        return inOrder(new TermQuery(new Term(Fields.DOC_ID, docId)), List.of(ServerDocuments.PLACE), PAGE)
                .map(each -> each.path("_source").path(ServerDocuments.PLACE).intValue()).toList();
    }

    static Observation observation(JsonNode hit) {
        return Json.read(bytes(hit), Observation.class);
    }

    static Finding finding(JsonNode hit) {
        return Json.read(bytes(hit), Finding.class);
    }

    private synchronized Map<String, List<String>> sourcesOf() {
        if (sourcesOf == null) {
            sourcesOf = SourceEntry.pathsByContent(sources());
        }
        return sourcesOf;
    }

    private Stream<JsonNode> stored(Query query) {
        return inOrder(query, List.of(Fields.STORED), PAGE);
    }

    /// By source, then by place in the report.
    Stream<JsonNode> inOrder(Query query, List<String> fields, int page) {
        return view.all(ServerView.body(ServerQuery.all(query), fields), sort("source" + Fields.EXACT, ServerDocuments.PLACE), page);
    }

    /// A few that match, in no order.
    private List<JsonNode> hits(Query query, List<String> fields, int most) {
        var body = ServerView.body(ServerQuery.all(query), fields).put("size", most);
        var found = new ArrayList<JsonNode>();
        view.search(body).path("hits").path("hits").forEach(found::add);
        return found;
    }

    static ArrayNode sort(String... fields) {
        var sort = JsonNodeFactory.instance.arrayNode();
        for (var each : fields) {
            sort.add(JsonNodeFactory.instance.objectNode().put(each, "asc"));
        }
        return sort;
    }

    /// What a hit's record holds in a field.
    static String text(JsonNode hit, String field) {
        return hit.path("_source").path(field).textValue();
    }

    private static byte[] bytes(JsonNode hit) {
        return text(hit, Fields.STORED).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] packed(JsonNode hit, String field) {
        try {
            return hit.path("_source").path(field).binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException("a record's " + field + " is no base64", e);
        }
    }
}
