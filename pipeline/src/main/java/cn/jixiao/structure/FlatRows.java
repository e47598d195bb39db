package cn.jixiao.structure;

import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The likeliest way to deal a sequence of cells out to rows and columns: each row runs through the columns from left
/// to right, leaving some out. Least cost decides ([Fit]), found by going through the cells once.
final class FlatRows {

    /// A cell that takes up what the one before it began (a label broken over two lines).
    private static final double JOINED = 1;
    private static final double JOINED_KNOWN = 4;
    /// A row with nothing under a heading beside its label.
    private static final double EMPTY_ROW = 1.2;
    private static final double EMPTY_GROUP = 0.6;
    /// What looks like an empty cell may be none.
    private static final double NO_CELL = 0.1;
    private static final double BROKEN_LINE = 0.5;
    private static final double SHARED_LINE = 2.5;
    /// What each row may cost more for keeping to lines.
    private static final double ACROSS_LINES = 1.2;
    private static final int SAMPLE = 240;
    private static final double RATE_HOLDS = 0.3;
    private static final double RATE_BREAKS = 1.5;
    static final String EXECUTION = "fund.execution_rate";
    static final String SPENT = "fund.spent";
    static final String BUDGET = "fund.budget";
    private static final double ABSENT = 1.5;
    private static final double MARK_ALONE = 2;
    /// A mark is given for what was reached, which stands before it.
    private static final double UNREACHED = 0.4;
    private static final double MARK_LOST = 0.6;
    private static final double UNGROUPED = 0.8;
    private static final double FURTHER_RIGHT = 0.001;
    private static final double FEWEST_PER_LINE = 2.2;

    private static final double ABOUT = 0.011;
    private static final double FULL_MARK = 100;
    private static final int STAYS = 0;
    private static final int JOINS = 1;
    private static final int OPENS = 2;
    private static final int LINKS = 3;

    /// Where a piece stands.
    ///
    /// @param joined whether it goes on with the cell before
    record Place(Piece piece, int row, int column, boolean joined) {
    }

    private final Lattice lattice;
    private final List<Piece> pieces;
    private final List<@Nullable ColumnMeaning> columns;
    private final boolean[] absent;
    private final boolean lines;
    private final int width;
    /// Whether two tables stand side by side, each with names of its own.
    private final boolean twoSides;
    private final double[][] skipped;
    private final double[][] least;
    private final int[][] before;
    /// For each piece the least cost of a row that ends with it, and the state it is in then.
    private final double[][] ends;
    /// How badly each piece fits each column, in rows of items and in rows of totals.
    private final double[][] fits;

    private FlatRows(Lattice lattice, List<@Nullable ColumnMeaning> columns, boolean[] absent, boolean lines) {
        this.lattice = lattice;
        this.pieces = lattice.pieces();
        this.columns = columns;
        this.absent = absent;
        this.lines = lines;
        this.width = columns.size();
        this.twoSides = columns.stream().filter(each -> each != null && (each.use() == Use.LABEL || each.use() == Use.NAME)).count() > 1;
        this.skipped = new double[2][width + 1];
        for (int total = 0; total < 2; total++) {
            for (int c = 0; c < width; c++) {
                skipped[total][c + 1] = skipped[total][c] + (absent[c] || isOfGroup(c) ? 0 : Fit.skip(columns.get(c), total == 1));
            }
        }
        this.least = new double[pieces.size()][2 * width];
        this.before = new int[pieces.size()][2 * width];
        this.ends = new double[pieces.size()][];
        this.fits = new double[pieces.size()][2 * width];
        run();
    }

    /// @param columns what their headings mean
    static FlatRows of(Lattice lattice, List<@Nullable ColumnMeaning> columns) {
        long printed = lattice.pieces().stream().filter(Piece::first).count();
        boolean lines = lattice.pieces().size() >= FEWEST_PER_LINE * printed && printed > 1;
        var sample = lattice.first(SAMPLE);
        var best = new FlatRows(sample, columns, new boolean[columns.size()], false);
        for (var missing : missing(columns, lattice.glued())) {
            best = cheaper(best, new FlatRows(sample, columns, missing, false));
        }
        if (lines) {
            // Rows that keep to lines tell more than columns do; but not all lines are rows.
            var byLine = new FlatRows(sample, columns, new boolean[columns.size()], true);
            for (var missing : missing(columns, false)) {
                byLine = cheaper(byLine, new FlatRows(sample, columns, missing, true));
            }
            best = byLine.cost() < best.cost() + ACROSS_LINES * Math.max(1, byLine.rows()) ? byLine : best;
        }
        return sample == lattice ? best : new FlatRows(lattice, columns, best.absent, best.lines);
    }

