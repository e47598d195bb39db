package cn.jixiao.structure;

import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Role;
import org.jspecify.annotations.Nullable;

/// What two cells beside each other in a row tell of whether they stand in their columns: less than 0 where they bear each
/// other out.
final class Neighbours {

    /// That a run of digits was cut between two rows.
    static final double CUT_ROWS = 1.2;
    private static final double CUT = 0.5;
    private static final double CUT_SCORES = 0.45;
    private static final double CUT_LEVELS = 1;
    /// Two equal figures that touch (`2020` for 20 and 20): what was planned was spent, what could be scored was.
    private static final double TWINS = 0.2;

    private Neighbours() {
    }

    /// @param one the meaning of the left one's column
    /// @param other the meaning of the right one's
    /// @param twins whether they touch and are the same
    /// @param cut whether a run of digits was cut between them
    static double cost(Piece left, @Nullable ColumnMeaning one, Piece right, @Nullable ColumnMeaning other, boolean twins, boolean cut) {
        double cost = told(left, one, right, other);
        return (cut && !twins ? Math.max(0, cost) + cut(left, one, right, other) : cost) - (twins ? TWINS : 0);
    }

    /// A run of digits is cut where more than one column of figures wants to be filled, but no figure begins with 0.
    private static double cut(Piece left, @Nullable ColumnMeaning one, Piece right, @Nullable ColumnMeaning other) {
        boolean scores = other != null && Fit.isScore(other) || one != null && Fit.isScore(one);
        boolean levels = one != null && other != null && Fit.isLevel(one) && Fit.isLevel(other);
        boolean odd = right.words().startsWith("0") && !left.words().equals("0");
        return (scores ? CUT_SCORES : levels ? CUT_LEVELS : CUT) + (odd ? CUT_ROWS : 0);
    }

    /// No mark is above its full mark; what was reached is told as the goal was.
    private static double told(Piece left, @Nullable ColumnMeaning one, Piece right, @Nullable ColumnMeaning other) {
        if (one == null || other == null || left.look() != Look.NUMBER && !left.isText() || right.look() != Look.NUMBER) {
            return 0;
        }
        if (Fit.isScore(one) && Fit.isScore(other) && one.role() == Role.TARGET && other.role() == Role.ACTUAL) {
            return right.value() > left.value() ? 2 : 0;
        }
        return Fit.isLevel(one) && Fit.isLevel(other) ? alike(left, right) : 0;
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
}
