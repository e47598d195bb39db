package cn.jixiao.index;

import cn.jixiao.document.Document;
import cn.jixiao.observation.Extraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
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
    private final Claims claims = new Claims();
    private final ReadWriteLock whole = new ReentrantReadWriteLock();
    private volatile boolean touched;
    private volatile Overlay.Layer layer;
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

    /// Makes a report ready to be put in. Changes nothing; the costly part of a put, for many threads at once.
    ///
    /// @throws IllegalArgumentException if the extraction is of another content than the entry
    public PreparedReport prepare(Extraction extraction, SourceEntry entry) {
        return new PreparedReport(extraction, entry, workspace.lexicon(), first(entry), layer);
    }

    @Override
    public Runnable ready(Extraction extraction, SourceEntry entry) {
        var report = prepare(extraction, entry);
        return () -> put(report);
    }

    /// In one step.
    @Override
    public void put(Extraction extraction, SourceEntry entry) {
        put(prepare(extraction, entry));
    }

    /// The same with a report that was made ready before, by this writer.
    public void put(PreparedReport report) {
        var entry = report.entry();
        changing(() -> touchedBy(entry.path(), entry.docId()), () -> {
            writer.updateDocuments(new Term(Fields.DOC_ID, entry.docId()), report.block(first(entry), layer));
            // Only what is stored is filed, so that a report that failed half-way is read again next time.
            file(entry);
        });
    }

    /// Stores a report as read, with what persons laid over it.
    private void store(Extraction read) throws IOException {
        writer.updateDocuments(new Term(Fields.DOC_ID, read.document().id()),
                RecordDocuments.of(read, layer.over(read), workspace.lexicon()));
    }

    /// Brings every report up to what persons have laid over it since it was stored.
    private void overlay() throws IOException {
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
                    store(read.get());
                }
            }
        }
        laid = layer.state();
    }

    @Override
    public void also(SourceEntry entry) {
        changing(() -> touchedBy(entry.path(), entry.docId()), () -> {
            if (!contains(entry.docId())) {
                throw new IllegalArgumentException(entry + " names a document that was never put in");
            }
            file(entry);
        });
    }

    @Override
    public void archive(SourceEntry entry) {
        if (entry.state() != SourceEntry.State.ARCHIVE) {
            throw new IllegalArgumentException(entry + " is no archive");
        }
        changing(() -> touchedBy(entry.path(), entry.docId()), () -> file(entry));
    }

    /// Takes a report out, under all its paths.
    public void remove(String docId) {
        changing(() -> touchedBy(docId), () -> {
            for (var path : paths(docId)) {
                writer.deleteDocuments(new Term(Fields.PATH, path));
                drop(path);
            }
            writer.deleteDocuments(new Term(Fields.DOC_ID, docId));
        });
    }

    /// Forgets a path whose file is gone; its report stays while another path holds it.
    public void forget(String path) {
        changing(() -> touchedBy(path, null), () -> {
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
        alone(() -> {
            try (var records = new LuceneRecords(workspace, DirectoryReader.open(writer), null)) {
                writer.updateDocument(new Term(Fields.RECORD, Fields.LINKS),
                        RecordDocuments.of(new Links(Editions.among(records.candidates()))));
            }
            touched = false;
        });
    }

    @Override
    public void commit() {
        alone(() -> {
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

    /// Files the entry under its path, which may have been another content's.
    private synchronized void file(SourceEntry entry) throws IOException {
        var before = filing.at(entry.path());
        if (before != null && !before.entry().docId().equals(entry.docId())) {
            drop(entry.path());
            orphan(before);
        }
        var filed = new Filed(entry, first(entry).equals(entry.path()));
        filing.note(filed);
        writer.updateDocument(new Term(Fields.PATH, entry.path()), RecordDocuments.of(filed));
    }

    /// The path that the entry's document goes by.
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
                store(Sourced.at(records.asRead(docId).orElseThrow(), rest.first()));
            }
        }
    }

    /// What filing a content under a path, or forgetting the path, changes: both, and the content that was under the path.
    private synchronized Set<String> touchedBy(String path, @Nullable String docId) {
        var touches = new TreeSet<>(Set.of(path));
        if (docId != null) {
            touches.add(docId);
        }
        source(path).map(SourceEntry::docId).ifPresent(touches::add);
        return touches;
    }

    private synchronized Set<String> touchedBy(String docId) {
        var touches = new TreeSet<>(paths(docId));
        touches.add(docId);
        return touches;
    }

    /// A step that changes which reports there are. Steps that touch the same happen one after the other: what one stores
    /// and files, no other may find half done.
    private void changing(Supplier<Set<String>> touches, Step step) {
        claims.during(touches, () -> {
            whole.readLock().lock();
            try {
                touched = true;
                guarded(step);
            } finally {
                whole.readLock().unlock();
            }
        });
    }

    /// A step that must find every change whole.
    private void alone(Step step) {
        whole.writeLock().lock();
        try {
            guarded(step);
        } finally {
            whole.writeLock().unlock();
        }
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
