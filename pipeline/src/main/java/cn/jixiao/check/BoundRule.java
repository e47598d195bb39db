package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `bound.*`: a part is not more than what it is a part of (支出 ≤ 到位), told in one sentence or row; `bound.score`: no item
/// scores more than its full mark; `bound.rate`: shares of a whole end at 100 %.
record BoundRule(List<Relations.Bound> bounds) implements Rule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var bound : bounds) {
            var closer = closer(bound);
            figures.actuals(bound.part()).forEach(part -> largest(figures, bound, closer, part)
                    .ifPresent(whole -> findings.add(check(figures, bound, part, whole))));
        }
        figures.all().forEach(each -> {
            if (each.quantity().kind() == Kind.SCORE && each.role() == Role.ACTUAL && each.evidence().table() != null) {
                score(figures, each, findings);
            }
            if (each.quantity().kind() == Kind.RATE && each.role() == Role.ACTUAL) {
                rate(figures, each, findings);
            }
        });
        return findings;
    }

    /// The largest of the wholes told with the part, in prose before it: of several budgets the largest counts.
    /// Spending is held against the budget only where the money received is not told between them.
    private static Optional<Observation> largest(Figures figures, Relations.Bound bound, List<String> closer, Observation part) {
        boolean prose = part.evidence().table() == null;
        boolean between = figures.beside(part).stream().anyMatch(each -> each.indicator() != null && closer.contains(each.indicator()));
        return between ? Optional.empty() : figures.beside(part).stream().filter(whole -> Objects.equals(whole.indicator(), bound.whole())
                        && whole.role() == Role.ACTUAL && figures.sameUnit(whole, part) && Figures.sameSubject(whole, part)
                        && !(prose && whole.evidence().span().start() > part.evidence().span().start()))
                .max(java.util.Comparator.comparing(whole -> whole.quantity().value()));
    }

    /// What a bound's part is a part of and is itself a part of its whole.
    private List<String> closer(Relations.Bound bound) {
        return bounds.stream().filter(other -> other.part().equals(bound.part()) && !other.whole().equals(bound.whole())
                && bounds.stream().anyMatch(last -> last.part().equals(other.whole()) && last.whole().equals(bound.whole())))
                .map(Relations.Bound::whole).toList();
    }

    private static Finding check(Figures figures, Relations.Bound bound, Observation part, Observation whole) {
        var low = part.quantity().interval().low();
        var high = whole.quantity().interval().high();
        var name = "bound." + bound.name();
        var operands = List.of(part, whole);
        if (low == null || high == null || low.compareTo(high) <= 0) {
            return figures.passed(name, Figures.print(part) + " 不多于 " + Figures.print(whole), operands);
        }
        var carried = carried(figures, part, low.subtract(high));
        if (carried.isPresent()) {
            return figures.passed(name, "%s 多于 %s，多出的不超过%s %s".formatted(Figures.print(part), Figures.print(whole),
                    carried.get().label(), Figures.print(carried.get())), List.of(part, whole, carried.get()));
        }
        return over(figures, name, bound.title(), admitted(figures, part, whole) ? Finding.Severity.INFO
                : Finding.Severity.WARNING, part, whole);
    }

    /// Whether the report itself tells the rate above 100 % that follows: no contradiction, but worth a note.
    private static boolean admitted(Figures figures, Observation part, Observation whole) {
        return figures.beside(part).stream().filter(rate -> rate.quantity().kind() == Kind.RATE
                && rate.quantity().value().compareTo(HUNDRED) > 0).map(rate -> Quotient.of(rate, part, whole))
                .anyMatch(each -> each.sound() && each.holds());
    }

    /// Money left of earlier years that covers what was spent or received above the year's own.
    private static Optional<Observation> carried(Figures figures, Observation part, BigDecimal excess) {
        return figures.all().stream().filter(each -> figures.sameUnit(each, part) && figures.relations().says("carried", each.label())
                        && each.quantity().interval().high() != null && each.quantity().interval().high().compareTo(excess) >= 0)
                .min(java.util.Comparator.comparing(each -> each.quantity().value()));
    }

    private static Finding over(Figures figures, String name, String title, Finding.Severity severity, Observation part,
            Observation whole) {
        return figures.alarm(name, severity, "%s：%s 多于 %s，多出 %s".formatted(title,
                Figures.print(part), Figures.print(whole), Figures.print(part.quantity().kind(), part.quantity().unit(),
                        part.quantity().value().subtract(whole.quantity().value()))), List.of(part, whole),
                "≤ " + Figures.print(whole), Figures.print(part));
    }

    private static void score(Figures figures, Observation score, List<Finding> findings) {
        figures.beside(score).stream().filter(each -> each.quantity().kind() == Kind.SCORE && each.role() == Role.TARGET
                        && each.label().equals(score.label())
                        && each.evidence().table().column() == nearest(figures, score)).findFirst()
                .filter(mark -> score.quantity().value().compareTo(mark.quantity().value()) > 0)
                .ifPresent(mark -> findings.add(over(figures, "bound.score", score.label() + "得分超过分值",
                        Finding.Severity.ERROR, score, mark)));
    }

    /// The column of the full mark next before the score.
    private static int nearest(Figures figures, Observation score) {
        return figures.beside(score).stream().filter(each -> each.quantity().kind() == Kind.SCORE && each.role() == Role.TARGET
                        && each.evidence().table().column() < score.evidence().table().column())
                .mapToInt(each -> each.evidence().table().column()).max().orElse(-1);
    }

    /// Without 为, 达 and 是 at its end.
    private static String bare(String label) {
        int end = label.length();
        while (end > 0 && "为达是".indexOf(label.charAt(end - 1)) >= 0) {
            end--;
        }
        return label.substring(0, end);
    }

    private static void rate(Figures figures, Observation rate, List<Finding> findings) {
        var low = rate.quantity().interval().low();
        boolean share = figures.relations().ends("share_rate", bare(Figures.squeeze(rate.label())))
                && !Objects.equals(figures.relations().completion(), rate.indicator())
                && !figures.place(rate).map(place -> place.column() != null
                        && place.column().id().equals("completion_rate")).orElse(false)
                && !figures.grows(rate);
        if (share && low != null && low.compareTo(HUNDRED) > 0 && rate.quantity().comparator() != Comparator.GE) {
            findings.add(figures.alarm("bound.rate", Finding.Severity.ERROR, "%s %s 超过 100%%".formatted(rate.label(),
                    Figures.print(rate)), List.of(rate), "≤ 100%", Figures.print(rate)));
        }
    }
}
