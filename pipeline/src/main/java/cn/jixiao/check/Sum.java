package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A whole and the figures that should make it up.
///
/// In one list figures share the precision of the finest: beside 7.05万元, 20万元 has dropped its noughts, and is not
/// rounded to ten thousand. The whole may be rounded more coarsely than its parts, not the other way round.
record Sum(Observation whole, List<Observation> parts) {

    private static final BigDecimal FIFTY_THOUSAND = BigDecimal.valueOf(50_000);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    Sum {
        parts = List.copyOf(parts);
    }

    BigDecimal added() {
        return Figures.total(parts).orElse(BigDecimal.ZERO);
    }

    BigDecimal gap() {
        return added().subtract(whole.quantity().value());
    }

    /// Whether parts and whole can agree.
    boolean holds() {
        return span().meets(whole.quantity().interval());
    }

    /// Whether they cannot agree, however coarsely every part was rounded; nothing at all (0万元) is not
    /// rounded, nor are 20万元 and 15万元 beside 7.05万元.
    boolean fails() {
        var finest = finest();
        return !holds() && !Intervals.sum(parts, each -> round(each) ? narrowed(each, finest) : each.quantity().interval())
                .meets(whole.quantity().interval());
    }

    /// Whether they agree to the last printed digit.
    boolean exact() {
        return gap().signum() == 0 && parts.stream().allMatch(each -> each.quantity().comparator() == Comparator.EQ);
    }

    private static boolean round(Observation one) {
        return one.quantity().value().signum() == 0 || one.quantity().kind() == Kind.AMOUNT
                && one.quantity().value().remainder(FIFTY_THOUSAND).signum() == 0;
    }

    private Interval span() {
        var finest = finest();
        return Intervals.sum(parts, each -> narrowed(each, finest));
    }

    private @Nullable BigDecimal finest() {
        return finest(parts);
    }

    /// Half a unit of the finest printed digit of a list; null where no figure is rounded.
    static @Nullable BigDecimal finest(List<Observation> parts) {
        BigDecimal finest = null;
        for (var each : parts) {
            var half = each.quantity().comparator() == Comparator.EQ ? half(each) : null;
            if (half != null && half.signum() > 0 && (finest == null || half.compareTo(finest) < 0)) {
                finest = half;
            }
        }
        return finest;
    }

    private static @Nullable BigDecimal half(Observation one) {
        var interval = one.quantity().interval();
        return interval.low() == null || interval.high() == null ? null
                : interval.high().subtract(interval.low()).divide(TWO);
    }

    /// What a figure stands for beside figures as fine as that; marks without decimals (8分) are not rounded at all.
    static Interval narrowed(Observation one, @Nullable BigDecimal finest) {
        var own = half(one);
        boolean mark = one.quantity().kind() == Kind.SCORE && one.quantity().comparator() == Comparator.EQ
                && one.quantity().value().stripTrailingZeros().scale() <= 0;
        if (mark && own != null) {
            return Interval.exactly(one.quantity().value());
        }
        if (finest == null || own == null || one.quantity().comparator() != Comparator.EQ || own.compareTo(finest) <= 0) {
            return one.quantity().interval();
        }
        var value = one.quantity().value();
        return new Interval(value.subtract(finest), value.add(finest));
    }

    List<Observation> operands() {
        var operands = new ArrayList<Observation>();
        operands.add(whole);
        operands.addAll(parts);
        return operands;
    }

    Finding passed(Figures figures, String rule) {
        return figures.passed(rule, Figures.print(whole) + " = " + terms(), operands());
    }

    /// @param name what the whole is called (年初预算)
    Finding alarm(Figures figures, String rule, Finding.Severity severity, String name) {
        var kind = whole.quantity().kind();
        var unit = whole.quantity().unit();
        var total = Figures.print(kind, unit, added());
        return figures.alarm(rule, severity, "%s：%s，合计 %s，与所述 %s 相差 %s".formatted(name, terms(), total,
                Figures.print(whole), Figures.print(kind, unit, gap().abs())), operands(), total, Figures.print(whole));
    }

    private String terms() {
        return String.join(" + ", parts.stream().map(Figures::print).toList());
    }

    /// Whether 元 written for 万元 in one figure explains the gap.
    boolean oneUnitAway() {
        return parts.stream().map(each -> each.quantity().value()).anyMatch(each -> each.signum() > 0
                && Slips.unit(each, each.subtract(gap()))) || Slips.unit(whole.quantity().value(), added());
    }

    /// Whether one slip of the pen in one figure explains the gap: a digit mistaken, two digits swapped, a decimal point
    /// shifted, a part told twice or left out.
    boolean oneSlipAway() {
        var gap = gap();
        for (var part : parts) {
            if (Slips.turns(part.quantity().value(), part.quantity().value().subtract(gap))) {
                return true;
            }
        }
        return Slips.turns(whole.quantity().value(), whole.quantity().value().add(gap));
    }
}
