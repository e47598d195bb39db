package cn.jixiao.compare;

import cn.jixiao.index.Figure;
import cn.jixiao.observation.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// `outlier.jump`: across the reports of one agency a figure jumps a hundredfold or more from a year to the next, which
/// smells of 元 told for 万元. The largest told for a year is its total.
final class Jumps {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Jumps() {
    }

    /// @param told totals of one indicator
    static List<Finding> among(List<Figure> told) {
        var series = new TreeMap<String, Map<Integer, Figure>>();
        for (var each : told) {
            var key = Objects.requireNonNull(each.region()).code() + '\n' + each.agency() + '\n' + each.quantity().unit();
            series.computeIfAbsent(key, none -> new TreeMap<>()).merge(Objects.requireNonNull(each.year()), each, Jumps::larger);
        }
        var findings = new ArrayList<Finding>();
        series.values().forEach(years -> {
            Figure before = null;
            for (var each : years.values()) {
                if (before != null && isJump(before.quantity().value(), each.quantity().value())) {
                    findings.add(AcrossReports.warning(each, "outlier.jump", "%s：%d 年 %s，%d 年 %s，相差百倍以上，请核对单位".formatted(each.label(),
                            before.year(), AcrossReports.printed(before), each.year(), AcrossReports.printed(each)), List.of(each, before),
                            AcrossReports.printed(before), AcrossReports.printed(each)));
                }
                before = each;
            }
        });
        return findings;
    }

    static Figure larger(Figure one, Figure other) {
        return one.quantity().value().compareTo(other.quantity().value()) >= 0 ? one : other;
    }

    private static boolean isJump(BigDecimal one, BigDecimal other) {
        return one.multiply(HUNDRED).compareTo(other) <= 0 || other.multiply(HUNDRED).compareTo(one) <= 0;
    }
}
