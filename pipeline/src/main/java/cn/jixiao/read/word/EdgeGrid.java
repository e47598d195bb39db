package cn.jixiao.read.word;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The grid of a table that knows no columns but only the edges of each row's cells, as DOC and RTF do.
///
/// @param <C> what a cell holds
final class EdgeGrid<C> {

    /// Edges that differ by less than this many twentieths of a point are the same line, drawn twice by hand.
    private static final int SAME_EDGE = 45;

    /// A cell as a row gives it: its edges, and how it is merged with those around it.
    record Piece<C>(int left, int right, Merge across, Merge down, C content) {
    }

    enum Merge { NONE, BEGINS, CONTINUES }

    /// A cell of the grid.
    record GridCell<C>(int row, int column, int rows, int columns, C content) {
    }

    private final List<List<Piece<C>>> rows = new ArrayList<>();
    private final List<Integer> edges = new ArrayList<>();

    EdgeGrid(List<List<Piece<C>>> rows) {
        rows.forEach(row -> this.rows.add(joinedAcross(row)));
        var all = new TreeSet<Integer>();
        this.rows.forEach(row -> row.forEach(piece -> {
            all.add(piece.left());
            all.add(piece.right());
        }));
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.getLast() >= SAME_EDGE) {
                edges.add(edge);
            }
        }
    }

    List<GridCell<C>> cells() {
        var cells = new ArrayList<GridCell<C>>();
        for (int row = 0; row < rows.size(); row++) {
            for (var piece : rows.get(row)) {
                int column = column(piece.left());
                boolean goesOn = piece.down() == Merge.CONTINUES && row > 0 && down(row - 1, column) != Merge.NONE;
                if (!goesOn) {
                    cells.add(new GridCell<>(row, column, height(row, piece),
                            Math.max(1, column(piece.right()) - column), piece.content()));
                }
            }
        }
        return cells;
    }

    private static <C> List<Piece<C>> joinedAcross(List<Piece<C>> row) {
        var joined = new ArrayList<Piece<C>>();
        for (var piece : row) {
            if (piece.across() == Merge.CONTINUES && !joined.isEmpty()) {
                var left = joined.removeLast();
                joined.add(new Piece<>(left.left(), piece.right(), left.across(), left.down(), left.content()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private int height(int row, Piece<C> piece) {
        int height = 1;
        while (piece.down() != Merge.NONE && row + height < rows.size()
                && down(row + height, column(piece.left())) == Merge.CONTINUES) {
            height++;
        }
        return height;
    }

    private Merge down(int row, int column) {
        return rows.get(row).stream().filter(piece -> column(piece.left()) == column).map(Piece::down).findFirst()
                .orElse(Merge.NONE);
    }

    /// The column whose left edge is at or just before `x`.
    private int column(int x) {
        int column = 0;
        while (column + 1 < edges.size() && edges.get(column + 1) <= x) {
            column++;
        }
        return column;
    }
}
