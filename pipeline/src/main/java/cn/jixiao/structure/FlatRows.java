package cn.jixiao.structure;

import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The likeliest way to deal a sequence of cells out to rows and columns: each row runs through the columns from left
/// to right, leaving some out. Least cost decides ([Fit]), found by going through the cells once.
final class FlatRows {

    /// A cell that takes up what the one before it began (a label broken over two lines).
    private static final double JOINED = 1;
    private static final double JOINED_KNOWN = 4;
    /// A row with nothing under a heading beside its label.
    private static final double EMPTY_ROW = 1.2;
    /// What looks like an empty cell may be none.
    private static final double NO_CELL = 0.1;
    private static final double BROKEN_LINE = 0.5;
    private static final double SHARED_LINE = 2.5;
    /// What each row may cost more for keeping to lines.
    private static final double ACROSS_LINES = 1.2;
    private static final int SAMPLE = 240;
    private static final double RATE_HOLDS = 0.3;
    private static final double RATE_BREAKS = 1.5;
    private static final String EXECUTION = "fund.execution_rate";
    private static final String SPENT = "fund.spent";
    private static final String BUDGET = "fund.budget";
    private static final double ABSENT = 1.5;
    private static final double MARK_ALONE = 2;
    private static final double MARK_LOST = 0.6;
    private static final double UNGROUPED = 0.8;
    private static final double FURTHER_RIGHT = 0.001;
    private static final double FEWEST_PER_LINE = 2.2;

    /// Where a piece stands.
    ///
    /// @param joined whether it goes on with the cell before
    record Place(int row, int column, boolean joined) {
    }

    private final List<Piece> pieces;
    private final List<@Nullable ColumnMeaning> columns;
    private final boolean[] absent;
    private final boolean lines;
    private final int width;
    private final double[][] skipped;
    private final double[][] least;
    private final int[][] before;

    private FlatRows(List<Piece> pieces, List<@Nullable ColumnMeaning> columns, boolean[] absent, boolean lines) {
        this.pieces = pieces;
        this.columns = columns;
        this.absent = absent;
        this.lines = lines;
        this.width = columns.size();
        this.skipped = new double[2][width + 1];
        for (int total = 0; total < 2; total++) {
            for (int c = 0; c < width; c++) {
                skipped[total][c + 1] = skipped[total][c] + (absent[c] || isOfGroup(c) ? 0 : Fit.skip(columns.get(c), total == 1));
            }
        }
        this.least = new double[pieces.size()][2 * width];
        this.before = new int[pieces.size()][2 * width];
        run();
    }

    /// @param columns what their headings mean
    static FlatRows of(List<Piece> pieces, List<@Nullable ColumnMeaning> columns) {
        long printed = pieces.stream().filter(Piece::first).count();
        boolean lines = pieces.size() >= FEWEST_PER_LINE * printed && printed > 1;
        var sample = pieces.subList(0, Math.min(pieces.size(), SAMPLE));
        var best = new FlatRows(sample, columns, new boolean[columns.size()], false);
        for (var missing : missing(columns)) {
            best = cheaper(best, new FlatRows(sample, columns, missing, false));
        }
        if (lines) {
            // Rows that keep to lines tell more than columns do; but not all lines are rows.
            var byLine = new FlatRows(sample, columns, new boolean[columns.size()], true);
            for (var missing : missing(columns)) {
                byLine = cheaper(byLine, new FlatRows(sample, columns, missing, true));
            }
            best = byLine.cost() < best.cost() + ACROSS_LINES * Math.max(1, byLine.rows()) ? byLine : best;
        }
        return sample.size() == pieces.size() ? best : new FlatRows(pieces, columns, best.absent, best.lines);
    }

    private static FlatRows cheaper(FlatRows one, FlatRows other) {
        return other.cost() < one.cost() ? other : one;
    }

    private int rows() {
        return pieces.isEmpty() ? 0 : places().getLast().row() + 1;
    }

    /// Columns that may be empty in every row: one or two of those that hold figures.
    private static List<boolean[]> missing(List<@Nullable ColumnMeaning> columns) {
        var found = new ArrayList<boolean[]>();
        for (int c = 0; c < columns.size(); c++) {
            for (int d = c; d < columns.size(); d++) {
                if (isValue(columns.get(c)) && isValue(columns.get(d))) {
                    var missing = new boolean[columns.size()];
                    missing[c] = true;
                    missing[d] = true;
                    found.add(missing);
                }
            }
        }
        return found;
    }

