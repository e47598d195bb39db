package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// `target.row`: in a table row that tells a target and what was reached, whether the target was met; `target.told`: the
/// same for targets and results told in prose, beside each other or in different sections.
///
/// A missed target is no contradiction, so it is told as information, not as an error. Targets of the whole year are not
/// missed in its middle.
record TargetRule() implements Rule {

    private static final int MOST = 200;

    /// A result and a target told in prose.
    private record Pair(Observation actual, Observation target) {
    }

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        var told = new LinkedHashMap<String, List<Pair>>();
        for (var actual : figures.all()) {
            if (actual.role() != Role.ACTUAL) {
                continue;
            }
            var row = actual.evidence().table() == null ? List.<Observation>of() : inRow(figures, actual);
            row.forEach(target -> check(figures, target, actual, "target.row").ifPresent(findings::add));
            if (row.isEmpty()) {
                told(figures, actual).forEach(target -> told.computeIfAbsent(target.id(), key -> new ArrayList<>())
                        .add(new Pair(actual, target)));
            }
        }
        told.values().forEach(pairs -> told(figures, pairs, findings));
        return findings;
    }

    /// All that met the target; where none did, the one that came nearest, for the others are its parts.
    private static void told(Figures figures, List<Pair> pairs, List<Finding> findings) {
        var met = pairs.stream().filter(each -> met(figures, each.target(), each.actual())).toList();
        if (!met.isEmpty()) {
            var seen = new HashSet<Object>();
            met.stream().filter(each -> seen.add(each.actual().quantity()))
                    .forEach(each -> check(figures, each.target(), each.actual(), "target.told").ifPresent(findings::add));
            return;
        }
        pairs.stream().filter(each -> each.actual().quantity().comparator() != Comparator.GE)
                .max(java.util.Comparator.comparing(each -> ceiling(figures, each.target())
                        ? each.actual().quantity().value().negate() : each.actual().quantity().value()))
                .flatMap(each -> check(figures, each.target(), each.actual(), "target.told")).ifPresent(findings::add);
    }

    private static List<Observation> inRow(Figures figures, Observation actual) {
        return figures.beside(actual).stream().filter(target -> target.role() == Role.TARGET
                && Objects.equals(target.indicator(), actual.indicator()) && target.label().equals(actual.label())
                && Objects.equals(target.breakdown(), actual.breakdown()) && figures.sameUnit(target, actual)
                && !isForecast(figures, target) && !column(figures, actual, "completion_rate")).toList();
    }

    private static boolean column(Figures figures, Observation one, String id) {
        return figures.place(one).map(place -> place.column() != null && place.column().id().equals(id)).orElse(false);
    }

    /// What is expected by the end of the year is no goal: 全年预计完成值, 全年预计执行数.
    private static boolean isForecast(Figures figures, Observation one) {
        return column(figures, one, "forecast_value") || column(figures, one, "forecast_spent");
    }

    /// The targets told of the same thing: right before the result, else the best named in the same project.
    private static List<Observation> told(Figures figures, Observation actual) {
        if (actual.quantity().kind() == Kind.SCORE) {
            return List.of();
        }
        if (actual.evidence().table() != null) {
            return named(figures, actual).filter(target -> Labels.alike(target.label(), actual.label())).limit(1).toList();
        }
        var next = figures.around(actual, 1, 0).reversed().stream().filter(target -> target.role() == Role.TARGET
                && target.evidence().span().start() < actual.evidence().span().start() && follows(figures, target, actual))
                .findFirst().or(() -> adjacent(figures, actual));
        if (next.isPresent()) {
            return List.of(next.get());
        }
        var among = named(figures, actual).toList();
        if (among.stream().map(each -> each.quantity().value()).distinct().count() <= 1) {
            return among.stream().limit(1).toList();
        }
        var named = among.stream().filter(target -> Labels.alike(target.label(), actual.label())).toList();
        return named.stream().map(each -> each.quantity().value()).distinct().count() == 1
                ? named.stream().limit(1).toList() : List.of();
    }

    /// Targets of the same thing anywhere in the same project.
    private static Stream<Observation> named(Figures figures, Observation actual) {
        return (actual.indicator() == null ? figures.targets(null).stream() : figures.relations().near(actual.indicator())
                .stream().flatMap(each -> figures.targets(each).stream())).limit(MOST).filter(target -> sameGoal(figures, target, actual));
    }

    /// A result that takes its name from the target right before it (领导干部学法培训目标>=1场，实办5场).
    private static Optional<Observation> adjacent(Figures figures, Observation actual) {
        var beside = figures.beside(actual);
        int at = Figures.among(beside, actual);
        if (at < 1 || actual.evidence().table() != null) {
            return Optional.empty();
        }
        var before = beside.get(at - 1);
        boolean goal = before.role() == Role.TARGET && figures.sameUnit(before, actual)
                && figures.relations().says("goal", figures.lead(before))
                && (at < 2 || beside.get(at - 2).role() == Role.ACTUAL || !figures.sameUnit(beside.get(at - 2), actual));
        return goal && figures.lead(actual).length() < 20 ? Optional.of(before) : Optional.empty();
    }

    /// A result told right after its target, whatever subset either is said to be.
    private static boolean follows(Figures figures, Observation target, Observation actual) {
        boolean same = actual.indicator() != null ? Objects.equals(target.indicator(), actual.indicator())
                : Labels.alike(target.label(), actual.label());
        boolean unit = figures.sameUnit(target, actual) || (actual.indicator() != null
                && target.quantity().kind() == Kind.COUNT && actual.quantity().kind() == Kind.COUNT
                && Labels.people(target.quantity().unit(), actual.quantity().unit()));
        boolean part = actual.breakdown() != null && !actual.breakdown().equals(target.breakdown())
                && !figures.around(actual, 0, 0).stream().filter(each -> figures.sameUnit(each, actual)
                        && each != actual && each.role() == Role.ACTUAL
                        && Objects.equals(each.indicator(), actual.indicator())).toList().isEmpty();
        boolean year = target.year() == null || actual.year() == null || target.year() <= actual.year();
        return same && unit && !part && year;
    }

    private static boolean sameGoal(Figures figures, Observation target, Observation actual) {
        boolean named = actual.indicator() != null || Labels.alike(target.label(), actual.label());
        return target.role() == Role.TARGET && named && figures.sameUnit(target, actual)
                && Objects.equals(target.breakdown(), actual.breakdown()) && Objects.equals(target.region(), actual.region())
                && Objects.equals(target.year(), actual.year())
                && (Objects.equals(target.project(), actual.project()) || target.project() == null)
                && !isForecast(figures, target) && !column(figures, target, "stage_target");
    }

    private static Optional<Finding> check(Figures figures, Observation target, Observation actual, String name) {
        var operands = List.of(actual, target);
        var words = actual.label() + "：目标 " + Figures.print(target) + "，实际 " + Figures.print(actual);
        if (met(figures, target, actual)) {
            return Optional.of(figures.passed(name, words + "，达到", operands));
        }
        boolean least = target.evidence().table() != null && !column(figures, target, "stage_target")
                && inRow(figures, target).stream().noneMatch(each ->
                        each.quantity().value().compareTo(target.quantity().value()) > 0);
        boolean early = target.period() != null && actual.period() != null && !target.period().equals(actual.period())
                && actual.quantity().kind() != Kind.RATE && !ceiling(figures, target)
                && (target.evidence().table() == null || least);
        return early ? Optional.empty() : Optional.of(figures.alarm(name, Finding.Severity.INFO, words + "，未达到", operands,
                Figures.print(target), Figures.print(actual)));
    }

    private static boolean met(Figures figures, Observation target, Observation actual) {
        var wanted = target.quantity().value();
        var got = actual.quantity().interval();
        return ceiling(figures, target) ? got.low() == null || got.low().compareTo(wanted) <= 0
                : got.high() == null || got.high().compareTo(wanted) >= 0;
    }

    /// Whether less is better: the target says so, or another target of its row, or its name does (成本, 再犯罪率).
    static boolean ceiling(Figures figures, Observation target) {
        return switch (target.quantity().comparator()) {
            case LE, LT -> true;
            case GE, GT -> false;
            case EQ, ABOUT -> figures.relations().says("ceiling", target.label())
                    || (target.evidence().table() != null && inRow(figures, target).stream()
                            .anyMatch(each -> each.quantity().comparator() == Comparator.LE));
        };
    }

}
