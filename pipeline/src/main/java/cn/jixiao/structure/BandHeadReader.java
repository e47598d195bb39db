package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Cell;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the headings above each column of a band, what they mean, and which columns are headings of their rows.
final class BandHeadReader {

    private final Matrix matrix;
    private final RowReader rows;
    private final Forms forms;
    private final Band band;

    BandHeadReader(Matrix matrix, RowReader rows, Forms forms, Band band) {
        this.matrix = matrix;
        this.rows = rows;
        this.forms = forms;
        this.band = band;
    }

    BandHeads read() {
        var paths = new ArrayList<List<Cell>>();
        var meanings = new ArrayList<@Nullable ColumnMeaning>();
        for (int c = 0; c < matrix.columns(); c++) {
            paths.add(path(c));
            meanings.add(meaning(c, paths.get(c)));
        }
        return new BandHeads(paths, meanings, rowHeads(paths, meanings));
    }

    /// The row headings of a band that took its column headings from the table before.
    BandHeads continuing(BandHeads before) {
        return new BandHeads(before.paths(), before.meanings(), rowHeads(before.paths(), before.meanings()));
    }

    private List<Cell> path(int column) {
        var path = new ArrayList<Cell>();
        for (int r = band.from(); r < band.body(); r++) {
            var cell = matrix.at(r, column);
            boolean above = cell != null && cell.row() >= band.from() && cell.row() + cell.rows() <= band.body();
            if (above && !path.contains(cell) && !isIndexMark(cell)) {
                path.add(cell);
            }
        }
        return path;
    }

    private boolean isIndexMark(Cell cell) {
        var words = matrix.words(cell);
        return !matrix.look(cell).isWord() || words.equals("栏次") || words.length() == 1 && "ABCDEFGH甲乙丙丁".contains(words);
    }

    /// The innermost heading decides; where it says nothing, the ones above it do.
    private @Nullable ColumnMeaning meaning(int column, List<Cell> path) {
        var decided = ownMeaning(column, path);
        if (decided == null || decided.use() != Use.VALUE) {
            return decided;
        }
        return path.stream().flatMap(cell -> forms.exact(Forms.Place.COLUMN, matrix.words(cell)).stream())
                .filter(forms::governs).findFirst().orElse(decided);
    }

    private @Nullable ColumnMeaning ownMeaning(int column, List<Cell> path) {
        ColumnMeaning innermost = null;
        for (var cell : path.reversed()) {
            var words = matrix.words(cell);
            if (HeadingWords.isBracketed(words) && cell != path.getFirst()) {
                continue;
            }
            var meaning = known(words).orElse(null);
            if (meaning != null && !isPeriod(words)) {
                if (meaning.use() == Use.UNIT && !holdsUnits(column)) {
                    return forms.exact(Forms.Place.COLUMN, "单位名称").orElse(meaning);
                }
                return suited(column, meaning);
            }
            innermost = cell == path.getLast() ? meaning : innermost;
        }
        return innermost;
    }

    private Optional<ColumnMeaning> known(String words) {
        return forms.meaning(Forms.Place.COLUMN, words)
                .or(() -> FullMark.in(words) ? forms.weighted() : Optional.empty());
    }

    private static boolean isPeriod(String words) {
        return HeadingWords.timeless(words).equals("{period}");
    }

    /// 完成情况 may head figures or running text, and so may 绩效目标: the cells decide.
    private ColumnMeaning suited(int column, ColumnMeaning meaning) {
        boolean prose = meaning.use() == Use.VALUE && holdsProse(column);
        boolean figures = meaning.use() == Use.NOTE && meaning.role() != null
                && Counts.of(matrix, rows, band, column).holdsFigures();
        if (!prose && !figures) {
            return meaning;
        }
        return new ColumnMeaning(meaning.id(), meaning.words(), prose ? Use.NOTE : Use.VALUE, meaning.role(),
                meaning.indicator(), meaning.unit());
    }

