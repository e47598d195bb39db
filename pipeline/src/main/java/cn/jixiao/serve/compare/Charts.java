package cn.jixiao.serve.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Spread;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.export.Figures;
import cn.jixiao.serve.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Draws a table's sound cells; those with a doubt are left out, as they are from ranks and quartiles.
final class Charts {

    /// More lines cannot be told apart.
    static final int MOST_LINES = 8;
    static final int MOST_BARS = 40;
    private static final int MOST_DOTS = 3000;
    private static final int WIDTH = 960;
    private static final int LEFT = 80;
    private static final int TOP = 28;
    private static final int NAMES = 190;

    private final Table table;
    private final List<Integer> years;
    private final Words words;
    private final String mark;
    private final String unit;
    private final List<Drawing.Shape> shapes = new ArrayList<>();

    Charts(Table table, List<Integer> years, Words words, String mark) {
        this.table = table;
        this.years = years;
        this.words = words;
        this.mark = mark;
        this.unit = Figures.unit(table.unit());
    }

    static boolean isDrawn(Cell cell, Table table) {
        return cell.isSound() && cell.unit().equals(table.unit());
    }

    static boolean isMarked(Row row, String mark) {
        return !mark.isEmpty() && (row.code().equals(mark) || row.name().equals(mark) || row.fullName().equals(mark));
    }

    /// The rows of a line chart: the marked one, then those that told most years, then the largest.
    List<Row> lines() {
        return table.rows().stream().filter(row -> row.cells().stream().anyMatch(cell -> isDrawn(cell, table)))
                .sorted(Comparator.comparing((Row row) -> !isMarked(row, mark))
                        .thenComparing(row -> -row.cells().stream().filter(cell -> isDrawn(cell, table)).count())
                        .thenComparing(this::latest, Comparator.reverseOrder()).thenComparing(Row::code))
                .limit(MOST_LINES).toList();
    }

    private BigDecimal latest(Row row) {
        return row.cells().reversed().stream().filter(cell -> isDrawn(cell, table)).findFirst().map(Charts::value)
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal value(Cell cell) {
        return Objects.requireNonNull(cell.value());
    }

    /// The rows that have a sound cell in a year, the largest first.
    List<Row> ranked(int year) {
        int column = years.indexOf(year);
        return column < 0 ? List.of() : table.rows().stream().filter(row -> isDrawn(row.cells().get(column), table))
                .sorted(Comparator.comparing((Row row) -> value(row.cells().get(column))).reversed().thenComparing(Row::code))
                .toList();
    }

    /// The bars of a year: the largest, and the marked one wherever it stands.
    List<Row> bars(int year) {
        var ranked = ranked(year);
        return ranked.stream().filter(row -> ranked.indexOf(row) < MOST_BARS || isMarked(row, mark)).toList();
    }

    Drawing line(String title) {
        int height = 400;
        var rows = lines();
        var values = rows.stream().flatMap(row -> row.cells().stream()).filter(cell -> isDrawn(cell, table))
                .map(cell -> value(cell).doubleValue()).toList();
        var scale = Scale.of(values.stream().min(Double::compare).orElse(0d), values.stream().max(Double::compare).orElse(1d),
                height - 40, TOP);
        scale.ticks().forEach(tick -> {
            shapes.add(Drawing.line(LEFT, scale.at(tick), WIDTH - NAMES, scale.at(tick), "axis", 1));
            shapes.add(Drawing.text(LEFT - 10, scale.at(tick) + 4, "end", "text", Scale.words(tick, words.chinese())));
        });
        for (int i = 0; i < years.size(); i++) {
            shapes.add(Drawing.text(x(i), height - 14, "middle", "text", years.get(i).toString()));
        }
        shapes.add(Drawing.text(LEFT - 10, 14, "end", "text", unit));
        for (int i = 0; i < rows.size(); i++) {
            series(rows.get(i), "s" + (i + 1), scale);
        }
        names(rows, scale);
        return new Drawing(WIDTH, height, title, shapes);
    }

    private double x(int column) {
        return LEFT + (WIDTH - NAMES - LEFT) * (column + 0.5) / years.size();
    }

    private void series(Row row, String ink, Scale scale) {
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            if (!isDrawn(cell, table)) {
                continue;
            }
            double y = scale.at(value(cell).doubleValue());
            if (i > 0 && isDrawn(row.cells().get(i - 1), table)) {
                shapes.add(Drawing.line(x(i - 1), scale.at(value(row.cells().get(i - 1)).doubleValue()), x(i), y, ink,
                        isMarked(row, mark) ? 4 : 2));
            }
            shapes.add(Drawing.dot(x(i), y, isMarked(row, mark) ? 5 : 3.5, ink, row.name() + " " + cell.year() + " " + told(cell)));
        }
    }

    /// Names beside the ends of their lines, pushed apart where they would lie on each other.
    private void names(List<Row> rows, Scale scale) {
        var order = rows.stream().sorted(Comparator.comparing(this::latest).reversed()).toList();
        double at = TOP - 18;
        for (var row : order) {
            at = Math.max(at + 18, scale.at(latest(row).doubleValue()) + 4);
            shapes.add(Drawing.dot(WIDTH - NAMES + 14, at - 4, 4, "s" + (rows.indexOf(row) + 1), ""));
            shapes.add(Drawing.text(WIDTH - NAMES + 24, at, "start", "text", shorter(row.name(), 12)));
        }
    }

