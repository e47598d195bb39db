package cn.jixiao.structure;

import cn.jixiao.document.Cell;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The headings of a band, column by column; what a table that goes on over a page hands to its continuation.
///
/// @param paths for each column the headings above it, outermost first
/// @param meanings for each column what they mean, or null
/// @param rowHeads for each column whether its cells are row headings
record BandHeads(List<List<Cell>> paths, List<@Nullable ColumnMeaning> meanings, boolean[] rowHeads) {

    boolean isRowHead(int column) {
        return rowHeads[column];
    }

    boolean is(int column, Use use) {
        var meaning = meanings.get(column);
        return meaning != null && meaning.use() == use;
    }
}
