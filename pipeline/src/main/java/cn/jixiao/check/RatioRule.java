package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// `ratio.*` by meaning: a stated rate must follow from its part and its whole (执行率 = 支出 / 预算).
///
/// Operands are looked for in the rate's own sentence or row first, then in the sentences before, then in the same
/// project. Where several wholes are told (年初预算, 全年预算, 到位), one that agrees is enough: reports differ in which
/// they divide by. Far operands can prove a rate right, never wrong.
record RatioRule(List<Relations.Ratio> ratios) implements Rule {

    private static final int MOST = 12;
    private static final int CLOSE = 6;

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        var byRate = ratios.stream().collect(Collectors.groupingBy(Relations.Ratio::rate, LinkedHashMap::new,
                Collectors.toList()));
        byRate.forEach((indicator, readings) -> figures.actuals(indicator)
                .filter(rate -> rate.quantity().kind() == Kind.RATE && rate.quantity().value().signum() > 0)
                .forEach(rate -> readings.stream().map(ratio -> right(figures, ratio, rate)).flatMap(Optional::stream)
                        .findFirst().or(() -> readings.stream().map(ratio -> wrong(figures, ratio, rate))
                                .flatMap(Optional::stream).findFirst()).ifPresent(findings::add)));
        return findings;
    }

    private static Optional<Finding> right(Figures figures, Relations.Ratio ratio, Observation rate) {
        var near = candidates(figures.beside(rate), ratio, rate);
        boolean row = rate.evidence().table() != null && !near.isEmpty();
        var right = row ? first(near) : first(near)
                .or(() -> first(candidates(figures.around(rate, 2, 0), ratio, rate)))
                .or(() -> first(candidates(far(figures, ratio, rate), ratio, rate)))
                .or(() -> first(loose(close(figures, ratio, rate), ratio, rate)));
        return right.map(each -> each.tell(figures, "ratio." + ratio.name(), ratio.title(), true, Finding.Severity.INFO));
    }

    /// A rate of a budget that is nothing: 年初预算为0万元，支出5.2万元，完成年初预算的95.89%.
    private static Optional<Finding> ofNothing(Figures figures, Relations.Ratio ratio, Observation rate) {
        var beside = figures.beside(rate);
        var wholes = beside.stream().filter(each -> fits(each, ratio.wholes(), rate)).toList();
        var parts = beside.stream().filter(each -> fits(each, List.of(ratio.part()), rate)
                && each.quantity().value().signum() > 0).toList();
        boolean nothing = rate.evidence().table() == null && !wholes.isEmpty() && !parts.isEmpty()
                && wholes.stream().allMatch(each -> each.quantity().value().signum() == 0
                        && each.quantity().comparator() == Comparator.EQ);
        return nothing ? Optional.of(figures.alarm("ratio." + ratio.name(), Finding.Severity.WARNING, "%s写作 %s，而 %s 为零，无从计算"
                .formatted(ratio.title(), Figures.print(rate), wholes.getFirst().label()), List.of(rate, parts.getFirst(),
                        wholes.getFirst()), "无", Figures.print(rate))) : Optional.empty();
    }

    private static Optional<Finding> wrong(Figures figures, Relations.Ratio ratio, Observation rate) {
        var nothing = ofNothing(figures, ratio, rate);
        if (nothing.isPresent()) {
            return nothing;
        }
        var near = candidates(figures.beside(rate), ratio, rate);
        var wrong = !near.isEmpty() || rate.evidence().table() != null ? near
                : candidates(figures.around(rate, 2, 0), ratio, rate);
        boolean open = rate.quantity().comparator() != Comparator.EQ && rate.quantity().comparator() != Comparator.ABOUT;
        if (wrong.isEmpty() && !open) {
            var far = candidates(far(figures, ratio, rate), ratio, rate);
            return only(figures, far).or(() -> only(figures, loose(close(figures, ratio, rate), ratio, rate).stream()
                            .filter(each -> Objects.equals(each.part().breakdown(), each.whole().breakdown())).toList()))
                    .filter(Quotient::oneSlipAway).map(each -> each.tell(figures, "ratio." + ratio.name(), ratio.title(), false,
                            Finding.Severity.WARNING));
        }
        if (open) {
            return Optional.empty();
        }
        if (wrong.stream().anyMatch(each -> divided(figures, each))) {
            return Optional.empty();
        }
        var nearest = wrong.stream().min(java.util.Comparator.comparing(Quotient::distance)).orElseThrow();
        return Optional.of(nearest.tell(figures, "ratio." + ratio.name(), ratio.title(), false,
                near.isEmpty() ? Finding.Severity.WARNING : Finding.Severity.ERROR));
    }

    /// The only operands there are, else the only ones told in one sentence; the same money told more roughly (1.25亿元) apart.
    private static Optional<Quotient> only(Figures figures, List<Quotient> among) {
        return single(among).or(() -> single(among.stream().filter(each -> figures.together(each.part(), each.whole()))
                .toList()));
    }

    private static Optional<Quotient> single(List<Quotient> among) {
        boolean one = !among.isEmpty() && among.stream().allMatch(each -> meets(each.part(), among.getFirst().part())
                && meets(each.whole(), among.getFirst().whole()));
        return one ? among.stream().min(java.util.Comparator.comparing(each -> width(each.part()))) : Optional.empty();
    }

    private static boolean meets(Observation one, Observation other) {
        return one.quantity().interval().meets(other.quantity().interval());
    }

    private static BigDecimal width(Observation one) {
        var interval = one.quantity().interval();
        return interval.low() == null || interval.high() == null ? one.quantity().value().abs()
                : interval.high().subtract(interval.low());
    }

    /// Whether a list of parts begins between the whole and the rate: the rate may be of a part whose whole is not told.
    private static boolean divided(Figures figures, Quotient quotient) {
        var rate = quotient.stated();
        var whole = quotient.whole();
        var between = figures.between(whole, rate);
        int list = between.lastIndexOf("其中");
        return rate.evidence().table() == null && whole.evidence().table() == null && whole.quantity().kind() == Kind.AMOUNT
                && list >= 0 && between.indexOf('。', list) < 0;
    }

    private static List<Observation> close(Figures figures, Relations.Ratio ratio, Observation rate) {
        int number = figures.sentenceNumber(rate);
        return number < 0 ? List.of() : figures.sentences(number - CLOSE, number + CLOSE).stream().filter(each ->
                Objects.equals(each.project(), rate.project()) && each.indicator() != null
                        && (each.indicator().equals(ratio.part()) || ratio.wholes().contains(each.indicator()))).toList();
    }

    /// Operands of the same project that may be named as parts of something (受理市直医疗纠纷16件，调结16件).
    private static List<Quotient> loose(List<Observation> among, Relations.Ratio ratio, Observation rate) {
        var found = new ArrayList<Quotient>();
        for (var part : among) {
            for (var whole : among) {
                var quotient = Quotient.of(rate, part, whole);
                if (ratio.part().equals(part.indicator()) && whole.indicator() != null
                        && ratio.wholes().contains(whole.indicator()) && part != whole && quotient.sound()
                        && part.role() == Role.ACTUAL && whole.role() == Role.ACTUAL
                        && part.quantity().kind() == whole.quantity().kind()) {
                    found.add(quotient);
                }
            }
        }
        return found;
    }

    private static Optional<Quotient> first(List<Quotient> among) {
        return among.stream().filter(Quotient::holds).findFirst();
    }

    /// The first operands that the report tells of the same subject, wherever they stand.
    private static List<Observation> far(Figures figures, Relations.Ratio ratio, Observation rate) {
        var far = new ArrayList<>(figures.of(ratio.part()).filter(each -> fits(each, List.of(ratio.part()), rate)).limit(MOST)
                .toList());
        ratio.wholes().forEach(whole -> far.addAll(figures.of(whole).filter(each -> fits(each, ratio.wholes(), rate)).limit(MOST)
                .toList()));
        return far;
    }

    private static List<Quotient> candidates(List<Observation> among, Relations.Ratio ratio, Observation rate) {
        var found = new ArrayList<Quotient>();
        var parts = among.stream().filter(each -> fits(each, List.of(ratio.part()), rate)).toList();
        var wholes = among.stream().filter(each -> fits(each, ratio.wholes(), rate)).toList();
        for (var part : parts) {
            for (var whole : wholes) {
                var quotient = Quotient.of(rate, part, whole);
                if (part != whole && part.quantity().kind() == whole.quantity().kind() && quotient.sound()) {
                    found.add(quotient);
                }
            }
        }
        return found;
    }

    private static boolean fits(Observation each, List<String> indicators, Observation rate) {
        return each.role() == Role.ACTUAL && each.indicator() != null && indicators.contains(each.indicator())
                && each.quantity().kind() != Kind.RATE && Figures.sameSubject(each, rate);
    }
}
