package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.compare.Comparison.Spread;
import cn.jixiao.compare.Comparison.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A comparison for the terminal: a table an indicator, and below it what has to be said of its cells, by number.
final class ComparisonText {

    private final Comparison comparison;
    private final Labels labels;
    private final StringBuilder text = new StringBuilder();

    private ComparisonText(Comparison comparison, Labels labels) {
        this.comparison = comparison;
        this.labels = labels;
    }

    static String of(Comparison comparison, Labels labels) {
        var writing = new ComparisonText(comparison, labels);
        comparison.tables().forEach(writing::table);
        return writing.text.toString();
    }

    private void table(Table table) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(heading(table, comparison, labels)).append('\n');
        var notes = new ArrayList<String>();
        var right = new ArrayList<Boolean>(List.of(false));
        var head = new ArrayList<String>(List.of(labels.of(rowLabel(comparison))));
        for (var year : comparison.years()) {
            right.addAll(List.of(true, false));
            head.addAll(List.of(year.toString(), ""));
        }
        var lines = new TextTable(right).row(head);
        for (var row : table.rows()) {
            lines.row(line(row, table, notes));
            if (comparison.query().targets() && table.formula() == null) {
                lines.row(below(row, "target", cell -> cell.target() == null ? "" : Figures.of(cell.target(), table.unit())));
            }
            if (comparison.query().view().growth()) {
                lines.row(below(row, "growth", cell -> cell.growth() == null ? "" : Figures.growth(cell.growth(), cell, labels)));
            }
            if (comparison.query().view().stats()) {
                lines.row(below(row, "rank", cell -> cell.standing() == null ? ""
                        : labels.of("coverage", cell.standing().rank(), cell.standing().of())));
            }
        }
        if (comparison.query().view().stats()) {
            spread(table, lines);
        }
        var coverage = new ArrayList<String>(List.of(labels.of("reported")));
        table.coverage().forEach(each -> coverage.addAll(List.of(labels.of("coverage", each.reported(), each.of()), "")));
        text.append(lines.row(coverage));
        notes.forEach(note -> text.append(note).append('\n'));
    }

    private List<String> line(Row row, Table table, List<String> notes) {
        var line = new ArrayList<String>(List.of(row.name()));
        for (var cell : row.cells()) {
            var mark = "";
            if (cell.isNoted()) {
                mark = "[" + (notes.size() + 1) + "]";
                notes.add(mark + " " + row.name() + " " + cell.year() + " " + note(cell, labels));
            }
            line.addAll(List.of(Figures.of(cell, table.unit()), mark));
        }
        return line;
    }

    private List<String> below(Row row, String label, Function<Cell, String> words) {
        var line = new ArrayList<String>(List.of("  " + labels.of(label)));
        row.cells().forEach(cell -> line.addAll(List.of(words.apply(cell), "")));
        return line;
    }

    private void spread(Table table, TextTable lines) {
        spread(table, lines, "upper_quartile", Spread::upperQuartile);
        spread(table, lines, "median", Spread::median);
        spread(table, lines, "lower_quartile", Spread::lowerQuartile);
    }

    private void spread(Table table, TextTable lines, String label, Function<Spread, @Nullable BigDecimal> part) {
        var line = new ArrayList<String>(List.of(labels.of(label)));
        table.spread().forEach(each -> {
            var value = part.apply(each);
            line.addAll(List.of(value == null ? "-" : Figures.grouped(value), ""));
        });
        lines.row(line);
    }

    static String heading(Table table, Comparison comparison, Labels labels) {
        return table.name() + (table.name().equals(table.indicator()) ? "" : " " + table.indicator()) + "（"
                + Figures.unit(table.unit()) + (table.unit().isEmpty() ? "" : "，")
                + (table.formula() == null ? labels.of("role." + comparison.query().role()) : table.formula()) + "）";
    }

    static String rowLabel(Comparison comparison) {
        return switch (comparison.query().by()) {
            case REGION -> "area";
            case AGENCY -> "agency";
            case PROJECT -> "project";
            case BREAKDOWN -> "breakdown";
        };
    }

    static String rules(Cell cell, Labels labels) {
        return cell.rules().stream().map(labels::rule).collect(Collectors.joining("，"));
    }

    static String notes(Cell cell, Labels labels) {
        return cell.notes().stream().map(note -> labels.of("note." + note)).collect(Collectors.joining("，"));
    }

    /// What is to be said of a cell: its status, its rules, and what else was told where.
    static String note(Cell cell, Labels labels) {
        var parts = new ArrayList<String>();
        parts.add(labels.of("status." + cell.status())
                + (cell.status() == Status.PARTIAL_YEAR ? " " + Objects.toString(cell.period(), "") : ""));
        if (!cell.notes().isEmpty()) {
            parts.add(notes(cell, labels));
        }
        if (!cell.rules().isEmpty()) {
            parts.add(labels.of("by", rules(cell, labels)));
        }
        if (cell.evidence().size() == 1) {
            parts.add(labels.of("taken", cell.evidence().getFirst().source()));
        }
        var how = cell.value() == null ? "told" : "also";
        cell.others().forEach(other -> parts.add(labels.of(how, Figures.of(other), other.source())));
        return String.join("；", parts);
    }
}
