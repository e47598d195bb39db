package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ratio.*`: a stated rate must follow from its part and its whole (执行率 = 支出 / 预算).
///
/// Operands are looked for in the rate's own sentence or row first, then in the same project. Where several wholes are
/// told (年初预算, 全年预算, 到位), one that agrees is enough: reports differ in which they divide by.
record RatioRule(List<Relations.Ratio> ratios) implements Rule {

    private record Candidate(Observation part, Observation whole) {
    }

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var ratio : ratios) {
            figures.actuals(ratio.rate()).forEach(rate -> check(figures, ratio, rate).ifPresent(findings::add));
        }
        return findings;
    }

    private static Optional<Finding> check(Figures figures, Relations.Ratio ratio, Observation rate) {
        var near = candidates(figures.beside(rate), ratio, rate);
        var candidates = near.isEmpty() && rate.evidence().table() == null ? candidates(figures.all(), ratio, rate) : near;
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var name = "ratio." + ratio.name();
        var right = candidates.stream().filter(each -> agrees(rate, each)).findFirst();
        if (right.isPresent()) {
            var held = right.get();
            return Optional.of(figures.passed(name, "%s = %s ÷ %s".formatted(Figures.print(rate),
                    Figures.print(held.part()), Figures.print(held.whole())), List.of(rate, held.part(), held.whole())));
        }
        if (near.isEmpty()) {
            return Optional.empty();
        }
        var first = near.getFirst();
        var follows = Intervals.percent(first.part().quantity().interval(), first.whole().quantity().interval());
        var expected = Figures.print(rate.quantity().kind(), "%", middle(follows, first));
        return Optional.of(figures.alarm(name, Finding.Severity.ERROR, "%s写作 %s，而 %s ÷ %s = %s".formatted(
                ratio.title(), Figures.print(rate), Figures.print(first.part()), Figures.print(first.whole()), expected),
                List.of(rate, first.part(), first.whole()), expected, Figures.print(rate)));
    }

    private static java.math.BigDecimal middle(cn.jixiao.observation.Interval follows, Candidate candidate) {
        return candidate.part().quantity().value().multiply(java.math.BigDecimal.valueOf(100))
                .divide(candidate.whole().quantity().value(), 4, java.math.RoundingMode.HALF_UP);
    }

    private static List<Candidate> candidates(List<Observation> among, Relations.Ratio ratio, Observation rate) {
        var found = new ArrayList<Candidate>();
        var parts = among.stream().filter(each -> fits(each, List.of(ratio.part()), rate)).toList();
        var wholes = among.stream().filter(each -> fits(each, ratio.wholes(), rate)).toList();
        for (var part : parts) {
            for (var whole : wholes) {
                if (whole.quantity().value().signum() > 0 && whole.quantity().interval().low() != null
                        && whole.quantity().interval().low().signum() > 0
                        && part.quantity().kind() == whole.quantity().kind()) {
                    found.add(new Candidate(part, whole));
                }
            }
        }
        return found;
    }

    private static boolean fits(Observation each, List<String> indicators, Observation rate) {
        return each.role() == Role.ACTUAL && each.indicator() != null && indicators.contains(each.indicator())
                && Figures.sameSubject(each, rate);
    }

    private static boolean agrees(Observation rate, Candidate candidate) {
        return Intervals.percent(candidate.part().quantity().interval(), candidate.whole().quantity().interval())
                .meets(rate.quantity().interval());
    }
}
