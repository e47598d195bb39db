package cn.jixiao.check;

import cn.jixiao.observation.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Arithmetic on the intervals that printed figures stand for; an open end stays open.
final class Intervals {

    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final double NEGLIGIBLE = 0.0001;

    private Intervals() {
    }

    static Interval sum(List<Interval> parts) {
        return sum(parts, Function.identity());
    }

    /// @param stands what each part can stand for
    static <T> Interval sum(List<T> parts, Function<T, Interval> stands) {
        @Nullable BigDecimal low = BigDecimal.ZERO;
        @Nullable BigDecimal high = BigDecimal.ZERO;
        for (var each : parts) {
            var part = stands.apply(each);
            low = low == null || part.low() == null ? null : low.add(part.low());
            high = high == null || part.high() == null ? null : high.add(part.high());
        }
        return new Interval(low, high);
    }

    /// `part` as a percentage of `whole`, both not negative.
    ///
    /// @throws ArithmeticException if the whole can be zero
    static Interval percent(Interval part, Interval whole) {
        if (whole.low() == null || whole.low().signum() <= 0) {
            throw new ArithmeticException("no rate of a whole that can be zero: " + whole);
        }
        var low = part.low() == null ? BigDecimal.ZERO
                : whole.high() == null ? BigDecimal.ZERO : part.low().multiply(HUNDRED).divide(whole.high(), DOWN);
        var high = part.high() == null ? null : part.high().multiply(HUNDRED).divide(whole.low(), UP);
        return new Interval(low, high);
    }

    /// Whether one over the other is nowhere near a rate, in percent: a rough division tells that of most pairs, and an exact
    /// one costs as much as all else. Ends are taken twice as far apart as they are.
    static boolean farFrom(Interval rate, Interval part, Interval whole) {
        if (rate.low() == null || rate.high() == null || part.low() == null || part.high() == null || whole.low() == null
                || whole.high() == null || part.low().signum() < 0) {
            return false;
        }
        double least = low(part) * 100 / high(whole);
        double most = low(whole) > 0 ? high(part) * 100 / low(whole) : Double.POSITIVE_INFINITY;
        return most < low(rate) - NEGLIGIBLE || least > high(rate) + NEGLIGIBLE;
    }

    private static double low(Interval it) {
        return it.low().doubleValue() - width(it);
    }

    private static double high(Interval it) {
        return it.high().doubleValue() + width(it);
    }

    private static double width(Interval it) {
        return it.high().doubleValue() - it.low().doubleValue();
    }

    static Interval hundredth(Interval percent) {
        return new Interval(percent.low() == null ? null : percent.low().movePointLeft(2),
                percent.high() == null ? null : percent.high().movePointLeft(2));
    }
}
