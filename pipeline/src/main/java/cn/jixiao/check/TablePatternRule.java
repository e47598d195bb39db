package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `sum.row` and `ratio.row`: what the other rows of a table show to be a column's rule.
///
/// A column that is the sum of two others or of a run of neighbours, or a rate that is one column in percent of another,
/// in at least three rows and in all rows but one, is meant to be so: the rows are recorded as right, the odd one as
/// wrong. Nothing is believed from one row.
record TablePatternRule() implements Rule {

    private static final int WIDEST = 14;
    private static final int ENOUGH = 3;

    /// A row's figures by column.
    private record Row(Map<Integer, Observation> cells) {
    }

    /// How a column follows from others: the sum of all, or the first in percent of the second.
    private record Pattern(int column, List<Integer> from, boolean rate) {
    }

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var grid : figures.outline().grids()) {
            var rows = rows(figures.table(grid.number()));
            var columns = rows.stream().flatMap(row -> row.cells().keySet().stream()).distinct().sorted().toList();
            if (rows.size() > 2) {
                columns.forEach(column -> columns.stream().filter(other -> other < column).map(other ->
                        shares(figures, rows, column, other)).filter(each -> !each.isEmpty()).findFirst()
                        .ifPresent(findings::addAll));
            }
            if (rows.size() > 1 && columns.size() > 2 && columns.size() <= WIDEST) {
                for (int column : columns) {
                    patterns(columns, column).stream().map(each -> check(figures, rows, each)).flatMap(Optional::stream)
                            .findFirst().ifPresent(findings::addAll);
                }
            }
        }
        return findings;
    }

    /// A column of rates that are each figure of another column in percent of its last (占比).
    private static List<Finding> shares(Figures figures, List<Row> rows, int column, int other) {
        var last = rows.getLast().cells().get(other);
        if (last == null || last.quantity().kind() == Kind.RATE || last.quantity().comparator() != Comparator.EQ) {
            return List.of();
        }
        var found = rows.subList(0, rows.size() - 1).stream().filter(row -> row.cells().containsKey(column)
                        && row.cells().containsKey(other)).map(row -> Quotient.of(row.cells().get(column),
                        row.cells().get(other), last)).filter(each -> each.stated().quantity().kind() == Kind.RATE
                        && each.part().quantity().kind() == last.quantity().kind() && each.sound()).toList();
        long held = found.stream().filter(Quotient::holds).count();
        boolean telling = held >= 2 && held >= found.size() - 1 && (held == found.size() || held >= ENOUGH);
        return telling ? found.stream().map(each -> each.tell(figures, "ratio.row", each.stated().label(), each.holds(),
                Finding.Severity.ERROR)).toList() : List.of();
    }

    private static List<Row> rows(List<Observation> told) {
        var rows = new TreeMap<Integer, Map<Integer, Observation>>();
        for (var each : told) {
            var place = each.evidence().table();
            rows.computeIfAbsent(place.row(), key -> new TreeMap<>()).putIfAbsent(place.column(), each);
        }
        return rows.values().stream().map(Row::new).toList();
    }

    private static List<Pattern> patterns(List<Integer> columns, int column) {
        var found = new ArrayList<Pattern>();
        var others = columns.stream().filter(each -> each != column).toList();
        for (int from = 0; from < others.size(); from++) {
            for (int to = from + 2; to <= others.size(); to++) {
                found.add(new Pattern(column, others.subList(from, to), false));
            }
        }
        for (int a : others) {
            for (int b : others) {
                if (a < b) {
                    found.add(new Pattern(column, List.of(a, b), false));
                }
                if (a != b) {
                    found.add(new Pattern(column, List.of(a, b), true));
                }
            }
        }
        return found;
    }

    private static Optional<List<Finding>> check(Figures figures, List<Row> rows, Pattern pattern) {
        var held = new ArrayList<List<Observation>>();
        var odd = new ArrayList<List<Observation>>();
        int telling = 0;
        for (var row : rows) {
            var operands = operands(row, pattern);
            if (operands.isEmpty()) {
                continue;
            }
            if (holds(operands, pattern)) {
                held.add(operands);
                telling += telling(operands, pattern) ? 1 : 0;
            } else {
                odd.add(operands);
                if (odd.size() > 1) {
                    return Optional.empty();
                }
            }
        }
        boolean money = !held.isEmpty() && held.getFirst().getFirst().quantity().kind() == Kind.AMOUNT;
        if (telling < (money ? 2 : ENOUGH) || (!odd.isEmpty() && telling < ENOUGH + 1)) {
            return Optional.empty();
        }
        var findings = new ArrayList<Finding>();
        held.forEach(each -> findings.add(tell(figures, each, pattern, true)));
        odd.forEach(each -> findings.add(tell(figures, each, pattern, false)));
        return Optional.of(findings);
    }

    private static List<Observation> operands(Row row, Pattern pattern) {
        var target = row.cells().get(pattern.column());
        if (target == null || (target.quantity().kind() == Kind.RATE) != pattern.rate() && !pattern.rate()) {
            return List.of();
        }
        if (pattern.rate() && target.quantity().kind() != Kind.RATE) {
            return List.of();
        }
        var operands = new ArrayList<Observation>();
        operands.add(target);
        for (int column : pattern.from()) {
            var cell = row.cells().get(column);
            boolean fits = cell != null && cell.quantity().comparator() == Comparator.EQ && (pattern.rate()
                    ? cell.quantity().value().signum() > 0 : cell.quantity().kind() == target.quantity().kind());
            if (!fits) {
                return List.of();
            }
            operands.add(cell);
        }
        return !pattern.rate() || operands.get(1).quantity().kind() == operands.get(2).quantity().kind()
                ? operands : List.of();
    }

    private static boolean holds(List<Observation> operands, Pattern pattern) {
        if (!pattern.rate()) {
            return new Sum(operands.getFirst(), operands.subList(1, operands.size())).holds();
        }
        var rate = operands.getFirst().quantity().interval();
        var part = operands.get(1).quantity().interval();
        var whole = operands.get(2).quantity().interval();
        return !Intervals.farFrom(rate, part, whole) && Intervals.percent(part, whole).meets(rate);
    }

    /// Rows of noughts, and rates of a figure by itself, show nothing.
    private static boolean telling(List<Observation> operands, Pattern pattern) {
        return pattern.rate() ? operands.get(1).quantity().value().compareTo(operands.get(2).quantity().value()) != 0
                : operands.subList(1, operands.size()).stream().filter(each -> each.quantity().value().signum() != 0).count() > 1;
    }

    private static Finding tell(Figures figures, List<Observation> operands, Pattern pattern, boolean holds) {
        var first = operands.getFirst();
        if (!pattern.rate()) {
            var sum = new Sum(first, operands.subList(1, operands.size()));
            return holds ? sum.passed(figures, "sum.row")
                    : sum.alarm(figures, "sum.row", Finding.Severity.ERROR, first.label());
        }
        return Quotient.of(first, operands.get(1), operands.get(2)).tell(figures, "ratio.row", first.label(), holds,
                Finding.Severity.ERROR);
    }
}
