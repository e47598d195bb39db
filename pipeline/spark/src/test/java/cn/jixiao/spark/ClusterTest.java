package cn.jixiao.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Generated reports and hostile files, read here and on a cluster that loses a worker: the same records.
@Timeout(600)
class ClusterTest {

    private static final int REPORTS = 60;
    private static final int HOSTILE = 10;
    private static final List<String> KINDS = List.of("documents", "observations", "findings");

    @TempDir
    private Path folder;

    @Test
    void aWorkerIsKilledAndNothingIsLostOrDouble() throws IOException, InterruptedException {
        var files = folder.resolve("files");
        KilledImport.write(files, REPORTS, HOSTILE);
        var out = folder.resolve("out");
        assertTooLongIsTold(KilledImport.run(folder).talk());
        assertFalse(Files.exists(out.resolve("_staging")), "nothing half done");
        var here = folder.resolve("here");
        ingest(here, files);
        var there = folder.resolve("there");
        Commands.jixiao("import-records", out, "-w", there).expecting(0);
        for (var kind : KINDS) {
            assertEquals(Commands.records(here, kind), Commands.records(there, kind), kind);
        }
        assertTooLongIsTold(Commands.jixiao("export", "-w", there, "--records", "observations", "--format", "parquet", "--out",
                folder.resolve("all.parquet")).expecting(0).talk());
        assertAccounted(out);
        resumes(files, out, there);
    }

    /// A number that no column holds is left out, never rounded, and whoever imports or exports is told.
    private static void assertTooLongIsTold(String talk) {
        assertTrue(talk.contains("超出表格列的位数") && talk.contains("表中留空") && talk.contains("value=33.333333333333336"), talk);
    }

    private static void ingest(Path workspace, Path files) throws IOException, InterruptedException {
        Commands.jixiao("ingest", "-w", workspace, "--timeout", KilledImport.SECONDS, "--memory", KilledImport.MEGABYTES, files).expecting(3);
    }

    /// Every file is accounted for, and the manifest counts what the tables hold.
    private static void assertAccounted(Path out) throws IOException {
        var run = new ObjectMapper().readValue(out.resolve("run=000001/_manifest.json").toFile(), Run.class);
        // The archives of the hostile files are one outcome each, beside a member that some of them lead to.
        assertEquals(2, run.outcomes().get("duplicate"), run.outcomes().toString());
        assertTrue(run.outcomes().get("failed") >= HOSTILE / 2, run.outcomes().toString());
        assertTrue(run.outcomes().get("ok") >= REPORTS, run.outcomes().toString());
        assertEquals(run.rows().get("bodies"), run.rows().get("documents"));
    }

    /// The same again by `./jixiao`, on this machine alone: nothing is read but what changed.
    private void resumes(Path files, Path out, Path workspace) throws IOException, InterruptedException {
        Files.writeString(files.resolve("new.txt"), "某县司法局2024年度绩效自评报告，办理法律援助案件91件。");
        var ended = Commands.jixiao("ingest", "--engine", "spark", "--master", "local[2]", "--out", out, "--timeout", KilledImport.SECONDS,
                "--memory", KilledImport.MEGABYTES, files).expecting(3);
        assertTrue(ended.talk().contains("需要读取 1 个"), ended.talk());
        Commands.jixiao("import-records", out, "-w", workspace).expecting(0);
        var here = folder.resolve("here");
        ingest(here, files);
        for (var kind : KINDS) {
            assertEquals(Commands.records(here, kind), Commands.records(workspace, kind), kind);
        }
    }
}
