package cn.jixiao.index;

import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.record.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// The records in a Lucene index, as of one commit.
final class LuceneRecords implements Records {

    /// BM25 (Robertson and Zaragoza 2009). What is ranked are short passages and rows: the second mention of a word tells less
    /// there than in articles, and so does length. Servers are told the same two numbers (`server-index.json`).
    private static final Similarity RANKING = new BM25Similarity(0.75f, 0.6f);

    private final Workspace workspace;
    private final DirectoryReader reader;
    private final @Nullable Directory owned;
    private final IndexSearcher searcher;
    private final SourceOrder order;
    private final FacetStates facets;
    /// How far this commit knows what persons laid over the reports.
    private final String laid;
    private final Meanings meanings = new Meanings();
    private @Nullable Map<String, List<String>> sourcesOf;
    private @Nullable Map<String, Link> links;
    private @Nullable Map<String, ReportLine> lines;

    /// @param owned closed together with the records, or null if the directory is a writer's
    LuceneRecords(Workspace workspace, DirectoryReader reader, @Nullable Directory owned) throws IOException {
        this.workspace = workspace;
        this.reader = reader;
        this.owned = owned;
        // Threads go through segments side by side; an index too small for that is searched by the one that asks.
        this.searcher = new IndexSearcher(reader, ForkJoinPool.commonPool());
        this.searcher.setSimilarity(RANKING);
        this.order = new SourceOrder(searcher);
        this.facets = new FacetStates(reader);
        this.laid = reader.getIndexCommit().getUserData().getOrDefault(Workspace.LAID_KEY, "");
        var format = reader.getIndexCommit().getUserData().getOrDefault(Workspace.FORMAT_KEY, Workspace.FORMAT);
        if (!format.equals(Workspace.FORMAT)) {
            throw new WorkspaceException(WorkspaceException.Reason.DAMAGED, workspace.folder(),
                    new IOException("format " + format + ", not " + Workspace.FORMAT));
        }
    }

    @Override
    public Stream<Report> documents() {
        return stored(record(Fields.REPORT), this::report);
    }

    @Override
    public Stream<Observation> observations(ObservationFilter filter) {
        return stored(FilterQuery.of(filter), LuceneRecords::observation);
    }

