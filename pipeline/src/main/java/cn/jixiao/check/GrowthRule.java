package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `ratio.growth`: growth follows from the figures of both years (由498件增加到534件，增长7.2%), or from this year's figure
/// and the difference (94件，比上年多7件，增幅8.0%).
///
/// It is an alarm only where all three stand in one sentence and nothing else there could be meant.
record GrowthRule() implements Rule {

    private static final String NAME = "ratio.growth";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST = 30;

    /// A reading: this year's figure, and last year's or the difference.
    private record Reading(Observation rate, Observation now, Observation other, boolean difference, boolean falls) {

        BigDecimal before() {
            var other = other().quantity().value();
            return difference ? falls ? now.quantity().value().add(other) : now.quantity().value().subtract(other) : other;
        }

        boolean sound() {
            return before().signum() > 0;
        }

        /// The change in percent of the year before, positive in the direction that the words say.
        boolean holds() {
            var told = now.quantity().value();
            var percent = Intervals.percent(told.signum() == 0 ? Interval.exactly(told) : now.quantity().interval(),
                    Interval.exactly(before()));
            var low = percent.low() == null ? null : percent.low().subtract(HUNDRED);
            var high = percent.high() == null ? null : percent.high().subtract(HUNDRED);
            var change = falls ? new Interval(high == null ? null : high.negate(), low == null ? null : low.negate())
                    : new Interval(low, high);
            return change.meets(rate.quantity().interval());
        }

        /// Whether one slip of the pen explains what does not agree.
        boolean oneSlipAway() {
            var stated = rate.quantity().value();
            var factor = (falls ? HUNDRED.subtract(stated) : HUNDRED.add(stated));
            var due = before().multiply(factor).divide(HUNDRED, Math.max(0, now.quantity().value().scale()), RoundingMode.HALF_UP);
            var step = due.ulp();
            return Slips.turns(stated, value().setScale(Math.max(0, stated.scale()), RoundingMode.HALF_UP))
                    || Slips.turns(now.quantity().value(), due) || Slips.turns(now.quantity().value(), due.add(step))
                    || Slips.turns(now.quantity().value(), due.subtract(step)) || !difference && factor.signum() > 0
                    && Slips.turns(other.quantity().value(), now.quantity().value().multiply(HUNDRED).divide(factor,
                            Math.max(0, other.quantity().value().scale()), RoundingMode.HALF_UP));
        }

