package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// `sum.score` in prose: where items are told with full mark and score (决策类满分15分，得13分) and the marks make 100, the
/// scores make the score that the report tells.
///
/// Only the first score after each mark counts; a report of several projects is left alone.
record ScoreListRule() implements Rule {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    @Override
    public List<Finding> check(Figures figures) {
        var totals = figures.actuals(figures.relations().score()).filter(each -> each.evidence().table() == null).toList();
        var marks = new ArrayList<Observation>();
        var items = new ArrayList<Observation>();
        var scores = figures.all().stream().filter(each -> each.quantity().kind() == Kind.SCORE
                && each.evidence().table() == null && !totals.contains(each)).toList();
        for (int at = 0; at + 1 < scores.size(); at++) {
            var mark = scores.get(at);
            var item = scores.get(at + 1);
            boolean pair = mark.role() == Role.TARGET && item.role() == Role.ACTUAL
                    && figures.sentenceNumber(mark) == figures.sentenceNumber(item);
            if (pair) {
                marks.add(mark);
                items.add(item);
            }
        }
        boolean one = totals.stream().map(each -> each.quantity().value()).distinct().count() == 1
                && figures.outline().projects().size() <= 1;
        boolean form = marks.size() > 2 && Figures.total(marks).filter(each -> each.compareTo(FULL) == 0).isPresent()
                && items.stream().allMatch(each -> Objects.equals(each.year(), items.getFirst().year()));
        if (!one || !form) {
            return List.of();
        }
        var sum = new Sum(totals.getFirst(), items);
        return List.of(sum.holds() ? sum.passed(figures, "sum.score")
                : sum.alarm(figures, "sum.score", Finding.Severity.ERROR, totals.getFirst().label()));
    }
}
