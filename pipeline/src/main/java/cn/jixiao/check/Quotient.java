package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// A stated figure that should be one figure divided by another: a rate in percent, an average in units.
record Quotient(Observation stated, Observation part, Observation whole) {

    static Quotient of(Observation stated, Observation part, Observation whole) {
        return new Quotient(stated, part, whole);
    }

    /// Whether there is anything to divide by.
    boolean sound() {
        var low = whole.quantity().interval().low();
        return low != null && low.signum() > 0;
    }

    /// Whether the stated figure can follow; a figure over itself is 100 % however coarsely it is printed.
    boolean holds() {
        boolean same = part.quantity().comparator() == Comparator.EQ && whole.quantity().comparator() == Comparator.EQ
                && part.quantity().value().compareTo(whole.quantity().value()) == 0;
        boolean rate = stated.quantity().kind() == Kind.RATE;
        if (!same && rate && Intervals.farFrom(stated.quantity().interval(), part.quantity().interval(), whole.quantity().interval())) {
            return false;
        }
        var percent = same ? Interval.exactly(BigDecimal.valueOf(100)) : Intervals.percent(beside(part), beside(whole));
        return (rate ? percent : Intervals.hundredth(percent)).meets(printed());
    }

    /// Amounts share the precision of the finer one: 10万元 beside 6.79万元 is no rounded figure.
    private Interval beside(Observation one) {
        return one.quantity().kind() == Kind.AMOUNT && part.quantity().kind() == whole.quantity().kind()
                ? Sum.narrowed(one, Sum.finest(List.of(part, whole))) : one.quantity().interval();
    }

    /// What the stated figure can stand for; many cut the last digits off instead of rounding them.
    private Interval printed() {
        var interval = stated.quantity().interval();
        if (stated.quantity().comparator() != Comparator.EQ || interval.low() == null || interval.high() == null) {
            return interval;
        }
        var half = interval.high().subtract(interval.low()).divide(BigDecimal.TWO);
        return new Interval(interval.low(), interval.high().add(half));
    }

    BigDecimal value() {
        int shift = stated.quantity().kind() == Kind.RATE ? 2 : 0;
        return part.quantity().value().movePointRight(shift).divide(whole.quantity().value(), 4, RoundingMode.HALF_UP);
    }

    /// How far the stated figure is from what follows, as a share of what follows.
    BigDecimal distance() {
        var follows = value();
        return follows.signum() == 0 ? BigDecimal.ONE
                : stated.quantity().value().subtract(follows).abs().divide(follows, 4, RoundingMode.HALF_UP);
    }

    /// Whether one slip of the pen in one of the three explains why the quotient is not what is stated.
    boolean oneSlipAway() {
        var stated = stated().quantity().value();
        if (stated.signum() <= 0 || stated.compareTo(BigDecimal.valueOf(100)) == 0) {
            return false;
        }
        var part = part().quantity().value();
        var whole = whole().quantity().value();
        var hundred = BigDecimal.valueOf(stated().quantity().kind() == Kind.RATE ? 100 : 1);
        return Slips.turns(stated, value().setScale(Math.max(0, stated.scale()), RoundingMode.HALF_UP))
                || near(part, stated.multiply(whole).divide(hundred, Math.max(0, part.scale()), RoundingMode.HALF_UP))
                || near(whole, part.multiply(hundred).divide(stated, Math.max(0, whole.scale()), RoundingMode.HALF_UP));
    }

    /// Whether a slip turns the figure into about what it should be: what follows from a rounded rate is not known to
    /// the last digit.
    private static boolean near(BigDecimal told, BigDecimal due) {
        if (told.stripTrailingZeros().precision() < 3) {
            return false;
        }
        var step = due.ulp();
        for (int each = -2; each <= 2; each++) {
            if (Slips.turns(told, due.add(step.multiply(BigDecimal.valueOf(each))))) {
                return true;
            }
        }
        return false;
    }

    List<Observation> operands() {
        return List.of(stated, part, whole);
    }

    Finding tell(Figures figures, String rule, String name, boolean holds, Finding.Severity severity) {
        if (holds) {
            return figures.passed(rule, Figures.print(stated) + " = " + Figures.print(part) + " ÷ " + Figures.print(whole),
                    operands());
        }
        var expected = Figures.print(stated.quantity().kind(), stated.quantity().unit(), value());
        return figures.alarm(rule, severity, "%s写作 %s，而 %s ÷ %s = %s".formatted(name, Figures.print(stated),
                Figures.print(part), Figures.print(whole), expected), operands(), expected, Figures.print(stated));
    }
}
