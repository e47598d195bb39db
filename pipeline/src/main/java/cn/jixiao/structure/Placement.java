package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.document.Cell;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says of every cell of a table which headings it stands under and beside.
final class Placement {

    private final Matrix matrix;
    private final RowReader rows;
    private final Forms forms;
    private final CellUnit units;
    private final @Nullable Cell[] carried;
    private final Map<Cell, Grid.Place> places = new IdentityHashMap<>();
    private @Nullable Cell group;
    /// For each column the last key of a figure there, while rows of pairs follow each other.
    private final @Nullable Cell[] keys;
    private @Nullable BandHeads last;

    Placement(Matrix matrix, RowReader rows, Forms forms, CellUnit units) {
        this.matrix = matrix;
        this.rows = rows;
        this.forms = forms;
        this.units = units;
        this.carried = new @Nullable Cell[matrix.columns()];
        this.keys = new @Nullable Cell[matrix.columns()];
    }

    /// @param before the headings and row headings of the table that this one goes on from, or null
    void place(@Nullable Continuation before) {
        for (var band : rows.bands()) {
            var reader = new BandHeadReader(matrix, rows, forms, band);
            boolean goesOn = before != null && band == rows.bands().getFirst() && !band.hasHeader();
            var heads = goesOn ? reader.continuing(before.heads()) : reader.read();
            if (goesOn) {
                System.arraycopy(before.carried(), 0, carried, 0, carried.length);
            } else {
                Arrays.fill(carried, null);
            }
            group = null;
            last = band.hasHeader() || goesOn ? heads : null;
            for (int r = band.from(); r < band.to(); r++) {
                placeRow(band, heads, r);
            }
        }
    }

    /// The places in the order of the table's cells.
    List<Grid.Place> places() {
        var ordered = new ArrayList<Grid.Place>();
        for (var cell : matrix.table().cells()) {
            var place = places.get(cell);
            ordered.add(place != null ? place : new Grid.Place(cell, false, List.of(), List.of(), null, null, null));
        }
        return ordered;
    }

    /// What the next table goes on from, if this one ended under headings.
    @Nullable Continuation continuation() {
        return last == null ? null : new Continuation(last, carried.clone());
    }

    private void placeRow(Band band, BandHeads heads, int r) {
        if (rows.kind(r) != RowKind.PAIRS) {
            Arrays.fill(keys, null);
        }
        switch (rows.kind(r)) {
            case BLANK -> { }
            case HEADER -> matrix.row(r).forEach(cell -> heading(cell, isSide(cell, band) ? List.of() : above(cell, heads)));
            case TITLE -> matrix.row(r).forEach(cell -> heading(cell, List.of()));
            case GROUP -> {
                group = matrix.row(r).getFirst();
                Arrays.fill(carried, null);
                heading(matrix.row(r).getFirst(), List.of());
            }
            case NOTE -> matrix.row(r).forEach(cell -> put(cell, false, List.of(), List.of(), null, null, null));
            case PAIRS -> placePairs(r);
            case DATA -> placeData(band, heads, r);
        }
    }

    private static List<Cell> above(Cell cell, BandHeads heads) {
        var path = heads.paths().get(cell.column());
        int at = path.indexOf(cell);
        return at > 0 ? path.subList(0, at) : List.of();
    }

    private void placePairs(int r) {
        Cell key = null;
        var sides = new ArrayList<>(sidesOf(r));
        for (var cell : matrix.row(r)) {
            boolean isKey = rows.isKey(cell);
            if (isKey || key == null) {
                heading(cell, List.of());
                key = isKey ? cell : null;
                if (!isKey) {
                    sides.add(cell);
                }
            } else if (key != null) {
                var heads = new ArrayList<>(sides);
                var row = underKey(key, heads);
                put(cell, false, List.of(), heads, null, row,
                        units.of(List.of(), null, words(heads), row, null, null, List.of()));
            }
        }
    }

