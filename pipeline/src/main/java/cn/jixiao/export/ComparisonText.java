package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.compare.Comparison.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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
            if (comparison.query().growth()) {
                lines.row(growth(row));
            }
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
            if (cell.status() != Status.OK && cell.status() != Status.MISSING) {
                mark = "[" + (notes.size() + 1) + "]";
                notes.add(mark + " " + row.name() + " " + cell.year() + " " + note(cell, labels));
            }
            line.addAll(List.of(Figures.of(cell, table.unit()), mark));
        }
        return line;
    }

    private List<String> growth(Row row) {
        var line = new ArrayList<String>(List.of("  " + labels.of("growth")));
        for (var cell : row.cells()) {
            line.addAll(List.of(cell.growth() == null ? "" : Figures.growth(cell.growth(), cell, labels), ""));
        }
        return line;
    }

    static String heading(Table table, Comparison comparison, Labels labels) {
        return table.name() + (table.name().equals(table.indicator()) ? "" : " " + table.indicator()) + "（"
                + Figures.unit(table.unit()) + (table.unit().isEmpty() ? "" : "，")
                + labels.of("role." + comparison.query().role()) + "）";
    }

    static String rowLabel(Comparison comparison) {
        return switch (comparison.query().by()) {
            case REGION -> "area";
            case AGENCY -> "agency";
            case PROJECT -> "project";
        };
    }

    /// What is to be said of a cell: its status, its rules, and what else was told where.
    static String note(Cell cell, Labels labels) {
        var parts = new ArrayList<String>();
        parts.add(labels.of("status." + cell.status())
                + (cell.status() == Status.PARTIAL_YEAR ? " " + Objects.toString(cell.period(), "") : ""));
        if (!cell.rules().isEmpty()) {
            parts.add(cell.rules().stream().map(rule -> labels.of("rule." + rule)).collect(Collectors.joining("，")));
        }
        if (cell.evidence().size() == 1) {
            parts.add(labels.of("taken", cell.evidence().getFirst().source()));
        }
        var how = cell.value() == null ? "told" : "also";
        cell.others().forEach(other -> parts.add(labels.of(how, Figures.of(other), other.source())));
        return String.join("；", parts);
    }
}
