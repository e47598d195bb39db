package cn.jixiao.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One cluster for all tests that leave it whole: it takes longer to start than most of them to run.
public final class Clusters {

    private static @Nullable Cluster shared;

    private Clusters() {
    }

    public static synchronized Cluster shared() throws IOException {
        if (shared == null) {
            var folder = Files.createTempDirectory("jixiao-cluster");
            var cluster = new Cluster(folder);
            shared = cluster;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                cluster.close();
                delete(folder);
            }));
        }
        return shared;
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            System.err.println(folder + " stays: " + e);
        }
    }
}