    /// 预算数：50 and below it 其中：财政拨款 48: the lower key is a part of what the upper one names.
    private @Nullable ColumnMeaning underKey(Cell key, List<Cell> heads) {
        var own = KeyWords.meaning(forms, matrix.words(key)).orElse(null);
        var above = keys[key.column()];
        boolean part = own != null && own.use() == Use.LABEL && above != null;
        if (part) {
            heads.add(above);
        } else {
            keys[key.column()] = own != null && own.use() == Use.VALUE ? key : null;
        }
        heads.add(key);
        return part ? KeyWords.meaning(forms, matrix.words(above)).orElse(own) : own;
    }

    /// The cells that reach down beside a row of pairs from the rows above.
    private List<Cell> sidesOf(int r) {
        var cell = matrix.at(r, 0);
        return cell != null && cell.row() < r ? List.of(cell) : List.of();
    }

    private void placeData(Band band, BandHeads heads, int r) {
        carry(heads, r);
        var unitCell = unitCell(heads, r);
        var corner = corner(heads);
        for (var cell : matrix.row(r)) {
            boolean head = isRowHead(heads, cell);
            var rowHeads = rowHeads(band, heads, r, cell);
            var own = OwnHeading.of(forms, matrix.words(cell));
            boolean told = own.isPresent() || tellsItself(cell);
            var columnHeads = told ? List.<Cell>of() : columnHeads(heads, cell);
            var column = told ? own.orElse(null) : columnMeaning(heads, cell);
            if (head) {
                put(cell, true, columnHeads, rowHeads, column, null, null);
                continue;
            }
            var row = rowHeads.isEmpty() ? null : rowMeaning(rowHeads.getLast());
            put(cell, false, columnHeads, rowHeads, column, row,
                    units.of(words(columnHeads), column, words(rowHeads), row, unitCell, twin(heads, cell), corner));
        }
    }

    /// `≥50个 | 50`: what the target is told in, the result is.
    private @Nullable String twin(BandHeads heads, Cell cell) {
        if (!isLevel(heads, cell)) {
            return null;
        }
        return matrix.row(cell.row()).stream().filter(other -> other != cell && isLevel(heads, other))
                .flatMap(other -> Look.unit(matrix.words(other)).stream()).flatMap(word -> forms.unit(word).stream())
                .map(unit -> unit.equals("百分比") ? "%" : unit).findFirst().orElse(null);
    }

    /// Whether a cell tells a target or a result, not a mark or a share of one.
    private static boolean isLevel(BandHeads heads, Cell cell) {
        var column = columnMeaning(heads, cell);
        return column != null && column.use() == Use.VALUE && column.role() != null && column.unit() == null
                && column.indicator() == null;
    }

    private boolean isRowHead(BandHeads heads, Cell cell) {
        if (!matrix.look(cell).isWord() || tellsItself(cell) || OwnHeading.of(forms, matrix.words(cell)).isPresent()) {
            return false;
        }
        for (int c = cell.column(); c < cell.column() + cell.columns(); c++) {
            if (heads.isRowHead(c)) {
                return true;
            }
        }
        return heads.is(cell.column(), Use.ORDINAL);
    }

    /// `基本支出：800`: a cell that holds label and figure needs no heading, whatever column it was put into.
    private boolean tellsItself(Cell cell) {
        var words = matrix.words(cell);
        int colon = Math.max(words.lastIndexOf('：'), words.lastIndexOf(':'));
        return matrix.look(cell) == Look.WORDS && colon > 1 && colon + 1 < words.length()
                && Look.of(words.substring(colon + 1)) == Look.NUMBER;
    }

    private @Nullable ColumnMeaning rowMeaning(Cell head) {
        return forms.exact(Forms.Place.ROW, matrix.words(head)).orElse(null);
    }

    /// The headings above a cell. Forms are merged carelessly: where the cell's first column has none, the others may.
    private static List<Cell> columnHeads(BandHeads heads, Cell cell) {
        for (int c = cell.column(); c < cell.column() + cell.columns(); c++) {
            if (!heads.paths().get(c).isEmpty()) {
                return heads.paths().get(c);
            }
        }
        return List.of();
    }

