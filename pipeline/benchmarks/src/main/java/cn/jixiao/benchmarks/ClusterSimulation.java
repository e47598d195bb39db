package cn.jixiao.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How long clusters of growing size take for ten million reports, from the measured costs of files.
///
/// `java -cp pipeline/benchmarks/target/lib/benchmarks.jar:... cn.jixiao.benchmarks.ClusterSimulation COSTS.csv [REPORTS] [SEED]`
public final class ClusterSimulation {

    private static final long REPORTS = 10_000_000;
    private static final int CORES = 4;

    private ClusterSimulation() {
    }

    public static void main(String[] arguments) throws IOException {
        var costs = FileCosts.read(Path.of(arguments[0]));
        long reports = arguments.length > 1 ? Long.parseLong(arguments[1]) : REPORTS;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        System.out.println("machines of " + CORES + " cores | calm: hours, busy | troubled: hours, busy, done twice, waiting, storage");
        for (int machines : List.of(1, 5, 10, 25, 50, 100, 250, 500, 1000)) {
            // Calm: equal machines that last. Troubled: a tenth of them at half speed, each dying once in 200 hours, and one
            // file in a thousand at its time limit.
            var calm = new SimulatedCluster(machines, CORES, 0, 1, 1e9, 0, 10e9).importing(reports, costs, seed);
            var troubled = new SimulatedCluster(machines, CORES, 0.1, 2, 200, 0.001, 2e9).importing(reports, costs, seed);
            System.out.printf(Locale.ROOT, "%d | %.2f, %.0f%% | %.2f, %.0f%%, %.3f%%, %.1f%%, %.0f%%%n", machines, calm.hours(),
                    100 * calm.busy(), troubled.hours(), 100 * troubled.busy(), 100 * troubled.lost(), 100 * troubled.tail(),
                    100 * troubled.storage());
        }
        System.out.println("filling an index on nodes of " + CORES + " cores by one client of " + CORES + " | hours at least, decided by");
        for (int nodes : List.of(1, 2, 5)) {
            var filled = new Filling(nodes, CORES).of(reports);
            System.out.printf(Locale.ROOT, "%d | %.1f, %s%n", nodes, filled.hours(), filled.decidedBy());
        }
    }
}
