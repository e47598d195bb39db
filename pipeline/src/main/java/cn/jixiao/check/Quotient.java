package cn.jixiao.check;

import cn.jixiao.observation.Finding;
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

    boolean holds() {
        var percent = Intervals.percent(part.quantity().interval(), whole.quantity().interval());
        return (stated.quantity().kind() == Kind.RATE ? percent : Intervals.hundredth(percent))
                .meets(stated.quantity().interval());
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

    List<Observation> operands() {
        return List.of(stated, part, whole);
    }

    Finding tell(Figures figures, String rule, String name, boolean holds, Finding.Severity severity) {
        if (holds) {
            return figures.passed(rule, "%s = %s ÷ %s".formatted(Figures.print(stated), Figures.print(part),
                    Figures.print(whole)), operands());
        }
        var expected = Figures.print(stated.quantity().kind(), stated.quantity().unit(), value());
        return figures.alarm(rule, severity, "%s写作 %s，而 %s ÷ %s = %s".formatted(name, Figures.print(stated),
                Figures.print(part), Figures.print(whole), expected), operands(), expected, Figures.print(stated));
    }
}
