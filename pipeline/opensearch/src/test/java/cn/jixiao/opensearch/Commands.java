package cn.jixiao.opensearch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The program as users start it, and the import on a cluster with its libraries, as processes.
public final class Commands {

    private static final String JAVA_HOME = System.getProperty("java.home");

    private Commands() {
    }

    /// What a process left behind.
    public record Ended(int status, String out, String talk) {

        public Ended expecting(int expected) {
            if (status != expected) {
                throw new AssertionError("status " + status + "\n" + out + talk);
            }
            return this;
        }
    }

    /// Runs `./jixiao` with arguments.
    public static Ended jixiao(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Cluster.HOME.resolve("jixiao").toString()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return run(command, Map.of("JIXIAO_NO_CACHE", "1", "JIXIAO_JAVA_HOME", JAVA_HOME, "JIXIAO_LANG", "zh_CN", "LC_ALL", "C.UTF-8"));
    }

    /// Imports `FOLDER/files`, with reports and hostile files that it adds, into `FOLDER/out` on Spark processes, one of which
    /// is killed in the middle; fails if that harms anything. Spark's libraries are on the class path of that process alone.
    public static Ended killedImport(Path folder, int reports, int hostile) throws IOException, InterruptedException {
        var target = Cluster.HOME.resolve("pipeline/spark/target");
        return run(List.of(Path.of(JAVA_HOME, "bin", "java").toString(), "-Xmx400m", "-Djixiao.home=" + Cluster.HOME, "-cp",
                target.resolve("test-classes") + File.pathSeparator + Files.readString(target.resolve("spark.classpath")).strip(),
                "cn.jixiao.spark.KilledImport", folder.toString(), Integer.toString(reports), Integer.toString(hostile)), Map.of())
                .expecting(0);
    }

    private static Ended run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var out = Files.createTempFile("jixiao", ".out");
        var talk = Files.createTempFile("jixiao", ".err");
        try {
            var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(talk.toFile());
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            return new Ended(status, Files.readString(out), Files.readString(talk));
        } finally {
            Files.delete(out);
            Files.delete(talk);
        }
    }
}