    private static boolean isValue(@Nullable ColumnMeaning meaning) {
        return meaning != null && meaning.use() == Use.VALUE;
    }

    double cost() {
        double cost = 0;
        for (boolean each : absent) {
            cost += each ? ABSENT : 0;
        }
        return pieces.isEmpty() ? cost : cost + end(pieces.size() - 1)[0];
    }

    /// A place for each piece.
    List<Place> places() {
        int n = pieces.size();
        var columnsOf = new int[n];
        var opens = new boolean[n];
        var joins = new boolean[n];
        int state = n == 0 ? 0 : (int) end(n - 1)[1];
        for (int i = n - 1; i >= 0; i--) {
            columnsOf[i] = state % width;
            int link = before[i][state];
            opens[i] = link < 0 || link >= 4 * width;
            joins[i] = link >= 2 * width && link < 4 * width;
            state = link < 0 ? 0 : link % (2 * width);
        }
        var places = new ArrayList<Place>();
        int row = -1;
        for (int i = 0; i < n; i++) {
            row += opens[i] ? 1 : 0;
            places.add(new Place(row, columnsOf[i], joins[i]));
        }
        return places;
    }

    private void run() {
        for (int i = 0; i < pieces.size(); i++) {
            Arrays.fill(least[i], Double.MAX_VALUE / 4);
            var piece = pieces.get(i);
            boolean total = piece.isTotal();
            double opening = lines && !piece.first() ? SHARED_LINE : 0;
            double staying = lines && piece.first() ? BROKEN_LINE + (isKnown(piece) ? 1 : 0) : 0;
            var closed = i == 0 ? new double[] {0, -1} : end(i - 1);
            for (int c = 0; c < width; c++) {
                int state = c + (total ? width : 0);
                double fit = fit(piece, c, total) + FURTHER_RIGHT * c;
                least[i][state] = closed[0] + opening + skipped[total ? 1 : 0][c] + fit + (isOfGroup(c) && !total ? MARK_ALONE : 0);
                before[i][state] = i == 0 ? -1 : (int) closed[1] + 4 * width;
            }
            if (i > 0 && !total) {
                stay(i, piece, staying);
            }
        }
    }

    private void stay(int i, Piece piece, double staying) {
        var last = pieces.get(i - 1);
        for (int from = 0; from < 2 * width; from++) {
            int total = from / width;
            int at = from % width;
            double sofar = least[i - 1][from];
            for (int c = at + 1; c < width; c++) {
                double cost = sofar + staying + skipped[total][c] - skipped[total][at + 1] + fit(piece, c, total == 1)
                        + FURTHER_RIGHT * c + beside(last, at, piece, c) + marks(at, c, total == 1) + rate(i, from, piece, c);
                keep(i, c + total * width, cost, from);
            }
            if (piece.isBlank()) {
                keep(i, from, sofar + NO_CELL, from + 2 * width);
            }
            if (isText(last) && isText(piece) && !piece.apart()) {
                double cost = sofar + (isKnown(last) || isKnown(piece) ? JOINED_KNOWN : JOINED)
                        + (columns.get(at) == null || fit(last, at, total == 1) > 1 ? 1 : 0);
                keep(i, from, cost, from + 2 * width);
            }
        }
    }

    private void keep(int i, int state, double cost, int link) {
        if (cost < least[i][state] - 1e-9) {
            least[i][state] = cost;
            before[i][state] = link;
        }
    }

    /// The least cost of all rows up to a piece, and the state that piece is in then.
    private double[] end(int i) {
        double best = Double.MAX_VALUE;
        int state = 0;
        for (int s = 0; s < 2 * width; s++) {
            int total = s / width;
            double rest = skipped[total][width] - skipped[total][s % width + 1];
            double cost = least[i][s] + (isText(pieces.get(i)) ? Math.min(rest, EMPTY_ROW) : rest);
            if (cost < best - 1e-9) {
                best = cost;
                state = s;
            }
        }
        return new double[] {best, state};
    }

