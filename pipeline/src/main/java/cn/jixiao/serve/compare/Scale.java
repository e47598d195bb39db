package cn.jixiao.serve.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A stretch of values on a stretch of paper, with round numbers for its ticks.
///
/// @param from least value, `to` the largest
/// @param start where `from` lies, `end` where `to` does
record Scale(double from, double to, double start, double end, double step) {

    private static final int TICKS = 5;

    /// From zero, or below where values are, to a round number above the largest.
    static Scale of(double least, double most, double start, double end) {
        return between(Math.min(0, least), most, start, end);
    }

    /// From a round number below the least to one above the largest.
    static Scale between(double low, double most, double start, double end) {
        double span = Math.max(most - low, 1e-9);
        double rough = span / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = List.of(1d, 2d, 2.5d, 5d, 10d).stream().map(each -> each * power).filter(each -> each >= rough * 0.999)
                .findFirst().orElse(10 * power);
        return new Scale(Math.floor(low / step) * step, Math.ceil((low + span) / step) * step, start, end, step);
    }

    double at(double value) {
        return start + (end - start) * (value - from) / (to - from);
    }

    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        long count = Math.round((to - from) / step);
        for (long i = 0; i <= count; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    /// A tick as people read it: 1.2亿, 50万, 0.5.
    static String words(double value, boolean chinese) {
        double size = Math.abs(value);
        if (size >= 1e8) {
            return plain(value / (chinese ? 1e8 : 1e9)) + (chinese ? "亿" : "bn");
        }
        if (size >= 1e5) {
            return plain(value / (chinese ? 1e4 : 1e6)) + (chinese ? "万" : "m");
        }
        return plain(value);
    }

    private static String plain(double value) {
        var number = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return (number.signum() == 0 ? BigDecimal.ZERO : number).toPlainString();
    }
}
