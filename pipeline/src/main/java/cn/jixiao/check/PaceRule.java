package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `target.pace`: a rate of progress told beside the pace of the calendar (执行率78%，低于序时进度83.33%) keeps it or not;
/// `target.missed`: what the report itself says it did not reach.
record PaceRule() implements Rule {

    private static final String NAME = "target.pace";

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var pace : figures.all()) {
            boolean calendar = pace.quantity().kind() == Kind.RATE && pace.evidence().table() == null
                    && (figures.relations().says("pace", figures.lead(pace)) || figures.relations().says("pace", pace.label()));
            if (calendar) {
                progress(figures, pace).map(each -> check(figures, each, pace)).ifPresent(findings::add);
            } else if (pace.evidence().table() == null && pace.indicator() != null
                    && figures.relations().ends("missed", figures.lead(pace))) {
                missed(figures, pace).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /// A figure that the report says was not reached (执行率未达90%), and what was.
    private static Optional<Finding> missed(Figures figures, Observation goal) {
        return figures.actuals(goal.indicator()).filter(each -> each != goal && figures.sameUnit(each, goal)
                        && Figures.sameSubject(each, goal) && each.quantity().comparator() == Comparator.EQ).findFirst()
                .filter(each -> each.quantity().value().compareTo(goal.quantity().value()) < 0)
                .map(each -> figures.alarm("target.missed", Finding.Severity.INFO, "%s：要求 %s，实际 %s，报告称未达到".formatted(
                        goal.label(), Figures.print(goal), Figures.print(each)), List.of(each, goal), Figures.print(goal),
                        Figures.print(each)));
    }

    private static Optional<Observation> progress(Figures figures, Observation pace) {
        var beside = figures.beside(pace);
        int at = Figures.among(beside, pace);
        return at > 0 && beside.get(at - 1).quantity().kind() == Kind.RATE ? Optional.of(beside.get(at - 1)) : Optional.empty();
    }

    private static Finding check(Figures figures, Observation progress, Observation pace) {
        var words = "%s %s，序时进度 %s".formatted(progress.label(), Figures.print(progress), Figures.print(pace));
        var operands = List.of(progress, pace);
        return progress.quantity().value().compareTo(pace.quantity().value()) >= 0
                ? figures.passed(NAME, words + "，达到", operands)
                : figures.alarm(NAME, Finding.Severity.INFO, words + "，落后", operands, Figures.print(pace),
                        Figures.print(progress));
    }
}
