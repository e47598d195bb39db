package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning;
import org.jspecify.annotations.Nullable;

/// What once stood in a cell, and what can be told of it without knowing where.
///
/// @param span its words in the canonical text
/// @param own the meaning of the only column that such words stand in (产出指标), or null
/// @param row what it means as the heading of a row, or null
/// @param unit whether it is a unit of measure and nothing else
/// @param line number of the printed line it begins in
/// @param first whether nothing stands before it in its line
/// @param apart whether a border stands before it: a stroke, a tab, the end of a cell
record Piece(Span span, String words, Look look, @Nullable String own, @Nullable ColumnMeaning row, boolean unit, int line,
        boolean first, boolean apart) {

    static Piece of(Forms forms, Span span, String words, int line, boolean first, boolean apart) {
        var look = Look.of(words);
        boolean word = look == Look.WORDS;
        boolean sign = word && isSign(words);
        return new Piece(span, words, look, sign ? Fit.SIGNS : word ? forms.columnOf(words).orElse(null) : null,
                word ? forms.exact(Forms.Place.ROW, words).orElse(null) : null,
                word && words.length() <= 6 && forms.unit(words).isPresent() || words.equals("%") || words.equals("％"), line, first, apart);
    }

    boolean isTotal() {
        return row != null && (row.id().equals("total") || row.id().equals("total_points"));
    }

    boolean isText() {
        return look == Look.WORDS || look == Look.PROSE;
    }

    boolean isBlank() {
        return look == Look.BLANK;
    }

    /// Digits alone, without sign or unit.
    boolean isBare() {
        return look == Look.NUMBER && words.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == ',');
    }

    boolean isRate() {
        return words.endsWith("%") || words.endsWith("％");
    }

    /// The number at the beginning, signs before it left out; NaN if there is none.
    double value() {
        int start = 0;
        while (start < words.length() && (words.charAt(start) < '0' || words.charAt(start) > '9')) {
            start++;
        }
        var digits = new StringBuilder();
        for (int i = start; i < words.length() && digits.length() < 15; i++) {
            char c = words.charAt(i);
            if (c >= '0' && c <= '9' || c == '.' && digits.indexOf(".") < 0) {
                digits.append(c);
            } else if (c != ',') {
                break;
            }
        }
        return digits.isEmpty() ? Double.NaN : Double.parseDouble(digits.toString());
    }

    /// `≥` in a cell of its own, before the figure it belongs to.
    private static boolean isSign(String words) {
        return words.chars().allMatch(c -> "≥≤＝=﹦＞＜﹥﹤><≧≦═".indexOf(c) >= 0);
    }
}
