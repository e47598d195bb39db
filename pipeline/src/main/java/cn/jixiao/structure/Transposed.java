package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Table;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table whose headings stand down its left side (指标名称, 年度指标值, 实际完成值, 得分), turned so that they stand on top.
///
/// @param table rows and columns exchanged
/// @param originals the cell as it was read for each of the turned one
record Transposed(Table table, Map<Cell, Cell> originals) {

    private static final int FEWEST_HEADINGS = 3;

    /// Empty where the headings stand on top, or nobody can tell.
    static Optional<Transposed> of(Matrix matrix, Forms forms) {
        if (matrix.rows() < FEWEST_HEADINGS || matrix.columns() < 3 || !isHeadedAtSide(matrix, forms)) {
            return Optional.empty();
        }
        var table = matrix.table();
        var originals = new IdentityHashMap<Cell, Cell>();
        var cells = new ArrayList<Cell>();
        for (var cell : table.cells()) {
            var turned = new Cell(cell.span(), cell.column(), cell.row(), cell.columns(), cell.rows(), cell.address(), cell.nested());
            originals.put(turned, cell);
            cells.add(turned);
        }
        cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        return Optional.of(new Transposed(new Table(table.span(), table.columns(), table.rows(), cells, table.caption(),
                table.unitLine()), originals));
    }

    /// What the forms of money call their rows as well as their columns tells nothing.
    private static boolean isHeadedAtSide(Matrix matrix, Forms forms) {
        int known = 0;
        int levels = 0;
        for (int r = 0; r < matrix.rows(); r++) {
            var cell = matrix.at(r, 0);
            if (cell == null || cell.rows() > 1 || matrix.look(cell) != Look.WORDS) {
                return false;
            }
            var meaning = forms.exact(Forms.Place.COLUMN, matrix.words(cell));
            known += meaning.isPresent() ? 1 : 0;
            levels += meaning.filter(each -> each.use() == Use.VALUE).isPresent()
                    && forms.exact(Forms.Place.ROW, matrix.words(cell)).isEmpty() ? 1 : 0;
        }
        return known == matrix.rows() && levels >= 2 && matrix.row(0).stream().skip(1)
                .noneMatch(cell -> matrix.look(cell) != Look.WORDS || forms.exact(Forms.Place.COLUMN, matrix.words(cell)).isPresent());
    }

    /// The places of the turned table's cells, told of the cells as they were read and in their order.
    List<Grid.Place> back(List<Grid.Place> places, List<Cell> cells) {
        var byCell = new IdentityHashMap<Cell, Grid.Place>();
        for (var place : places) {
            var cell = original(place.cell());
            byCell.put(cell, new Grid.Place(cell, place.heading(), originals(place.columnHeads()), originals(place.rowHeads()),
                    place.column(), place.row(), place.unit()));
        }
        return cells.stream().map(byCell::get).toList();
    }

    private List<Cell> originals(List<Cell> turned) {
        return turned.stream().map(this::original).toList();
    }

    private Cell original(Cell turned) {
        return originals.getOrDefault(turned, turned);
    }
}
