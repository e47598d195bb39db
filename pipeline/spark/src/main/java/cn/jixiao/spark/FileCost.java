package cn.jixiao.spark;

import java.util.Locale;
import java.util.Map;

/// What reading a file is likely to take, from its name and size alone. Only the order and the packing of files depend on
/// it. The starts are means of warm readings (docs/scale.md); what a megabyte more costs is put high on purpose, so that
/// large files come first.
final class FileCost {

    /// @param start milliseconds of the smallest file
    /// @param perMegabyte milliseconds more for each megabyte
    private record Rate(double start, double perMegabyte) {
    }

    private static final Rate OTHER = new Rate(15, 100);
    private static final Map<String, Rate> RATES = Map.of("pdf", new Rate(20, 50), "docx", new Rate(17, 200),
            "doc", new Rate(14, 50), "xlsx", new Rate(20, 400), "xls", new Rate(13, 200), "html", new Rate(13, 150),
            "txt", new Rate(7, 150), "rtf", new Rate(7, 50), "zip", new Rate(20, 400));

    private FileCost() {
    }

    static double millis(FileRef file) {
        var name = file.path().toLowerCase(Locale.ROOT);
        var rate = RATES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER);
        return rate.start() + rate.perMegabyte() * file.size() / 1e6;
    }
}
