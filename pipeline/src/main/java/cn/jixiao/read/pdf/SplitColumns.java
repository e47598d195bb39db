package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tables whose lines part only some of their columns: a ruled cell then holds pieces that stand in columns of their
/// own, row after row, at least one of them of figures. Such cells are parted where the gutters are.
final class SplitColumns {

    private static final int FEWEST_ROWS = 3;

    private static final double FINE_GAP = 0.2;

    /// Columns that one cell covers in row after row.
    private record Band(int column, int columns) {

        boolean holds(PrintedCell cell) {
            return cell.column() == column && cell.columns() == columns;
        }
    }

    private SplitColumns() {
    }

    static PrintedTable of(PrintedTable table) {
        Map<Band, List<PrintedCell>> bands = new LinkedHashMap<>();
        table.cells().stream().filter(cell -> cell.rows() == 1 && cell.lines().size() == 1).forEach(cell ->
                bands.computeIfAbsent(new Band(cell.column(), cell.columns()), key -> new ArrayList<>()).add(cell));
        for (var entry : bands.entrySet()) {
            var inner = inner(entry.getValue());
            var parted = inner.isEmpty() ? table : parted(table, entry.getKey(), inner);
            if (parted.cells().size() > table.cells().size()) {
                // One band at a time: the columns of the others have new numbers now.
                return of(parted);
            }
        }
        return unbridged(table);
    }

    /// A row without its lines: where its pieces fill the columns that other rows show, it has those columns too.
    private static PrintedTable unbridged(PrintedTable table) {
        var cells = new ArrayList<PrintedCell>();
        for (var cell : table.cells()) {
            var cuts = table.xs().subList(cell.column() + 1, cell.column() + cell.columns());
            boolean bridge = cell.columns() > 2 && cell.rows() == 1 && cell.lines().size() == 1 && fits(cell, cuts)
                    && parts(cell, cuts).stream().map(piece -> column(cuts, piece.centreX())).distinct().count()
                            > 0.7 * cell.columns();
            if (bridge) {
                part(cell, cuts, table.xs(), cells);
            } else {
                cells.add(cell);
            }
        }
        return new PrintedTable(table.page(), table.xs(), table.ys(), cells, table.ruled());
    }

    private static List<PrintedLine> pieces(PrintedCell cell) {
        var line = cell.lines().getFirst();
        boolean placed = line.runs().getFirst().box().left() == line.left();
        return placed ? Pieces.of(line, OpenTables.GAP * line.size()) : List.of(line);
    }

    /// The edges that part the cells of a band; empty if they are whole.
    private static List<Double> inner(List<PrintedCell> cells) {
        var many = cells.stream().map(SplitColumns::pieces).filter(pieces -> pieces.size() > 1).toList();
        if (many.size() < FEWEST_ROWS || many.size() < 0.7 * cells.size()) {
            return List.of();
        }
        var edges = Gutters.edges(many);
        if (edges.size() < 3) {
            return List.of();
        }
        var inner = edges.subList(1, edges.size() - 1);
        return hasFigures(many, inner) ? List.copyOf(inner) : List.of();
    }

    private static boolean hasFigures(List<List<PrintedLine>> rows, List<Double> inner) {
        var filled = new int[inner.size() + 1];
        var figures = new int[inner.size() + 1];
        rows.forEach(row -> row.forEach(piece -> {
            int column = column(inner, piece.centreX());
            filled[column]++;
            figures[column] += Figures.isFigure(piece.text()) ? 1 : 0;
        }));
        for (int column = 1; column < filled.length; column++) {
            if (figures[column] >= FEWEST_ROWS && figures[column] >= 0.6 * filled[column]) {
                return true;
            }
        }
        return false;
    }

    private static int column(List<Double> inner, double x) {
        int column = 0;
        while (column < inner.size() && x >= inner.get(column)) {
            column++;
        }
        return column;
    }

    private static PrintedTable parted(PrintedTable table, Band band, List<Double> inner) {
        double left = table.xs().get(band.column());
        double right = table.xs().get(band.column() + band.columns());
        var within = inner.stream().filter(x -> x > left && x < right).toList();
        // Edges that are drawn in other rows stand; a gutter beside one is that one.
        var xs = new ArrayList<>(table.xs());
        var cuts = new ArrayList<Double>();
        for (double x : within) {
            double near = nearest(table, band, x, within);
            cuts.add(near);
            if (!xs.contains(near)) {
                xs.add(near);
            }
        }
        xs.sort(Double::compare);
        var cells = new ArrayList<PrintedCell>();
        for (var cell : table.cells()) {
            int from = xs.indexOf(table.xs().get(cell.column()));
            int to = xs.indexOf(table.xs().get(cell.column() + cell.columns()));
            var moved = cell.at(cell.row(), from, cell.rows(), to - from);
            if (band.holds(cell) && cell.rows() == 1 && fits(cell, cuts)) {
                part(moved, cuts, xs, cells);
            } else {
                cells.add(moved);
            }
        }
        return new PrintedTable(table.page(), xs, table.ys(), cells, table.ruled());
    }

    private static double nearest(PrintedTable table, Band band, double x, List<Double> gutters) {
        double best = x;
        double distance = Double.MAX_VALUE;
        for (int i = band.column() + 1; i < band.column() + band.columns(); i++) {
            double edge = table.xs().get(i);
            boolean mine = gutters.stream().allMatch(other -> Math.abs(other - edge) >= Math.abs(x - edge));
            if (mine && Math.abs(edge - x) < distance && Math.abs(edge - x) < 40) {
                best = edge;
                distance = Math.abs(edge - x);
            }
        }
        return best;
    }

    /// Whether the words of a cell lie clear of the cuts: a heading over several columns does not.
    private static boolean fits(PrintedCell cell, List<Double> cuts) {
        return cell.isBlank() || cell.lines().size() == 1 && pieces(cell).size() > 1
                && isClear(parts(cell, cuts), cuts);
    }

    private static boolean isClear(List<PrintedLine> pieces, List<Double> cuts) {
        return pieces.stream().allMatch(piece -> cuts.stream().noneMatch(x ->
                piece.left() + 1 < x && x < piece.right() - 1));
    }

    /// The pieces of a cell; where one of many runs over a cut, cut at every space that is wide enough to see.
    private static List<PrintedLine> parts(PrintedCell cell, List<Double> cuts) {
        var pieces = pieces(cell);
        if (pieces.size() < 3 || isClear(pieces, cuts)) {
            return pieces;
        }
        var line = cell.lines().getFirst();
        return Pieces.of(line, FINE_GAP * line.size());
    }

    private static void part(PrintedCell cell, List<Double> cuts, List<Double> xs, List<PrintedCell> into) {
        var pieces = cell.isBlank() ? List.<PrintedLine>of() : parts(cell, cuts);
        int from = cell.column();
        for (int i = 0; i <= cuts.size(); i++) {
            int part = i;
            int to = i < cuts.size() ? xs.indexOf(cuts.get(i)) : cell.column() + cell.columns();
            into.add(new PrintedCell(cell.row(), from, 1, to - from,
                    pieces.stream().filter(piece -> column(cuts, piece.centreX()) == part).toList(),
                    xs.get(from), xs.get(to)));
            from = to;
        }
    }
}
