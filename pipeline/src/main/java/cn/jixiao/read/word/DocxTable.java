package cn.jixiao.read.word;

import java.util.ArrayList;
import java.util.List;

/// The grid of a WordprocessingML table: rows of cells that span grid columns and may continue the cell above
/// (ECMA-376 part 1, 17.4.84 vMerge).
final class DocxTable {

    /// A cell of the grid.
    record GridCell(int row, int column, int rows, int columns, Element content) {
    }

    private enum Merge { NONE, BEGINS, CONTINUES }

    private record Piece(int row, int column, int columns, Merge merge, Element content) {
    }

    private final List<List<Piece>> rows = new ArrayList<>();

    DocxTable(Element table) {
        rows(table);
    }

    List<GridCell> cells() {
        var cells = new ArrayList<GridCell>();
        for (int row = 0; row < rows.size(); row++) {
            for (var piece : rows.get(row)) {
                if (piece.merge() != Merge.CONTINUES || !isContinuation(piece)) {
                    cells.add(new GridCell(row, piece.column(), height(piece), piece.columns(), piece.content()));
                }
            }
        }
        return cells;
    }

    private void rows(Element parent) {
        for (var child : parent.children()) {
            switch (child.name()) {
                case "tr" -> {
                    if (child.child("trPr", "del").isEmpty()) {
                        rows.add(row(child));
                    }
                }
                case "sdt", "sdtContent", "ins", "moveTo", "customXml" -> rows(child);
                default -> { }
            }
        }
    }

    private List<Piece> row(Element tr) {
        var pieces = new ArrayList<Piece>();
        row(tr, tr.number("trPr", "gridBefore").orElse(0), pieces);
        return pieces;
    }

    private int row(Element parent, int from, List<Piece> pieces) {
        int column = from;
        for (var child : parent.children()) {
            switch (child.name()) {
                case "tc" -> {
                    int columns = Math.clamp(child.number("tcPr", "gridSpan").orElse(1), 1, 500);
                    if (merge(child, "hMerge") == Merge.CONTINUES && !pieces.isEmpty()) {
                        var left = pieces.removeLast();
                        pieces.add(new Piece(left.row(), left.column(), left.columns() + columns, left.merge(),
                                left.content()));
                    } else {
                        pieces.add(new Piece(rows.size(), column, columns, merge(child, "vMerge"), child));
                    }
                    column += columns;
                }
                case "sdt", "sdtContent", "ins", "moveTo", "customXml" -> column = row(child, column, pieces);
                default -> { }
            }
        }
        return column;
    }

    private static Merge merge(Element tc, String name) {
        return tc.child("tcPr", name)
                .map(merge -> merge.attribute("val").equals("restart") ? Merge.BEGINS : Merge.CONTINUES)
                .orElse(Merge.NONE);
    }

    private int height(Piece piece) {
        int height = 1;
        while (piece.merge() != Merge.NONE && piece.row() + height < rows.size()
                && at(piece.row() + height, piece.column()) == Merge.CONTINUES) {
            height++;
        }
        return height;
    }

    private boolean isContinuation(Piece piece) {
        return piece.row() > 0 && at(piece.row() - 1, piece.column()) != Merge.NONE;
    }

    private Merge at(int row, int column) {
        return rows.get(row).stream().filter(piece -> piece.column() == column).map(Piece::merge).findFirst()
                .orElse(Merge.NONE);
    }
}