    @Override
    public List<Figure> figures(ObservationFilter filter) {
        if (filter.indicators().isEmpty()) {
            try (var all = observations(filter)) {
                return all.map(Figure::of).toList();
            }
        }
        try {
            return new SeriesSearch(reader, order, meanings, this::observation).figures(filter);
        } catch (UncheckedIOException e) {
            throw workspace.problem(e.getCause(), WorkspaceException.Reason.UNREADABLE);
        } catch (IOException e) {
            throw workspace.problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }

    @Override
    public synchronized Map<String, ReportLine> lines() {
        if (lines == null) {
            try {
                lines = readLines();
            } catch (IOException e) {
                throw workspace.problem(e, WorkspaceException.Reason.UNREADABLE);
            }
        }
        return lines;
    }

    private Map<String, ReportLine> readLines() throws IOException {
        var byOrder = new TreeMap<Long, ReportLine>();
        var segments = order.segments(record(Fields.REPORT));
        for (var leaf : reader.leaves()) {
            var columns = new ColumnReader(leaf, meanings).lines();
            segments.visit(leaf, (its, at, key) -> byOrder.put(key, columns.report(at)));
        }
        var byId = new LinkedHashMap<String, ReportLine>();
        byOrder.values().forEach(each -> byId.put(each.docId(), each));
        return Collections.unmodifiableMap(byId);
    }

    @Override
    public Stream<Finding> findings() {
        return stored(record(Fields.FINDING), LuceneRecords::finding);
    }

    @Override
    public Stream<SourceEntry> sources() {
        return filed().map(Filed::entry).sorted(java.util.Comparator.comparing(SourceEntry::path));
    }

    Stream<Filed> filed() {
        var filed = new ArrayList<Filed>();
        try {
            for (var leaf : reader.leaves()) {
                var live = leaf.reader().getLiveDocs();
                var entries = DocValues.getBinary(leaf.reader(), Fields.ENTRY);
                for (int at = entries.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = entries.nextDoc()) {
                    if (live == null || live.get(at)) {
                        var bytes = entries.binaryValue();
                        filed.add(Json.read(java.util.Arrays.copyOfRange(bytes.bytes, bytes.offset,
                                bytes.offset + bytes.length), Filed.class));
                    }
                }
            }
        } catch (IOException e) {
            throw workspace.problem(e, WorkspaceException.Reason.UNREADABLE);
        }
        return filed.stream();
    }

    @Override
    public List<Report> find(String name) {
        var exact = stored(of(name, Fields.REPORT), this::report).toList();
        return exact.isEmpty() ? ReportNames.among(documents().toList(), name) : exact;
    }

    @Override
    public Optional<Extraction> extraction(String docId) {
        var layer = workspace.overlay().now();
        boolean late = !layer.state().equals(laid) && layer.since(laid).contains(docId);
        return body(docId).map(body -> late ? layer.over(read(body, docId)) : shown(body, docId));
    }

    @Override
    public Optional<Extraction> asRead(String docId) {
        return body(docId).map(body -> read(body, docId));
    }

    private Extraction read(RecordDocuments.Body body, String docId) {
        var read = body.read();
        return read == null ? shown(body, docId)
                : new Extraction(body.document(), body.outline(), body.mentions(), read.observations(), read.findings());
    }

    private Extraction shown(RecordDocuments.Body body, String docId) {
        return new Extraction(body.document(), body.outline(), body.mentions(),
                stored(of(docId, Fields.OBSERVATION), LuceneRecords::observation).toList(),
                stored(of(docId, Fields.FINDING), LuceneRecords::finding).toList());
    }

    private Optional<RecordDocuments.Body> body(String docId) {
        return stored(of(docId, Fields.BODY), stored -> Json.unpacked(bytes(stored), RecordDocuments.Body.class)).findFirst();
    }

    /// A report's document alone.
    Optional<cn.jixiao.document.Document> document(String docId) {
        return body(docId).map(RecordDocuments.Body::document);
    }

    /// How far this commit knows what persons laid over the reports.
    String laid() {
        return laid;
    }

    /// The reports that are stored with something laid over them.
    List<String> laidOver() {
        return stored(new TermQuery(new Term(Fields.LAID, "true")), stored -> stored.get(Fields.DOC_ID)).toList();
    }

    @Override
    public synchronized Map<String, Link> links() {
        if (links == null) {
            try (var stored = stored(record(Fields.LINKS), each -> Json.unpacked(bytes(each), Links.class))) {
                links = stored.findFirst().orElse(Links.NONE).links();
            }
        }
        return links;
    }

    /// Every report with what tells whether it is like another.
    List<Editions.Candidate> candidates() {
        var modified = new HashMap<String, Long>();
        sources().forEach(entry -> modified.merge(entry.docId(), entry.modified(), Math::max));
        return stored(record(Fields.REPORT), stored -> {
            var report = Json.read(bytes(stored), Report.class);
            var print = stored.getBinaryValue(Fields.FINGERPRINT);
            return new Editions.Candidate(report, Fingerprint.of(
                    java.util.Arrays.copyOfRange(print.bytes, print.offset, print.offset + print.length)),
                    modified.getOrDefault(report.docId(), 0L));
        }).toList();
    }

    @Override
    public SearchResult search(SearchQuery query) {
        try {
            return new LuceneSearch(this, searcher, workspace.lexicon(), facets).run(query);
        } catch (UncheckedIOException e) {
            throw workspace.problem(e.getCause(), WorkspaceException.Reason.UNREADABLE);
        } catch (IOException e) {
            throw workspace.problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }

    @Override
    public SearchResult like(String docId, int size) {
        try {
            return new LuceneSearch(this, searcher, workspace.lexicon(), facets)
                    .like(docId, extraction(docId).orElseThrow().document().text(), size);
        } catch (IOException e) {
            throw workspace.problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            if (owned != null) {
                owned.close();
            }
        } catch (IOException e) {
            throw workspace.problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }

    Report report(Document stored) {
        var report = Json.read(bytes(stored), Report.class);
        return report.with(sourcesOf().getOrDefault(report.docId(), report.sources()), links().get(report.docId()));
    }

    /// The report that a record belongs to.
    Report report(String docId) {
        return stored(of(docId, Fields.REPORT), this::report).findFirst().orElseThrow();
    }

    static Observation observation(Document stored) {
        return Json.read(bytes(stored), Observation.class);
    }

    static Finding finding(Document stored) {
        return Json.read(bytes(stored), Finding.class);
    }

    static Query record(String record) {
        return new TermQuery(new Term(Fields.RECORD, record));
    }

    static Query of(String docId, String record) {
        return new BooleanQuery.Builder().add(record(record), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.DOC_ID, docId)), Occur.FILTER).build();
    }

    private static byte[] bytes(Document stored) {
        var bytes = stored.getBinaryValue(Fields.STORED);
        return java.util.Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
    }

    private synchronized Map<String, List<String>> sourcesOf() {
        if (sourcesOf == null) {
            sourcesOf = SourceEntry.pathsByContent(sources());
        }
        return sourcesOf;
    }

    private Observation observation(int document) {
        try {
            return observation(searcher.storedFields().document(document));
        } catch (IOException e) {
            throw workspace.problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }

    private <T> Stream<T> stored(Query query, Function<Document, T> reading) {
        try {
            var documents = searcher.storedFields();
            return order.of(query).mapToObj(each -> {
                try {
                    return reading.apply(documents.document(each));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw workspace.problem(e, WorkspaceException.Reason.UNREADABLE);
        }
    }
}
