package cn.jixiao.serve.compare;

import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.export.Figures;
import cn.jixiao.export.JsonText;
import cn.jixiao.serve.compare.Asked.Show;
import cn.jixiao.serve.compare.CompareView.ChartView;
import cn.jixiao.serve.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One table as a chart: drawn, and as data for the script that may draw it anew.
record ChartData(Asked asked, List<Integer> years, Words words) {

    /// Null where there is nothing to draw.
    @Nullable ChartView of(Table table, int number) {
        var year = year();
        var charts = new Charts(table, years, words, asked.mark());
        var rows = asked.show() == Show.LINE ? charts.lines() : year == null ? List.<Row>of() : charts.ranked(year);
        if (rows.isEmpty()) {
            return null;
        }
        var title = table.name() + (Figures.unit(table.unit()).isEmpty() ? "" : "（" + Figures.unit(table.unit()) + "）")
                + (asked.show().isOfYear() ? " " + words.text("year", year) : "");
        var drawing = switch (asked.show()) {
            case BAR -> charts.bar(title, java.util.Objects.requireNonNull(year));
            case SPREAD -> charts.spread(title, java.util.Objects.requireNonNull(year));
            case LINE, TABLE, HEAT -> charts.line(title);
        };
        var shown = asked.show() == Show.BAR ? charts.bars(java.util.Objects.requireNonNull(year)) : rows;
        return new ChartView(title, note(table, shown.size()), drawing, json(table, title, shown, year),
                asked.link("/compare/chart.svg").with("table", number).toString());
    }

    /// The year of charts of one year: the one asked for, or the last with figures.
    @Nullable Integer year() {
        return asked.year() != null && years.contains(asked.year()) ? asked.year() : years.isEmpty() ? null : years.getLast();
    }

    private String note(Table table, int shown) {
        long drawn = asked.show() == Show.LINE ? table.rows().stream().filter(row -> row.cells().stream()
                .anyMatch(cell -> Charts.isDrawn(cell, table))).count() : shown;
        var note = new StringBuilder(words.text("compare.chart.sound"));
        if (drawn > shown) {
            note.append(' ').append(words.text("compare.chart.some", shown, drawn));
        }
        return note.toString();
    }

    private String json(Table table, String title, List<Row> rows, @Nullable Integer year) {
        var chart = new LinkedHashMap<String, Object>();
        chart.put("show", asked.show().key());
        chart.put("title", title);
        chart.put("unit", Figures.unit(table.unit()));
        chart.put("years", years);
        chart.put("column", year == null ? -1 : years.indexOf(year));
        chart.put("series", rows.stream().map(row -> series(row, table)).toList());
        table.spread().stream().filter(each -> year != null && each.year() == year && each.count() > 0).findFirst()
                .ifPresent(each -> {
                    var box = new ArrayList<@Nullable Object>();
                    box.add(each.least());
                    box.add(each.lowerQuartile());
                    box.add(each.median());
                    box.add(each.upperQuartile());
                    box.add(each.most());
                    chart.put("box", box);
                });
        return JsonText.of(chart);
    }

    private Map<String, Object> series(Row row, Table table) {
        var values = new ArrayList<@Nullable Object>();
        row.cells().forEach(cell -> values.add(Charts.isDrawn(cell, table) ? cell.value() : null));
        var series = new LinkedHashMap<String, Object>();
        series.put("name", row.name());
        series.put("full", row.fullName());
        series.put("marked", Charts.isMarked(row, asked.mark()));
        series.put("values", values);
        return series;
    }
}
