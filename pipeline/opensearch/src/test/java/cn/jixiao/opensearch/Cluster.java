package cn.jixiao.opensearch;

import cn.jixiao.index.ServerAddress;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A real OpenSearch cluster of two processes on loopback. The first node leads it; the second holds records alone, so that
/// the cluster stays one when that is killed.
public final class Cluster implements AutoCloseable {

    public static final Path HOME = Path.of(System.getProperty("jixiao.home"));
    private static final int NODES = 2;

    private final Path folder;
    private final List<Process> nodes = new ArrayList<>();
    private final List<Integer> http;
    private final List<Integer> transport;

    /// @param folder for settings, logs and records
    public Cluster(Path folder) throws IOException {
        this.folder = folder;
        var ports = free(2 * NODES);
        this.http = ports.subList(0, NODES);
        this.transport = ports.subList(NODES, 2 * NODES);
        for (int i = 0; i < NODES; i++) {
            nodes.add(start(i));
        }
        try {
            awaitNodes();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Until both are one cluster, and every record has its copy.
    public void awaitNodes() {
        try (var wire = new Wire(address("any"))) {
            var patience = new Patience();
            while (nodes.stream().allMatch(Process::isAlive)) {
                try {
                    var health = wire.ask("GET", "_cluster/health", Map.of("wait_for_nodes", "" + NODES, "wait_for_status", "green",
                            "timeout", "60s"), null).orElseThrow();
                    if (health.path("number_of_nodes").intValue() == NODES && health.path("status").asText().equals("green")) {
                        return;
                    }
                } catch (cn.jixiao.index.IndexServerException e) {
                    // It does not listen yet.
                }
                if (!patience.again()) {
                    break;
                }
            }
        }
        throw new IllegalStateException("no cluster: " + log(0) + log(1));
    }

    private String log(int node) {
        try {
            return Files.readString(folder.resolve("node" + node + ".log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<Integer> free(int count) throws IOException {
        var open = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(new ServerSocket(0));
            }
            return open.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var each : open) {
                each.close();
            }
        }
    }

    private Process start(int node) throws IOException {
        var home = Files.createDirectories(folder.resolve("node" + node));
        Files.createDirectories(home.resolve("config"));
        var module = HOME.resolve("pipeline/opensearch/node/target");
        var seeds = transport.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        var settings = Map.of("cluster.name", "jixiao-test", "node.name", "node" + node, "network.host", "127.0.0.1",
                "http.port", "" + http.get(node), "transport.port", "" + transport.get(node), "discovery.seed_hosts", seeds,
                "cluster.initial_cluster_manager_nodes", "node0", "node.roles", node == 0 ? "cluster_manager,data" : "data",
                "cluster.routing.allocation.disk.threshold_enabled", "false");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                module.resolve("classes") + File.pathSeparator + Files.readString(module.resolve("node.classpath")).strip(),
                "cn.jixiao.opensearch.node.TestNode", home.toString()));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        return new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("node" + node + ".log").toFile()).start();
    }

    /// Where both nodes are named.
    public ServerAddress address(String index) {
        return ServerAddress.parse(url(index), ServerAddress.Login.NONE, null);
    }

    public String url(String index) {
        return "http://" + IntStream.range(0, NODES).mapToObj(i -> "127.0.0.1:" + http.get(i)).collect(Collectors.joining(",")) + "/" + index;
    }

    /// Kills the second node as a power cut would.
    public void kill() {
        nodes.getLast().destroyForcibly().onExit().join();
    }

    /// Starts the second node again, with what is left on its disk, and waits until every record has its copy.
    public void revive() throws IOException {
        nodes.set(NODES - 1, start(NODES - 1));
        awaitNodes();
    }

    @Override
    public void close() {
        nodes.forEach(Process::destroyForcibly);
        nodes.forEach(each -> each.onExit().join());
    }
}
