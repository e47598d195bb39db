package cn.jixiao.read.pdf;

import java.util.List;

/// A cell at its place in a printed table's grid.
///
/// @param lines from top to bottom
/// @param nested ruled tables inside the cell; their words are not among its lines
/// @param left,right the inner room of the cell in the working frame
record PrintedCell(int row, int column, int rows, int columns, List<PrintedLine> lines, double left, double right,
        List<PrintedTable> nested) {

    PrintedCell {
        lines = List.copyOf(lines);
        nested = List.copyOf(nested);
    }

    PrintedCell(int row, int column, int rows, int columns, List<PrintedLine> lines, double left, double right) {
        this(row, column, rows, columns, lines, left, right, List.of());
    }

    /// Whether it has no words of its own.
    boolean isBlank() {
        return lines.isEmpty();
    }

    boolean covers(int atColumn) {
        return column <= atColumn && atColumn < column + columns;
    }

    PrintedCell withLines(List<PrintedLine> others) {
        return new PrintedCell(row, column, rows, columns, others, left, right, nested);
    }

    PrintedCell withNested(List<PrintedTable> others) {
        return new PrintedCell(row, column, rows, columns, lines, left, right, others);
    }

    PrintedCell at(int newRow, int newColumn, int newRows, int newColumns) {
        return new PrintedCell(newRow, newColumn, newRows, newColumns, lines, left, right, nested);
    }

    /// The words of the cell, wrapped lines joined.
    Composed words() {
        return Composed.ofCell(this);
    }
}
