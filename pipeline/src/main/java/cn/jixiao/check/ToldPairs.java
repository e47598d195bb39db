package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// All pairs of counts or amounts that sentences tell close together, by the rate they give: for rates that stand in a
/// table or far away (回收有效问卷1126份，满意999份 … 满意度88.7%).
///
/// A pair is taken only for a rate with decimals that speaks of the same field or shares words with it.
final class ToldPairs {

    private static final int WINDOW = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Figures figures;
    private final TreeMap<BigDecimal, List<Observation[]>> pairs = new TreeMap<>();
    private boolean read;

    ToldPairs(Figures figures) {
        this.figures = figures;
    }

    /// Read when first asked for: many reports tell no rate that asks.
    private TreeMap<BigDecimal, List<Observation[]>> pairs() {
        if (!read) {
            read();
            read = true;
        }
        return pairs;
    }

    private void read() {
        for (var sentence : figures.sentences()) {
            var told = sentence.stream().filter(each -> each.quantity().kind() != Kind.RATE
                    && each.quantity().comparator() == Comparator.EQ && each.quantity().value().signum() > 0).toList();
            for (int i = 0; i < told.size(); i++) {
                for (int j = i + 1; j < Math.min(told.size(), i + 1 + WINDOW); j++) {
                    if (figures.sameUnit(told.get(i), told.get(j)) && told.get(i).role() == told.get(j).role()) {
                        add(told.get(i), told.get(j));
                    }
                }
            }
        }
    }

    private void add(Observation a, Observation b) {
        boolean first = a.quantity().value().compareTo(b.quantity().value()) < 0;
        var part = first ? a : b;
        var whole = first ? b : a;
        var rate = part.quantity().value().multiply(HUNDRED).divide(whole.quantity().value(), MathContext.DECIMAL64);
        pairs.computeIfAbsent(rate, key -> new ArrayList<>()).add(new Observation[] {part, whole});
    }

    /// The first pair that gives the rate and is about the same.
    Optional<Quotient> giving(Observation rate) {
        var interval = rate.quantity().interval();
        var value = rate.quantity().value();
        if (value.stripTrailingZeros().scale() < 1 || interval.low() == null || interval.high() == null
                || value.compareTo(HUNDRED) >= 0) {
            return Optional.empty();
        }
        return pairs().subMap(interval.low(), true, interval.high(), true).values().stream().flatMap(List::stream)
                .filter(pair -> about(rate, pair[0], pair[1])).map(pair -> Quotient.of(rate, pair[0], pair[1]))
                .filter(Quotient::holds).findFirst();
    }

    private static boolean about(Observation rate, Observation part, Observation whole) {
        boolean project = Objects.equals(rate.project(), part.project()) || rate.project() == null || part.project() == null;
        return project && (field(rate).equals(field(part)) || field(rate).equals(field(whole))
                || AverageRule.akin(rate.label(), part.label()) || AverageRule.akin(rate.label(), whole.label()));
    }

    /// The field of an indicator: mediation of mediation.cases; a name of its own where there is none.
    private static String field(Observation one) {
        var indicator = one.indicator();
        return indicator == null ? one.id() : indicator.substring(0, Math.max(0, indicator.indexOf('.')));
    }
}
