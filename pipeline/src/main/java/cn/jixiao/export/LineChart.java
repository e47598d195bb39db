package cn.jixiao.export;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The sound cells of a table over its years, a line a row, drawn as SVG that needs nothing beside it. Cells with a doubt
/// are left out, and lines break where they are.
final class LineChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 360;
    private static final int LEFT = 90;
    private static final int RIGHT = 190;
    private static final int EDGE = 30;
    private static final int STEPS = 4;
    /// Lines beyond these cannot be told apart.
    static final List<String> INKS = List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf",
            "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#393b79", "#637939");

    private final Table table;
    private final List<Integer> years;
    private final List<Row> rows;
    private final double least;
    private final double most;
    private final StringBuilder svg = new StringBuilder();

    private LineChart(Table table, List<Integer> years, List<Row> rows) {
        this.table = table;
        this.years = years;
        this.rows = rows;
        var values = rows.stream().flatMap(row -> row.cells().stream()).filter(this::isDrawn)
                .map(cell -> Objects.requireNonNull(cell.value())).toList();
        this.least = Math.min(0, values.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO).doubleValue());
        this.most = Math.max(least + 1e-9, values.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ONE).doubleValue());
    }

    /// Empty where there is nothing to draw.
    static String of(Table table, List<Integer> years) {
        var rows = table.rows().stream().filter(row -> row.cells().stream().anyMatch(Cell::isSound)).limit(INKS.size()).toList();
        return rows.isEmpty() || years.size() < 2 ? "" : new LineChart(table, years, rows).draw();
    }

    private boolean isDrawn(Cell cell) {
        return cell.isSound() && cell.unit().equals(table.unit());
    }

    private String draw() {
        svg.append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" font-size=\"12\">\n",
                WIDTH, HEIGHT, WIDTH)).append("<title>").append(ComparisonPage.safe(table.name())).append("</title>\n");
        for (int i = 0; i <= STEPS; i++) {
            double value = least + (most - least) * i / STEPS;
            line(LEFT, y(value), WIDTH - RIGHT, y(value), "#dde3e9", 1);
            text(LEFT - 8, y(value) + 4, "end", Figures.grouped(round(value)), "#55616e");
        }
        for (int i = 0; i < years.size(); i++) {
            text(x(i), HEIGHT - EDGE + 18, "middle", years.get(i).toString(), "#55616e");
        }
        for (int i = 0; i < rows.size(); i++) {
            series(rows.get(i), INKS.get(i), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private BigDecimal round(double value) {
        int decimals = most - least >= 20 ? 0 : most - least >= 2 ? 1 : 3;
        return BigDecimal.valueOf(value).setScale(decimals, java.math.RoundingMode.HALF_UP);
    }

    private void series(Row row, String ink, int number) {
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            if (!isDrawn(cell)) {
                continue;
            }
            if (i > 0 && isDrawn(row.cells().get(i - 1))) {
                line(x(i - 1), y(row.cells().get(i - 1)), x(i), y(cell), ink, 2);
            }
            svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s</title></circle>\n",
                    x(i), y(cell), ink, ComparisonPage.safe(row.name() + " " + cell.year() + " "
                            + Figures.of(cell, table.unit()) + Figures.unit(table.unit()))));
        }
        double at = EDGE + 14 + number * 18.0;
        line(WIDTH - RIGHT + 12, at - 4, WIDTH - RIGHT + 32, at - 4, ink, 2);
        text(WIDTH - RIGHT + 38, at, "start", row.name(), "#1c2733");
    }

    private double x(int column) {
        return LEFT + (WIDTH - RIGHT - LEFT) * (column + 0.5) / years.size();
    }

    private double y(Cell cell) {
        return y(Objects.requireNonNull(cell.value()).doubleValue());
    }

    private double y(double value) {
        return HEIGHT - EDGE - (HEIGHT - 2.0 * EDGE) * (value - least) / (most - least);
    }

    private void line(double x1, double y1, double x2, double y2, String ink, int width) {
        svg.append(String.format(Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>\n", x1, y1, x2, y2, ink, width));
    }

    private void text(double x, double y, String anchor, String words, String ink) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n", x, y, anchor, ink,
                ComparisonPage.safe(words)));
    }
}
