package cn.jixiao.compare;

import cn.jixiao.index.Figure;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// `outlier.peer`: an amount about ten thousand times the median of the other areas of its level in the same year, or a
/// ten-thousandth of it: 元 told for 万元, or the other way round. Areas differ in size by hundreds, hardly by thousands.
final class PeerSlips {

    private static final int FEWEST_PEERS = 5;
    private static final BigDecimal SLIP = BigDecimal.valueOf(3_000);

    private PeerSlips() {
    }

    /// @param told totals of one indicator
    static List<Finding> among(List<Figure> told) {
        var years = new TreeMap<String, Map<String, Figure>>();
        for (var each : told) {
            if (each.quantity().kind() == Kind.AMOUNT) {
                var region = Objects.requireNonNull(each.region());
                years.computeIfAbsent(each.year() + "\n" + region.level(), none -> new TreeMap<>())
                        .merge(region.code(), each, Jumps::larger);
            }
        }
        var findings = new ArrayList<Finding>();
        years.values().stream().filter(areas -> areas.size() > FEWEST_PEERS).forEach(areas -> {
            var sorted = areas.values().stream().map(each -> each.quantity().value()).sorted().toList();
            var median = sorted.get(sorted.size() / 2);
            for (var each : areas.values()) {
                var value = each.quantity().value();
                if (value.compareTo(median.multiply(SLIP)) >= 0 || value.multiply(SLIP).compareTo(median) <= 0) {
                    var usual = median.movePointLeft(4).stripTrailingZeros().toPlainString() + "万元";
                    findings.add(AcrossReports.warning(each, "outlier.peer", "%s：%s，而同年 %d 个地区的中位数为 %s，相差数千倍，请核对单位".formatted(
                            each.label(), AcrossReports.printed(each), areas.size(), usual), List.of(each), usual, AcrossReports.printed(each)));
                }
            }
        });
        return findings;
    }
}
