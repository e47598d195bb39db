package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ratio.average`: an amount per unit (人均, 户均, 平均每件) is an amount divided by a count of that unit; `ratio.mean`: a mean
/// score is the mean of the scores told.
///
/// Operands near the average are believed if they give it; operands elsewhere in the report only if they speak of the
/// same thing. It is an alarm only where amount and count are the only ones of the sentence.
record AverageRule() implements Rule {

    private static final String NAME = "ratio.average";
    private static final BigDecimal CLOSE = new BigDecimal("0.5");

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var each : figures.all()) {
            if (each.quantity().kind() == Kind.AMOUNT && each.indicator() == null) {
                unit(figures, each).flatMap(unit -> average(figures, each, unit)).ifPresent(findings::add);
            } else if (each.quantity().kind() == Kind.SCORE && mean(figures, each)) {
                scores(figures, each).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /// What the amount is for each of: 件 in 平均每件, 户 in 户均, 人 in 元/人.
    private static Optional<String> unit(Figures figures, Observation one) {
        var words = one.evidence().table() != null ? one.label() : figures.lead(one);
        words = words.substring(Math.max(0, words.length() - 24)) + figures.tail(one).transform(AverageRule::slash);
        for (int each = words.lastIndexOf('每'); each >= 0; each = words.lastIndexOf('每', each - 1)) {
            int at = each + 1;
            while (at + 1 < words.length() && "一个".indexOf(words.charAt(at)) >= 0) {
                at++;
            }
            if (at < words.length() && "年月季天日周次度".indexOf(words.charAt(at)) < 0) {
                return Optional.of(words.substring(at, at + 1));
            }
        }
        int mean = words.lastIndexOf('均');
        if (mean > 0 && words.charAt(mean - 1) != '平') {
            return Optional.of(words.substring(mean - 1, mean));
        }
        int slash = words.lastIndexOf('/');
        return slash >= 0 && slash + 1 < words.length() ? Optional.of(words.substring(slash + 1, slash + 2)) : Optional.empty();
    }

    private static String slash(String tail) {
        return tail.startsWith("/") ? tail.substring(0, Math.min(2, tail.length())) : "";
    }

    private static Optional<Finding> average(Figures figures, Observation stated, String unit) {
        var near = quotients(figures, stated, unit, figures.around(stated, 3, 1));
        var right = near.stream().filter(Quotient::holds).findFirst();
        if (right.isEmpty() && stated.quantity().value().stripTrailingZeros().precision() > 0) {
            var wide = quotients(figures, stated, unit, figures.all().stream().filter(each -> java.util.Objects.equals(
                    each.project(), stated.project()) && each.quantity().kind() != Kind.RATE).limit(120).toList());
            right = wide.stream().filter(each -> wide.size() <= 12 || akin(each.part().label(), each.whole().label()))
                    .filter(Quotient::holds).min(java.util.Comparator.comparing(each -> akin(each.part().label(),
                            stated.label()) ? 0 : 1));
        }
        if (right.isPresent()) {
            return Optional.of(right.get().tell(figures, NAME, stated.label(), true, Finding.Severity.INFO));
        }
        var told = quotients(figures, stated, unit, figures.beside(stated));
        boolean sure = told.size() == 1 && figures.relations().says("average", figures.lead(stated))
                && told.getFirst().distance().compareTo(CLOSE) < 0 && stated.evidence().table() == null
                && (stated.quantity().comparator() == Comparator.EQ || stated.quantity().comparator() == Comparator.ABOUT);
        return sure ? Optional.of(told.getFirst().tell(figures, NAME, stated.label(), false, Finding.Severity.WARNING))
                : Optional.empty();
    }

    private static List<Quotient> quotients(Figures figures, Observation stated, String unit, List<Observation> among) {
        var found = new ArrayList<Quotient>();
        for (var part : among) {
            if (part == stated || part.quantity().kind() != Kind.AMOUNT || part.role() != stated.role() && part.indicator() == null
                    || part.quantity().value().compareTo(stated.quantity().value()) <= 0) {
                continue;
            }
            for (var whole : among) {
                boolean counted = whole.quantity().kind() == Kind.COUNT && whole.quantity().value().compareTo(BigDecimal.ONE) > 0
                        && (figures.relations().units().same(unit, whole.quantity().unit())
                        || whole.quantity().unit().startsWith(unit) || whole.label().contains(unit));
                var quotient = Quotient.of(stated, part, whole);
                if (counted && quotient.sound()) {
                    found.add(quotient);
                }
            }
        }
        return found;
    }

    /// Whether two labels share two neighbouring characters.
    static boolean akin(String one, String other) {
        for (int at = 0; at + 2 <= one.length(); at++) {
            if (other.contains(one.substring(at, at + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mean(Figures figures, Observation score) {
        return figures.relations().says("mean", score.label()) || figures.relations().says("mean", figures.lead(score));
    }

    private static Optional<Finding> scores(Figures figures, Observation mean) {
        var scores = figures.of(mean.indicator()).filter(each -> each.project() != null && !mean(figures, each)
                && (each.evidence().table() != null) == (mean.evidence().table() != null)).toList();
        if (scores.size() < 2 || scores.stream().map(Observation::project).distinct().count() != scores.size()) {
            return Optional.empty();
        }
        var sum = Intervals.sum(scores, each -> each.quantity().interval());
        var stated = mean.quantity().interval();
        var count = BigDecimal.valueOf(scores.size());
        var times = new cn.jixiao.observation.Interval(stated.low() == null ? null : stated.low().multiply(count),
                stated.high() == null ? null : stated.high().multiply(count));
        var operands = new ArrayList<Observation>();
        operands.add(mean);
        operands.addAll(scores);
        if (sum.meets(times)) {
            return Optional.of(figures.passed("ratio.mean", "%s = %d 项平均".formatted(Figures.print(mean), scores.size()),
                    operands));
        }
        var average = Figures.total(scores).orElseThrow().divide(count, 2, java.math.RoundingMode.HALF_UP);
        var expected = Figures.print(Kind.SCORE, "分", average);
        return Optional.of(figures.alarm("ratio.mean", Finding.Severity.WARNING, "%d 项平均为 %s，写作 %s".formatted(
                scores.size(), expected, Figures.print(mean)), operands, expected, Figures.print(mean)));
    }
}
