package cn.jixiao.read.pdf;

import java.util.List;

/// A cell at its place in a printed table's grid.
///
/// @param lines from top to bottom
/// @param left,right the inner room of the cell in the working frame
record PrintedCell(int row, int column, int rows, int columns, List<PrintedLine> lines, double left, double right) {

    PrintedCell {
        lines = List.copyOf(lines);
    }

    boolean isBlank() {
        return lines.isEmpty();
    }

    boolean covers(int atColumn) {
        return column <= atColumn && atColumn < column + columns;
    }

    PrintedCell withLines(List<PrintedLine> others) {
        return new PrintedCell(row, column, rows, columns, others, left, right);
    }

    PrintedCell at(int newRow, int newColumn, int newRows, int newColumns) {
        return new PrintedCell(newRow, newColumn, newRows, newColumns, lines, left, right);
    }

    /// The words of the cell, wrapped lines joined.
    Composed words() {
        return Composed.ofCell(this);
    }
}
