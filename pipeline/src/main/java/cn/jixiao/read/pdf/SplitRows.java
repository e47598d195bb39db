package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Statistics print rows without lines between them: one drawn row then holds a stack of figures in each column, and
/// beside every figure a label. Such a row is many.
final class SplitRows {

    /// A single column of figures says so only if it is this tall.
    private static final int TALL = 4;

    /// How far, in ems, the lines of one row may differ in height.
    private static final double LEVEL = 0.4;

    private SplitRows() {
    }

    static PrintedTable of(PrintedTable table) {
        var anchors = new ArrayList<List<Double>>();
        var ys = new ArrayList<Double>();
        for (int row = 0; row < table.rows(); row++) {
            var levels = levels(table.row(row).stream().filter(cell -> cell.rows() == 1 && !cell.isBlank()).toList());
            anchors.add(levels);
            ys.add(table.ys().get(row));
            for (int i = 1; i < levels.size(); i++) {
                ys.add((levels.get(i - 1) + levels.get(i)) / 2);
            }
        }
        ys.add(table.ys().getLast());
        if (ys.size() == table.ys().size()) {
            return table;
        }
        var cells = new ArrayList<PrintedCell>();
        table.cells().forEach(cell -> split(cell, anchors, cells));
        return new PrintedTable(table.page(), table.xs(), ys, cells, table.ruled());
    }

    /// The heights of the rows that one drawn row holds; empty if it is one.
    private static List<Double> levels(List<PrintedCell> cells) {
        var stacks = cells.stream().filter(SplitRows::isStack).toList();
        var tallest = stacks.stream().max(Comparator.comparingInt(cell -> cell.lines().size()));
        if (tallest.isEmpty() || cells.size() < 2) {
            return List.of();
        }
        var levels = tallest.get().lines().stream().map(SplitRows::middle).toList();
        boolean all = cells.size() > 2 && cells.stream().allMatch(cell -> cell.lines().size() == levels.size());
        boolean broad = stacks.stream().allMatch(cell -> cell.lines().stream().allMatch(line ->
                Pieces.of(line, OpenTables.GAP * line.size()).size() > 1));
        boolean sure = all || broad || stacks.size() > 1 || levels.size() >= TALL;
        var label = cells.getFirst();
        boolean level = cells.stream().filter(cell -> cell != label).flatMap(cell -> cell.lines().stream())
                .allMatch(line -> isLevel(line, levels));
        boolean labelled = levels.stream().allMatch(at -> label.lines().stream()
                .anyMatch(line -> levels.get(nearest(line, levels)).equals(at)));
        return sure && level && labelled ? levels : List.of();
    }

    /// Figures one above the other, each whole.
    private static boolean isStack(PrintedCell cell) {
        var lines = cell.lines();
        if (lines.size() < 2 || lines.stream().anyMatch(line -> !Figures.isFigure(line.text()))) {
            return false;
        }
        double room = cell.right() - cell.left();
        return lines.stream().allMatch(line -> line.width() < 0.8 * room);
    }

    private static double middle(PrintedLine line) {
        return (line.top() + line.bottom()) / 2;
    }

    private static boolean isLevel(PrintedLine line, List<Double> levels) {
        return Math.abs(levels.get(nearest(line, levels)) - middle(line)) < LEVEL * line.size();
    }

    private static int nearest(PrintedLine line, List<Double> levels) {
        int best = 0;
        for (int i = 1; i < levels.size(); i++) {
            if (Math.abs(levels.get(i) - middle(line)) < Math.abs(levels.get(best) - middle(line))) {
                best = i;
            }
        }
        return best;
    }

    private static void split(PrintedCell cell, List<List<Double>> anchors, List<PrintedCell> into) {
        int start = height(anchors, 0, cell.row());
        int high = height(anchors, cell.row(), cell.row() + cell.rows());
        if (cell.rows() > 1 || high == 1) {
            into.add(cell.at(start, cell.column(), high, cell.columns()));
            return;
        }
        var levels = anchors.get(cell.row());
        for (int i = 0; i < high; i++) {
            int level = i;
            into.add(cell.withLines(cell.lines().stream().filter(line -> nearest(line, levels) == level).toList())
                    .at(start + i, cell.column(), 1, cell.columns()));
        }
    }

    private static int height(List<List<Double>> anchors, int from, int to) {
        return anchors.subList(from, to).stream().mapToInt(levels -> Math.max(1, levels.size())).sum();
    }
}
