package cn.jixiao.spark;

import java.util.Locale;
import java.util.Map;

/// What reading a file is likely to take, from its name and size alone. Only the order and the packing of files depend on
/// it. The figures are medians of warm readings; docs/scale.md tells how they were measured.
final class FileCost {

    /// @param start milliseconds of the smallest file
    /// @param perMegabyte milliseconds more for each megabyte
    private record Rate(double start, double perMegabyte) {
    }

    private static final Rate OTHER = new Rate(20, 300);
    private static final Map<String, Rate> RATES = Map.of("pdf", new Rate(30, 400), "docx", new Rate(20, 300),
            "doc", new Rate(15, 100), "xlsx", new Rate(20, 800), "xls", new Rate(15, 400), "html", new Rate(10, 200),
            "txt", new Rate(8, 200), "zip", new Rate(50, 1_000));

    private FileCost() {
    }

    static double millis(FileRef file) {
        var name = file.path().toLowerCase(Locale.ROOT);
        var rate = RATES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER);
        return rate.start() + rate.perMegabyte() * file.size() / 1e6;
    }
}
