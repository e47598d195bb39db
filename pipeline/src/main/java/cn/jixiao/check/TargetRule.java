package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `target.row`: in a table row that tells a target and what was reached, whether the target was met.
///
/// A missed target is no contradiction, so it is told as information, not as an error.
record TargetRule() implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var actual : figures.all()) {
            if (actual.role() == Role.ACTUAL && actual.evidence().table() != null) {
                figures.beside(actual).stream().filter(target -> comparable(target, actual))
                        .forEach(target -> check(figures, target, actual).ifPresent(findings::add));
            }
        }
        return findings;
    }

    private static boolean comparable(Observation target, Observation actual) {
        return target.role() == Role.TARGET && Objects.equals(target.indicator(), actual.indicator())
                && target.label().equals(actual.label()) && Figures.sameSubject(target, actual)
                && target.quantity().unit().equals(actual.quantity().unit());
    }

    private static Optional<Finding> check(Figures figures, Observation target, Observation actual) {
        var met = met(target, actual);
        var operands = List.of(actual, target);
        var words = "%s：目标 %s，实际 %s".formatted(actual.label(), Figures.print(target), Figures.print(actual));
        return met.map(reached -> reached ? figures.passed("target.row", words + "，达到", operands)
                : figures.alarm("target.row", Finding.Severity.INFO, words + "，未达到", operands, Figures.print(target),
                        Figures.print(actual)));
    }

    /// Empty where the printing leaves it open.
    private static Optional<Boolean> met(Observation target, Observation actual) {
        var wanted = target.quantity().value();
        Interval got = actual.quantity().interval();
        return switch (target.quantity().comparator()) {
            case LE, LT -> got.low() == null ? Optional.empty() : Optional.of(got.low().compareTo(wanted) <= 0);
            case EQ, GE, GT, ABOUT -> got.high() != null && got.high().compareTo(wanted) < 0 ? Optional.of(false)
                    : Optional.of(true);
        };
    }
}
