package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Tells what each row of a table is there for, and so where headings change.
final class RowReader {

    private final Matrix matrix;
    private final Forms forms;
    private final boolean continued;
    private final RowKind[] kinds;
    private final PairReader pairs;
    private final List<Band> bands = new ArrayList<>();

    /// @param continued whether the table may go on where another ended, so that its first row need not be headings
    RowReader(Matrix matrix, Forms forms, boolean continued) {
        this.matrix = matrix;
        this.forms = forms;
        this.continued = continued;
        this.kinds = new RowKind[matrix.rows()];
        this.pairs = new PairReader(matrix, forms, row -> isHeader(row, true));
        read();
    }

    RowKind kind(int row) {
        return kinds[row];
    }

    /// Whether a cell of a row of pairs is a key.
    boolean isKey(Cell cell) {
        return pairs.isKey(cell);
    }

    List<Band> bands() {
        return bands;
    }

    private void read() {
        int from = 0;
        int body = 0;
        boolean headed = false;
        boolean begun = false;
        for (int r = 0; r < matrix.rows(); r++) {
            kinds[r] = kind(r, headed, begun);
            if (kinds[r] == RowKind.HEADER) {
                if (r > from) {
                    bands.add(new Band(from, body, r));
                }
                int end = headerEnd(r);
                for (int i = r; i < end; i++) {
                    kinds[i] = RowKind.HEADER;
                }
                from = r;
                body = end;
                r = end - 1;
                headed = true;
            }
            begun |= kinds[r] == RowKind.DATA || kinds[r] == RowKind.HEADER || kinds[r] == RowKind.PAIRS;
        }
        if (matrix.rows() > from) {
            bands.add(new Band(from, body, matrix.rows()));
        }
    }

    private RowKind kind(int r, boolean headed, boolean begun) {
        if (matrix.row(r).isEmpty()) {
            return RowKind.BLANK;
        }
        if (matrix.isAlone(r)) {
            return alone(r, headed);
        }
        if (!headed && isUnitRow(r)) {
            return RowKind.TITLE;
        }
        if (pairs.isPairs(r, headed)) {
            return RowKind.PAIRS;
        }
        return isHeader(r, begun) ? RowKind.HEADER : RowKind.DATA;
    }

    private RowKind alone(int r, boolean headed) {
        var cell = matrix.row(r).getFirst();
        var words = matrix.words(cell);
        if (matrix.look(cell) == Look.PROSE || isNote(words)) {
            return RowKind.NOTE;
        }
        if (!headed && !matrix.look(cell).isWord()) {
            return RowKind.DATA;
        }
        if (UnitLine.find(words, forms).isPresent()) {
            return RowKind.TITLE;
        }
        boolean merged = matrix.isFullWidth(cell);
        if (!headed) {
            return merged || cell.column() == 0 || r == 0 ? RowKind.TITLE : RowKind.DATA;
        }
        boolean dataBelow = r + 1 < matrix.rows() && !matrix.row(r + 1).isEmpty() && !matrix.isAlone(r + 1);
        if (!matrix.look(cell).isWord() || !dataBelow) {
            return merged && matrix.look(cell).isWord() ? RowKind.TITLE : RowKind.DATA;
        }
        if (merged) {
            return isHeader(r + 1, true) ? RowKind.TITLE : RowKind.GROUP;
        }
        return cell.column() == 0 && isOutline(words) ? RowKind.GROUP : RowKind.DATA;
    }

    /// `编制单位：… | 2023年度 | 金额单位：元`
    private boolean isUnitRow(int r) {
        boolean unit = false;
        for (var cell : matrix.row(r)) {
            var words = matrix.words(cell);
            if (isColumnHeading(cell) || matrix.look(cell) == Look.NUMBER) {
                return false;
            }
            unit |= words.contains("单位") && UnitLine.find(words, forms).isPresent();
        }
        return unit;
    }

    private static boolean isOutline(String words) {
        return words.length() > 2 && "一二三四五六七八九十".indexOf(words.charAt(0)) >= 0 && words.charAt(1) == '、';
    }

