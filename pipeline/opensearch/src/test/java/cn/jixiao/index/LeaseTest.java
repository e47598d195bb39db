package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.index.IndexServerException.Reason;
import cn.jixiao.observation.Extraction;
import cn.jixiao.opensearch.Clusters;
import cn.jixiao.opensearch.Commands;
import cn.jixiao.opensearch.Connections;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One client at a time writes into an index on servers; who is too early is told, who was killed is waited for and then
/// passed over.
@Timeout(300)
class LeaseTest {

    private static final List<Extraction> REPORTS = Corpus.EXTRACTIONS.subList(0, 3);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static ServerIndex index(String name) throws IOException {
        return new ServerIndex(new Connections(), Clusters.shared().address(name), Lexicon.NONE, Overlay.NONE);
    }

    private static void put(RecordWriter writer, Extraction report) {
        writer.put(report, new SourceEntry(report.document().source(), report.document().id(), 1, 1, "test", SourceEntry.State.REPORT));
    }

    private static List<String> sources(ServerIndex index) {
        try (var records = index.read(); var all = records.documents()) {
            return all.map(Report::source).toList();
        }
    }

    private static IndexServerException busy(Callable<?> what) {
        var told = assertThrows(IndexServerException.class, what::call);
        assertEquals(Reason.BUSY, told.reason());
        return told;
    }

    @Test
    void theSecondIsToldWhoTheFirstIs() throws IOException {
        var index = index("two");
        try (var first = index.write(SHORT)) {
            put(first, REPORTS.getFirst());
            assertTrue(busy(() -> index.write(SHORT)).what().startsWith(System.getProperty("user.name")));
            first.commit();
        }
        try (var second = index.write(SHORT)) {
            put(second, REPORTS.get(1));
            second.commit();
        }
        assertEquals(2, sources(index).size());
        // Given back, it leaves nothing behind that could be counted or waited for.
        try (var server = new Connections().connect(Clusters.shared().address("two"))) {
            assertTrue(server.ask("GET", "two/_doc/" + Lease.ID, Map.of("routing", Lease.ID), null).isEmpty());
        }
    }

    @Test
    void theProgramSaysSoInChinese(@TempDir Path folder) throws IOException, InterruptedException {
        Commands.jixiao("ingest", "-w", folder, Corpus.REPORTS.resolve(Path.of(REPORTS.getFirst().document().source()).getFileName())).expecting(0);
        try (var writer = index("told").write()) {
            writer.commit();
            var ended = Commands.jixiao("import-records", folder, "--index", Clusters.shared().url("told")).expecting(1);
            assertTrue(ended.talk().contains("另一个导入（" + System.getProperty("user.name")), ended.talk());
            assertTrue(ended.talk().contains("正在写入索引"), ended.talk());
        }
        Commands.jixiao("import-records", folder, "--index", Clusters.shared().url("told")).expecting(0);
    }

    /// A record of a lease that nobody writes anew is what a killed writer leaves.
    private static void leave(IndexServer server, String index, Map<String, String> state) {
        var record = JsonNodeFactory.instance.objectNode();
        record.putObject(Fields.STORED).put("owner", "somebody").put("holder", "gone").put("beat", 1).put("lasts_ms", 500);
        var parameters = new java.util.TreeMap<>(state);
        parameters.put("routing", Lease.ID);
        server.ask("PUT", index + "/_doc/" + Lease.ID, parameters, record);
    }

    @Test
    void aKilledWriterIsPassedOver() throws IOException {
        var index = index("gone");
        index.write(SHORT).close();
        try (var server = new Connections().connect(Clusters.shared().address("gone"))) {
            leave(server, "gone", Map.of());
        }
        try (var next = index.write(SHORT)) {
            put(next, REPORTS.getFirst());
            next.commit();
        }
        assertEquals(1, sources(index).size());
    }

    /// A client that was stopped for long, and goes on when another has taken over: what it does then does not count.
    @Test
    void whoWasTakenForDeadMayNotCommit() throws IOException {
        var index = index("late");
        try (var late = index.write(SHORT); var server = new Connections().connect(Clusters.shared().address("late"))) {
            put(late, REPORTS.getFirst());
            late.commit();
            put(late, REPORTS.get(1));
            leave(server, "late", Map.of());
            busy(() -> {
                late.commit();
                return null;
            });
            busy(() -> {
                put(late, REPORTS.get(2));
                return null;
            });
        }
        assertEquals(List.of(REPORTS.getFirst().document().source()), sources(index));
        try (var next = index.write(SHORT)) {
            next.link();
            next.commit();
        }
        try (var records = index.read(); var all = records.observations(ObservationFilter.ALL)) {
            assertEquals(REPORTS.getFirst().observations().size(), all.count());
        }
    }

    @Test
    void ofManyAtOnceOneWrites() throws Exception {
        index("many").write(SHORT).close();
        var inside = new AtomicInteger();
        var came = new AtomicInteger();
        try (var clients = Executors.newFixedThreadPool(4)) {
            var all = java.util.stream.IntStream.range(0, 12).mapToObj(i -> clients.submit(() -> {
                try (var server = new Connections().connect(Clusters.shared().address("many")); var lease = Lease.take(server, SHORT)) {
                    lease.hold();
                    assertEquals(1, inside.incrementAndGet());
                    came.incrementAndGet();
                    lease.hold();
                    inside.decrementAndGet();
                } catch (IndexServerException e) {
                    assertEquals(Reason.BUSY, e.reason());
                }
                return null;
            })).toList();
            for (var each : all) {
                each.get();
            }
        }
        assertFalse(came.get() == 0);
    }
}
