package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.document.Cell;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.List;
import java.util.function.IntPredicate;

/// Recognises rows of keys, each with its one value to the right (`项目名称 | … | 主管部门 | …`).
///
/// @param isHeader whether a row could be column headings
record PairReader(Matrix matrix, Forms forms, IntPredicate isHeader) {

    /// What a row holds, key by key.
    private record Tally(int keys, boolean numbers, boolean prose) {
        boolean tells() {
            return numbers || prose;
        }
    }

    /// @param headed whether column headings stand above, under which a word beside a figure is rather a row heading
    boolean isPairs(int r, boolean headed) {
        var row = matrix.row(r);
        boolean empty = matrix.at(r, 0) == null;
        if (empty || !alternates(row) || row.size() > 2 && row.stream().allMatch(this::isKnown)) {
            return false;
        }
        var tally = tally(row);
        boolean certain = tally.numbers() || row.stream().anyMatch(this::isWrittenKey);
        if (tally.keys() == 0 || !headed && !certain || row.size() > 2 * tally.keys() + 1) {
            return false;
        }
        if (headed) {
            return tally.keys() > 1 || row.size() == 2 && !tally.numbers();
        }
        return tally.tells() || nextBeginsWithKey(r) || r == matrix.rows() - 1;
    }

    private Tally tally(List<Cell> row) {
        int keys = 0;
        boolean numbers = false;
        boolean prose = false;
        for (var cell : row) {
            keys += isKey(cell) ? 1 : 0;
            numbers |= matrix.look(cell) == Look.NUMBER;
            prose |= matrix.look(cell) == Look.PROSE;
        }
        return new Tally(keys, numbers, prose);
    }

    /// The row begins with a key, or with a word over all its pairs; no key stands where the value of another must,
    /// and no value is what columns of figures are called.
    private boolean alternates(List<Cell> row) {
        Cell before = null;
        for (var cell : row) {
            boolean key = isKey(cell);
            if (!key && matrix.look(cell) == Look.WORDS && isFigureHeading(cell)) {
                return false;
            }
            if (before == null && !key) {
                if (cell.column() != 0 || cell.rows() == 1 && !leadsKey(row)) {
                    return false;
                }
                continue;
            }
            boolean unfilled = before != null && before.column() + before.columns() < cell.column();
            if (key && before != null && isKey(before) && !unfilled) {
                return false;
            }
            before = cell;
        }
        return before != null;
    }

    /// `项目资金（万元） | 资金总额 | 120 | …`
    private boolean leadsKey(List<Cell> row) {
        return matrix.look(row.getFirst()) == Look.WORDS && row.size() > 4 && row.size() % 2 == 1 && isWrittenKey(row.get(1));
    }

    /// Whether a cell of a row of pairs is a key: by its own words, or because a figure follows what a heading may say.
    boolean isKey(Cell cell) {
        return matrix.look(cell) == Look.WORDS && (isWrittenKey(cell) || isKeyOfFigure(cell));
    }

    private boolean isWrittenKey(Cell cell) {
        if (isColoned(cell) && matrix.row(cell.row()).stream().filter(this::isColoned).limit(2).count() == 2) {
            return true;
        }
        return forms.exact(Forms.Place.KEY, matrix.words(cell)).isPresent();
    }

    /// `发布机构：`, with its value in the next cell.
    private boolean isColoned(Cell cell) {
        var words = matrix.words(cell);
        return words.length() > 1 && words.length() <= 10 && (words.endsWith("：") || words.endsWith(":"));
    }

    private boolean isKeyOfFigure(Cell cell) {
        var row = matrix.row(cell.row());
        int next = row.indexOf(cell) + 1;
        return next < row.size() && matrix.look(row.get(next)) == Look.NUMBER
                && KeyWords.meaning(forms, matrix.words(cell)).isPresent();
    }

    private boolean isKnown(Cell cell) {
        return isWrittenKey(cell) || forms.exact(Forms.Place.COLUMN, matrix.words(cell)).isPresent();
    }

    private boolean isFigureHeading(Cell cell) {
        return forms.exact(Forms.Place.COLUMN, matrix.words(cell)).map(ColumnMeaning::use)
                .filter(use -> use != Use.NAME && use != Use.NOTE && use != Use.LABEL).isPresent();
    }

    private boolean nextBeginsWithKey(int r) {
        for (int next = r + 1; next < matrix.rows(); next++) {
            if (!matrix.row(next).isEmpty()) {
                var cell = matrix.row(next).getFirst();
                var words = matrix.words(cell);
                return isWrittenKey(cell) || forms.meaning(Forms.Place.COLUMN, words).isPresent() || matrix.isAlone(next)
                        || forms.meaning(Forms.Place.ROW, words).isPresent() || isHeader.test(next);
            }
        }
        return true;
    }
}
