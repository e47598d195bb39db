package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `completeness.grade`: the grade told beside a score is that of 财预〔2020〕10号 (优 from 90, 良 from 80, 中 from 60, below
/// it 差); `completeness.reason`: a form that asks for reasons of deviations has one where a target was missed.
///
/// A report that prints a scale of its own is not held to the common one.
record CompletenessRule(List<Relations.Grade> grades) implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        figures.actuals(figures.relations().score()).forEach(score -> grade(figures, score).ifPresent(findings::add));
        for (var grid : figures.outline().grids()) {
            var reasons = grid.places().stream().filter(place -> !place.heading() && place.column() != null
                    && place.column().id().equals("deviation_reason")).toList();
            reasons.forEach(place -> reason(figures, grid, place).ifPresent(findings::add));
        }
        return findings;
    }

    private Optional<Finding> grade(Figures figures, Observation score) {
        var value = score.quantity().value();
        if (score.evidence().table() != null || value.compareTo(BigDecimal.valueOf(100)) > 0 || ownScale(figures)) {
            return Optional.empty();
        }
        var told = told(figures.tail(score));
        var due = grades.stream().filter(each -> value.compareTo(each.from()) >= 0).findFirst();
        if (told.isEmpty() || due.isEmpty()) {
            return Optional.empty();
        }
        if (told.get().equals(due.get())) {
            return Optional.of(figures.passed("completeness.grade", "%s 为%s".formatted(Figures.print(score),
                    told.get().name()), List.of(score)));
        }
        return Optional.of(figures.alarm("completeness.grade", Finding.Severity.WARNING,
                "得分 %s 应为%s，写作%s".formatted(Figures.print(score), due.get().name(), told.get().name()), List.of(score),
                due.get().name(), told.get().name()));
    }

    private static boolean ownScale(Figures figures) {
        var text = figures.document().text();
        int at = text.indexOf("为优");
        return at > 0 && !text.substring(Math.max(0, at - 30), at).contains("90");
    }

    /// The grade told within a few characters of 等级, 评级 or 级别.
    private Optional<Relations.Grade> told(String tail) {
        for (var word : List.of("等级", "评级", "级别", "档次")) {
            int at = tail.indexOf(word);
            if (at >= 0) {
                var near = tail.substring(at + word.length(), Math.min(tail.length(), at + word.length() + 6));
                return grades.stream().filter(each -> each.words().stream().anyMatch(near::contains)).findFirst();
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> reason(Figures figures, Grid grid, Grid.Place place) {
        var words = figures.words(place.cell());
        if (words.length() > 1) {
            return Optional.empty();
        }
        var row = figures.row(grid.number(), place.cell().row());
        for (var actual : row) {
            for (var target : row) {
                boolean pair = actual.role() == Role.ACTUAL && target.role() == Role.TARGET
                        && actual.label().equals(target.label()) && figures.sameUnit(actual, target)
                        && actual.quantity().kind() != cn.jixiao.observation.Kind.SCORE;
                if (pair && missed(figures, target, actual)) {
                    return Optional.of(figures.alarm("completeness.reason", Finding.Severity.INFO,
                            "%s 未达到目标 %s，未填偏差原因".formatted(Figures.print(actual), Figures.print(target)),
                            List.of(actual, target), "偏差原因", "空"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean missed(Figures figures, Observation target, Observation actual) {
        var got = actual.quantity().interval();
        var wanted = target.quantity().value();
        return TargetRule.ceiling(figures, target) ? got.low() != null && got.low().compareTo(wanted) > 0
                : got.high() != null && got.high().compareTo(wanted) < 0;
    }
}
