package cn.jixiao.mention;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Interval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What values a printed figure can stand for.
///
/// A figure with decimals or with 万 behind it is rounded: half a unit of the last printed digit to either side. Whole
/// numbers and amounts 整 are exact, whole percents are rounded. 余, 多 and 几 stay below the next unit of the last digit
/// that is not nought (`920余万` is at most 930万), 近 and 不足 above the one before, 约 within one to either side.
/// Symbols and words of limit are open to one side.
final class Intervals {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Intervals() {
    }

    /// @param step what one of the last printed digit counts; nought where the figure is exact
    static Interval of(Comparator comparator, boolean close, BigDecimal value, BigDecimal step) {
        var interval = raw(comparator, close, value, step);
        return new Interval(plain(interval.low()), plain(interval.high()));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.plain(value);
    }

    private static Interval raw(Comparator comparator, boolean close, BigDecimal value, BigDecimal step) {
        return switch (comparator) {
            case EQ -> {
                var half = step.multiply(HALF);
                yield new Interval(value.subtract(half), value.add(half));
            }
            case GT -> new Interval(value, close ? value.add(magnitude(value)) : null);
            case GE -> new Interval(value, null);
            case LT -> new Interval(close ? value.subtract(magnitude(value)) : null, value);
            case LE -> new Interval(null, value);
            case ABOUT -> new Interval(value.subtract(magnitude(value)), value.add(magnitude(value)));
        };
    }

    /// One of the last digit that is not nought: 100000 for 9200000.
    static BigDecimal magnitude(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros().ulp();
    }
}
