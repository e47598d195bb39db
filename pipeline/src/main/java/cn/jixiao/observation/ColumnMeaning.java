package cn.jixiao.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column or row heading of a table says of the numbers under or beside it, from `dictionaries/forms.yaml`.
///
/// @param id `initial_budget`, `target_value`
/// @param words the headings, spelled without spaces, brackets and what stands in brackets
/// @param use what the cells hold
/// @param role of the numbers, or null where the heading does not say
/// @param indicator id of the indicator the heading itself names, or null
/// @param unit symbol or word of the unit of bare numbers, or null
public record ColumnMeaning(String id, List<String> words, Use use, @Nullable Role role, @Nullable String indicator,
        @Nullable String unit) {

    /// What the cells of such a column are for.
    public enum Use {
        /// The name of what the row counts.
        LABEL,
        /// A group above the label (一级指标, 二级指标).
        GROUP,
        /// A figure.
        VALUE,
        /// The unit of the row's figures (计量单位).
        UNIT,
        /// Running text (预期目标, 偏差原因).
        NOTE,
        /// A number that counts nothing (序号, 页码).
        ORDINAL,
        /// A name of a project, a unit or an area.
        NAME
    }

    public ColumnMeaning {
        words = List.copyOf(words);
    }
}
