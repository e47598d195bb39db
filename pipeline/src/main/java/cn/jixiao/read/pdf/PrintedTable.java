package cn.jixiao.read.pdf;

import java.util.Comparator;
import java.util.List;

/// A table on one page, or one joined over several.
///
/// @param page where it begins, 1-based
/// @param xs column edges in points, one more than columns
/// @param ys row edges in points, one more than rows; of a joined table those of each page in turn
/// @param cells in reading order, not overlapping
/// @param ruled its edges were drawn, not inferred
record PrintedTable(int page, List<Double> xs, List<Double> ys, List<PrintedCell> cells, boolean ruled)
        implements PageItem {

    PrintedTable {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        cells = cells.stream().sorted(Comparator.comparingInt(PrintedCell::row).thenComparingInt(PrintedCell::column))
                .toList();
    }

    int rows() {
        return ys.size() - 1;
    }

    int columns() {
        return xs.size() - 1;
    }

    @Override
    public double left() {
        return xs.getFirst();
    }

    @Override
    public double top() {
        return ys.getFirst();
    }

    @Override
    public double right() {
        return xs.getLast();
    }

    @Override
    public double bottom() {
        return ys.getLast();
    }

    List<PrintedCell> row(int row) {
        return cells.stream().filter(cell -> cell.row() == row).toList();
    }
}
