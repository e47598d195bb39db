package cn.jixiao.structure;

import cn.jixiao.document.Cell;
import org.jspecify.annotations.Nullable;

/// What a table that breaks off hands to the one that goes on from it.
///
/// @param heads its last column headings
/// @param carried for each column the row heading that was in force at its end, or null
record Continuation(BandHeads heads, @Nullable Cell[] carried) {

    boolean fits(Matrix next) {
        return next.columns() == carried.length;
    }
}
