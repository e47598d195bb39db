package cn.jixiao.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/// A standalone Spark cluster of processes on loopback: a master and workers of one core each.
final class Cluster implements AutoCloseable {

    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private final String master;

    /// @param home becomes a Spark distribution of links to the module's jars, and holds the workers' folders
    Cluster(Path home, int workers) throws IOException {
        this.home = home;
        var jars = Files.createDirectories(home.resolve("jars"));
        for (var jar : Commands.sparkJars()) {
            Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
        try {
            master = start(MASTER, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0",
                    "--webui-port", "0");
            for (int i = 0; i < workers; i++) {
                start(REGISTERED, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--webui-port", "0",
                        "--cores", "1", "--memory", "2g", "--work-dir", home.resolve("work-" + i).toString(), master);
                this.workers.add(processes.getLast());
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    String master() {
        return master;
    }

    Path home() {
        return home;
    }

    Process worker(int number) {
        return workers.get(number);
    }

    /// Starts a daemon and waits for the words that tell it is ready.
    private String start(Pattern ready, String... mainAndArguments) throws IOException {
        var command = new ArrayList<String>(List.of(Commands.JAVA, "-Xmx256m"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
        command.addAll(List.of(mainAndArguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        processes.add(process);
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var told = ready.matcher(line);
            if (told.find()) {
                Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(each -> { }));
                return told.groupCount() > 0 ? told.group(1) : "";
            }
        }
        throw new IllegalStateException(mainAndArguments[0] + " did not start");
    }

    /// Ends the processes and whatever they started.
    @Override
    public void close() {
        for (var process : processes.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        processes.forEach(process -> process.onExit().join());
        unlink();
    }

    /// The links lead out of the test's folder, and whoever deletes that folder would warn of each.
    private void unlink() {
        try (var links = Files.list(home.resolve("jars"))) {
            for (var link : links.toList()) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("links below " + home, e);
        }
    }
}
