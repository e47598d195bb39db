package cn.jixiao.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// What files cost, as `jixiao bench costs` measured it: the distribution that a simulation draws from.
///
/// @param measured a line of the measurement each
record FileCosts(List<Cost> measured) {

    /// One file's.
    ///
    /// @param bytes to be read from storage
    /// @param millis of one processor, for reading, extracting and making records
    /// @param written bytes of records and body
    record Cost(String format, long bytes, double millis, long written) {
    }

    /// Reports that nobody measured are longer and shorter than those: a factor of this spread (the standard deviation of
    /// its logarithm) is laid over each, of mean 1.
    private static final double SPREAD = 0.8;

    FileCosts {
        measured = List.copyOf(measured);
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("no costs");
        }
    }

    static FileCosts read(Path csv) throws IOException {
        try (var lines = Files.lines(csv)) {
            return new FileCosts(lines.skip(1).map(line -> line.split(","))
                    .map(cells -> new Cost(cells[0], Long.parseLong(cells[1]), Double.parseDouble(cells[2])
                            + Double.parseDouble(cells[3]) + Double.parseDouble(cells[4]),
                            Long.parseLong(cells[6]) / 4 + Long.parseLong(cells[7]))).toList());
        }
    }

    /// A file like those that were measured, longer or shorter.
    Cost draw(SplittableRandom random) {
        var like = measured.get(random.nextInt(measured.size()));
        double factor = Math.exp(random.nextGaussian() * SPREAD - SPREAD * SPREAD / 2);
        return new Cost(like.format(), (long) (like.bytes() * factor), like.millis() * factor, (long) (like.written() * factor));
    }
}
