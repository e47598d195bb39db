package cn.jixiao.read.word;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;

/// The grid of a table in the binary format, which knows no columns but only the edges of each row's cells.
final class DocTable {

    /// Edges that differ by less than this many twentieths of a point are the same line, drawn twice by hand.
    private static final int SAME_EDGE = 45;

    /// A cell of the grid.
    record GridCell(int row, int column, int rows, int columns, TableCell content) {
    }

    private record Piece(int left, int right, boolean merged, boolean beginsMerge, TableCell cell) {
    }

    private final List<List<Piece>> rows = new ArrayList<>();
    private final List<Integer> edges = new ArrayList<>();

    DocTable(Table table) {
        for (int row = 0; row < table.numRows(); row++) {
            var pieces = new ArrayList<Piece>();
            for (int i = 0; i < table.getRow(row).numCells(); i++) {
                add(table.getRow(row).getCell(i), pieces);
            }
            rows.add(pieces);
        }
        var all = new TreeSet<Integer>();
        rows.forEach(row -> row.forEach(piece -> {
            all.add(piece.left());
            all.add(piece.right());
        }));
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.getLast() >= SAME_EDGE) {
                edges.add(edge);
            }
        }
    }

    private static void add(TableCell cell, List<Piece> pieces) {
        int right = cell.getLeftEdge() + Math.max(0, cell.getWidth());
        if (cell.isMerged() && !cell.isFirstMerged() && !pieces.isEmpty()) {
            var left = pieces.removeLast();
            pieces.add(new Piece(left.left(), right, left.merged(), left.beginsMerge(), left.cell()));
        } else {
            pieces.add(new Piece(cell.getLeftEdge(), right, cell.isVerticallyMerged(),
                    cell.isFirstVerticallyMerged(), cell));
        }
    }

    List<GridCell> cells() {
        var cells = new ArrayList<GridCell>();
        for (int row = 0; row < rows.size(); row++) {
            for (var piece : rows.get(row)) {
                boolean continues = piece.merged() && !piece.beginsMerge() && row > 0
                        && mergedAt(row - 1, column(piece.left()));
                if (!continues) {
                    int column = column(piece.left());
                    cells.add(new GridCell(row, column, height(row, piece),
                            Math.max(1, column(piece.right()) - column), piece.cell()));
                }
            }
        }
        return cells;
    }

    private int height(int row, Piece piece) {
        int height = 1;
        while (piece.merged() && row + height < rows.size() && continuesAt(row + height, column(piece.left()))) {
            height++;
        }
        return height;
    }

    private boolean mergedAt(int row, int column) {
        return rows.get(row).stream().anyMatch(piece -> piece.merged() && column(piece.left()) == column);
    }

    private boolean continuesAt(int row, int column) {
        return rows.get(row).stream().anyMatch(
                piece -> piece.merged() && !piece.beginsMerge() && column(piece.left()) == column);
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