    private static boolean isNote(String words) {
        return words.startsWith("注") && words.length() > 1 && "：:1".indexOf(words.charAt(1)) >= 0
                || words.startsWith("说明：") || words.startsWith("说明:") || words.startsWith("备注：");
    }

    /// Column headings: no figures; known words, or else the first row of its table.
    boolean isHeader(int r, boolean begun) {
        int known = 0;
        var row = matrix.row(r);
        boolean side = false;
        for (var cell : row) {
            var look = matrix.look(cell);
            if (look == Look.PROSE || look == Look.DASH || look == Look.NUMBER
                    || OwnHeading.of(forms, matrix.words(cell)).isPresent()) {
                return false;
            }
            if (isColumnHeading(cell)) {
                known++;
            } else if (cell.column() == 0 && cell.rows() > 1) {
                side = true;
            }
        }
        int counted = row.size() - (side ? 1 : 0);
        if (!begun && !(continued && known == 0)) {
            return row.size() >= 2;
        }
        return known >= 2 && known * 2 >= counted && !namesOnly(row);
    }

    /// A row of data may say 项目 or 县级 in two of its cells; headings say something of figures or levels too.
    private boolean namesOnly(List<Cell> row) {
        var uses = new TreeSet<String>();
        for (var cell : row) {
            forms.meaning(Forms.Place.COLUMN, matrix.words(cell)).ifPresent(meaning -> uses.add(meaning.use().name()));
        }
        return uses.equals(Set.of("NAME")) || uses.equals(Set.of("NOTE")) && row.size() > 3;
    }

    private boolean isColumnHeading(Cell cell) {
        return forms.meaning(Forms.Place.COLUMN, matrix.words(cell)).isPresent();
    }

    /// Headings of several rows: those that divide a heading above, stand beside merged ones, or are known too.
    private int headerEnd(int r) {
        int end = r + 1;
        while (end < matrix.rows() && (goesOn(r, end) || isIndex(end))) {
            end++;
        }
        return Math.min(end, Math.max(r + 1, matrix.rows()));
    }

    private boolean goesOn(int from, int r) {
        var row = matrix.row(r);
        if (row.isEmpty() || matrix.isAlone(r) && matrix.isFullWidth(row.getFirst())) {
            return false;
        }
        int known = 0;
        boolean divides = true;
        for (var cell : row) {
            var look = matrix.look(cell);
            if (!look.isWord()) {
                return false;
            }
            known += isColumnHeading(cell) ? 1 : 0;
            var above = matrix.at(r - 1, cell.column());
            divides &= above != null && above.row() >= from && above.columns() > cell.columns();
        }
        if (pairs.isPairs(r, true)) {
            return false;
        }
        if (row.stream().allMatch(cell -> HeadingWords.isBracketed(matrix.words(cell)))) {
            return true;
        }
        return divides || known * 2 > row.size() && known >= 2 || spannedFromAbove(from, r) * 2 >= matrix.columns() && known > 0;
    }

    private int spannedFromAbove(int from, int r) {
        int spanned = 0;
        for (int c = 0; c < matrix.columns(); c++) {
            var cell = matrix.at(r, c);
            spanned += cell != null && cell.row() < r && cell.row() >= from ? 1 : 0;
        }
        return spanned;
    }

    /// A row that numbers the columns: `栏次 | 1 | 2 | 3`, `(1) | (2) | (3)`, `A | B | C`.
    private boolean isIndex(int r) {
        int expected = 0;
        int found = 0;
        for (var cell : matrix.row(r)) {
            var words = matrix.words(cell).replaceAll("[（()）]", "");
            boolean formula = words.contains("=") || words.contains("＝");
            if (words.equals("栏次") || words.equals("行次") || formula || found == 0 && words.equals("项目")) {
                found += formula ? 1 : 0;
                expected += formula ? 1 : 0;
            } else if (found == 0 && (words.equals("1") || words.equalsIgnoreCase("A") || words.equals("甲"))) {
                expected = 1;
                found = 1;
            } else if (words.equals(Integer.toString(expected + 1)) || words.equals(String.valueOf((char) ('A' + expected)))
                    || words.equals("1") || words.equals("乙")) {
                expected++;
                found++;
            } else {
                return false;
            }
        }
        return found >= 2;
    }
}
