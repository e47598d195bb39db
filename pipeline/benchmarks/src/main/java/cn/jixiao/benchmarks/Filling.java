package cn.jixiao.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/// How long one `import-records` takes at least to fill an index on servers, from what a report costs each of those who take
/// part. They work side by side, so that who has most to do decides.
///
/// @param nodes that hold the index, its records spread evenly
/// @param cores of each, and of the client, whose work is taken to spread over them; one of its threads sends
record Filling(int nodes, int cores) {

    /// Milliseconds of processor time a report, as docs/scale.md tells them: of the client, and of the nodes, both copies
    /// together.
    private static final double CLIENT = 7.1;
    private static final double SERVING = 6.6;

    /// What goes over the wire of a report, and what a network card of 1 Gbit/s carries in a second.
    private static final double SENT_BYTES = 186e3;
    private static final double WIRE_BYTES = 110e6;

    /// @param hours until all is in
    /// @param decidedBy who has most to do
    record Outcome(double hours, String decidedBy) {
    }

    Outcome of(long reports) {
        var millis = new TreeMap<>(Map.of("the client", CLIENT / cores, "the nodes", SERVING / (nodes * cores),
                "the wire", SENT_BYTES / WIRE_BYTES * 1000));
        var most = millis.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return new Outcome(most.getValue() * reports / 3_600_000, most.getKey());
    }
}
