package cn.jixiao.check;

import java.math.BigDecimal;

/// The ways a figure is commonly mistyped.
final class Slips {

    private Slips() {
    }

    /// Whether one digit changed, two neighbours swapped, or a shift of the decimal point by four (元 for 万元) turns the
    /// one value into the other.
    static boolean turns(BigDecimal one, BigDecimal other) {
        if (one.signum() <= 0 || other.signum() <= 0 || one.compareTo(other) == 0) {
            return false;
        }
        return digits(one, other) || unit(one, other);
    }

    /// Whether one is ten thousand times the other.
    static boolean unit(BigDecimal one, BigDecimal other) {
        boolean nothing = one.signum() == 0 || other.signum() == 0;
        if (!nothing && Math.abs(magnitude(one) - magnitude(other)) != 4) {
            return false;
        }
        return one.movePointRight(4).compareTo(other) == 0 || other.movePointRight(4).compareTo(one) == 0;
    }

    /// How many digits stand before the point.
    private static int magnitude(BigDecimal value) {
        return value.precision() - value.scale();
    }

    private static boolean digits(BigDecimal one, BigDecimal other) {
        // As many digits before the point, or no change of one turns it into the other.
        if (magnitude(one) != magnitude(other)) {
            return false;
        }
        // One digit changed leaves a difference of one digit, two swapped leave nine times one: most pairs differ by more.
        if (one.subtract(other).stripTrailingZeros().precision() > 2) {
            return false;
        }
        int scale = Math.max(one.stripTrailingZeros().scale(), other.stripTrailingZeros().scale());
        var a = one.setScale(scale).unscaledValue().toString();
        var b = other.setScale(scale).unscaledValue().toString();
        if (a.length() != b.length() || a.length() < 2) {
            return false;
        }
        int first = 0;
        while (a.charAt(first) == b.charAt(first)) {
            first++;
        }
        int last = a.length() - 1;
        while (a.charAt(last) == b.charAt(last)) {
            last--;
        }
        return first == last || (last == first + 1 && a.charAt(first) == b.charAt(last) && a.charAt(last) == b.charAt(first));
    }
}
