package cn.jixiao.check;

import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `sum.column`: a total row is the sum of the rows above it, column by column; `sum.score`: the total of scores and full
/// marks is that of the items, the mark for the budget's execution included; `sum.funds`: the first row of a form's
/// money (年度资金总额) is the sum of its sources below it.
///
/// Rows that are part of another row (其中：…) are left out. Where a row above tells no figure in the column, a sum that
/// fails is no alarm.
record ColumnSumRule() implements Rule {

    private static final int LONG = 25;

    /// Several ways to take the parts of a total; the first that adds up is believed.
    private record Reading(List<Observation> parts, boolean full) {
    }

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var grid : figures.outline().grids()) {
            var rows = rows(figures, grid);
            var told = figures.table(grid.number());
            scores(figures, told).ifPresent(findings::add);
            for (var each : told) {
                var words = rows.getOrDefault(row(each), "");
                if (each.quantity().kind() == Kind.RATE && !hundred(figures, each) || !whole(figures, each)) {
                    continue;
                }
                if (isTotal(figures, words)) {
                    total(figures, grid, rows, told, each).ifPresent(findings::add);
                } else if (figures.relations().begins("funds", words) && each.quantity().kind() == Kind.AMOUNT) {
                    funds(figures, rows, told, each).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    /// Shares add up to 100 %.
    private static boolean hundred(Figures figures, Observation one) {
        return one.quantity().value().compareTo(java.math.BigDecimal.valueOf(100)) == 0 && figures.place(one)
                .map(place -> place.column() != null && place.column().id().equals("share")
                        || place.columnHeads().stream().anyMatch(head -> figures.relations().says("shares",
                                figures.document().textOf(head.span())))).orElse(false);
    }

    private static boolean isTotal(Figures figures, String words) {
        return figures.relations().totalRows().stream().anyMatch(each -> words.equals(each)
                || (words.startsWith(each) && !Character.isLetter(words.charAt(each.length()))))
                || figures.relations().ends("total_row", words);
    }

    /// What each row is called: the last words before its figures, without white space.
    private static Map<Integer, String> rows(Figures figures, Grid grid) {
        var rows = new HashMap<Integer, String>();
        var first = new HashMap<Integer, String>();
        for (var place : grid.places()) {
            var words = figures.words(place.cell());
            if (words.isEmpty() || Character.isDigit(words.charAt(0))) {
                continue;
            }
            int row = place.cell().row();
            first.putIfAbsent(row, words);
            if (place.column() == null || place.column().use() != ColumnMeaning.Use.NOTE) {
                rows.putIfAbsent(row, words);
            }
            var begun = figures.row(grid.number(), row);
            if (!begun.isEmpty() && place.cell().column() < begun.getFirst().evidence().table().column()) {
                rows.put(row, words);
            }
        }
        first.forEach((row, words) -> {
            if (figures.relations().totalRows().contains(words)) {
                rows.put(row, words);
            }
        });
        return rows;
    }

    private static int row(Observation one) {
        return one.evidence().table().row();
    }

    private static int column(Observation one) {
        return one.evidence().table().column();
    }

    /// Whether the figure is all its cell holds: a mark in a group's name (产出指标（50分）) is no item.
    private static boolean whole(Figures figures, Observation one) {
        return figures.place(one).map(place -> figures.words(place.cell()).length()
                <= Figures.squeeze(one.raw()).length() + 1).orElse(true);
    }

    private static Optional<Finding> total(Figures figures, Grid grid, Map<Integer, String> rows, List<Observation> told,
            Observation total) {
        boolean score = total.quantity().kind() == Kind.SCORE;
        var name = score ? "sum.score" : "sum.column";
        if (figures.relations().says("mean", rows.getOrDefault(row(total), "")) && score) {
            return Optional.empty();
        }
        var readings = new ArrayList<Reading>();
        column(figures, grid, rows, told, total).ifPresent(readings::add);
        if (score) {
            items(figures, told, total).ifPresent(readings::add);
            readings.stream().findFirst().map(flat -> executed(figures, grid, total, flat)).ifPresent(readings::add);
        }
        subtotals(figures, rows, told, total).ifPresent(readings::add);
        readings.stream().findFirst().filter(flat -> !score).map(flat -> new Reading(folded(flat.parts()), false))
                .filter(nested -> nested.parts().size() > 1).ifPresent(readings::add);
        var sums = readings.stream().map(each -> new Sum(total, each.parts())).toList();
        var right = sums.stream().filter(Sum::holds).findFirst();
        if (right.isPresent()) {
            return Optional.of(figures.passed(name, "%s：%d 项之和等于 %s".formatted(total.label(),
                    right.get().parts().size(), Figures.print(total)), right.get().operands()));
        }
        boolean nested = !score && !readings.isEmpty() && nested(readings.getFirst().parts());
        return Stream.iterate(0, i -> i < sums.size(), i -> i + 1).filter(i -> readings.get(i).full() && sums.get(i).fails())
                .map(sums::get).filter(sum -> !nested && (sum.parts().size() <= LONG || sum.oneSlipAway())).min(Comparator.comparing(each -> each.gap().abs()))
                .map(sum -> sum.alarm(figures, name, Finding.Severity.ERROR, total.label()));
    }

    /// The rows that are no part of another: a row that is the sum of rows right below it stands for them, as in accounts
    /// by class, item and sub-item. Small numbers meet by chance.
    private static List<Observation> folded(List<Observation> parts) {
        var stack = new ArrayDeque<Observation>();
        for (var each : parts.reversed()) {
            var below = new ArrayList<Observation>();
            int children = 0;
            for (var child : stack) {
                below.add(child);
                if (each.quantity().value().stripTrailingZeros().precision() > 2 && new Sum(each, below).exact()) {
                    children = below.size();
                    break;
                }
            }
            for (int i = 0; i < children; i++) {
                stack.pop();
            }
            stack.push(each);
        }
        return List.copyOf(stack);
    }

    /// Whether rows stand for rows below them.
    private static boolean nested(List<Observation> parts) {
        return folded(parts).size() < parts.size() - 1;
    }

    /// The figures above the total in its column, up to the column's heading or the total before.
    private static Optional<Reading> column(Figures figures, Grid grid, Map<Integer, String> rows, List<Observation> told,
            Observation total) {
        int column = column(total);
        var places = new TreeMap<Integer, Grid.Place>();
        grid.places().stream().filter(each -> each.cell().column() <= column
                && column < each.cell().column() + each.cell().columns() && each.cell().row() < row(total))
                .forEach(each -> places.putIfAbsent(each.cell().row(), each));
        var inColumn = new HashMap<Integer, List<Observation>>();
        told.stream().filter(each -> column(each) == column).forEach(each ->
                inColumn.computeIfAbsent(row(each), key -> new ArrayList<>()).add(each));
        var parts = new ArrayList<Observation>();
        boolean full = true;
        for (var place : places.descendingMap().values()) {
            int row = place.cell().row();
            var words = rows.getOrDefault(row, "");
            if (place.heading() || isTotal(figures, words)) {
                break;
            }
            if (words.startsWith("其中")) {
                continue;
            }
            var here = inColumn.getOrDefault(row, List.of());
            if (here.size() == 1 && here.getFirst().quantity().kind() == total.quantity().kind()
                    && here.getFirst().role() == total.role()) {
                parts.addFirst(here.getFirst());
            } else {
                full &= here.isEmpty() && blank(figures, place);
            }
        }
        return parts.size() < 2 ? Optional.empty() : Optional.of(new Reading(parts, full));
    }

    private static boolean blank(Figures figures, Grid.Place place) {
        var words = figures.words(place.cell());
        return words.isEmpty() || words.chars().allMatch(each -> "-—–/－0".indexOf(each) >= 0);
    }

    /// All marks of the table's items, wherever their columns stand: forms shift them half-way down.
    private static Optional<Reading> items(Figures figures, List<Observation> told, Observation total) {
        var indicator = figures.relations().item(total.indicator());
        var byRow = new TreeMap<Integer, Observation>();
        for (var each : told) {
            if (row(each) < row(total) && indicator.equals(each.indicator()) && whole(figures, each)
                    && byRow.put(row(each), each) != null) {
                return Optional.empty();
            }
        }
        return byRow.size() < 2 ? Optional.empty() : Optional.of(new Reading(List.copyOf(byRow.values()), true));
    }

    /// With the mark for the budget's execution, which the table of the money right before tells in its first row.
    private static Reading executed(Figures figures, Grid grid, Observation total, Reading items) {
        var parts = new ArrayList<Observation>();
        figures.table(grid.number() - 1).stream().filter(each -> each.quantity().kind() == Kind.SCORE
                && each.role() == total.role() && figures.relations().begins("funds", each.label()) && whole(figures, each))
                .findFirst().ifPresent(parts::add);
        parts.addAll(items.parts());
        return new Reading(parts, false);
    }

    /// A form without a total row whose full marks make 100: its scores make the score that the report tells.
    private static Optional<Finding> scores(Figures figures, List<Observation> told) {
        var scores = figures.actuals(figures.relations().score()).toList();
        var item = figures.relations().item(figures.relations().score());
        var items = told.stream().filter(each -> item.equals(each.indicator()) && whole(figures, each)).toList();
        var marks = told.stream().filter(each -> each.quantity().kind() == Kind.SCORE
                && each.role() == cn.jixiao.observation.Role.TARGET && whole(figures, each)).toList();
        boolean form = items.size() > 3 && items.stream().map(ColumnSumRule::row).distinct().count() == items.size()
                && full(items.size() - marks.size(), Figures.total(marks).orElse(java.math.BigDecimal.ZERO));
        boolean one = scores.stream().map(each -> each.quantity().value()).distinct().count() == 1;
        if (!form || !one || scores.getFirst().evidence().table() != null
                || figures.outline().projects().size() > 1) {
            return Optional.empty();
        }
        var sum = new Sum(scores.getFirst(), items);
        return sum.holds() ? Optional.of(sum.passed(figures, "sum.score"))
                : Optional.of(sum.alarm(figures, "sum.score", Finding.Severity.ERROR, scores.getFirst().label()));
    }

    /// Whether marks are those of a whole form: 100, or 90 where the budget's execution has a score and no printed mark.
    private static boolean full(int unmarked, java.math.BigDecimal marks) {
        return unmarked == 0 && marks.compareTo(java.math.BigDecimal.valueOf(100)) == 0
                || unmarked == 1 && marks.compareTo(java.math.BigDecimal.valueOf(90)) == 0;
    }

    /// A grand total of subtotals.
    private static Optional<Reading> subtotals(Figures figures, Map<Integer, String> rows, List<Observation> told,
            Observation total) {
        var parts = told.stream().filter(each -> row(each) < row(total) && column(each) == column(total)
                && each.quantity().kind() == total.quantity().kind()
                && isTotal(figures, rows.getOrDefault(row(each), ""))).toList();
        return parts.size() < 2 ? Optional.empty() : Optional.of(new Reading(parts, false));
    }

    /// The sources of money below the total of a form.
    private static Optional<Finding> funds(Figures figures, Map<Integer, String> rows, List<Observation> told,
            Observation total) {
        var parts = new ArrayList<Observation>();
        for (int row = row(total) + 1; rows.containsKey(row); row++) {
            var words = rows.get(row);
            if (!figures.relations().begins("source", words)) {
                break;
            }
            int at = row;
            told.stream().filter(each -> row(each) == at && column(each) == column(total)
                    && each.quantity().kind() == Kind.AMOUNT).forEach(parts::add);
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var sum = new Sum(total, parts);
        if (sum.holds()) {
            return Optional.of(sum.passed(figures, "sum.funds"));
        }
        boolean nested = parts.size() > 1 && parts.stream().anyMatch(each -> new Sum(total, parts.stream()
                .filter(other -> other != each).toList()).holds());
        boolean open = parts.size() < 2 && sum.gap().signum() < 0;
        return nested || !sum.fails() || open ? Optional.empty()
                : Optional.of(sum.alarm(figures, "sum.funds", Finding.Severity.ERROR, total.label()));
    }
}
