package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `account.code`: in a table by codes of class, item and sub-item (201, 20136, 2013601) every line is the sum of the lines
/// one step below it, and the total that of the classes.
///
/// The code of a row is all digits of its code columns (类 款 项 side by side are one code). A table may hold two such lists
/// side by side; each belongs to the columns up to the next list's codes.
record AccountCodeRule() implements Rule {

    /// One list of a table: where its codes stand, and the column where the next list begins.
    private record Side(List<Integer> codes, int end) {

        boolean holds(Observation one) {
            int column = one.evidence().table().column();
            return column > codes.getLast() && column < end;
        }
    }

    @Override
    public List<Finding> check(Figures figures) {
        var account = figures.account();
        var findings = new ArrayList<Finding>();
        for (var grid : figures.outline().grids()) {
            for (var side : sides(figures, grid)) {
                check(figures, account, grid, side, findings);
            }
        }
        return findings;
    }

    private static List<Side> sides(Figures figures, Grid grid) {
        var columns = new java.util.TreeSet<Integer>();
        var headed = new java.util.TreeSet<Integer>();
        for (var place : grid.places()) {
            if (figures.words(place.cell()).contains("编码")) {
                headed.add(place.cell().column());
            }
            boolean code = headed.contains(place.cell().column()) || place.columnHeads().stream().anyMatch(head ->
                    figures.words(head).contains("编码"));
            if (code && digits(figures, place).length() > 1) {
                columns.add(place.cell().column());
            }
        }
        var sides = new ArrayList<List<Integer>>();
        for (int column : columns) {
            if (sides.isEmpty() || column > sides.getLast().getLast() + 1) {
                sides.add(new ArrayList<>());
            }
            sides.getLast().add(column);
        }
        var found = new ArrayList<Side>();
        for (int i = 0; i < sides.size(); i++) {
            found.add(new Side(sides.get(i), i + 1 < sides.size() ? sides.get(i + 1).getFirst() : Integer.MAX_VALUE));
        }
        return found;
    }

    private static String digits(Figures figures, Grid.Place place) {
        var words = figures.words(place.cell());
        return !words.isEmpty() && words.length() < 10 && words.chars().allMatch(each -> '0' <= each && each <= '9') ? words : "";
    }

    private static void check(Figures figures, Account account, Grid grid, Side side, List<Finding> findings) {
        var codes = new TreeMap<Integer, String>();
        for (var place : grid.places()) {
            if (side.codes().contains(place.cell().column())) {
                codes.merge(place.cell().row(), digits(figures, place), String::concat);
            }
        }
        codes.values().removeIf(String::isEmpty);
        if (codes.size() < 2 || codes.values().stream().distinct().count() != codes.size()) {
            return;
        }
        var amounts = account.amounts(grid).stream().filter(side::holds).toList();
        amounts.stream().map(each -> each.evidence().table().column()).distinct().sorted().forEach(column -> {
            var byRow = new TreeMap<Integer, Observation>();
            amounts.stream().filter(each -> each.evidence().table().column() == column)
                    .forEach(each -> byRow.putIfAbsent(each.evidence().table().row(), each));
            codes.forEach((row, code) -> tell(figures, byRow.get(row), children(codes, byRow, code), findings));
            byRow.values().stream().filter(each -> figures.relations().totalRows().contains(account.row(each)))
                    .forEach(each -> tell(figures, each, children(codes, byRow, ""), findings));
        });
    }

    /// The lines one step below a code that have a figure in the column.
    private static List<Observation> children(Map<Integer, String> codes, Map<Integer, Observation> byRow, String code) {
        var found = new ArrayList<Observation>();
        codes.forEach((row, child) -> {
            if (parent(codes, child).equals(Optional.of(code)) && byRow.containsKey(row)) {
                found.add(byRow.get(row));
            }
        });
        return found;
    }

    /// The longest code that begins this one; none above the classes.
    private static Optional<String> parent(Map<Integer, String> codes, String code) {
        var longest = codes.values().stream().filter(each -> code.startsWith(each) && each.length() < code.length())
                .max(java.util.Comparator.comparing(String::length));
        return longest.isPresent() ? longest : Optional.of("");
    }

    private static void tell(Figures figures, @org.jspecify.annotations.Nullable Observation whole, List<Observation> parts,
            List<Finding> findings) {
        if (whole == null || parts.isEmpty()) {
            return;
        }
        var sum = new Sum(whole, parts);
        if (sum.holds()) {
            findings.add(sum.passed(figures, "account.code"));
        } else if (sum.fails()) {
            findings.add(sum.alarm(figures, "account.code", Finding.Severity.ERROR, whole.label()));
        }
    }
}
