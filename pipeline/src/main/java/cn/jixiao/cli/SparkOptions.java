package cn.jixiao.cli;

import cn.jixiao.read.ocr.Ocr;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `ingest --engine spark`: starts the Spark module's job as a process of its own, with Spark's libraries and none of this
/// program's, and waits for it.
final class SparkOptions {

    enum Engine { LOCAL, SPARK }

    /// How files are read, whatever the engine.
    record Reading(int timeout, int memory, Ocr ocr, boolean retryFailed) {
    }

    private static final String JOB = "cn.jixiao.spark.SparkIngest";

    /// The same as Spark's own launcher gives to Java; a test of the module holds them together.
    private static final List<String> JAVA = List.of("-XX:+IgnoreUnrecognizedVMOptions",
            "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED", "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.cs=ALL-UNNAMED", "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED",
            "--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED", "-Dio.netty.tryReflectionSetAccessible=true",
            "-Dio.netty.allocator.type=pooled", "-Dio.netty.handler.ssl.defaultEndpointVerificationAlgorithm=NONE",
            "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    @Option(names = "--engine", paramLabel = "local|spark", descriptionKey = "ingest.engine")
    private Engine engine = Engine.LOCAL;

    @Option(names = "--master", paramLabel = "URL", descriptionKey = "ingest.master")
    private @Nullable String master;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "ingest.out")
    private @Nullable String out;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", descriptionKey = "ingest.conf")
    private Map<String, String> settings = Map.of();

    @Option(names = "--run-files", paramLabel = "N", descriptionKey = "ingest.run-files")
    private @Nullable Integer runFiles;

    boolean wanted() {
        if (engine == Engine.SPARK) {
            return true;
        }
        var stray = master != null ? "--master" : out != null ? "--out" : !settings.isEmpty() ? "--conf"
                : runFiles != null ? "--run-files" : null;
        if (stray != null) {
            throw new UserException("ingest.spark.only", stray);
        }
        return false;
    }

    /// Runs the job and answers its exit status.
    int run(Session session, List<String> paths, Reading reading) throws IOException {
        if (out == null) {
            throw new UserException("ingest.out.none");
        }
        var job = session.home().resolve("pipeline/spark/target/jixiao-spark.jar");
        if (!Files.exists(job)) {
            throw new UserException("ingest.spark.missing", job);
        }
        var command = java(session, job);
        command.addAll(List.of(JOB, "--out", out, "--timeout", Integer.toString(reading.timeout()), "--memory",
                Integer.toString(reading.memory()), "--ocr", reading.ocr().name().toLowerCase(Locale.ROOT)));
        if (reading.retryFailed()) {
            command.add("--retry-failed");
        }
        if (runFiles != null) {
            command.addAll(List.of("--run-files", runFiles.toString()));
        }
        session.overlays().forEach(folder -> command.addAll(List.of("--dictionaries", folder.toString())));
        command.add("--");
        command.addAll(paths);
        return await(new ProcessBuilder(command).inheritIO().start());
    }

    private List<String> java(Session session, Path job) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA);
        command.addAll(List.of("-Djixiao.lang=" + session.console().messages().locale().getLanguage(),
                "-Dlog4j2.configurationFile=cn/jixiao/spark/log4j2.properties",
                "-Dspark.master=" + (master == null ? "local[*]" : master), "-Dspark.jars=" + job.toUri(),
                "-Dspark.ui.enabled=false"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-Xmx" + settings.getOrDefault("spark.driver.memory", "2g"), "-cp",
                job + File.pathSeparator + spark(job)));
        return command;
    }

    /// The libraries of the distribution that is installed, else those that the module was built with.
    private static String spark(Path job) throws IOException {
        var home = System.getenv("SPARK_HOME");
        if (home == null || home.isEmpty()) {
            return Files.readString(job.resolveSibling("spark.classpath")).strip();
        }
        var jars = Path.of(home, "jars");
        if (!Files.isDirectory(jars)) {
            throw new UserException("ingest.spark.home", jars);
        }
        return jars.resolve("*").toString();
    }

    /// Ctrl-C reaches the job as it reaches this process; it decides when both end.
    private static int await(Process job) {
        var hook = new Thread(() -> {
            job.destroy();
            job.onExit().join();
        }, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        int status = job.onExit().join().exitValue();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return status;
        }
        return status;
    }
}