    private double fit(Piece piece, int column, boolean total) {
        if (piece.isBlank()) {
            return 0;
        }
        var meaning = columns.get(column);
        double cost = absent[column] ? 5 : Fit.cost(piece, meaning, total);
        boolean misplaced = meaning != null && meaning.use() == Use.LABEL && (piece.unit() || piece.words().equals("无"));
        return cost + (misplaced ? 1.5 : 0);
    }

    /// 一级指标 | 分值 | 二级指标 | 分值: a full mark between groups is the mark of the group to its left.
    private boolean isOfGroup(int column) {
        var meaning = columns.get(column);
        var left = column == 0 ? null : columns.get(column - 1);
        return meaning != null && Fit.isScore(meaning) && left != null && left.use() == Use.GROUP;
    }

    private boolean isGroup(int column) {
        var meaning = columns.get(column);
        return meaning != null && meaning.use() == Use.GROUP;
    }

    /// Where a group begins, the group within it begins too.
    private double marks(int at, int column, boolean total) {
        if (total) {
            return 0;
        }
        boolean alone = isOfGroup(column) && at != column - 1;
        boolean without = at + 1 < column && isOfGroup(at + 1);
        boolean ungrouped = at + 1 < column && isGroup(at) && isGroup(at + 1);
        return (alone ? MARK_ALONE : 0) + (without ? MARK_LOST : 0) + (ungrouped ? UNGROUPED : 0);
    }

    /// 预算数 50 | 执行数 40 | 执行率 80%: where the rate is printed, it tells which figures it is the rate of.
    private double rate(int i, int from, Piece piece, int column) {
        var meaning = columns.get(column);
        if (meaning == null || !EXECUTION.equals(meaning.indicator()) || piece.look() != Look.NUMBER) {
            return 0;
        }
        double spent = Double.NaN;
        double budget = Double.NaN;
        int state = from;
        for (int j = i - 1; j >= 0; j--) {
            var at = columns.get(state % width);
            var figure = pieces.get(j).look() == Look.NUMBER && at != null ? at.indicator() : null;
            spent = SPENT.equals(figure) ? pieces.get(j).value() : spent;
            budget = BUDGET.equals(figure) && Double.isNaN(budget) ? pieces.get(j).value() : budget;
            int link = before[j][state];
            if (link < 0 || link >= 4 * width) {
                break;
            }
            state = link % (2 * width);
        }
        if (Double.isNaN(spent) || Double.isNaN(budget) || budget == 0) {
            return 0;
        }
        double rate = piece.value() * (piece.isRate() || piece.value() > 1.5 ? 0.01 : 1);
        return Math.abs(spent / budget - rate) < 0.011 ? -RATE_HOLDS : RATE_BREAKS;
    }

    /// What two cells beside each other tell: no mark is above its full mark; what was reached is told as the goal was.
    private double beside(Piece left, int leftColumn, Piece right, int rightColumn) {
        var one = columns.get(leftColumn);
        var other = columns.get(rightColumn);
        if (one == null || other == null || left.look() != Look.NUMBER && !isText(left) || right.look() != Look.NUMBER) {
            return 0;
        }
        if (Fit.isScore(one) && Fit.isScore(other) && one.role() == Role.TARGET && other.role() == Role.ACTUAL) {
            return right.value() > left.value() ? 2 : 0;
        }
        return isLevel(one) && isLevel(other) ? alike(left, right) : 0;
    }

    private static double alike(Piece left, Piece right) {
        if (left.look() != Look.NUMBER) {
            return right.isBare() ? 1 : 0.3;
        }
        double ratio = right.value() / left.value();
        double near = ratio >= 0.5 && ratio <= 2 ? -0.5 : 0;
        boolean odd = left.isRate() && right.isBare() && ratio < 0.5 || !left.isBare() && right.isBare();
        return near + (left.isRate() && right.isBare() && near == 0 ? 1 : odd ? 0.4 : 0);
    }

    private static boolean isLevel(ColumnMeaning meaning) {
        return meaning.use() == Use.VALUE && meaning.role() != null && meaning.indicator() == null && meaning.unit() == null;
    }

    private static boolean isText(Piece piece) {
        return piece.look() == Look.WORDS || piece.look() == Look.PROSE;
    }

    private static boolean isKnown(Piece piece) {
        return piece.own() != null || piece.row() != null || piece.unit();
    }
}
