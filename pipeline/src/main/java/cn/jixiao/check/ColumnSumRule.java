package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `sum.column`: the total row of a table is the sum of the rows above it, column by column.
///
/// Rows that are part of another row (其中：…) are left out. A column in which one of the rows tells no figure, or
/// figures of another kind, is not checked.
record ColumnSumRule(Set<String> totals) implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var grid : figures.outline().grids()) {
            var inside = figures.all().stream().filter(each -> each.evidence().table() != null
                    && each.evidence().table().table() == grid.number()).toList();
            for (var total : inside) {
                if (isTotal(figures, grid, row(total)) && total.quantity().kind() != Kind.RATE) {
                    parts(figures, grid, inside, total).flatMap(parts -> compare(figures, total, parts))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private boolean isTotal(Figures figures, Grid grid, int row) {
        return first(figures, grid, row).map(totals::contains).orElse(false);
    }

    private boolean isPart(Figures figures, Grid grid, int row) {
        return first(figures, grid, row).map(words -> words.startsWith("其中")).orElse(false);
    }

    /// The first words of a row, without white space.
    private static Optional<String> first(Figures figures, Grid grid, int row) {
        return grid.table().cells().stream().filter(cell -> cell.row() == row)
                .map(cell -> figures.document().textOf(cell.span()).replaceAll("\\s", "")).filter(words -> !words.isEmpty())
                .findFirst();
    }

    private static int row(Observation one) {
        return one.evidence().table().row();
    }

    /// The figures above the total in its column, down from the column's heading or the total before.
    private Optional<List<Observation>> parts(Figures figures, Grid grid, List<Observation> inside, Observation total) {
        int column = total.evidence().table().column();
        var rows = grid.places().stream().filter(each -> each.cell().column() <= column
                        && column < each.cell().column() + each.cell().columns() && each.cell().row() < row(total))
                .collect(Collectors.toMap(each -> each.cell().row(), each -> each, (a, b) -> a));
        var parts = new ArrayList<Observation>();
        for (int at = row(total) - 1; at >= 0; at--) {
            int row = at;
            var place = rows.get(row);
            if (place == null || place.heading() || isTotal(figures, grid, row)) {
                break;
            }
            if (isPart(figures, grid, row)) {
                continue;
            }
            var told = inside.stream().filter(each -> row(each) == row
                    && each.evidence().table().column() == place.cell().column()).toList();
            if (told.size() != 1 || told.getFirst().quantity().kind() != total.quantity().kind()) {
                return Optional.empty();
            }
            parts.addFirst(told.getFirst());
        }
        return parts.size() < 2 ? Optional.empty() : Optional.of(parts);
    }

    private static Optional<Finding> compare(Figures figures, Observation total, List<Observation> parts) {
        var sum = Intervals.sum(parts.stream().map(each -> each.quantity().interval()).toList());
        var operands = new ArrayList<Observation>();
        operands.add(total);
        operands.addAll(parts);
        var kind = total.quantity().kind();
        var unit = total.quantity().unit();
        var added = Figures.total(parts).orElseThrow();
        if (sum.meets(total.quantity().interval())) {
            return Optional.of(figures.passed("sum.column", "%s：%d 行之和等于合计 %s".formatted(total.label(), parts.size(),
                    Figures.print(total)), operands));
        }
        if (added.compareTo(total.quantity().value()) == 0) {
            return Optional.empty();
        }
        return Optional.of(figures.alarm("sum.column", Finding.Severity.ERROR, "%s：%d 行之和为 %s，合计写作 %s，相差 %s".formatted(
                total.label(), parts.size(), Figures.print(kind, unit, added), Figures.print(total),
                Figures.print(kind, unit, added.subtract(total.quantity().value()).abs())), operands,
                Figures.print(kind, unit, added), Figures.print(total)));
    }
}
