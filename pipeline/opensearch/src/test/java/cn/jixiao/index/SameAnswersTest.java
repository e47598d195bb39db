package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.opensearch.Clusters;
import cn.jixiao.opensearch.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bundled reports in both.
class SameAnswersTest extends SameAnswers {

    @TempDir
    static Path folder;

    @Override
    Records here() {
        return holding(new Workspace(folder, ServerRecordsTest.LEXICON));
    }

    @Override
    Records there() throws IOException {
        return holding(new ServerIndex(new Connections(), Clusters.shared().address("same"), ServerRecordsTest.LEXICON, Overlay.NONE));
    }

    private static Records holding(RecordStore store) {
        try (var writer = store.write()) {
            for (var report : Corpus.EXTRACTIONS) {
                writer.put(report, new SourceEntry(report.document().source(), report.document().id(), 1, 1, "test", SourceEntry.State.REPORT));
            }
            writer.link();
            writer.commit();
        }
        return store.read();
    }

    /// What ranking must not depend on.
    @Test
    void recordsLieOnTwoShardsAndTheirCopies() throws IOException {
        try (var server = new Connections().connect(Clusters.shared().address("same"))) {
            var settings = server.ask("GET", "same/_settings", Map.of(), null).orElseThrow().path("same").path("settings").path("index");
            assertEquals("2", settings.path("number_of_shards").asText());
            assertEquals("1", settings.path("number_of_replicas").asText());
            server.ask("GET", "_cluster/health/same", Map.of("wait_for_status", "green", "timeout", "60s"), null);
            server.ask("POST", "same/_refresh", Map.of(), null);
            for (var each : server.ask("GET", "_cat/shards/same", Map.of("format", "json"), null).orElseThrow()) {
                assertTrue(Integer.parseInt(each.path("docs").asText("0")) > 100, each.toString());
            }
        }
    }
}
