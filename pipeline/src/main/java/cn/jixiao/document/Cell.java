package cn.jixiao.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cell of a table, merged cells once, at their upper left place.
///
/// @param span the cell's words in the canonical text, wrapped lines joined; may be empty
/// @param row 0-based row of the table
/// @param column 0-based column of the table
/// @param rows how many rows it covers, at least 1
/// @param columns how many columns it covers, at least 1
/// @param address where a spreadsheet calls it something (`收支表!B3`), else null
/// @param nested tables inside this cell; their text lies inside `span`
public record Cell(Span span, int row, int column, int rows, int columns, @Nullable String address, List<Table> nested) {

    public Cell {
        if (row < 0 || column < 0 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("cell at " + row + "," + column + " covering " + rows + "x" + columns);
        }
        nested = List.copyOf(nested);
    }

    public Cell(Span span, int row, int column) {
        this(span, row, column, 1, 1, null, List.of());
    }

    /// Whether this cell covers the given place of the grid.
    public boolean covers(int atRow, int atColumn) {
        return row <= atRow && atRow < row + rows && column <= atColumn && atColumn < column + columns;
    }
}
