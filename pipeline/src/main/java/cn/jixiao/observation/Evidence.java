package cn.jixiao.observation;

import cn.jixiao.document.Span;
import org.jspecify.annotations.Nullable;

/// Where an observation was read.
///
/// @param page 1-based, null where the format has no pages
/// @param span of the mention in the canonical text
/// @param sentence the sentence or the table row around it, as printed
/// @param table where it stands in a table, else null
public record Evidence(@Nullable Integer page, Span span, String sentence, @Nullable Place table) {

    /// A cell of a table.
    ///
    /// @param table 1-based number of the table in the document
    /// @param row 0-based
    /// @param column 0-based
    /// @param address the spreadsheet's own name of the cell (`收支表!B3`), or null
    public record Place(int table, int row, int column, @Nullable String address) {
    }
}
