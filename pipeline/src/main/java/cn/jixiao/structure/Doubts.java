package cn.jixiao.structure;

import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of the figures that were cut out of one run of digits are doubtful: `8582` may be 85 and 82 or 858 and 2.
///
/// A cut is certain where both sides are the same (`2020` for 20 and 20), where the printed rate is that of the figures
/// beside it, where the full marks of the form add up to what full marks add up to, and where everything else in the run
/// is certain. A figure in doubt is better not read.
final class Doubts {

    private static final double HIGHEST_RATE = 1000;
    private static final int LONGEST_ALONE = 6;
    private static final double SMALLEST = 0.005;
    private static final Set<Integer> FULL_MARKS = Set.of(100, 90, 80);

    private final List<FlatRows.Place> path;
    private final List<@Nullable ColumnMeaning> columns;
    private final Lattice lattice;
    private final Set<Piece> certain = new HashSet<>();

    private Doubts(List<FlatRows.Place> path, List<@Nullable ColumnMeaning> columns, Lattice lattice) {
        this.path = path;
        this.columns = columns;
        this.lattice = lattice;
    }

    static Set<Piece> in(List<FlatRows.Place> path, List<@Nullable ColumnMeaning> columns, Lattice lattice) {
        var doubts = new Doubts(path, columns, lattice);
        doubts.marks();
        for (int i = 0; i < path.size(); i++) {
            if (!doubts.isCut(i - 1) && doubts.isCut(i)) {
                doubts.chain(i);
            }
        }
        var doubtful = new HashSet<Piece>();
        for (int i = 0; i < path.size(); i++) {
            boolean cut = doubts.isCut(i - 1) || doubts.isCut(i);
            if (cut && !doubts.certain.contains(path.get(i).piece()) || doubts.isOdd(i)) {
                doubtful.add(path.get(i).piece());
            }
        }
        return doubtful;
    }

    /// Whether the digits were cut behind a piece.
    private boolean isCut(int at) {
        return at >= 0 && at + 1 < path.size() && lattice.isCut(path.get(at).piece(), path.get(at + 1).piece());
    }

    /// A figure that was left whole and should not have been: too long for what stands behind it, or a mark that slipped
    /// under a target since the words before it were not told from the name.
    private boolean isOdd(int at) {
        var piece = path.get(at).piece();
        if (piece.look() != Look.NUMBER) {
            return false;
        }
        if (piece.isRate() && piece.value() > HIGHEST_RATE || piece.isBare() && columns.stream().anyMatch(each -> each != null && each.use() == Use.ORDINAL)) {
            return true;
        }
        var meaning = columns.get(path.get(at).column());
        // What a sign stands before was asked for, not given as points.
        if (at > 0 && Fit.SIGNS.equals(path.get(at - 1).piece().own()) && meaning != null && Fit.isScore(meaning)) {
            return true;
        }
        boolean last = at + 1 == path.size() || path.get(at + 1).row() != path.get(at).row();
        boolean empty = path.get(at).column() + 1 < columns.size() && isValue(columns.get(path.get(at).column() + 1));
        boolean following = last && empty && piece.words().length() >= LONGEST_ALONE && piece.words().indexOf(',') < 0;
        return piece.isBare() && (following || meaning != null && Fit.isLevel(meaning) && isUnscored(path.get(at).row()));
    }

    private boolean isUnscored(int row) {
        boolean scores = columns.stream().anyMatch(each -> each != null && Fit.isScore(each));
        return scores && path.stream().filter(each -> each.row() == row && each.piece().look() == Look.NUMBER)
                .noneMatch(each -> columns.get(each.column()) != null && Fit.isScore(columns.get(each.column())));
    }

    private static boolean isValue(@Nullable ColumnMeaning meaning) {
        return meaning != null && meaning.use() == Use.VALUE;
    }

    private void chain(int from) {
        int to = from;
        while (isCut(to)) {
            to++;
        }
        rates(path.get(from).row());
        for (int i = from; i < to; i++) {
            if (path.get(i).row() == path.get(i + 1).row() && lattice.isTwin(path.get(i).piece(), path.get(i + 1).piece())) {
                certain.add(path.get(i).piece());
                certain.add(path.get(i + 1).piece());
            }
        }
        for (int i = from; i <= to; i++) {
            boolean left = i == from || certain.contains(path.get(i - 1).piece());
            boolean right = i == to || certain.contains(path.get(i + 1).piece());
            if (left && right) {
                certain.add(path.get(i).piece());
            }
        }
    }

    /// The rate of a row and the two figures that it is the rate of.
    private void rates(int row) {
        Piece budget = null;
        Piece spent = null;
        Piece rate = null;
        for (var place : path) {
            var meaning = place.row() == row && place.piece().look() == Look.NUMBER ? columns.get(place.column()) : null;
            var indicator = meaning == null ? null : meaning.indicator();
            budget = FlatRows.BUDGET.equals(indicator) ? place.piece() : budget;
            spent = FlatRows.SPENT.equals(indicator) ? place.piece() : spent;
            rate = FlatRows.EXECUTION.equals(indicator) ? place.piece() : rate;
        }
        boolean holds = budget != null && spent != null && rate != null && budget.value() > 0 && rate.value() > 0
                && Math.abs(spent.value() / budget.value() - rate.value() / 100) < FlatRows.exact(rate);
        if (holds && isFull(row)) {
            certain.addAll(List.of(budget, spent, rate));
        }
    }

    /// Whether a row has something under every heading of money and rates from its first to its last.
    private boolean isFull(int row) {
        var filled = path.stream().filter(each -> each.row() == row && !each.piece().isBlank()).map(FlatRows.Place::column).toList();
        for (int c = filled.getFirst(); c < filled.getLast(); c++) {
            if (isValue(columns.get(c)) && !Fit.isScore(columns.get(c)) && !filled.contains(c)) {
                return false;
            }
        }
        return true;
    }

    /// The full marks of a column, if those of all rows add up.
    private void marks() {
        for (int c = 0; c < columns.size(); c++) {
            var meaning = columns.get(c);
            if (meaning != null && Fit.isScore(meaning) && meaning.role() == Role.TARGET) {
                marks(c);
            }
        }
    }

    private void marks(int column) {
        var marks = new ArrayList<Piece>();
        for (var place : path) {
            boolean mark = place.column() == column && place.piece().look() == Look.NUMBER;
            boolean total = mark && path.stream().anyMatch(each -> each.row() == place.row() && each.piece().isTotal());
            if (mark && !total) {
                marks.add(place.piece());
            } else if (mark && FULL_MARKS.contains((int) place.piece().value())) {
                certain.add(place.piece());
            }
        }
        double sum = marks.stream().mapToDouble(Piece::value).sum();
        if (FULL_MARKS.stream().anyMatch(full -> Math.abs(full - sum) < SMALLEST)) {
            certain.addAll(marks);
        }
    }
}
