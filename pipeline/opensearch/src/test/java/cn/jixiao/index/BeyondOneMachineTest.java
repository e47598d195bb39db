package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.cluster.RecordFolder;
import cn.jixiao.observation.Extraction;
import cn.jixiao.opensearch.Cluster;
import cn.jixiao.opensearch.Commands;
import cn.jixiao.opensearch.Connections;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole way past one machine: a folder of reports, some of them hostile, imported on a Spark cluster that loses a worker,
/// put into an OpenSearch cluster that loses a node, and asked. Everything is as if it had been imported here.
///
/// Short in every build; `-Djixiao.cluster.reports=2000 -Djixiao.cluster.hostile=100` is the long form. Where
/// `JIXIAO_MATERIAL` names a folder of material, its hostile files come along.
@Timeout(7200)
class BeyondOneMachineTest {

    private static final int REPORTS = Integer.getInteger("jixiao.cluster.reports");
    private static final int HOSTILE = Integer.getInteger("jixiao.cluster.hostile");

    @TempDir
    static Path folder;
    private static Workspace workspace;
    private static Cluster servers;
    private static ServerIndex index;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        var files = folder.resolve("files");
        copy(Corpus.REPORTS, files.resolve("corpus"));
        var material = System.getenv("JIXIAO_MATERIAL");
        if (material != null) {
            copy(Path.of(material, "data/hostile"), files.resolve("material"));
        }
        told("reports and hostile files written, imported on Spark, a worker killed", () -> Commands.killedImport(folder, REPORTS, HOSTILE));
        told("imported here", () -> Commands.jixiao("ingest", "-w", folder.resolve("here"), "--timeout", 600, "--memory", 256, files).expecting(3));
        workspace = new Workspace(folder.resolve("here"), ServerRecordsTest.LEXICON);
        servers = new Cluster(folder.resolve("servers"));
        index = new ServerIndex(new Connections(), servers.address("whole"), ServerRecordsTest.LEXICON, Overlay.NONE);
        told("put on servers, a node killed", () -> load());
        told("the node is back", () -> servers.revive());
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    /// Says how long a step took; the long form is read for these figures.
    private static void told(String what, Step step) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        step.run();
        System.out.printf("%,d reports, %,d hostile: %s: %.1f s%n", REPORTS, HOSTILE, what, (System.nanoTime() - begun) / 1e9);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                Files.createDirectories(to.resolve(from.relativize(each)).getParent());
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }

    /// As `import-records` does, but that a server is killed when half of the reports are on their way and some are in.
    private static void load() throws IOException {
        try (var writer = index.write()) {
            var loaded = new RecordFolder(folder.resolve("out")).load(writer, 2, REPORTS / 4, done -> {
                if (done == REPORTS / 2 + 1) {
                    servers.kill();
                }
            });
            assertTrue(loaded.reports() > REPORTS, loaded.toString());
        }
    }

    @AfterAll
    static void close() {
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void exportsAreTheSameBytes() throws IOException, InterruptedException {
        for (var kind : List.of("documents", "observations", "findings")) {
            var here = folder.resolve(kind + "-here.jsonl");
            var there = folder.resolve(kind + "-there.jsonl");
            Commands.jixiao("export", "--records", kind, "--format", "jsonl", "--out", here, "-w", workspace.folder()).expecting(0);
            Commands.jixiao("export", "--records", kind, "--format", "jsonl", "--out", there, "--index", servers.url("whole")).expecting(0);
            assertEquals(-1, Files.mismatch(here, there), kind);
            System.out.printf("%s: %,d bytes%n", kind, Files.size(here));
        }
    }

    @Test
    void comparisonsAreTheSame() throws IOException, InterruptedException {
        var here = Commands.jixiao("compare", "fund.execution_rate", "--evidence", "-w", workspace.folder()).expecting(0);
        assertEquals(here.out(), Commands.jixiao("compare", "fund.execution_rate", "--evidence", "--index", servers.url("whole")).out());
    }

    /// What no export shows: records that nobody asks for any more.
    @Test
    void nothingIsThereTwice() {
        long expected = 1;
        try (var here = workspace.read(); var sources = here.sources()) {
            expected += sources.count();
            for (var id : here.lines().keySet()) {
                var report = here.extraction(id).orElseThrow();
                expected += RecordDocuments.of(report, report, Lexicon.NONE).size();
            }
        }
        try (var server = new Connections().connect(servers.address("whole")); var view = new ServerView(server)) {
            var everything = JsonNodeFactory.instance.objectNode();
            everything.putObject("match_all");
            assertEquals(expected, view.count(everything));
        }
    }

    /// What every index is held to, over these reports.
    @Nested
    class Contract extends RecordsContract {

        @Override
        List<Extraction> reports() {
            var reports = new ArrayList<Extraction>();
            try (var here = workspace.read()) {
                here.lines().keySet().forEach(id -> reports.add(here.extraction(id).orElseThrow()));
            }
            return reports;
        }

        @Override
        Records holding(List<Extraction> reports) {
            return index.read();
        }
    }

    @Nested
    class Answers extends SameAnswers {

        @Override
        Records here() {
            return workspace.read();
        }

        @Override
        Records there() {
            return index.read();
        }
    }
}
