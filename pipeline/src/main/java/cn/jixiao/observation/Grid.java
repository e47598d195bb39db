package cn.jixiao.observation;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table understood: which cells are headings, and which headings every other cell stands under.
///
/// Forms change their headings half-way down, so headings belong to cells and not to the table.
///
/// @param number 1-based among the document's tables, nested ones counted where they stand
/// @param places one for each cell of the table, in the same order
/// @param unit the table-wide unit of amounts (`万元`), from its unit line, or null
public record Grid(int number, Table table, List<Place> places, @Nullable String unit) {

    /// One cell and what it stands under.
    ///
    /// @param heading whether the cell itself is a heading (then both paths may be empty)
    /// @param columnHeads headings above, outermost first (`年度指标` > `目标值`)
    /// @param rowHeads headings to the left, outermost first (`产出指标` > `数量指标` > `办理案件`)
    /// @param column what the column heading means, or null where the dictionary does not know it
    /// @param row what the row heading means, or null
    /// @param unit the unit of a bare number here, from the heading, a unit column or the table (`万元`, `%`, `件`), or null
    public record Place(Cell cell, boolean heading, List<Cell> columnHeads, List<Cell> rowHeads,
            @Nullable ColumnMeaning column, @Nullable ColumnMeaning row, @Nullable String unit) {
        public Place {
            columnHeads = List.copyOf(columnHeads);
            rowHeads = List.copyOf(rowHeads);
        }
    }

    public Grid {
        places = List.copyOf(places);
    }

    /// The place whose cell's words contain the offset.
    public Optional<Place> at(int offset) {
        return places.stream().filter(place -> place.cell().span().contains(offset)).findFirst();
    }
}
