package cn.jixiao.compare;

import cn.jixiao.compare.Grid.Head;
import cn.jixiao.compare.ComparisonQuery.By;
import cn.jixiao.index.Figure;
import cn.jixiao.index.ReportLine;
import cn.jixiao.observation.Region;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What all tables of one comparison share: the question, the years, the areas and the reports that a row could come from.
record Ground(ComparisonQuery query, Knowledge knowledge, List<Integer> years, Areas areas, Map<String, ReportLine> reports) {

    private static final String BETWEEN = "\u001F";

    /// Where a year stands among the columns; -1 for a year that is not compared.
    int column(int year) {
        int column = years.isEmpty() ? -1 : year - years.getFirst();
        return column < years.size() ? Math.max(column, -1) : -1;
    }

    /// The row that a figure belongs to, or null.
    @Nullable String key(Figure each) {
        return switch (query.by()) {
            case REGION -> line(each);
            case AGENCY -> each.agency();
            case PROJECT -> each.project() == null ? null : Objects.requireNonNullElse(line(each), "") + BETWEEN + each.project();
            case BREAKDOWN ->
                    each.breakdown() == null ? null : Objects.requireNonNullElse(line(each), "") + BETWEEN + each.breakdown();
        };
    }

    private @Nullable String line(Figure each) {
        return each.region() == null ? null : areas.line(each.region());
    }

    /// How a row of figures is called: projects and subsets by their area too, for names repeat between areas.
    Head head(String key, Figure one) {
        int cut = key.indexOf(BETWEEN);
        if (cut < 0) {
            return new Head("", key, key);
        }
        var name = key.substring(cut + 1);
        var area = areas.byCode(key.substring(0, cut));
        return area.map(its -> new Head(its.code(), its.name() + " " + name, its.fullName() + " " + name))
                .orElseGet(() -> new Head("", name, name));
    }

    /// Rows that there are whether they told a figure or not: areas, and agencies with reports.
    Map<String, Head> heads() {
        var heads = new TreeMap<String, Head>();
        if (query.by() == By.REGION) {
            areas.at(query.level()).stream().filter(this::inScope)
                    .forEach(area -> heads.put(area.code(), new Head(area.code(), area.name(), area.fullName())));
        } else if (query.by() == By.AGENCY) {
            reports.values().stream().filter(each -> each.agency() != null)
                    .filter(each -> query.scope().region() == null || each.region() != null && inScope(each.region()))
                    .forEach(each -> heads.put(each.agency(), new Head("", each.agency(), each.agency())));
        }
        return heads;
    }

    private boolean inScope(Region area) {
        return query.scope().region() == null || areas.within(area, query.scope().region());
    }
}
