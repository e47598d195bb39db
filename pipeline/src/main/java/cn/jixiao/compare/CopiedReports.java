package cn.jixiao.compare;

import cn.jixiao.index.Figure;
import cn.jixiao.observation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// `outlier.copied`: most of what an agency tells of a year equals what it told of the year before, digit for digit: last
/// year's text was left in place.
///
/// Round figures and small ones come again by themselves and are not counted.
final class CopiedReports {

    private static final int FEWEST = 5;
    /// Of the figures that both years tell, in percent.
    private static final int MOST_ALIKE = 80;
    private static final int TELLING_DIGITS = 3;

    /// Two years of one agency, and the figures that both tell.
    private static final class Years {
        private int told;
        private final List<Figure> same = new ArrayList<>();
    }

    private final Map<String, Years> pairs = new TreeMap<>();

    /// @param told totals of one indicator
    void hear(List<Figure> told) {
        var series = new TreeMap<String, Map<Integer, Figure>>();
        for (var each : told) {
            var key = Objects.requireNonNull(each.region()).code() + '\n' + each.agency();
            series.computeIfAbsent(key + '\n' + each.quantity().unit() + '\n' + each.project(), none -> new TreeMap<>())
                    .merge(Objects.requireNonNull(each.year()), each, Jumps::larger);
        }
        series.forEach((key, years) -> years.forEach((year, figure) -> {
            var before = years.get(year - 1);
            if (before != null && !before.docId().equals(figure.docId()) && digits(figure) >= TELLING_DIGITS) {
                var agency = key.substring(0, key.indexOf('\n', key.indexOf('\n') + 1));
                var pair = pairs.computeIfAbsent(agency + '\n' + figure.docId(), none -> new Years());
                pair.told++;
                if (before.quantity().value().compareTo(figure.quantity().value()) == 0) {
                    pair.same.add(figure);
                }
            }
        }));
    }

    private static int digits(Figure figure) {
        return figure.quantity().value().stripTrailingZeros().precision();
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        pairs.values().stream().filter(each -> each.same.size() >= FEWEST && each.same.size() * 100 >= each.told * MOST_ALIKE)
                .forEach(each -> {
                    var first = each.same.getFirst();
                    var year = Objects.requireNonNull(first.year());
                    findings.add(AcrossReports.warning(first, "outlier.copied", "%d 年与 %d 年都填报的 %d 项数据中有 %d 项完全相同（如%s %s），疑为上年内容未更新"
                            .formatted(year, year - 1, each.told, each.same.size(), first.label(), AcrossReports.printed(first)),
                            each.same, "", String.valueOf(each.same.size())));
                });
        return findings;
    }
}
