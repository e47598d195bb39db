package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.document.Cell;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How badly a cell fits under a heading: 0 is well, 1 is odd, 3 and more is wrong.
///
/// @param matrix the table as it was read
/// @param forms what headings mean
record Fit(Matrix matrix, Forms forms) {

    private static final double WRONG = 4;
    private static final double ODD = 1;
    private static final String SIGNS = "indicator_nature";

    /// @param meaning of the heading, or null where it is not known
    /// @param total whether the row is one of totals, whose figures are scores rather than targets
    double cost(Cell cell, @Nullable ColumnMeaning meaning, boolean total) {
        var words = matrix.words(cell);
        if (meaning == null) {
            return matrix.look(cell) == Look.NUMBER ? 2 : matrix.look(cell) == Look.WORDS ? 0.3 : ODD;
        }
        return switch (matrix.look(cell)) {
            case NUMBER -> figure(words, meaning, total);
            case WORDS -> word(words, meaning, total);
            case PROSE -> prose(meaning);
            case DASH -> isName(meaning.use()) ? 3 : 0;
            case BLANK, PERIOD -> 0;
        };
    }

    /// How odd it is that a row has nothing under a heading.
    double skip(@Nullable ColumnMeaning meaning, boolean total) {
        if (meaning == null) {
            return 0.2;
        }
        return switch (meaning.use()) {
            case GROUP, NOTE, ORDINAL -> 0;
            case LABEL, NAME -> total ? 0 : 1.2;
            case UNIT -> total ? 0 : 0.5;
            case VALUE -> total && !isScore(meaning) ? 0 : 0.6;
        };
    }

    boolean isTotal(Cell first) {
        return forms.exact(Forms.Place.ROW, matrix.words(first)).filter(row -> row.id().startsWith("total_points")
                || row.id().equals("total")).isPresent();
    }

    private double figure(String words, ColumnMeaning meaning, boolean total) {
        boolean bare = words.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == ',');
        return switch (meaning.use()) {
            case GROUP, LABEL, NAME, UNIT -> WRONG;
            case NOTE -> 2;
            case ORDINAL -> bare ? 0 : 2;
            case VALUE -> isScore(meaning) ? score(words, meaning, bare, total) : value(words, meaning, bare, total);
        };
    }

    /// A total of 100 alone is the full mark, any other the mark that was given.
    private double score(String words, ColumnMeaning meaning, boolean bare, boolean total) {
        if (!bare && !words.endsWith("分")) {
            return 3;
        }
        return total && meaning.role() == Role.TARGET && !words.startsWith("100") ? ODD : 0;
    }

    private double value(String words, ColumnMeaning meaning, boolean bare, boolean total) {
        boolean rate = words.endsWith("%") || words.endsWith("％");
        boolean money = meaning.indicator() != null && meaning.unit() == null;
        if (meaning.unit() != null && !bare && !rate || money && rate) {
            return 3;
        }
        return total && meaning.indicator() == null && meaning.unit() == null ? ODD : 0;
    }

    private double word(String words, ColumnMeaning meaning, boolean total) {
        var column = isSign(words) ? Optional.of(SIGNS) : forms.columnOf(words);
        if (column.isPresent()) {
            return column.get().equals(meaning.id()) ? 0 : meaning.use() == Use.GROUP ? 2 : WRONG;
        }
        return switch (meaning.use()) {
            case GROUP -> total ? 0 : 1.6;
            case LABEL, NAME -> 0;
            case ORDINAL -> total ? 0 : 2;
            case NOTE -> 0.3;
            case UNIT -> forms.unit(words).isPresent() ? 0 : 3;
            case VALUE -> isScore(meaning) || meaning.indicator() != null || meaning.unit() != null ? 3 : 0.7;
        };
    }

    /// `≥` in a cell of its own, before the figure it belongs to.
    private static boolean isSign(String words) {
        return words.chars().allMatch(c -> "≥≤＝=＞＜><≧≦".indexOf(c) >= 0);
    }

    private static double prose(ColumnMeaning meaning) {
        return switch (meaning.use()) {
            case NOTE -> 0;
            case LABEL, NAME -> 0.5;
            case VALUE -> isScore(meaning) || meaning.indicator() != null ? WRONG : ODD;
            case GROUP, UNIT, ORDINAL -> WRONG;
        };
    }

    private static boolean isName(Use use) {
        return use == Use.GROUP || use == Use.LABEL || use == Use.NAME;
    }

    private static boolean isScore(ColumnMeaning meaning) {
        return "分".equals(meaning.unit());
    }
}
