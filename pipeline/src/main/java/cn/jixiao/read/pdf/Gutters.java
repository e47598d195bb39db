package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.List;

/// The columns in which pieces of lines stand: between any two of them runs a stretch that hardly any row crosses.
final class Gutters {

    private Gutters() {
    }

    /// Column edges from the left of the first piece to the right of the last, one in the middle of each gutter.
    ///
    /// @param rows the pieces of each row from left to right, at least one row, none empty
    static List<Double> edges(List<List<PrintedLine>> rows) {
        double left = rows.stream().mapToDouble(row -> row.getFirst().left()).min().orElseThrow();
        double right = rows.stream().mapToDouble(row -> row.getLast().right()).max().orElseThrow();
        int[] crossed = new int[(int) Math.clamp(Math.ceil(right - left) + 1, 1, 5000)];
        rows.forEach(row -> row.forEach(piece -> cross(piece, left, crossed)));
        int most = rows.size() < 4 ? 0 : Math.max(1, rows.size() / 8);
        double narrow = 0.5 * rows.getFirst().getFirst().size();
        var xs = new ArrayList<Double>(List.of(left));
        int start = -1;
        for (int x = 0; x < crossed.length; x++) {
            boolean free = crossed[x] <= most;
            if (free && start < 0) {
                start = x;
            } else if (!free && start >= 0) {
                if (start > 0 && x - start >= narrow) {
                    xs.add(left + (start + x) / 2.0);
                }
                start = -1;
            }
        }
        xs.add(right);
        return xs;
    }

    private static void cross(PrintedLine piece, double left, int[] crossed) {
        int from = Math.clamp((int) Math.floor(piece.left() - left), 0, crossed.length - 1);
        int to = Math.clamp((int) Math.ceil(piece.right() - left), from, crossed.length);
        for (int x = from; x < to; x++) {
            crossed[x]++;
        }
    }
}
