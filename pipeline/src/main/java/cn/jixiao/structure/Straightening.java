package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Table;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Moves the cells of rows that lost some back under the headings they belong to.
///
/// A form that was flattened keeps the order of a row's cells but not their places: cells that reached down from the
/// row above are gone, empty ones too. What a cell looks like and what the headings hold tell where it stood. A row
/// that fits where it stands is left alone.
final class Straightening {

    /// By how much another arrangement must fit better.
    private static final double MARGIN = 1.5;
    private static final int FEWEST_HEADINGS = 3;

    private final Matrix matrix;
    private final Forms forms;
    private final List<Cell> cells;

    private Straightening(Matrix matrix, Forms forms) {
        this.matrix = matrix;
        this.forms = forms;
        this.cells = new ArrayList<>(matrix.table().cells());
    }

    /// The table laid out, itself if nothing had to move.
    static Matrix of(Table table, String text, Forms forms) {
        var matrix = new Matrix(table, text);
        var rows = new RowReader(matrix, forms, false);
        var straightening = new Straightening(matrix, forms);
        for (var band : rows.bands()) {
            if (band.hasHeader()) {
                var heads = new BandHeadReader(matrix, rows, forms, band).read();
                straightening.band(band, inner(heads.meanings()), rows);
            }
        }
        var straight = straightening.changed(table);
        return straight == table ? matrix : new Matrix(straight, text);
    }

    /// 绩效指标 to the left of 一级指标 heads the whole band, not the labels of its rows.
    private static List<@Nullable ColumnMeaning> inner(List<@Nullable ColumnMeaning> meanings) {
        var inner = new ArrayList<@Nullable ColumnMeaning>(meanings);
        for (int c = 0; c + 1 < inner.size(); c++) {
            var meaning = inner.get(c);
            var next = inner.get(c + 1);
            if (meaning != null && meaning.use() == Use.LABEL && next != null && next.use() == Use.GROUP) {
                inner.set(c, null);
            }
        }
        return inner;
    }

    private Table changed(Table table) {
        if (cells.equals(table.cells())) {
            return table;
        }
        cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        return new Table(table.span(), table.rows(), table.columns(), cells, table.caption(), table.unitLine());
    }

    private void band(Band band, List<@Nullable ColumnMeaning> meanings, RowReader rows) {
        long known = meanings.stream().filter(meaning -> meaning != null).count();
        if (known < FEWEST_HEADINGS) {
            return;
        }
        for (int r = band.body(); r < band.to(); r++) {
            if (rows.kind(r) == RowKind.DATA) {
                row(r, meanings);
            }
        }
    }

    private void row(int r, List<@Nullable ColumnMeaning> meanings) {
        var row = matrix.row(r);
        var free = free(r);
        if (row.isEmpty() || row.size() > free.size() || row.stream().anyMatch(cell -> cell.rows() > 1 || cell.columns() > 1)) {
            return;
        }
        var pieces = row.stream().map(cell -> Piece.of(forms, cell.span(), matrix.words(cell), r, false, true)).toList();
        boolean total = pieces.getFirst().isTotal();
        double as = asRead(row, pieces, free, meanings, total);
        if (as <= MARGIN) {
            return;
        }
        var best = new Arrangement(pieces, free, meanings, total);
        if (best.cost() + MARGIN < as) {
            move(row, best.columns());
        }
    }

    private static double asRead(List<Cell> row, List<Piece> pieces, List<Integer> free,
            List<@Nullable ColumnMeaning> meanings, boolean total) {
        double cost = 0;
        for (int column : free) {
            var meaning = meanings.get(column);
            double here = Fit.skip(meaning, total);
            for (int i = 0; i < row.size(); i++) {
                here = row.get(i).column() == column ? Fit.cost(pieces.get(i), meaning, total) : here;
            }
            cost += here;
        }
        return cost;
    }

    /// The columns that no cell of a row above reaches down into.
    private List<Integer> free(int r) {
        var free = new ArrayList<Integer>();
        for (int c = 0; c < matrix.columns(); c++) {
            var cell = matrix.at(r, c);
            if (cell == null || cell.row() == r) {
                free.add(c);
            }
        }
        return free;
    }

    private void move(List<Cell> row, List<Integer> columns) {
        int r = row.getFirst().row();
        cells.removeIf(cell -> cell.row() == r && cell.rows() == 1 && matrix.look(cell) == Look.BLANK);
        for (int i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            int at = cells.indexOf(cell);
            cells.set(at, new Cell(cell.span(), r, columns.get(i), 1, 1, cell.address(), cell.nested()));
        }
    }
}
