package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.opensearch.Cluster;
import cn.jixiao.opensearch.Connections;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One of two nodes is killed with SIGKILL while questions are answered, and again while reports are put in: both go on with
/// the other, and nothing is lost or double.
@Timeout(600)
class KilledNodeTest {

    private static final List<Extraction> REPORTS = Corpus.EXTRACTIONS.stream()
            .sorted(Comparator.comparing((Extraction each) -> each.document().source())).toList();

    @TempDir
    private Path folder;

    private static ServerIndex index(Cluster cluster, String name) {
        return new ServerIndex(new Connections(), cluster.address(name), Lexicon.NONE, Overlay.NONE);
    }

    private static void put(RecordWriter writer, List<Extraction> reports) {
        for (var report : reports) {
            writer.put(report, new SourceEntry(report.document().source(), report.document().id(), 1, 1, "test", SourceEntry.State.REPORT));
        }
    }

    @Test
    void nothingIsLostOrDouble() throws IOException {
        try (var cluster = new Cluster(folder)) {
            var asked = index(cluster, "asked");
            try (var writer = asked.write()) {
                put(writer, REPORTS);
                writer.link();
                writer.commit();
            }
            cluster.awaitNodes();
            questionsGoOn(cluster, asked);
            cluster.revive();
            var filled = index(cluster, "filled");
            try (var writer = filled.write()) {
                put(writer, REPORTS.subList(0, REPORTS.size() / 2));
                var killed = CompletableFuture.runAsync(cluster::kill);
                put(writer, REPORTS.subList(REPORTS.size() / 2, REPORTS.size()));
                // Twice, as a job does that was broken off and started again.
                put(writer, REPORTS.subList(0, 5));
                killed.join();
                writer.link();
                writer.commit();
            }
            assertWhole(cluster, filled);
        }
    }

    private static void questionsGoOn(Cluster cluster, ServerIndex index) {
        try (var records = index.read(); var all = records.observations(ObservationFilter.ALL)) {
            var told = new ArrayList<Observation>();
            var observations = all.iterator();
            var expected = records.search(SearchQuery.of("农民工")).total();
            for (int i = 0; i < 1_500; i++) {
                told.add(observations.next());
            }
            cluster.kill();
            observations.forEachRemaining(told::add);
            assertEquals(REPORTS.stream().flatMap(each -> each.observations().stream()).toList(), told);
            assertTrue(expected > 0);
            assertEquals(expected, records.search(SearchQuery.of("农民工")).total());
        }
        // A reader that begins while the node is gone.
        try (var records = index.read(); var all = records.documents()) {
            assertEquals(REPORTS.size(), all.count());
        }
    }

    private static void assertWhole(Cluster cluster, ServerIndex index) {
        try (var records = index.read(); var observations = records.observations(ObservationFilter.ALL); var findings = records.findings();
                var sources = records.sources()) {
            assertEquals(REPORTS.stream().flatMap(each -> each.observations().stream()).toList(), observations.toList());
            assertEquals(REPORTS.stream().flatMap(each -> each.findings().stream()).toList(), findings.toList());
            assertEquals(REPORTS.size(), sources.count());
        }
        long expected = 1 + REPORTS.size();
        for (var each : REPORTS) {
            expected += RecordDocuments.of(each, each, Lexicon.NONE).size();
        }
        try (var server = new Connections().connect(cluster.address("filled")); var view = new ServerView(server)) {
            var everything = JsonNodeFactory.instance.objectNode();
            everything.putObject("match_all");
            assertEquals(expected, view.count(everything));
        }
    }
}
