package cn.jixiao.spark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.launcher.JavaModuleOptions;

/// An import of generated reports and hostile files on a master and two workers, the second of which is killed with SIGKILL
/// in the middle of the reading.
///
/// Also a program, for tests that must not have Spark on their class path: `KilledImport FOLDER REPORTS HOSTILE` leaves what
/// was read in `FOLDER/files` and what came out in `FOLDER/out`.
public final class KilledImport {

    /// Long enough that no file runs out of it on a busy machine, so that what fails, fails by its own nature.
    static final String SECONDS = "600";
    static final String MEGABYTES = "256";

    /// Enough for one task, and not for a hostile file.
    private static final String EXECUTOR_MEMORY = "640m";

    private static final byte[] SHORT_REPORT = "某县司法局2023年度绩效自评报告，办理法律援助案件87件。".getBytes(StandardCharsets.UTF_8);

    private KilledImport() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[0]);
        write(folder.resolve("files"), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        run(folder);
    }

    /// Reports, hostile files, a report under two names, and an archive that holds it a third time.
    static void write(Path files, int reports, int hostile) throws IOException, InterruptedException {
        Commands.generate(files.resolve("reports"), reports, 11);
        HostileFiles.write(files.resolve("hostile"), hostile, 11);
        var report = Files.readAllBytes(files.resolve("reports/000/00003.docx"));
        Files.write(files.resolve("reports/again.docx"), report);
        Files.writeString(files.resolve("reports/long.txt"), "某县司法局2023年度绩效自评报告，预算执行率33.333333333333336%，办理案件87件。");
        Files.write(files.resolve("some.zip"), HostileFiles.zip(new TreeMap<>(Map.of("一.docx", report, "二.txt", SHORT_REPORT))));
    }

    /// Imports `FOLDER/files` into `FOLDER/out`.
    ///
    /// @throws AssertionError if anything was harmed but the worker
    static Commands.Ended run(Path folder) throws IOException, InterruptedException {
        try (var cluster = new Cluster(folder.resolve("spark"), 2)) {
            var ended = submit(cluster, "--out", folder.resolve("out").toString(), "--timeout", SECONDS, "--memory", MEGABYTES,
                    folder.resolve("files").toString()).expecting(3);
            requireUnharmed(ended);
            return ended;
        }
    }

    /// What `spark-submit` runs, with a listener that kills the second worker in the middle of the reading.
    private static Commands.Ended submit(Cluster cluster, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(Commands.JAVA, "-Xmx640m", "-Djixiao.lang=zh", "-D" + KillsAWorker.VICTIM + "="
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
    private static void requireUnharmed(Commands.Ended ended) {
        var told = ended.talk().lines().filter(line -> line.startsWith(Watches.MARK)).toList();
        require(ended.talk().contains("killed "), ended.talk());
        require(told.stream().filter(line -> line.contains("executor lost")).count() == 1, told.toString());
        require(told.stream().noneMatch(line -> line.contains("task failed") || line.contains("stage failed")), told.toString());
        told.stream().filter(line -> line.contains("heap")).forEach(System.out::println);
    }

    private static void require(boolean held, String words) {
        if (!held) {
            throw new AssertionError(words);
        }
    }
}
