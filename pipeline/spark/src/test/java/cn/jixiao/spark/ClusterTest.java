package cn.jixiao.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Generated reports and hostile files, read here and on a cluster that loses a worker: the same records.
///
/// Short in every build; `-Djixiao.cluster.reports=2000 -Djixiao.cluster.hostile=100` is the long form.
@Timeout(7200)
class ClusterTest {

    private static final int REPORTS = Integer.getInteger("jixiao.cluster.reports");
    private static final int HOSTILE = Integer.getInteger("jixiao.cluster.hostile");
    private static final List<String> KINDS = List.of("documents", "observations", "findings");

    /// Enough for one task, and not for a hostile file.
    private static final String EXECUTOR_MEMORY = "640m";

    /// Long enough that no file runs out of it on a busy machine, so that what fails, fails by its own nature.
    private static final String SECONDS = "600";
    private static final String MEGABYTES = "256";

    @TempDir
    private Path folder;

    @Test
    void aWorkerIsKilledAndNothingIsLostOrDouble() throws IOException, InterruptedException {
        var files = folder.resolve("files");
        write(files);
        var out = folder.resolve("out");
        try (var cluster = new Cluster(folder.resolve("spark"), 2)) {
            var ended = submit(cluster, "--out", out.toString(), "--timeout", SECONDS, "--memory", MEGABYTES, files.toString())
                    .expecting(3);
            assertTrue(ended.talk().contains("killed "), ended.talk());
            assertUnharmed(ended);
            assertTrue(ended.talk().contains("value=33.333333333333336"), ended.talk());
        }
        assertFalse(Files.exists(out.resolve("_staging")), "nothing half done");
        var here = folder.resolve("here");
        ingest(here, files);
        var there = folder.resolve("there");
        Commands.jixiao("import-records", out, "-w", there).expecting(0);
        for (var kind : KINDS) {
            assertEquals(Commands.records(here, kind), Commands.records(there, kind), kind);
        }
        assertAccounted(out);
        resumes(files, out, there);
    }

    private static void ingest(Path workspace, Path files) throws IOException, InterruptedException {
        Commands.jixiao("ingest", "-w", workspace, "--timeout", SECONDS, "--memory", MEGABYTES, files).expecting(3);
    }

    /// Reports, hostile files, a report under two names, and an archive that holds it a third time.
    private static void write(Path files) throws IOException, InterruptedException {
        Commands.generate(files.resolve("reports"), REPORTS, 11);
        HostileFiles.write(files.resolve("hostile"), HOSTILE, 11);
        var report = Files.readAllBytes(files.resolve("reports/000/00003.docx"));
        Files.write(files.resolve("reports/again.docx"), report);
        Files.writeString(files.resolve("reports/long.txt"), "某县司法局2023年度绩效自评报告，预算执行率33.333333333333336%，办理案件87件。");
        Files.write(files.resolve("some.zip"), HostileFiles.zip(new TreeMap<>(Map.of("一.docx", report, "二.txt",
                "某县司法局2023年度绩效自评报告，办理法律援助案件87件。".getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }

    /// What `spark-submit` runs, with a listener that kills the second worker in the middle of the reading.
    private static Commands.Ended submit(Cluster cluster, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(Commands.JAVA, "-Xmx640m", "-D" + KillsAWorker.VICTIM + "="
                + cluster.worker(1).pid(), "-D" + KillsAWorker.AFTER + "=3"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-cp", cluster.home().resolve("jars") + "/*" + File.pathSeparator
                + Commands.HOME.resolve("pipeline/spark/target/test-classes"), "org.apache.spark.deploy.SparkSubmit",
                "--master", cluster.master(), "--executor-memory", EXECUTOR_MEMORY, "--executor-cores", "1"));
        Map.of("spark.ui.enabled", "false", "spark.driver.host", "127.0.0.1", "spark.executor.metrics.pollingInterval", "1000",
                "spark.extraListeners", KillsAWorker.class.getName() + "," + Watches.class.getName())
                .forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.add(Commands.JOB.toString());
        command.addAll(List.of(arguments));
        return Commands.run(command, Map.of("SPARK_LOCAL_IP", "127.0.0.1", "SPARK_HOME", cluster.home().toString(),
                "LANG", "C.UTF-8", "LC_ALL", "C.UTF-8"));
    }

    /// Hostile files cost themselves: no task failed and no executor was lost but by the kill.
    private static void assertUnharmed(Commands.Ended ended) {
        var told = ended.talk().lines().filter(line -> line.startsWith(Watches.MARK)).toList();
        assertEquals(1, told.stream().filter(line -> line.contains("executor lost")).count(), told.toString());
        assertTrue(told.stream().noneMatch(line -> line.contains("task failed") || line.contains("stage failed")), told.toString());
        told.stream().filter(line -> line.contains("heap")).forEach(System.out::println);
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
        var ended = Commands.jixiao("ingest", "--engine", "spark", "--master", "local[2]", "--out", out, "--timeout", SECONDS,
                "--memory", MEGABYTES, files).expecting(3);
        assertTrue(ended.talk().contains("需要读取 1 个"), ended.talk());
        Commands.jixiao("import-records", out, "-w", workspace).expecting(0);
        var here = folder.resolve("here");
        ingest(here, files);
        for (var kind : KINDS) {
            assertEquals(Commands.records(here, kind), Commands.records(workspace, kind), kind);
        }
    }
}