    private static FlatRows cheaper(FlatRows one, FlatRows other) {
        return other.cost() < one.cost() ? other : one;
    }

    private int rows() {
        return pieces.isEmpty() ? 0 : path().getLast().row() + 1;
    }

    /// Columns that may be empty in every row: one or two of those that hold figures.
    ///
    /// @param one whether only one may be
    private static List<boolean[]> missing(List<@Nullable ColumnMeaning> columns, boolean one) {
        var found = new ArrayList<boolean[]>();
        for (int c = 0; c < columns.size(); c++) {
            for (int d = c; d < (one ? c + 1 : columns.size()); d++) {
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
        return pieces.isEmpty() ? cost : cost + ends[last()][0];
    }

    /// The piece that the best way ends with.
    private int last() {
        int best = pieces.size() - 1;
        for (int i : lattice.last()) {
            best = ends[i][0] < ends[best][0] || !lattice.isLast(best) ? i : best;
        }
        return best;
    }

    /// The pieces of the best way with their places, in order.
    List<Place> path() {
        var found = new ArrayDeque<Place>();
        int i = pieces.isEmpty() ? -1 : last();
        int state = i < 0 ? 0 : (int) ends[i][1];
        while (i >= 0) {
            int link = before[i][state];
            int kind = link < 0 ? OPENS : link % (LINKS * 2 * width) / (2 * width);
            found.addFirst(new Place(pieces.get(i), kind == OPENS ? 1 : 0, state % width, kind == JOINS));
            i = link < 0 ? -1 : link / (LINKS * 2 * width);
            state = link < 0 ? 0 : link % (2 * width);
        }
        var places = new ArrayList<Place>();
        int row = -1;
        for (var place : found) {
            row += place.row();
            places.add(new Place(place.piece(), row, place.column(), place.joined()));
        }
        return places;
    }

    /// The figures that were cut out of a run of digits and could be others as well.
    Set<Piece> doubtful() {
        return lattice.glued() ? Doubts.in(path(), columns, lattice) : Set.of();
    }

    private void run() {
        for (int i = 0; i < pieces.size(); i++) {
            Arrays.fill(least[i], Double.MAX_VALUE / 4);
            // A state that no way reaches leads nowhere back.
            Arrays.fill(before[i], -1);
            var piece = pieces.get(i);
            boolean total = piece.isTotal();
            for (int s = 0; s < 2 * width; s++) {
                fits[i][s] = fit(piece, i, s % width, s >= width);
            }
            var closed = lattice.isFirst(i) ? new double[] {0, -1} : closed(i);
            double opening = lines && !piece.first() ? SHARED_LINE : 0;
            for (int c = 0; c < width; c++) {
                int state = c + (total ? width : 0);
                double fit = fit(i, c, total) + FURTHER_RIGHT * c;
                least[i][state] = closed[0] + opening + skipped[total ? 1 : 0][c] + fit + (isOfGroup(c) && !total ? MARK_ALONE : 0);
                before[i][state] = (int) closed[1];
            }
            if (!total || twoSides) {
                for (int p : lattice.before(i)) {
                    stay(i, p, lines && piece.first() ? BROKEN_LINE + (isKnown(piece) ? 1 : 0) : 0);
                }
            }
            ends[i] = end(i);
        }
    }

    /// The least cost of all that may stand before a piece that opens a row, and the link to it.
    private double[] closed(int i) {
        double best = Double.MAX_VALUE / 4;
        int link = -1;
        for (int p : lattice.before(i)) {
            double cost = ends[p][0] + (lattice.isCut(pieces.get(p), pieces.get(i)) ? Neighbours.CUT_ROWS : 0);
            if (cost < best) {
                best = cost;
                link = link(p, OPENS, (int) ends[p][1]);
            }
        }
        return new double[] {best, link};
    }

    private int link(int piece, int kind, int state) {
        return (piece * LINKS + kind) * 2 * width + state;
    }

    private void stay(int i, int p, double staying) {
        var piece = pieces.get(i);
        var last = pieces.get(p);
        boolean twins = lattice.isTwin(last, piece);
        boolean cut = lattice.isCut(last, piece);
        for (int from = 0; from < 2 * width; from++) {
            int total = from / width;
            int at = from % width;
            double sofar = least[p][from];
            for (int c = at + 1; c < width; c++) {
                double cost = sofar + staying + skipped[total][c] - skipped[total][at + 1] + fit(i, c, total == 1)
                        + FURTHER_RIGHT * c + Neighbours.cost(last, columns.get(at), piece, columns.get(c), twins, cut) + marks(at, c, total == 1) + rate(p, from, piece, c);
                keep(i, c + total * width, cost, link(p, STAYS, from));
            }
            if (piece.isBlank()) {
                keep(i, from, sofar + NO_CELL, link(p, JOINS, from));
            }
            if (last.isText() && piece.isText() && !piece.apart()) {
                double cost = sofar + (isKnown(last) || isKnown(piece) ? JOINED_KNOWN : JOINED)
                        + (columns.get(at) == null || fit(p, at, total == 1) > 1 ? 1 : 0);
                keep(i, from, cost, link(p, JOINS, from));
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
            double cost = least[i][s] + (pieces.get(i).isText() ? Math.min(rest, emptyRow(pieces.get(i))) : rest);
            if (cost < best - 1e-9) {
                best = cost;
                state = s;
            }
        }
        return new double[] {best, state};
    }

    /// Where words were run together nothing stands for the empty cells behind a group.
    private double emptyRow(Piece piece) {
        return lattice.glued() && piece.own() != null && !piece.own().equals(Fit.LEVELS) ? EMPTY_GROUP : EMPTY_ROW;
    }

    private double fit(int i, int column, boolean total) {
        return fits[i][column + (total ? width : 0)];
    }

    private double fit(Piece piece, int i, int column, boolean total) {
        if (piece.isBlank()) {
            return 0;
        }
        var meaning = columns.get(column);
        double cost = absent[column] ? 5 : Fit.cost(piece, meaning, total);
        boolean misplaced = meaning != null && meaning.use() == Use.LABEL && (piece.unit() || piece.words().equals("无"));
        boolean above = lattice.glued() && meaning != null && Fit.isScore(meaning) && piece.look() == Look.NUMBER && piece.value() > FULL_MARK;
        boolean mark = lattice.mixed() && meaning != null && Fit.isLevel(meaning) && piece.isBare() && piece.value() <= FULL_MARK;
        return (mark ? UNREACHED : 0) + lattice.cost(i) + cost + (misplaced ? 1.5 : 0) + (above ? 3 : 0);
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
        boolean unreached = lattice.mixed() && isScored(column) && isRole(at, Role.TARGET) && IntStream.range(at, column).anyMatch(c -> isRole(c, Role.ACTUAL));
        return (unreached ? UNREACHED : 0) + (alone ? MARK_ALONE : 0) + (without ? MARK_LOST : 0) + (ungrouped ? UNGROUPED : 0);
    }

    private boolean isScored(int column) {
        var meaning = columns.get(column);
        return meaning != null && Fit.isScore(meaning);
    }

    private boolean isRole(int column, Role role) {
        var meaning = columns.get(column);
        return meaning != null && Fit.isLevel(meaning) && meaning.role() == role;
    }

    /// 预算数 50 | 执行数 40 | 执行率 80%: where the rate is printed, it tells which figures it is the rate of.
    private double rate(int last, int from, Piece piece, int column) {
        var meaning = columns.get(column);
        if (meaning == null || !EXECUTION.equals(meaning.indicator()) || piece.look() != Look.NUMBER) {
            return 0;
        }
        double spent = Double.NaN;
        double budget = Double.NaN;
        int state = from;
        int j = last;
        while (true) {
            var at = columns.get(state % width);
            var figure = pieces.get(j).look() == Look.NUMBER && at != null ? at.indicator() : null;
            spent = SPENT.equals(figure) ? pieces.get(j).value() : spent;
            budget = BUDGET.equals(figure) && Double.isNaN(budget) ? pieces.get(j).value() : budget;
            int link = before[j][state];
            if (link < 0 || link % (LINKS * 2 * width) / (2 * width) == OPENS) {
                break;
            }
            j = link / (LINKS * 2 * width);
            state = link % (2 * width);
        }
        if (Double.isNaN(spent) || Double.isNaN(budget) || budget == 0) {
            return 0;
        }
        double rate = piece.value() * (piece.isRate() || piece.value() > 1.5 ? 0.01 : 1);
        boolean holds = Math.abs(spent / budget - rate) < (lattice.glued() ? exact(piece) : ABOUT);
        return holds ? -RATE_HOLDS : RATE_BREAKS;
    }

    /// Where figures are cut so that the rate holds, it must hold as well as it is printed.
    static double exact(Piece rate) {
        int point = rate.words().indexOf('.');
        int decimals = point < 0 ? 0 : (int) rate.words().chars().skip(point + 1).filter(Character::isDigit).count();
        return 1.1 * Math.pow(10, -2 - Math.min(decimals, 2)) * (decimals == 0 ? 0.9 : 1);
    }

    private static boolean isKnown(Piece piece) {
        return piece.own() != null || piece.row() != null || piece.unit();
    }
}
