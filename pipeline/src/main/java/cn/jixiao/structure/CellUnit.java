package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The unit of a bare number in a table: from the heading above it, a unit column, the target or result beside it, the
/// heading beside it, or the table's unit line, in this order.
///
/// @param forms the units there are
/// @param table the unit of the whole table, or null
record CellUnit(Forms forms, @Nullable String table) {

    /// @param columnHeads words of the headings above, outermost first
    /// @param rowHeads words of the headings beside, outermost first
    /// @param unitCell what stands in the row's unit column, or null
    /// @param twin the unit that the target of a result is printed with, or the result of a target, or null
    /// @param corner words of the headings above the row headings (`项目资金（万元）` at the corner of a form)
    @Nullable String of(List<String> columnHeads, @Nullable ColumnMeaning column, List<String> rowHeads,
            @Nullable ColumnMeaning row, @Nullable String unitCell, @Nullable String twin,
            List<String> corner) {
        if (column != null && column.use() != Use.VALUE) {
            return null;
        }
        var named = bracketed(columnHeads).or(() -> Optional.ofNullable(column).map(ColumnMeaning::unit));
        // 人/年, 元/亩: a unit that nobody knows is not the one of the whole table either.
        if (named.isEmpty() && unitCell != null && !unitCell.isBlank() && forms.unit(unitCell).isEmpty()) {
            return null;
        }
        return named
                .or(() -> columnHeads.isEmpty() ? Optional.empty() : forms.unitByEnding(columnHeads.getLast()))
                .or(() -> Optional.ofNullable(unitCell).flatMap(forms::unit).filter(unit -> own(unit, column)))
                .or(() -> Optional.ofNullable(twin).filter(unit -> suits(unit, column)))
                .or(() -> beside(rowHeads, row).filter(unit -> suits(unit, column)))
                .or(() -> bracketed(corner).filter(unit -> suits(unit, column)))
                .or(() -> Optional.ofNullable(table).filter(unit -> suits(unit, column)))
                .orElse(null);
    }

    /// 经济损失 | 亿元 | 15.6 below 数量: the row's own unit tells better than the column's name that it is money.
    private boolean own(String unit, @Nullable ColumnMeaning column) {
        return unit.endsWith("元") || suits(unit, column);
    }

    /// Money is not told in 台, nor a number of people in 万元.
    private boolean suits(String unit, @Nullable ColumnMeaning column) {
        var holds = column == null ? "" : forms.holds(column).orElse("");
        return switch (holds) {
            case "money" -> unit.endsWith("元");
            case "counts" -> !unit.endsWith("元");
            default -> true;
        };
    }

    private Optional<String> beside(List<String> rowHeads, @Nullable ColumnMeaning row) {
        if (rowHeads.isEmpty()) {
            return Optional.empty();
        }
        var innermost = rowHeads.getLast();
        return bracketed(List.of(innermost))
                .or(() -> Optional.ofNullable(row).map(ColumnMeaning::unit))
                .or(() -> forms.unitByEnding(innermost))
                .or(() -> bracketed(rowHeads));
    }

    /// The unit in the brackets of the innermost heading that has one, or after a stroke or colon at its end.
    private Optional<String> bracketed(List<String> heads) {
        return heads.reversed().stream().flatMap(head -> of(head).stream()).findFirst();
    }

    private Optional<String> of(String head) {
        var inBrackets = HeadingWords.bracketed(head).stream().flatMap(words -> word(words).stream()).findFirst();
        return inBrackets.or(() -> afterStroke(head));
    }

    private Optional<String> word(String words) {
        int colon = Math.max(words.lastIndexOf('：'), words.lastIndexOf(':'));
        // （单位） belongs to the name of an office: 部门（单位）.
        return forms.unit(withoutSign(words.substring(colon + 1))).filter(unit -> !unit.equals("单位"));
    }

    /// `≥**平方米`: a blank to be filled in stands before the unit.
    private static String withoutSign(String words) {
        int start = 0;
        while (start < words.length() && "≥≤≧≦＞＜﹥﹤>=<＝﹦*＊×xX_…".indexOf(words.charAt(start)) >= 0) {
            start++;
        }
        return words.substring(start);
    }

    private Optional<String> afterStroke(String head) {
        for (int i = head.length() - 1; i > 0 && head.length() - i <= 6; i--) {
            if ("/／：:、，,".indexOf(head.charAt(i)) >= 0) {
                return forms.unit(head.substring(i + 1));
            }
        }
        return Optional.empty();
    }
}
