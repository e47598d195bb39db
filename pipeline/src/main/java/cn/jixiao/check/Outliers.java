package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// `outlier.jump`: across the reports of one agency a figure jumps a hundredfold or more from a year to the next, which
/// smells of 元 told for 万元.
///
/// Only totals of an indicator are compared, the largest told for the year, and only where both years tell it.
public final class Outliers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Series(String region, String agency, String indicator, String unit) implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            return java.util.Comparator.comparing(Series::region).thenComparing(Series::agency)
                    .thenComparing(Series::indicator).thenComparing(Series::unit).compare(this, other);
        }
    }

    private Outliers() {
    }

    /// @param all the observations of a workspace, in any order
    public static List<Finding> of(List<Observation> all) {
        var series = new TreeMap<Series, Map<Integer, Observation>>();
        for (var each : all) {
            boolean counts = each.indicator() != null && each.year() != null && each.region() != null && each.agency() != null
                    && each.role() == Role.ACTUAL && each.breakdown() == null
                    && each.quantity().comparator() == Comparator.EQ && each.quantity().value().signum() > 0
                    && switch (each.quantity().kind()) {
                        case AMOUNT, COUNT -> true;
                        case RATE, SCORE -> false;
                    };
            if (counts) {
                var key = new Series(Objects.requireNonNull(each.region()).code(), Objects.requireNonNull(each.agency()),
                        Objects.requireNonNull(each.indicator()), each.quantity().unit());
                series.computeIfAbsent(key, none -> new TreeMap<>()).merge(Objects.requireNonNull(each.year()), each,
                        (a, b) -> a.quantity().value().compareTo(b.quantity().value()) >= 0 ? a : b);
            }
        }
        var findings = new ArrayList<Finding>();
        series.values().forEach(years -> jumps(years, findings));
        return List.copyOf(findings);
    }

    private static void jumps(Map<Integer, Observation> years, List<Finding> findings) {
        Observation before = null;
        for (var each : years.values()) {
            if (before != null) {
                var a = before.quantity().value();
                var b = each.quantity().value();
                if (a.multiply(HUNDRED).compareTo(b) <= 0 || b.multiply(HUNDRED).compareTo(a) <= 0) {
                    findings.add(new Finding(each.docId(), each.source(), "outlier.jump", false, Finding.Severity.WARNING,
                            "%s：%d 年 %s，%d 年 %s，相差百倍以上，请核对单位".formatted(each.label(), before.year(), Figures.print(before),
                                    each.year(), Figures.print(each)), List.of(each.id(), before.id()), Figures.print(before),
                            Figures.print(each)));
                }
            }
            before = each;
        }
    }
}
