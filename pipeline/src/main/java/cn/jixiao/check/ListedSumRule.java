package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `sum.listed`: parts listed after a whole in one sentence (其中：民事105件、刑事30件) make up the whole.
///
/// Parts that fall short of the whole are no alarm here, since 其中 often lists only some of them; parts that exceed
/// it are.
record ListedSumRule() implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < figures.all().size(); i++) {
            var whole = figures.all().get(i);
            if (whole.evidence().table() == null && whole.breakdown() == null && whole.indicator() != null) {
                check(figures, whole, parts(figures, i)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /// The run of figures after the whole, in its sentence, that tell a part of the same thing.
    private static List<Observation> parts(Figures figures, int at) {
        var whole = figures.all().get(at);
        var sentence = figures.sentence(whole);
        var parts = new ArrayList<Observation>();
        for (var each : figures.all().subList(at + 1, figures.all().size())) {
            if (!sentence.contains(each.evidence().span())) {
                break;
            }
            boolean part = each.breakdown() != null && Objects.equals(each.indicator(), whole.indicator())
                    && each.role() == whole.role() && each.quantity().kind() == whole.quantity().kind()
                    && Objects.equals(each.year(), whole.year());
            if (part) {
                parts.add(each);
            } else if (Objects.equals(each.indicator(), whole.indicator())) {
                break;
            }
        }
        return parts;
    }

    private static Optional<Finding> check(Figures figures, Observation whole, List<Observation> parts) {
        if (parts.size() < 2 || whole.quantity().kind() == cn.jixiao.observation.Kind.RATE) {
            return Optional.empty();
        }
        var sum = Intervals.sum(parts.stream().map(each -> each.quantity().interval()).toList());
        var stated = whole.quantity().interval();
        var operands = new ArrayList<Observation>();
        operands.add(whole);
        operands.addAll(parts);
        var added = String.join(" + ", parts.stream().map(Figures::print).toList());
        if (sum.meets(stated)) {
            return Optional.of(figures.passed("sum.listed", Figures.print(whole) + " = " + added, operands));
        }
        if (stated.high() == null || sum.low() == null || sum.low().compareTo(stated.high()) <= 0) {
            return Optional.empty();
        }
        var total = Figures.total(parts).orElseThrow();
        var kind = whole.quantity().kind();
        var unit = whole.quantity().unit();
        return Optional.of(figures.alarm("sum.listed", Finding.Severity.ERROR, "%s合计 %s，超过总数 %s，相差 %s".formatted(
                added, Figures.print(kind, unit, total), Figures.print(whole),
                Figures.print(kind, unit, total.subtract(whole.quantity().value()))),
                operands, Figures.print(kind, unit, total), Figures.print(whole)));
    }
}
