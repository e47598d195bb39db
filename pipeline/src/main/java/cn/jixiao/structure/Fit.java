package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Role;
import org.jspecify.annotations.Nullable;

/// How badly what stands in a cell fits under a heading: 0 is well, 1 is odd, 3 and more is wrong.
final class Fit {

    /// The column that holds signs alone.
    static final String SIGNS = "indicator_nature";

    /// What is told of a level in words (`已完成`): it names nothing.
    static final String LEVELS = "level";

    private static final double WRONG = 4;
    private static final double ODD = 1;

    private Fit() {
    }

    /// @param meaning of the heading, or null where it is not known
    /// @param total whether the row is one of totals, whose figures are scores rather than targets
    static double cost(Piece piece, @Nullable ColumnMeaning meaning, boolean total) {
        if (meaning == null) {
            return piece.look() == Look.NUMBER ? 2 : piece.look() == Look.WORDS ? 0.3 : ODD;
        }
        return switch (piece.look()) {
            case NUMBER -> figure(piece, meaning, total);
            case WORDS -> word(piece, meaning, total);
            case PROSE -> prose(meaning);
            case DASH -> isName(meaning.use()) ? 3 : 0;
            case BLANK, PERIOD -> 0;
        };
    }

    /// How odd it is that a row has nothing under a heading.
    static double skip(@Nullable ColumnMeaning meaning, boolean total) {
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

    private static double figure(Piece piece, ColumnMeaning meaning, boolean total) {
        return switch (meaning.use()) {
            case GROUP, LABEL, NAME, UNIT -> WRONG;
            case NOTE -> 2;
            case ORDINAL -> piece.isBare() ? 0 : 2;
            case VALUE -> isScore(meaning) ? score(piece, meaning, total) : value(piece, meaning, total);
        };
    }

    /// A total of 100 alone is the full mark, any other the mark that was given.
    private static double score(Piece piece, ColumnMeaning meaning, boolean total) {
        if (!piece.isBare() && !piece.words().endsWith("分")) {
            return 3;
        }
        return total && meaning.role() == Role.TARGET && !piece.words().startsWith("100") ? ODD : 0;
    }

    private static double value(Piece piece, ColumnMeaning meaning, boolean total) {
        boolean money = meaning.indicator() != null && meaning.unit() == null;
        if (meaning.unit() != null && !piece.isBare() && !piece.isRate() || money && piece.isRate()) {
            return 3;
        }
        return total && meaning.indicator() == null && meaning.unit() == null ? ODD : 0;
    }

    private static double word(Piece piece, ColumnMeaning meaning, boolean total) {
        if (LEVELS.equals(piece.own())) {
            return meaning.use() == Use.NOTE ? 0.3 : isLevel(meaning) ? 0 : WRONG;
        }
        if (piece.own() != null) {
            return piece.own().equals(meaning.id()) ? 0 : meaning.use() == Use.GROUP ? 2 : WRONG;
        }
        return switch (meaning.use()) {
            case GROUP -> total ? 0 : piece.words().endsWith("指标") || piece.words().endsWith("指标等") ? 0.4 : 1.6;
            case LABEL, NAME -> 0;
            case ORDINAL -> total ? 0 : 2;
            case NOTE -> 0.3;
            case UNIT -> piece.unit() ? 0 : 3;
            case VALUE -> isScore(meaning) || meaning.indicator() != null || meaning.unit() != null ? 3 : 0.7;
        };
    }

    private static double prose(ColumnMeaning meaning) {
        return switch (meaning.use()) {
            case NOTE -> 0;
            case LABEL, NAME -> 0.5;
            case VALUE -> isScore(meaning) || meaning.indicator() != null ? WRONG : ODD;
            case GROUP, UNIT, ORDINAL -> WRONG;
        };
    }

    /// Whether a column tells goals or results and leaves it to the row of what.
    static boolean isLevel(ColumnMeaning meaning) {
        return meaning.use() == Use.VALUE && meaning.role() != null && meaning.indicator() == null && meaning.unit() == null;
    }

    private static boolean isName(Use use) {
        return use == Use.GROUP || use == Use.LABEL || use == Use.NAME;
    }

    static boolean isScore(ColumnMeaning meaning) {
        return "分".equals(meaning.unit());
    }
}
