package cn.jixiao.spark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The program, the job and Spark's own daemons as processes, as users start them.
final class Commands {

    static final Path HOME = Path.of(System.getProperty("jixiao.home"));
    static final Path JOB = HOME.resolve("pipeline/spark/target/jixiao-spark.jar");
    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Commands() {
    }

    /// What a process left behind.
    record Ended(int status, String out, String talk) {

        /// Expects one of these exit statuses.
        Ended expecting(int... statuses) {
            if (Arrays.stream(statuses).noneMatch(each -> each == status)) {
                throw new AssertionError("status " + status + "\n" + out + talk);
            }
            return this;
        }
    }

    /// Runs `./jixiao` with arguments.
    static Ended jixiao(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(HOME.resolve("jixiao").toString()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return run(command, Map.of("JIXIAO_NO_CACHE", "1", "JIXIAO_JAVA_HOME", System.getProperty("java.home"), "LANG", "zh_CN.UTF-8",
                "LC_ALL", "zh_CN.UTF-8"));
    }

    static Ended run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var out = Files.createTempFile("jixiao", ".out");
        var talk = Files.createTempFile("jixiao", ".err");
        try {
            var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(talk.toFile());
            builder.environment().remove("SPARK_HOME");
            builder.environment().putAll(environment);
            var process = builder.start();
            try {
                int status = process.waitFor();
                return new Ended(status, Files.readString(out), Files.readString(talk));
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(out);
            Files.delete(talk);
        }
    }

    /// The jars of Spark that the module is built with.
    static List<Path> sparkJars() throws IOException {
        return Stream.of(Files.readString(JOB.resolveSibling("spark.classpath")).strip().split(File.pathSeparator))
                .map(Path::of).toList();
    }

    /// Reports of invented places, made by the program's own generator.
    static void generate(Path folder, int files, long seed) throws IOException, InterruptedException {
        run(List.of(JAVA, "-Xmx300m", "-Djixiao.home=" + HOME, "-cp", HOME.resolve("pipeline/target/test-classes") + File.pathSeparator
                + HOME.resolve("pipeline/target/jixiao.jar") + File.pathSeparator + HOME.resolve("pipeline/target/lib") + "/*",
                "cn.jixiao.ingest.GeneratedFiles", folder.toString(), Integer.toString(files), Long.toString(seed)), Map.of())
                .expecting(0);
    }

    /// All records of a kind in a workspace, sorted.
    static List<String> records(Path workspace, String kind) throws IOException, InterruptedException {
        var file = workspace.resolveSibling(workspace.getFileName() + "-" + kind + ".jsonl");
        jixiao("export", "-w", workspace, "--records", kind, "--format", "jsonl", "--out", file).expecting(0);
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.sorted().toList();
        }
    }
}
