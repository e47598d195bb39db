package cn.jixiao.observation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The values a printed figure can stand for, both ends included; an end that is null is open without bound.
///
/// `54.5%` stands for [54.45, 54.55], `920余万元` for [9200000, 9300000], `≥70件` for [70, ).
public record Interval(@Nullable BigDecimal low, @Nullable BigDecimal high) {

    public Interval {
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException("empty interval: " + low + " to " + high);
        }
    }

    public static Interval exactly(BigDecimal value) {
        return new Interval(value, value);
    }

    /// Whether some value lies in both.
    public boolean meets(Interval other) {
        return notAbove(low, other.high) && notAbove(other.low, high);
    }

    private static boolean notAbove(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return low == null || high == null || low.compareTo(high) <= 0;
    }
}
