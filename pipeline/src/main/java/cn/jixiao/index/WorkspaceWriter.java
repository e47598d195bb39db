package cn.jixiao.index;

import cn.jixiao.document.Document;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// An import at work: puts reports into the workspace, and knows which paths are in already.
///
/// Nothing can be read, and nothing survives, before [#commit()]; closing without it gives up what came after the last
/// commit. Methods may be called by several threads; which of two paths with the same content becomes the document's
/// source is decided by the order of the calls. What persons laid over the reports ([Overlay]) goes in with them.
///
/// Every method throws [WorkspaceException] if the disk fails.
public final class WorkspaceWriter implements RecordWriter {

    /// What an import holds in memory before it writes a segment; enough for reports that are read far slower than written.
    static final double BUFFER_MB = 64;

    /// Segments of about one size that may lie side by side when buffers are large.
    private static final int MANY_SEGMENTS = 20;

    private final Workspace workspace;
    private final Directory directory;
    private final IndexWriter writer;
    private final Filing filing = new Filing();
    private @Nullable LuceneRecords committed;
    private final ReadWriteLock laying = new ReentrantReadWriteLock();
    private volatile boolean touched;
    private Overlay.Layer layer;
    private String laid = "";

    WorkspaceWriter(Workspace workspace, Directory directory, double bufferMegabytes) throws IOException {
        this.workspace = workspace;
        this.directory = directory;
        this.layer = workspace.overlay().now();
        try {
            var config = new IndexWriterConfig(new ChineseAnalyzer(workspace.lexicon()))
                    .setRAMBufferSizeMB(bufferMegabytes).setCommitOnClose(false);
            if (bufferMegabytes > BUFFER_MB) {
                config.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(MANY_SEGMENTS));
            }
            writer = new IndexWriter(directory, config);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        try {
            load();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void load() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        var reader = DirectoryReader.open(directory);
        committed = new LuceneRecords(workspace, reader, null);
        laid = committed.laid();
        touched = !reader.getIndexCommit().getUserData().containsKey(Workspace.LINKED_KEY);
        try (var filed = committed.filed()) {
            filed.forEach(filing::note);
        }
    }

    @Override
    public synchronized Optional<SourceEntry> source(String path) {
        return filing.source(path);
    }

    @Override
    public synchronized boolean contains(String docId) {
        return filing.contains(docId);
    }

    /// Whether a content is in already as a report, made by this recipe.
    public synchronized boolean contains(String docId, String recipe) {
        return filing.entries(docId).anyMatch(entry -> entry.state() == SourceEntry.State.REPORT && entry.recipe().equals(recipe));
    }

    @Override
    public synchronized List<SourceEntry> sources(String prefix) {
        return filing.sources(prefix);
    }

    /// Every path that holds a content.
    public synchronized List<SourceEntry> holding(String docId) {
        return filing.entries(docId).toList();
    }

    /// A document as it was in at the last commit before this import.
    public Optional<Document> stored(String docId) {
        var before = committed;
        try {
            return before == null ? Optional.empty() : before.document(docId);
        } catch (UncheckedIOException e) {
            throw workspace.problem(e.getCause(), WorkspaceException.Reason.UNREADABLE);
        }
    }

    /// In one step.
    @Override
    public void put(Extraction extraction, SourceEntry entry) {
        if (!extraction.document().id().equals(entry.docId())) {
            throw new IllegalArgumentException(entry + " with document " + extraction.document().id());
        }
        changing(() -> {
            var source = first(entry);
            store(extraction, source);
            // Only what is stored is filed, so that a report that failed half-way is read again next time.
            var filed = file(entry);
            if (!filed.equals(source)) {
                store(extraction, filed);
            }
        });
    }

    /// Stores a report as read, with what persons laid over it.
    private void store(Extraction extraction, String source) throws IOException {
        laying.readLock().lock();
        try {
            var read = sourced(extraction, source);
            writer.updateDocuments(new Term(Fields.DOC_ID, read.document().id()),
                    RecordDocuments.of(read, layer.over(read), workspace.lexicon()));
        } finally {
            laying.readLock().unlock();
        }
    }

    /// Brings every report up to what persons have laid over it since it was stored.
    private void overlay() throws IOException {
        laying.writeLock().lock();
        try {
            layer = workspace.overlay().now();
            if (layer.state().equals(laid)) {
                return;
            }
            try (var records = new LuceneRecords(workspace, DirectoryReader.open(writer), null)) {
                var stale = new TreeSet<>(layer.since(laid));
                if (!layer.follows(laid)) {
                    stale.addAll(records.laidOver());
                }
                for (var docId : stale) {
                    var read = records.asRead(docId);
                    if (read.isPresent()) {
                        writer.updateDocuments(new Term(Fields.DOC_ID, docId),
                                RecordDocuments.of(read.get(), layer.over(read.get()), workspace.lexicon()));
                    }
                }
            }
            laid = layer.state();
        } finally {
            laying.writeLock().unlock();
        }
    }

    @Override
    public void also(SourceEntry entry) {
        if (!contains(entry.docId())) {
            throw new IllegalArgumentException(entry + " names a document that was never put in");
        }
        changing(() -> file(entry));
    }

    @Override
    public void archive(SourceEntry entry) {
        if (entry.state() != SourceEntry.State.ARCHIVE) {
            throw new IllegalArgumentException(entry + " is no archive");
        }
        changing(() -> file(entry));
    }

    /// Takes a report out, under all its paths.
    public void remove(String docId) {
        changing(() -> {
            for (var path : paths(docId)) {
                writer.deleteDocuments(new Term(Fields.PATH, path));
                drop(path);
            }
            writer.deleteDocuments(new Term(Fields.DOC_ID, docId));
        });
    }

    /// Forgets a path whose file is gone; its report stays while another path holds it.
    public void forget(String path) {
        changing(() -> {
            writer.deleteDocuments(new Term(Fields.PATH, path));
            var gone = drop(path);
            if (gone != null) {
                orphan(gone);
            }
        });
    }

    @Override
    public void link() {
        if (!touched) {
            return;
        }
        guarded(() -> {
            try (var records = new LuceneRecords(workspace, DirectoryReader.open(writer), null)) {
                writer.updateDocument(new Term(Fields.RECORD, Fields.LINKS),
                        RecordDocuments.of(new Links(Editions.among(records.candidates()))));
            }
            touched = false;
        });
    }

    @Override
    public void commit() {
        guarded(() -> {
            overlay();
            var data = new TreeMap<>(Map.of(Workspace.FORMAT_KEY, Workspace.FORMAT, Workspace.LAID_KEY, laid));
            if (!touched) {
                data.put(Workspace.LINKED_KEY, "");
            }
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        });
    }

    /// Puts the index into so many segments at most. Worth its time where nothing will be imported for long.
    public void settle(int segments) {
        guarded(() -> writer.forceMerge(segments));
    }

    @Override
    public void close() {
        guarded(() -> {
            try {
                if (committed != null) {
                    committed.close();
                }
                writer.rollback();
            } finally {
                directory.close();
            }
        });
    }

    /// Files the entry and answers the path that its document goes by.
    private synchronized String file(SourceEntry entry) throws IOException {
        var before = filing.at(entry.path());
        if (before != null && !before.entry().docId().equals(entry.docId())) {
            drop(entry.path());
            orphan(before);
        }
        var first = first(entry);
        var filed = new Filed(entry, first.equals(entry.path()));
        filing.note(filed);
        writer.updateDocument(new Term(Fields.PATH, entry.path()), RecordDocuments.of(filed));
        return first;
    }

    private synchronized String first(SourceEntry entry) {
        return filing.first(entry);
    }

    private synchronized List<String> paths(String docId) {
        return List.copyOf(filing.paths(docId));
    }

    private synchronized @Nullable Filed drop(String path) {
        return filing.drop(path);
    }

    /// A document lost one of its paths: without any it goes; without its first it goes by the next.
    private synchronized void orphan(Filed gone) throws IOException {
        var docId = gone.entry().docId();
        var rest = filing.paths(docId);
        if (rest.isEmpty()) {
            writer.deleteDocuments(new Term(Fields.DOC_ID, docId));
        } else if (gone.first()) {
            var heir = new Filed(filing.source(rest.first()).orElseThrow(), true);
            filing.note(heir);
            writer.updateDocument(new Term(Fields.PATH, rest.first()), RecordDocuments.of(heir));
            if (heir.entry().state() == SourceEntry.State.ARCHIVE) {
                return;
            }
            try (var records = new LuceneRecords(workspace, DirectoryReader.open(writer), null)) {
                store(records.asRead(docId).orElseThrow(), rest.first());
            }
        }
    }

    static Extraction sourced(Extraction it, String source) {
        if (it.document().source().equals(source)) {
            return it;
        }
        var was = it.document();
        var document = new Document(was.id(), source, was.mediaType(), was.text(), was.blocks(), was.pages(),
                was.layout(), was.problems());
        return new Extraction(document, it.outline(), it.mentions(),
                it.observations().stream().map(each -> sourced(each, source)).toList(),
                it.findings().stream().map(each -> sourced(each, source)).toList());
    }

    private static Observation sourced(Observation it, String source) {
        return new Observation(it.id(), it.docId(), source, it.region(), it.agency(), it.year(), it.period(),
                it.project(), it.indicator(), it.label(), it.breakdown(), it.role(), it.quantity(), it.raw(),
                it.evidence(), it.confidence(), it.rules(), it.revision());
    }

    private static Finding sourced(Finding it, String source) {
        return new Finding(it.docId(), source, it.rule(), it.holds(), it.severity(), it.message(), it.observations(),
                it.expected(), it.found());
    }

    /// A step that changes which reports there are.
    private void changing(Step step) {
        touched = true;
        guarded(step);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (IOException | UncheckedIOException e) {
            throw workspace.problem(e instanceof UncheckedIOException u ? u.getCause() : e,
                    WorkspaceException.Reason.UNWRITABLE);
        } catch (AlreadyClosedException e) {
            var tragedy = writer.getTragicException();
            throw workspace.problem(tragedy == null ? e : tragedy, WorkspaceException.Reason.UNWRITABLE);
        }
    }
}
