package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tables without rulings: consecutive lines whose pieces stand in columns, at least one of them of figures.
///
/// Careful by intent: prose must not become a table, so that three rows, clear gutters and a column of figures are
/// asked for.
final class OpenTables {

    /// Gaps from this many ems on may part columns.
    static final double GAP = 0.85;

    private static final int FEWEST_ROWS = 3;

    /// Lines of one piece that may stand between rows: wrapped labels, headings of groups.
    private static final int MOST_BETWEEN = 2;

    private static final double FILLED = 0.45;
    private static final int LONG_FOR_CLAUSE = 14;

    private OpenTables() {
    }

    /// The items with tables in place of the lines they are made of.
    static List<PageItem> in(List<PageItem> items) {
        var result = new ArrayList<PageItem>();
        var cut = new Row[items.size()];
        for (int i = 0; i < items.size();) {
            var block = block(items, i, cut);
            var table = block.size() < FEWEST_ROWS ? Optional.<PrintedTable>empty() : table(block);
            if (table.isPresent()) {
                result.add(table.get());
                i += block.size();
            } else {
                result.add(items.get(i));
                i++;
            }
        }
        return result;
    }

    /// A row of pieces.
    private record Row(List<PrintedLine> pieces) {

        boolean isMany() {
            return pieces.size() > 1;
        }

        /// Clauses are no entries of a column.
        boolean isProse() {
            return pieces.stream().map(PrintedLine::text).anyMatch(text -> text.length() >= LONG_FOR_CLAUSE
                    && text.chars().anyMatch(c -> "，。；".indexOf(c) >= 0));
        }

        PrintedLine first() {
            return pieces.getFirst();
        }
    }

    /// The longest run of rows from `start` that begins and ends with several pieces.
    ///
    /// @param cut the rows that were cut into pieces before
    private static List<Row> block(List<PageItem> items, int start, Row[] cut) {
        var rows = new ArrayList<Row>();
        int end = 0;
        for (int i = start; i < items.size() && i - start - end <= MOST_BETWEEN; i++) {
            if (!(items.get(i) instanceof PrintedLine line) || line.oblique() || line.runs().getFirst().box().left()
                    != line.left() || Contents.hasLeaders(line.text()) || !follows(rows, line)) {
                break;
            }
            var row = cut[i] == null ? new Row(Pieces.of(line, GAP * line.size())) : cut[i];
            cut[i] = row;
            if (row.isProse()) {
                break;
            }
            rows.add(row);
            if (rows.getLast().isMany()) {
                end = rows.size();
            } else if (rows.size() == 1) {
                return List.of();
            }
        }
        return rows.subList(0, end);
    }

    private static boolean follows(List<Row> rows, PrintedLine line) {
        return rows.isEmpty() || line.top() - rows.getLast().first().bottom() < 2.2 * line.size()
                && Math.abs(rows.getLast().first().size() - line.size()) < 0.35 * line.size();
    }

    /// Lines that rules mark as a table: a head and a row are enough, and no column of figures is asked for.
    static Optional<PrintedTable> framed(List<PrintedLine> lines) {
        var rows = lines.stream().map(line -> new Row(Pieces.of(line, GAP * line.size()))).toList();
        return table(rows, 2).filter(table -> isFilled(table, rows));
    }

    private static Optional<PrintedTable> table(List<Row> rows) {
        return table(rows, FEWEST_ROWS).filter(table -> hasFigures(table) && isFilled(table, rows));
    }

    private static Optional<PrintedTable> table(List<Row> rows, int fewest) {
        var many = rows.stream().filter(Row::isMany).toList();
        if (many.size() < fewest || many.size() * 2 < rows.size()) {
            return Optional.empty();
        }
        var xs = Gutters.edges(many.stream().map(Row::pieces).toList());
        if (xs.size() < 3) {
            return Optional.empty();
        }
        var cells = new ArrayList<PrintedCell>();
        for (int row = 0; row < rows.size(); row++) {
            place(rows.get(row), row, xs, cells);
        }
        return Optional.of(new PrintedTable(rows.getFirst().first().page(), xs, heights(rows), cells, false));
    }

    private static void place(Row row, int at, List<Double> xs, List<PrintedCell> cells) {
        var taken = new ArrayList<PrintedCell>();
        for (var piece : row.pieces()) {
            int first = column(xs, piece.left() + 0.3 * piece.size());
            int last = Math.max(first, column(xs, piece.right() - 0.3 * piece.size()));
            var clash = taken.isEmpty() ? null : taken.getLast();
            if (clash != null && clash.column() + clash.columns() > first) {
                // Two pieces in one column are the words of one cell.
                taken.removeLast();
                var lines = new ArrayList<>(clash.lines());
                lines.add(piece);
                int end = Math.max(clash.column() + clash.columns(), last + 1);
                taken.add(new PrintedCell(at, clash.column(), 1, end - clash.column(), lines,
                        xs.get(clash.column()), xs.get(end)));
            } else {
                taken.add(new PrintedCell(at, first, 1, last - first + 1, List.of(piece), xs.get(first),
                        xs.get(last + 1)));
            }
        }
        cells.addAll(taken);
        for (int column = 0; column + 1 < xs.size(); column++) {
            int place = column;
            if (taken.stream().noneMatch(cell -> cell.covers(place))) {
                cells.add(new PrintedCell(at, column, 1, 1, List.of(), xs.get(column), xs.get(column + 1)));
            }
        }
    }

    private static int column(List<Double> xs, double x) {
        int column = 0;
        while (column < xs.size() - 2 && x >= xs.get(column + 1)) {
            column++;
        }
        return column;
    }

    private static List<Double> heights(List<Row> rows) {
        var ys = new ArrayList<Double>(List.of(rows.getFirst().first().top()));
        for (int i = 1; i < rows.size(); i++) {
            ys.add((rows.get(i - 1).first().bottom() + rows.get(i).first().top()) / 2);
        }
        ys.add(rows.getLast().first().bottom());
        return ys;
    }

    private static boolean hasFigures(PrintedTable table) {
        boolean figures = false;
        for (int column = 0; column < table.columns(); column++) {
            int place = column;
            var filled = table.cells().stream().filter(cell -> cell.column() == place && !cell.isBlank()).toList();
            long numbers = filled.stream().filter(cell -> Figures.isFigure(cell.words().text())).count();
            figures |= column > 0 && numbers >= FEWEST_ROWS && numbers >= 0.6 * filled.size();
        }
        return figures;
    }

    /// Cells of a few words, and most rows filled in more than one column.
    private static boolean isFilled(PrintedTable table, List<Row> rows) {
        var lengths = table.cells().stream().filter(cell -> !cell.isBlank() && cell.column() > 0)
                .mapToInt(cell -> cell.words().text().length()).sorted().toArray();
        var filledIn = new int[rows.size()];
        table.cells().stream().filter(cell -> !cell.isBlank()).forEach(cell -> filledIn[cell.row()]++);
        long wide = IntStream.range(0, rows.size()).filter(i -> rows.get(i).isMany() && filledIn[i] > 1).count();
        // The scales of a diagram stand in columns too, with nothing between them.
        long filled = table.cells().stream().filter(cell -> !cell.isBlank()).count();
        return filled >= FILLED * table.cells().size() && lengths.length > 0 && lengths[lengths.length / 2] < 25
                && wide >= 0.7 * rows.stream().filter(Row::isMany).count();
    }
}