    private static @Nullable ColumnMeaning columnMeaning(BandHeads heads, Cell cell) {
        for (int c = cell.column(); c < cell.column() + cell.columns(); c++) {
            if (!heads.paths().get(c).isEmpty()) {
                return heads.meanings().get(c);
            }
        }
        return null;
    }

    private List<String> corner(BandHeads heads) {
        var found = new ArrayList<String>();
        for (int c = 0; c < matrix.columns(); c++) {
            if (heads.isRowHead(c)) {
                found.addAll(words(heads.paths().get(c)));
            }
        }
        return found;
    }

    private List<String> words(List<Cell> cells) {
        return cells.stream().map(matrix::words).toList();
    }

    private @Nullable String unitCell(BandHeads heads, int r) {
        for (int c = 0; c < matrix.columns(); c++) {
            var cell = heads.is(c, Use.UNIT) ? matrix.at(r, c) : null;
            if (cell != null) {
                return matrix.words(cell);
            }
        }
        return null;
    }

    /// Remembers the group headings of a row for the rows below that leave them out.
    private void carry(BandHeads heads, int r) {
        for (int c = 0; c < matrix.columns(); c++) {
            var cell = matrix.at(r, c);
            if (heads.isRowHead(c) && cell != null && cell != carried[c]) {
                Arrays.fill(carried, c, carried.length, null);
                carried[c] = cell;
            }
        }
    }

    /// The headings to the left of a cell: the nearest run of heading columns, and beyond it only groups.
    private List<Cell> rowHeads(Band band, BandHeads heads, int r, Cell cell) {
        var found = new ArrayList<Cell>();
        boolean met = heads.isRowHead(cell.column());
        boolean left = false;
        boolean named = false;
        for (int c = cell.column() - 1; c >= 0; c--) {
            var at = matrix.at(r, c);
            boolean side = at != null && isSide(at, band);
            if (!heads.isRowHead(c) && !side) {
                left |= met && !heads.is(c, Use.ORDINAL);
                continue;
            }
            met = true;
            if (left && !side && !heads.is(c, Use.GROUP)) {
                break;
            }
            boolean last = !named && !side && !heads.is(c, Use.GROUP);
            named = true;
            var head = at != null ? at : last ? null : carried[c];
            if (head != null && head != cell && !found.contains(head) && !tellsItself(head)) {
                found.add(head);
            }
        }
        if (found.isEmpty()) {
            found.addAll(firstWords(heads, r, cell));
        }
        if (group != null && group.row() < cell.row()) {
            found.add(group);
        }
        return found.reversed();
    }

    /// A total often stands in the column of numbers: its word heads the row all the same.
    private List<Cell> firstWords(BandHeads heads, int r, Cell cell) {
        for (int c = 0; c < cell.column(); c++) {
            var at = matrix.at(r, c);
            if (at != null) {
                boolean word = matrix.look(at) == Look.WORDS && at != cell
                        && (heads.is(c, Use.ORDINAL) || rowMeaning(at) != null);
                return word ? List.of(at) : List.of();
            }
        }
        return List.of();
    }

    /// A cell at the left of a band that reaches from its column headings down beside its rows.
    private static boolean isSide(Cell cell, Band band) {
        return cell.row() < band.body() && cell.row() + cell.rows() > band.body();
    }

    private void heading(Cell cell, List<Cell> above) {
        put(cell, true, above, List.of(), null, null, null);
    }

    private void put(Cell cell, boolean heading, List<Cell> columnHeads, List<Cell> rowHeads,
            @Nullable ColumnMeaning column, @Nullable ColumnMeaning row, @Nullable String unit) {
        places.putIfAbsent(cell, new Grid.Place(cell, heading, columnHeads, rowHeads, column, row, unit));
    }
}
