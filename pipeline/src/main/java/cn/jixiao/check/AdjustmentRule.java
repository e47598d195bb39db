package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `sum.adjusted`: a budget and what was added to it or taken from it give the budget after adjustment; `sum.change`: last
/// year's figure and the change told between them give this year's (比2020年的152件增加16件，达168件).
record AdjustmentRule() implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var sentence : figures.sentences()) {
            for (int at = 0; at < sentence.size(); at++) {
                adjusted(figures, sentence, at).ifPresent(findings::add);
                change(figures, sentence, at).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> adjusted(Figures figures, List<Observation> sentence, int at) {
        var by = sentence.get(at);
        if (at < 1 || at + 1 >= sentence.size() || by.quantity().kind() != Kind.AMOUNT
                || !figures.relations().says("adjust", figures.lead(by))) {
            return Optional.empty();
        }
        var before = sentence.get(at - 1);
        var after = sentence.get(at + 1);
        boolean told = before.quantity().kind() == Kind.AMOUNT && after.quantity().kind() == Kind.AMOUNT
                && figures.relations().says("adjusted", figures.lead(after));
        return told ? Optional.of(tell(figures, "sum.adjusted", "调整后预算", before, by, after)) : Optional.empty();
    }

    private static Optional<Finding> change(Figures figures, List<Observation> sentence, int at) {
        if (at < 2) {
            return Optional.empty();
        }
        var by = sentence.get(at);
        var last = sentence.get(at - 1);
        var now = sentence.get(at - 2);
        boolean told = by.quantity().kind() != Kind.RATE && figures.sameUnit(by, last) && figures.sameUnit(last, now)
                && figures.grows(by) && last.year() != null && now.year() != null
                && last.year() == now.year() - 1 && !figures.lead(by).contains("目标");
        return told ? Optional.of(tell(figures, "sum.change", "增减数", last, by, now)) : Optional.empty();
    }

    private static Finding tell(Figures figures, String name, String title, Observation before, Observation by,
            Observation after) {
        var up = new Sum(after, List.of(before, by));
        var down = new Sum(before, List.of(after, by));
        if (up.holds() || down.holds()) {
            return figures.passed(name, "%s，变动 %s，为 %s".formatted(Figures.print(before), Figures.print(by),
                    Figures.print(after)), List.of(after, before, by));
        }
        boolean more = after.quantity().value().compareTo(before.quantity().value()) >= 0;
        return (more ? up : down).alarm(figures, name, Finding.Severity.ERROR, title);
    }
}
