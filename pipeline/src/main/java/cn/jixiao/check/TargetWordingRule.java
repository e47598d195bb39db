package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `conflict.target`: a target that the row says was not changed is told with two values; `conflict.goal`: a goal is told
/// again in other words with another value; `conflict.year`: a goal of this year is told as one of the year before.
record TargetWordingRule() implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var target : figures.all()) {
            if (target.role() != Role.TARGET || target.quantity().kind() == Kind.SCORE) {
                continue;
            }
            if (target.evidence().table() != null) {
                unchanged(figures, target).ifPresent(findings::add);
            } else {
                year(figures, target).ifPresent(findings::add);
            }
            goal(figures, target).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> unchanged(Figures figures, Observation target) {
        var row = figures.beside(target);
        int at = Figures.among(row, target);
        var place = target.evidence().table();
        return row.subList(at + 1, row.size()).stream().filter(each -> each.role() == Role.TARGET
                        && each.label().equals(target.label()) && figures.sameUnit(each, target)
                        && each.quantity().value().compareTo(target.quantity().value()) != 0).findFirst()
                .filter(other -> says(figures, place)).map(other -> figures.alarm("conflict.target", Finding.Severity.WARNING,
                        "%s：目标 %s 未作调整，却另列 %s".formatted(target.label(), Figures.print(target), Figures.print(other)),
                        List.of(target, other), Figures.print(target), Figures.print(other)));
    }

    /// Whether a cell of the row says that nothing was changed.
    private static boolean says(Figures figures, Evidence.Place place) {
        return figures.outline().grids().stream().filter(grid -> grid.number() == place.table())
                .flatMap(grid -> grid.table().cells().stream()).filter(cell -> cell.row() == place.row())
                .map(cell -> figures.words(cell))
                .anyMatch(figures.relations().words("unchanged")::contains);
    }

    /// The same words with a bound, once as the goal and once elsewhere with another bound.
    private static Optional<Finding> goal(Figures figures, Observation target) {
        if (target.quantity().kind() != Kind.COUNT || target.quantity().comparator() != Comparator.GE
                || Labels.core(target.label()).length() < 6) {
            return Optional.empty();
        }
        return figures.of(target.indicator()).filter(each -> each.role() == Role.ACTUAL
                        && each.quantity().comparator() == Comparator.GE && each.label().equals(target.label())
                        && figures.sameUnit(each, target) && Figures.sameSubject(each, target)
                        && each.evidence().table() == null && target.evidence().table() == null
                        && each.quantity().value().compareTo(target.quantity().value()) != 0).findFirst()
                .map(other -> figures.alarm("conflict.goal", Finding.Severity.INFO,
                        "%s：目标为 %s，另一处写作 %s".formatted(target.label(), Figures.print(target), Figures.print(other)),
                        List.of(target, other), Figures.print(target), Figures.print(other)));
    }

    private static Optional<Finding> year(Figures figures, Observation target) {
        var reported = figures.outline().facts().year();
        if (reported == null || target.year() == null || target.year() >= reported || target.indicator() == null) {
            return Optional.empty();
        }
        return figures.of(target.indicator()).filter(each -> each.role() == Role.TARGET
                        && Objects.equals(each.year(), reported) && figures.sameUnit(each, target)
                        && each.quantity().value().compareTo(target.quantity().value()) == 0).findFirst()
                .map(other -> figures.alarm("conflict.year", Finding.Severity.INFO,
                        "%s：%d 年的目标 %s 与 %d 年的目标 %s 相同，年度疑误".formatted(target.label(), target.year(),
                                Figures.print(target), reported, Figures.print(other)),
                        List.of(target, other), Figures.print(other), Figures.print(target)));
    }
}