    /// 单位 heads units of measure or, as often, offices.
    private boolean holdsUnits(int column) {
        int units = 0;
        int all = 0;
        for (int r = band.body(); r < band.to(); r++) {
            var cell = matrix.at(r, column);
            if (cell != null && cell.row() == r && rows.kind(r) == RowKind.DATA) {
                all++;
                units += forms.unit(matrix.words(cell)).isPresent() || matrix.words(cell).length() < 3 ? 1 : 0;
            }
        }
        return units * 2 >= all;
    }

    private boolean holdsProse(int column) {
        int prose = 0;
        int all = 0;
        for (int r = band.body(); r < band.to(); r++) {
            var cell = matrix.at(r, column);
            if (cell != null && cell.row() == r && rows.kind(r) == RowKind.DATA) {
                all++;
                prose += matrix.look(cell) == Look.PROSE ? 1 : 0;
            }
        }
        return all > 0 && prose * 2 > all;
    }

    private boolean[] rowHeads(List<List<Cell>> paths, List<@Nullable ColumnMeaning> meanings) {
        var heads = new boolean[matrix.columns()];
        boolean leading = true;
        boolean any = false;
        for (int c = 0; c < matrix.columns(); c++) {
            var meaning = meanings.get(c);
            var counts = Counts.of(matrix, rows, band, c);
            boolean byMeaning = meaning != null && switch (meaning.use()) {
                case LABEL, GROUP, NAME -> counts.figures() * 2 <= counts.filled() || counts.isOnlyPeriods();
                case VALUE, NOTE -> leading && !any && counts.couldBeHeads() && figuresRightOf(c);
                case UNIT, ORDINAL -> false;
            };
            boolean byPlace = meaning == null && leading && counts.couldBeHeads() && figuresRightOf(c);
            boolean secondSide = !band.hasHeader() && meaning == null && !leading && counts.couldBeHeads()
                    && c + 1 < matrix.columns() && Counts.of(matrix, rows, band, c + 1).figures() > 0;
            heads[c] = byMeaning || byPlace || secondSide;
            any |= heads[c] && !isSide(c);
            boolean ordinal = meaning != null && meaning.use() == Use.ORDINAL || counts.isOrdinal();
            boolean empty = counts.filled() == 0;
            leading &= heads[c] || ordinal || empty;
        }
        return heads;
    }

    private boolean isSide(int column) {
        var cell = band.hasHeader() ? matrix.at(band.from(), column) : null;
        return cell != null && cell.row() + cell.rows() > band.body();
    }

    /// In a table of words alone only the first column heads the rows.
    private boolean figuresRightOf(int column) {
        if (column == 0) {
            return true;
        }
        for (int c = column + 1; c < matrix.columns(); c++) {
            if (Counts.of(matrix, rows, band, c).figures() > 0) {
                return true;
            }
        }
        return false;
    }

    /// What the cells of a column look like within a band.
    private record Counts(int filled, int figures, int periods, int prose, int ordinals) {

        static Counts of(Matrix matrix, RowReader rows, Band band, int column) {
            int filled = 0;
            int figures = 0;
            int periods = 0;
            int prose = 0;
            int ordinals = 0;
            for (int r = band.body(); r < band.to(); r++) {
                var cell = matrix.at(r, column);
                if (cell == null || rows.kind(r) != RowKind.DATA || cell.columns() > 1 && cell.column() < column) {
                    continue;
                }
                filled++;
                switch (matrix.look(cell)) {
                    case NUMBER, DASH -> figures++;
                    case PERIOD -> periods++;
                    case PROSE -> prose++;
                    case BLANK, WORDS -> { }
                }
                ordinals += matrix.words(cell).equals(Integer.toString(ordinals + 1)) ? 1 : 0;
            }
            return new Counts(filled, figures, periods, prose, ordinals);
        }

        boolean couldBeHeads() {
            return filled > 0 && figures == 0 && prose * 2 < filled || isOnlyPeriods();
        }

        boolean holdsFigures() {
            return figures > 0 && figures * 2 >= filled;
        }

        boolean isOnlyPeriods() {
            return filled > 0 && periods == filled;
        }

        boolean isOrdinal() {
            return ordinals > 1 && ordinals >= filled - 1;
        }
    }
}
