package cn.jixiao.document;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table: a grid of `rows` x `columns` places, each covered by at most one cell.
///
/// In the canonical text the cells of a row are separated by a tab and rows by a line feed.
///
/// @param cells in reading order (row by row, each merged cell at its first place)
/// @param caption the line above that names the table (`表1 资金使用情况`), a span outside `span`, or null
/// @param unitLine the words that give the unit of all its amounts (`单位：万元`), or null
public record Table(Span span, int rows, int columns, List<Cell> cells, @Nullable Span caption, @Nullable Span unitLine)
        implements Block {

    public Table {
        cells = List.copyOf(cells);
        for (var cell : cells) {
            if (cell.row() + cell.rows() > rows || cell.column() + cell.columns() > columns) {
                throw new IllegalArgumentException("cell " + cell + " lies outside " + rows + "x" + columns);
            }
            if (!span.contains(cell.span())) {
                throw new IllegalArgumentException("cell " + cell + " lies outside the text " + span);
            }
        }
    }

    /// The cell that covers a place of the grid, merged cells included.
    public Optional<Cell> at(int row, int column) {
        return cells.stream().filter(cell -> cell.covers(row, column)).findFirst();
    }

    /// The cell whose words contain the offset.
    public Optional<Cell> holding(int offset) {
        return cells.stream().filter(cell -> cell.span().contains(offset)).findFirst();
    }
}
