package cn.jixiao.index;

import cn.jixiao.document.Document;
import cn.jixiao.observation.Extraction;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Puts reports into an index on servers.
///
/// Every record has an id of its own, made of its report's and its place, so that what is sent twice is in once. A path is
/// filed only when the records of its report are acknowledged: a report whose writer was killed half-way counts as not in,
/// and its remains are taken out by the next. One writer at a time, which its [Lease] sees to; two would take out each
/// other's reports.
final class ServerWriter implements RecordWriter {

    private final ServerIndex index;
    private final IndexServer server;
    private final Lease lease;
    private final Filing filing = new Filing();
    /// Entries of which the reports may still be on their way, by id.
    private final Map<String, ObjectNode> entries = new LinkedHashMap<>();
    /// Reports that were in already, by id, and the first place from which on nothing of them is to stay.
    private final Map<String, Integer> stale = new LinkedHashMap<>();
    private final Overlay.Layer layer;
    private String laid = "";
    private boolean touched;
    private boolean begun;

    /// @param lasts how long others wait for this writer where it is gone without a word
    ServerWriter(ServerIndex index, IndexServer server, Duration lasts) {
        this.index = index;
        this.server = server;
        this.layer = index.overlay().now();
        index.create(server);
        this.lease = Lease.take(server, lasts);
        try {
            load();
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private void load() {
        index.refresh(server);
        try (var view = records()) {
            view.filed().forEach(filing::note);
        }
        touched = !index.isSettled(server);
        laid = index.laid(server);
        if (touched) {
            sweep();
        }
    }

    private ServerRecords records() {
        return new ServerRecords(server, index.lexicon(), false);
    }

    /// Takes out reports that no path is filed of: an earlier writer was killed before it came to that.
    private void sweep() {
        var remains = new TreeSet<String>();
        try (var all = records()) {
            all.inOrder(LuceneRecords.record(Fields.REPORT), List.of(Fields.DOC_ID), 5_000).map(each -> ServerRecords.text(each, Fields.DOC_ID))
                    .filter(each -> !filing.contains(each)).forEach(remains::add);
        }
        remains.forEach(each -> stale.put(each, 0));
        flush();
    }

    @Override
    public Optional<SourceEntry> source(String path) {
        return filing.source(path);
    }

    @Override
    public List<SourceEntry> sources(String prefix) {
        return filing.sources(prefix);
    }

    @Override
    public boolean contains(String docId) {
        return filing.contains(docId);
    }

    @Override
    public void put(Extraction extraction, SourceEntry entry) {
        ready(extraction, entry).run();
    }

    @Override
    public Runnable ready(Extraction extraction, SourceEntry entry) {
        if (!extraction.document().id().equals(entry.docId())) {
            throw new IllegalArgumentException(entry + " with document " + extraction.document().id());
        }
        var block = block(extraction, entry.path());
        return () -> {
            begin();
            boolean known = contains(entry.docId());
            var source = file(entry);
            // A content that is in under another path goes by that.
            store(entry.docId(), source.equals(entry.path()) ? block : block(extraction, source), known);
        };
    }

    @Override
    public void also(SourceEntry entry) {
        if (!contains(entry.docId())) {
            throw new IllegalArgumentException(entry + " names a document that was never put in");
        }
        begin();
        file(entry);
    }

    @Override
    public void archive(SourceEntry entry) {
        if (entry.state() != SourceEntry.State.ARCHIVE) {
            throw new IllegalArgumentException(entry + " is no archive");
        }
        begin();
        file(entry);
    }

    private void begin() {
        lease.require();
        touched = true;
        unsettle();
    }

    private void unsettle() {
        if (!begun) {
            index.unsettle(server);
            begun = true;
        }
    }

    /// The records of a report that goes by a path.
    private List<ObjectNode> block(Extraction extraction, String source) {
        var read = Sourced.at(extraction, source);
        return ServerDocuments.block(RecordDocuments.of(read, layer.over(read), index.lexicon()));
    }

    /// @param known whether records of it may be in that this does not overwrite
    private void store(String docId, List<ObjectNode> block, boolean known) {
        for (int place = 0; place < block.size(); place++) {
            server.change(ServerDocuments.id(docId, place), docId, block.get(place));
        }
        if (known || stale.containsKey(docId)) {
            stale.put(docId, block.size());
        }
    }

    /// Files the entry and answers the path that its document goes by.
    private String file(SourceEntry entry) {
        var before = filing.at(entry.path());
        if (before != null && !before.entry().docId().equals(entry.docId())) {
            filing.drop(entry.path());
            orphan(before);
        }
        var first = filing.first(entry);
        note(new Filed(entry, first.equals(entry.path())));
        return first;
    }

    private void note(Filed filed) {
        filing.note(filed);
        entries.put(entryId(filed.entry().path()),
                ServerDocuments.document(RecordDocuments.of(filed)).put(ServerDocuments.HELD, filed.entry().docId()));
    }

    /// A document lost one of its paths: without any it goes; without its first it goes by the next.
    private void orphan(Filed gone) {
        var docId = gone.entry().docId();
        var rest = filing.paths(docId);
        if (rest.isEmpty()) {
            stale.put(docId, 0);
        } else if (gone.first()) {
            var heir = new Filed(filing.source(rest.first()).orElseThrow(), true);
            note(heir);
            if (heir.entry().state() != SourceEntry.State.ARCHIVE) {
                flush();
                try (var all = records()) {
                    store(docId, block(all.asRead(docId).orElseThrow(), heir.entry().path()), true);
                }
            }
        }
    }

    /// Paths may be longer than ids.
    private static String entryId(String path) {
        try {
            return "path/" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void link() {
        if (!touched) {
            return;
        }
        flush();
        try (var all = records()) {
            server.change(ServerDocuments.LINKS_ID, ServerDocuments.LINKS_ID,
                    ServerDocuments.document(RecordDocuments.of(new Links(Editions.among(all.candidates())))));
        }
        touched = false;
    }

    /// Everything that was put in, and then its paths, until the servers have acknowledged it and show it.
    private void flush() {
        server.settle();
        lease.hold();
        removeStale();
        entries.forEach((id, its) -> server.change(id, id, its));
        entries.clear();
        server.settle();
        index.refresh(server);
    }

    private void removeStale() {
        if (stale.isEmpty()) {
            return;
        }
        index.refresh(server);
        try (var all = records()) {
            stale.forEach((docId, from) -> all.places(docId).stream().filter(each -> each >= from)
                    .forEach(each -> server.change(ServerDocuments.id(docId, each), docId, null)));
        }
        stale.clear();
        server.settle();
    }

    /// Brings every report up to what persons have laid over it since it was put in. Who knows of nothing laid leaves alone
    /// what others laid.
    private void overlay() {
        if (layer.state().isEmpty() || layer.state().equals(laid)) {
            return;
        }
        unsettle();
        flush();
        try (var all = records()) {
            var changed = new TreeSet<>(layer.since(laid));
            if (!layer.follows(laid)) {
                changed.addAll(all.laidOver());
            }
            for (var docId : changed) {
                all.asRead(docId).ifPresent(read -> store(docId, block(read, read.document().source()), true));
            }
        }
        laid = layer.state();
    }

    @Override
    public void commit() {
        overlay();
        flush();
        lease.hold();
        index.settled(server, !touched, laid);
        begun = begun && touched;
    }

    @Override
    public void close() {
        try {
            lease.close();
        } finally {
            server.close();
        }
    }
}
