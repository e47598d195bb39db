package cn.jixiao.serve.compare;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Spread;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.export.Figures;
import cn.jixiao.export.Labels;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.compare.CompareView.Below;
import cn.jixiao.serve.compare.CompareView.CellView;
import cn.jixiao.serve.compare.CompareView.RowView;
import cn.jixiao.serve.compare.CompareView.Tab;
import cn.jixiao.serve.compare.CompareView.TableView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A comparison as tables of a page.
record Tables(Asked asked, Comparison comparison, Words words, Labels labels) {

    static final int ROWS = 100;
    private static final int HEATS = 5;

    TableView of(int number) {
        var table = comparison.tables().get(number);
        var rows = sorted(table);
        int last = Math.max(1, (rows.size() + ROWS - 1) / ROWS);
        int page = Math.min(asked.page(), last);
        var heats = heats(table);
        var shown = rows.subList((page - 1) * ROWS, Math.min(rows.size(), page * ROWS)).stream()
                .map(row -> row(row, table, number, heats)).toList();
        var chart = asked.show().isChart() ? new ChartData(asked, comparison.years(), words).of(table, number) : null;
        return new TableView(heading(table), note(table), columns(), shown, below(table), pages(page, last), chart);
    }

    private String heading(Table table) {
        var unit = Figures.unit(table.unit());
        return unit.isEmpty() ? table.name() : table.name() + "（" + unit + "）";
    }

    private String note(Table table) {
        var formula = table.formula();
        return formula == null ? words.text("compare.role." + asked.role()) : words.text("compare.formula", formula);
    }

    private List<Tab> columns() {
        return comparison.years().stream().map(year -> new Tab(year.toString(),
                asked.sort(asked.sort() == year ? 0 : year).address(), asked.sort() == year)).toList();
    }

    private List<Row> sorted(Table table) {
        int column = comparison.years().indexOf(asked.sort());
        if (column < 0) {
            return table.rows();
        }
        Function<Row, @Nullable BigDecimal> value = row -> row.cells().get(column).value();
        return table.rows().stream().sorted(Comparator.comparing(value,
                Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))).toList();
    }

    private List<Tab> pages(int page, int last) {
        return last == 1 ? List.of() : IntStream.rangeClosed(1, last)
                .filter(each -> each == 1 || each == last || Math.abs(each - page) <= 2)
                .mapToObj(each -> new Tab(String.valueOf(each), asked.page(each).address(), each == page)).toList();
    }

    private RowView row(Row row, Table table, int number, List<BigDecimal> heats) {
        boolean marked = Charts.isMarked(row, asked.mark());
        var key = row.code().isEmpty() ? row.fullName() : row.code();
        return new RowView(row.name(), row.fullName(), marked, asked.mark(marked ? "" : key).address(),
                row.cells().stream().map(cell -> cell(row, cell, table, number, heats)).toList());
    }

    private CellView cell(Row row, Cell cell, Table table, int number, List<BigDecimal> heats) {
        boolean told = cell.value() != null;
        boolean bare = cell.status() == Status.MISSING;
        boolean sure = cell.status() == Status.OK || cell.status() == Status.SUMMED;
        var kind = bare ? "missing" : sure && told ? "ok" : "doubt";
        var state = cell.status() == Status.OK ? "" : labels.of("status." + cell.status());
        var key = row.code().isEmpty() ? row.fullName() : row.code();
        var href = bare ? "" : asked.link("/compare/evidence").with("table", number).with("row", key)
                .with("column", cell.year()).toString();
        return new CellView(cell.year(), told ? Figures.of(cell, table.unit()) : "", kind, state, more(cell, table), href,
                Charts.isDrawn(cell, table) ? heat(Objects.requireNonNull(cell.value()), heats) : 0);
    }

    private List<String> more(Cell cell, Table table) {
        var more = new ArrayList<String>();
        var growth = cell.growth();
        if (asked.growth() && growth != null) {
            more.add((growth.signum() > 0 ? "▲ " : growth.signum() < 0 ? "▼ " : "") + Figures.growth(growth, cell, labels));
        }
        var standing = cell.standing();
        if (asked.stats() && standing != null) {
            more.add(words.text("compare.rank", standing.rank(), standing.of()));
        }
        var target = cell.target();
        if (target != null && target.value() != null) {
            more.add(words.text("compare.target", Figures.of(target, table.unit())));
        }
        return more;
    }

    /// The values that part the sound cells of a table into five of equal number.
    private List<BigDecimal> heats(Table table) {
        var values = table.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> Charts.isDrawn(cell, table))
                .map(cell -> Objects.requireNonNull(cell.value())).sorted().toList();
        return values.isEmpty() ? List.of()
                : IntStream.range(1, HEATS).mapToObj(part -> values.get(values.size() * part / HEATS)).toList();
    }

    private static int heat(BigDecimal value, List<BigDecimal> heats) {
        return 1 + (int) heats.stream().filter(bound -> value.compareTo(bound) >= 0).count();
    }

    private List<Below> below(Table table) {
        var below = new ArrayList<Below>();
        below.add(new Below(words.text("compare.coverage"), table.coverage().stream()
                .map(each -> each.reported() + "/" + each.of()).toList()));
        if (asked.stats()) {
            below.add(spread(table, "upper_quartile", Spread::upperQuartile));
            below.add(spread(table, "median", Spread::median));
            below.add(spread(table, "lower_quartile", Spread::lowerQuartile));
        }
        return below;
    }

    private Below spread(Table table, String label, Function<Spread, @Nullable BigDecimal> part) {
        return new Below(labels.of(label), table.spread().stream().map(each -> {
            var value = part.apply(each);
            return value == null ? "–" : Figures.grouped(value);
        }).toList());
    }
}
