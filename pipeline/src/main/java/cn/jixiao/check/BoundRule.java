package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// `bound.*`: a part is not more than what it is a part of (支出 ≤ 到位), told in one sentence or row.
record BoundRule(List<Relations.Bound> bounds) implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var bound : bounds) {
            figures.actuals(bound.part()).forEach(part -> figures.beside(part).stream()
                    .filter(whole -> Objects.equals(whole.indicator(), bound.whole())
                            && whole.role() == cn.jixiao.observation.Role.ACTUAL
                            && whole.quantity().unit().equals(part.quantity().unit()) && Figures.sameSubject(whole, part))
                    .forEach(whole -> findings.add(check(figures, bound, part, whole))));
        }
        return findings;
    }

    private static Finding check(Figures figures, Relations.Bound bound, Observation part, Observation whole) {
        var low = part.quantity().interval().low();
        var high = whole.quantity().interval().high();
        var name = "bound." + bound.name();
        var operands = List.of(part, whole);
        if (low == null || high == null || low.compareTo(high) <= 0) {
            return figures.passed(name, "%s 不多于 %s".formatted(Figures.print(part), Figures.print(whole)), operands);
        }
        return figures.alarm(name, Finding.Severity.WARNING, "%s：%s 多于 %s，多出 %s".formatted(bound.title(),
                Figures.print(part), Figures.print(whole), Figures.print(part.quantity().kind(), part.quantity().unit(),
                        part.quantity().value().subtract(whole.quantity().value()))), operands, "≤ " + Figures.print(whole),
                Figures.print(part));
    }
}