        BigDecimal value() {
            var change = now.quantity().value().subtract(before());
            return (falls ? change.negate() : change).multiply(HUNDRED).divide(before(), 4, RoundingMode.HALF_UP);
        }
    }

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var rate : figures.all()) {
            if (rate.quantity().kind() == Kind.RATE && rate.evidence().table() == null && grows(figures, rate)) {
                check(figures, rate).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /// Whether the words right before the rate speak of growth, and not of a share (为年初预算的100%).
    private static boolean grows(Figures figures, Observation rate) {
        var lead = figures.lead(rate);
        var last = lead.substring(Math.max(0, lead.length() - 10));
        return figures.relations().says("growth", last) && !lead.endsWith("的") && !last.contains("占");
    }

    private static Optional<Finding> check(Figures figures, Observation rate) {
        boolean falls = figures.relations().says("fall", figures.lead(rate));
        var near = readings(figures, rate, figures.around(rate, 1, 1), falls);
        var right = near.stream().filter(Reading::holds).findFirst();
        if (right.isEmpty()) {
            right = readings(figures, rate, figures.around(rate, 1, 0), far(figures, rate), falls).stream().filter(each -> !each.difference())
                    .filter(each -> Objects.equals(each.now().indicator(), each.other().indicator()))
                    .filter(Reading::holds).findFirst();
        }
        if (right.isPresent()) {
            return Optional.of(tell(figures, right.get(), true));
        }
        var told = readings(figures, rate, figures.beside(rate), falls).stream().filter(each -> sure(figures, each)).toList();
        boolean open = rate.quantity().comparator() != Comparator.EQ && rate.quantity().comparator() != Comparator.ABOUT;
        if (told.size() == 1 && !open) {
            return Optional.of(tell(figures, told.getFirst(), false));
        }
        var slips = java.util.stream.Stream.concat(readings(figures, rate, figures.beside(rate), falls).stream()
                        .filter(GrowthRule::years), readings(figures, rate, figures.around(rate, 1, 0), far(figures, rate), falls).stream()
                        .filter(each -> !each.difference() && years(each) && (figures.together(rate, each.now())
                                || figures.together(rate, each.other()))
                                && Objects.equals(each.now().indicator(), each.other().indicator())))
                .filter(Reading::oneSlipAway).distinct().toList();
        return slips.size() == 1 && !open ? Optional.of(tell(figures, slips.getFirst(), false)) : Optional.empty();
    }

    /// A whole's figures of two years.
    private static boolean years(Reading it) {
        return !it.difference() && it.now().year() != null && it.other().year() != null
                && it.other().year() < it.now().year()
                && it.now().breakdown() == null && it.other().breakdown() == null;
    }

    /// Figures of what grew, wherever the report tells them.
    private static List<Observation> far(Figures figures, Observation rate) {
        var around = figures.around(rate, 1, 0).stream().filter(each -> each.indicator() != null
                && each.quantity().kind() != Kind.RATE).map(Observation::indicator).distinct().toList();
        return around.stream().flatMap(figures::of).filter(each -> each.year() != null && rate.year() != null
                && each.year() < rate.year() || figures.together(rate, each)).limit(MOST).toList();
    }

    private static List<Reading> readings(Figures figures, Observation rate, List<Observation> among, boolean falls) {
        return readings(figures, rate, among, among, falls);
    }

    private static List<Reading> readings(Figures figures, Observation rate, List<Observation> near, List<Observation> among,
            boolean falls) {
        var found = new ArrayList<Reading>();
        for (var now : exact(near)) {
            for (var other : exact(among)) {
                if (now == other || !figures.sameUnit(now, other)) {
                    continue;
                }
                boolean difference = figures.grows(other);
                if (!difference) {
                    found.add(new Reading(rate, now, other, false, falls));
                }
                if (difference) {
                    found.add(new Reading(rate, now, other, true, falls));
                }
            }
        }
        return found.stream().filter(Reading::sound).toList();
    }

    private static List<Observation> exact(List<Observation> among) {
        return among.stream().filter(each -> each.quantity().kind() != Kind.RATE
                && each.quantity().comparator() == Comparator.EQ).toList();
    }

    /// Told so closely that nothing else can be meant: the figure and its difference right before the rate, or one
    /// figure of each year.
    private static boolean sure(Figures figures, Reading reading) {
        var beside = figures.beside(reading.rate());
        int at = Figures.among(beside, reading.rate());
        int now = Figures.among(beside, reading.now());
        int other = Figures.among(beside, reading.other());
        if (reading.difference()) {
            return other == at - 1 && now >= 0 && now < other && beside.subList(now + 1, other).stream()
                    .allMatch(each -> each.quantity().kind() == Kind.RATE);
        }
        boolean years = reading.other().year() != null && reading.now().year() != null
                && reading.other().year() == reading.now().year() - 1
                && Objects.equals(reading.rate().year(), reading.now().year());
        boolean behind = other == at + 1 && now == at - 1 && figures.depth(reading.other()) > figures.depth(reading.rate());
        return years && (behind || Math.max(now, other) < at && Math.min(now, other) >= at - 3 && Math.abs(now - other) == 1);
    }

    private static Finding tell(Figures figures, Reading it, boolean holds) {
        var operands = List.of(it.rate(), it.now(), it.other());
        var words = it.difference() ? "%s，变动 %s".formatted(Figures.print(it.now()), Figures.print(it.other()))
                : "由 %s 到 %s".formatted(Figures.print(it.other()), Figures.print(it.now()));
        if (holds) {
            return figures.passed(NAME, "%s，变动率 %s".formatted(words, Figures.print(it.rate())), operands);
        }
        var expected = Figures.print(Kind.RATE, "%", it.value());
        return figures.alarm(NAME, Finding.Severity.ERROR, "%s，变动率应为 %s，写作 %s".formatted(words, expected,
                Figures.print(it.rate())), operands, expected, Figures.print(it.rate()));
    }
}