    private static String shorter(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private String told(Cell cell) {
        return Figures.of(cell, table.unit()) + unit;
    }

    Drawing bar(String title, int year) {
        var rows = bars(year);
        int column = years.indexOf(year);
        int height = 44 + rows.size() * 24;
        var values = rows.stream().map(row -> value(row.cells().get(column)).doubleValue()).toList();
        var scale = Scale.of(values.stream().min(Double::compare).orElse(0d), values.stream().max(Double::compare).orElse(1d),
                NAMES, WIDTH - 110);
        scale.ticks().forEach(tick -> {
            shapes.add(Drawing.line(scale.at(tick), 22, scale.at(tick), height - 10, "axis", 1));
            shapes.add(Drawing.text(scale.at(tick), 14, "middle", "text", Scale.words(tick, words.chinese())));
        });
        for (int i = 0; i < rows.size(); i++) {
            var cell = rows.get(i).cells().get(column);
            double end = scale.at(value(cell).doubleValue());
            double zero = scale.at(0);
            double y = 30 + i * 24;
            shapes.add(Drawing.text(NAMES - 10, y + 13, "end", "text", shorter(rows.get(i).name(), 13)));
            shapes.add(Drawing.box(Math.min(zero, end), y, Math.abs(end - zero), 16, isMarked(rows.get(i), mark) ? "mark" : "s1",
                    rows.get(i).fullName() + " " + told(cell)));
            shapes.add(Drawing.text(Math.max(zero, end) + 6, y + 13, "start", "text", Figures.of(cell, table.unit())));
        }
        return new Drawing(WIDTH, height, title, shapes);
    }

    /// The box of the quartiles over all sound cells of the year, a dot a row.
    Drawing spread(String title, int year) {
        int height = 220;
        var rows = ranked(year);
        int column = years.indexOf(year);
        var spread = table.spread().stream().filter(each -> each.year() == year).findFirst().orElseThrow();
        var scale = Scale.between(spread.least() == null ? 0 : spread.least().doubleValue(),
                spread.most() == null ? 1 : spread.most().doubleValue(), 40, WIDTH - 40);
        scale.ticks().forEach(tick -> {
            shapes.add(Drawing.line(scale.at(tick), 40, scale.at(tick), height - 34, "axis", 1));
            shapes.add(Drawing.text(scale.at(tick), height - 14, "middle", "text", Scale.words(tick, words.chinese()) + unit));
        });
        box(spread, scale);
        for (int i = 0; i < Math.min(MOST_DOTS, rows.size()); i++) {
            var row = rows.get(i);
            var cell = row.cells().get(column);
            if (!isMarked(row, mark)) {
                // Rows of dots, so that equal values do not hide each other.
                shapes.add(Drawing.dot(scale.at(value(cell).doubleValue()), 138 + i % 4 * 11, 3.5, "s1", row.fullName() + " " + told(cell)));
            }
        }
        rows.stream().filter(row -> isMarked(row, mark)).findFirst().ifPresent(row -> marked(row, row.cells().get(column), scale));
        return new Drawing(WIDTH, height, title, shapes);
    }

    private void box(Spread spread, Scale scale) {
        if (spread.count() == 0) {
            return;
        }
        double low = x(spread.lowerQuartile(), scale);
        double high = x(spread.upperQuartile(), scale);
        double median = x(spread.median(), scale);
        shapes.add(Drawing.line(x(spread.least(), scale), 92, x(spread.most(), scale), 92, "s8", 2));
        shapes.add(Drawing.box(low, 76, high - low, 32, "band", words.text("compare.quartiles") + " "
                + Figures.grouped(Objects.requireNonNull(spread.lowerQuartile())) + "–"
                + Figures.grouped(Objects.requireNonNull(spread.upperQuartile()))));
        shapes.add(Drawing.line(median, 70, median, 114, "s8", 3));
        shapes.add(Drawing.text(median, 62, "middle", "text", words.text("compare.median") + " "
                + Figures.grouped(Objects.requireNonNull(spread.median()))));
    }

    private static double x(@org.jspecify.annotations.Nullable BigDecimal value, Scale scale) {
        return scale.at(Objects.requireNonNull(value).doubleValue());
    }

    private void marked(Row row, Cell cell, Scale scale) {
        double x = scale.at(value(cell).doubleValue());
        shapes.add(Drawing.line(x, 34, x, 180, "mark", 2));
        shapes.add(Drawing.dot(x, 154, 7, "mark", row.fullName() + " " + told(cell)));
        var standing = cell.standing();
        var rank = standing == null ? "" : " " + words.text("compare.rank", standing.rank(), standing.of());
        shapes.add(Drawing.text(Math.min(Math.max(x, 150), WIDTH - 150), 24, "middle", "mark", row.name() + " " + told(cell) + rank));
    }
}
