package cn.jixiao.structure;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table laid out: which cell covers each place, what it says and what it looks like.
final class Matrix {

    private final Table table;
    private final String text;
    private final @Nullable Cell[][] places;
    private final Map<Cell, Said> said = new IdentityHashMap<>();
    private final List<List<Cell>> starting = new ArrayList<>();

    /// What a cell says, without the white space around it, and what that looks like.
    private record Said(String words, Look look) {
    }

    Matrix(Table table, String text) {
        this.table = table;
        this.text = text;
        this.places = new @Nullable Cell[table.rows()][table.columns()];
        for (int r = 0; r < table.rows(); r++) {
            starting.add(new ArrayList<>());
        }
        for (var cell : table.cells()) {
            var words = words(cell);
            said.put(cell, new Said(words, Look.of(words)));
            if (look(cell) != Look.BLANK) {
                starting.get(cell.row()).add(cell);
            }
            for (int r = cell.row(); r < cell.row() + cell.rows(); r++) {
                for (int c = cell.column(); c < cell.column() + cell.columns(); c++) {
                    places[r][c] = cell;
                }
            }
        }
    }

    Table table() {
        return table;
    }

    int rows() {
        return table.rows();
    }

    int columns() {
        return table.columns();
    }

    /// The cell that covers a place, if it says anything.
    @Nullable Cell at(int row, int column) {
        var cell = places[row][column];
        return cell == null || look(cell) == Look.BLANK ? null : cell;
    }

    String words(Cell cell) {
        var known = said.get(cell);
        return known == null ? cell.span().of(text).strip() : known.words();
    }

    Look look(Cell cell) {
        var known = said.get(cell);
        return known == null ? Look.BLANK : known.look();
    }

    /// The cells that begin in a row and say something, from the left.
    List<Cell> row(int row) {
        return starting.get(row);
    }

    /// Whether the row holds nothing but one cell, though the table has more columns.
    boolean isAlone(int row) {
        if (columns() < 2 || row(row).size() != 1) {
            return false;
        }
        var cell = row(row).getFirst();
        for (int c = 0; c < columns(); c++) {
            var other = at(row, c);
            if (other != null && other != cell) {
                return false;
            }
        }
        return true;
    }

    boolean isFullWidth(Cell cell) {
        return cell.columns() == columns();
    }
}
