package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Spread;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.compare.ComparisonQuery.By;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A comparison as one HTML page that needs nothing beside it: each cell opens to the sentence it was read from.
final class ComparisonPage {

    private static final String STYLE = """
            body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2rem;color:#1c2733}
            table{border-collapse:collapse;margin:.5rem 0 2rem}
            th,td{border:1px solid #c9d2dc;padding:.3rem .6rem;vertical-align:top}
            th{background:#eef2f6;text-align:left;white-space:nowrap}td{text-align:right}
            td.missing{color:#8a97a5}td.noted{background:#fff6dd}
            summary{cursor:pointer}details div{max-width:26rem;text-align:left;font-size:13px}
            small{color:#55616e}tr.spread td,tr.spread th{color:#55616e;background:#f7f9fb}
            svg{max-width:100%;height:auto}
            .wide{overflow-x:auto}
            @media print{details div{display:none}}
            """;

    private ComparisonPage() {
    }

    static String of(Comparison comparison, Labels labels) {
        var by = comparison.query().by();
        var title = by == By.REGION ? labels.of("title") : labels.of("title." + by);
        return """
                <!doctype html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title><style>
                %s</style></head><body>
                <h1>%s</h1>
                %s</body></html>
                """.formatted(title, STYLE, title, comparison.tables().stream()
                .map(table -> table(table, comparison, labels)).collect(Collectors.joining()));
    }

    private static String table(Table table, Comparison comparison, Labels labels) {
        var page = new StringBuilder("<h2>" + safe(ComparisonText.heading(table, comparison, labels)) + "</h2>\n<table><tr><th>"
                + labels.of(ComparisonText.rowLabel(comparison)) + "</th>");
        comparison.years().forEach(year -> page.append("<th>").append(year).append("</th>"));
        page.append("</tr>\n");
        for (var row : table.rows()) {
            page.append("<tr><th title=\"").append(safe(row.fullName())).append("\">").append(safe(row.name())).append("</th>");
            row.cells().forEach(cell -> page.append(cell(cell, table, labels)));
            page.append("</tr>\n");
        }
        spread(table, labels, page);
        page.append("<tr><th>").append(labels.of("reported")).append("</th>");
        table.coverage().forEach(each -> page.append("<td>")
                .append(labels.of("coverage", each.reported(), each.of())).append("</td>"));
        return page.append("</tr></table>\n").append(LineChart.of(table, comparison.years())).toString();
    }

    private static void spread(Table table, Labels labels, StringBuilder page) {
        var parts = new LinkedHashMap<String, Function<Spread, @Nullable BigDecimal>>();
        parts.put("upper_quartile", Spread::upperQuartile);
        parts.put("median", Spread::median);
        parts.put("lower_quartile", Spread::lowerQuartile);
        parts.forEach((label, part) -> {
            page.append("<tr class=\"spread\"><th>").append(labels.of(label)).append("</th>");
            table.spread().forEach(each -> {
                var value = part.apply(each);
                page.append("<td>").append(value == null ? "-" : Figures.grouped(value)).append("</td>");
            });
            page.append("</tr>\n");
        });
    }

    private static String cell(Cell cell, Table table, Labels labels) {
        var figure = safe(Figures.of(cell, table.unit()));
        return switch (cell.status()) {
            case MISSING -> "<td class=\"missing\">" + figure + "</td>";
            case OK, SUMMED -> "<td>" + details(figure, cell, cell.isNoted() ? ComparisonText.note(cell, labels) : "", labels)
                    + "</td>";
            case INCOMPLETE, SEVERAL, CONFLICT, PARTIAL_YEAR, OTHER_UNIT, NOT_ADDITIVE, UNDEFINED ->
                "<td class=\"noted\">" + details(figure + " *", cell, ComparisonText.note(cell, labels), labels) + "</td>";
        };
    }

    private static String details(String figure, Cell cell, String note, Labels labels) {
        var growth = cell.growth() == null ? "" : " <small>" + Figures.growth(cell.growth(), cell, labels) + "</small>";
        var target = cell.target() == null || cell.target().value() == null ? ""
                : " <small>" + labels.of("target") + " " + safe(Figures.of(cell.target(), cell.unit())) + "</small>";
        var rank = cell.standing() == null ? ""
                : " <small>" + labels.of("ranked", cell.standing().rank(), cell.standing().of()) + "</small>";
        var sentences = cell.evidence().stream().map(ComparisonPage::sentence).collect(Collectors.joining());
        return "<details><summary>" + figure + growth + target + rank + "</summary><div>" + (note.isEmpty() ? "" : "<p>" + safe(note) + "</p>")
                + sentences + "</div></details>";
    }

    private static String sentence(Observation observation) {
        return "<p>" + safe(observation.evidence().sentence()) + "<br><small>" + safe(observation.source()) + "</small></p>";
    }

    static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
