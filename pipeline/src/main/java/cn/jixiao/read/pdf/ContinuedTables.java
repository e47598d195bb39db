package cn.jixiao.read.pdf;

import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A table that a page break has cut becomes one again.
///
/// The halves belong together if the second is the first thing on its page, the first the last thing on the page
/// before, and their column edges agree. The header row that programs print again is set apart; a row that the break
/// has cut is joined where its second half plainly goes on.
final class ContinuedTables {

    /// A whole table, and the repeated header cells that are not in it.
    record Joined(PrintedTable table, List<PrintedCell> dropped) {
    }

    /// How far apart the same edge may lie on two pages.
    private static final double SAME_EDGE = 4.0;

    private static final int MOST_HEADER_ROWS = 4;

    private ContinuedTables() {
    }

    /// Whether a line between the halves only says that the table goes on, or repeats its unit.
    static boolean isAgain(PrintedLine line) {
        var words = line.text().replace(" ", "");
        return words.length() < 20 && (words.startsWith("续表") || words.endsWith("（续）") || words.endsWith("(续)")
                || words.startsWith("单位：") || words.startsWith("单位:") || words.startsWith("金额单位"));
    }

    static Optional<Joined> join(PrintedTable above, PrintedTable second) {
        return Optional.of(fitted(above, second)).filter(below -> lastPage(above) + 1 == below.page())
                .flatMap(below -> joined(above, below));
    }

    /// Columns inferred from gaps have no edges of their own: where their words lie within the columns above, they
    /// are those.
    private static PrintedTable fitted(PrintedTable above, PrintedTable below) {
        boolean fits = !below.ruled() && below.columns() == above.columns() && below.cells().stream()
                .filter(cell -> !cell.isBlank()).allMatch(cell -> cell.lines().stream().allMatch(line ->
                        line.left() > above.xs().get(cell.column()) - SAME_EDGE
                                && line.right() < above.xs().get(cell.column() + cell.columns()) + SAME_EDGE));
        return fits ? new PrintedTable(below.page(), above.xs(), below.ys(), below.cells(), above.ruled()) : below;
    }

    private static Optional<Joined> joined(PrintedTable above, PrintedTable below) {
        var xs = edges(above, below);
        if (xs.isEmpty() || above.ruled() != below.ruled()) {
            return Optional.empty();
        }
        var first = onGrid(above, xs);
        var second = onGrid(below, xs);
        int repeated = repeatedRows(first, second);
        var dropped = second.stream().filter(cell -> cell.row() < repeated && !cell.isBlank()).toList();
        var rest = second.stream().filter(cell -> cell.row() >= repeated)
                .map(cell -> cell.at(cell.row() - repeated, cell.column(), cell.rows(), cell.columns())).toList();
        var cells = new Seam(first, rest, above.rows()).cells();
        var ys = new ArrayList<>(above.ys());
        int rows = cells.stream().mapToInt(cell -> cell.row() + cell.rows()).max().orElse(above.rows());
        // Edges of the second page lie lower by what came before; only their number matters for a joined table.
        for (int row = above.rows(); row < rows; row++) {
            ys.add(ys.getLast() + 1);
        }
        return Optional.of(new Joined(new PrintedTable(above.page(), xs, ys, cells, above.ruled()), dropped));
    }

    private static int lastPage(PrintedTable table) {
        return table.cells().stream().flatMap(cell -> cell.lines().stream()).mapToInt(PrintedLine::page).max()
                .orElse(table.page());
    }

    /// The edges of both, or none where they disagree: the outer ones must be the same, and one's inner edges a part
    /// of the other's.
    private static List<Double> edges(PrintedTable above, PrintedTable below) {
        boolean sameWidth = Math.abs(above.left() - below.left()) < SAME_EDGE
                && Math.abs(above.right() - below.right()) < SAME_EDGE;
        if (!sameWidth) {
            return List.of();
        }
        long strangers = below.xs().stream().filter(x -> nearest(above.xs(), x) < 0).count();
        long unmatched = above.xs().stream().filter(x -> nearest(below.xs(), x) < 0).count();
        if (strangers > 0 && unmatched > 0) {
            return List.of();
        }
        return strangers > 0 ? below.xs() : above.xs();
    }

    private static int nearest(List<Double> edges, double x) {
        for (int i = 0; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - x) < SAME_EDGE) {
                return i;
            }
        }
        return -1;
    }

    private static List<PrintedCell> onGrid(PrintedTable table, List<Double> xs) {
        var cells = new ArrayList<PrintedCell>();
        for (var cell : table.cells()) {
            int left = nearest(xs, table.xs().get(cell.column()));
            int right = nearest(xs, table.xs().get(cell.column() + cell.columns()));
            cells.add(cell.at(cell.row(), left, cell.rows(), right - left));
        }
        return cells;
    }

    /// How many leading rows of the second say the same as those of the first, at the same columns.
    private static int repeatedRows(List<PrintedCell> above, List<PrintedCell> below) {
        int rows = 0;
        for (int row = 0; row < MOST_HEADER_ROWS; row++) {
            var one = content(above, row);
            if (one.isEmpty() || !one.equals(content(below, row))) {
                break;
            }
            rows = row + 1;
        }
        int limit = rows;
        // A header cell that covers more rows than were repeated would be torn.
        return below.stream().anyMatch(cell -> cell.row() < limit && cell.row() + cell.rows() > limit) ? 0 : rows;
    }

    private static TreeSet<String> content(List<PrintedCell> cells, int row) {
        var content = new TreeSet<String>();
        cells.stream().filter(cell -> cell.row() == row && !cell.isBlank())
                .forEach(cell -> content.add(cell.column() + " " + cell.columns() + " " + cell.words().text()));
        return content;
    }

    /// The rows on both sides of the page break.
    private record Seam(List<PrintedCell> above, List<PrintedCell> below, int rows) {

        List<PrintedCell> cells() {
            boolean cut = isRowCut();
            var cells = new ArrayList<>(above);
            for (var cell : below) {
                var partner = cell.row() == 0 ? partner(cell) : Optional.<PrintedCell>empty();
                if (partner.isPresent() && cut) {
                    cells.remove(partner.get());
                    cells.add(merged(partner.get(), cell, cell.rows() - 1));
                } else if (partner.isPresent() && cell.isBlank() && spans(cell, partner.get())) {
                    cells.remove(partner.get());
                    cells.add(merged(partner.get(), cell, cell.rows()));
                } else {
                    cells.add(cell.at(cell.row() + rows - (cut ? 1 : 0), cell.column(), cell.rows(), cell.columns()));
                }
            }
            return cells;
        }

        private static PrintedCell merged(PrintedCell above, PrintedCell below, int moreRows) {
            var lines = new ArrayList<>(above.lines());
            lines.addAll(below.lines());
            var nested = new ArrayList<>(above.nested());
            nested.addAll(below.nested());
            return above.withLines(lines).withNested(nested).at(above.row(), above.column(), above.rows() + moreRows, above.columns());
        }

        private Optional<PrintedCell> partner(PrintedCell cell) {
            return above.stream().filter(other -> other.row() + other.rows() == rows
                    && other.column() == cell.column() && other.columns() == cell.columns()).findFirst();
        }

        /// A merged cell goes on over the break: empty below, and taller than the rows beside it.
        private boolean spans(PrintedCell cell, PrintedCell partner) {
            boolean tall = cell.rows() > 1 && below.stream().anyMatch(other -> other.rows() == 1)
                    || partner.rows() > 1;
            return tall && !partner.isBlank();
        }

        /// The break runs through a row: below nothing new begins, no figures stand, and some words go on that did
        /// not end above.
        private boolean isRowCut() {
            var first = below.stream().filter(cell -> cell.row() == 0).toList();
            var filled = first.stream().filter(cell -> !cell.isBlank()).toList();
            boolean lead = first.stream().anyMatch(cell -> cell.column() == 0 && cell.isBlank());
            return lead && !filled.isEmpty() && first.stream().allMatch(cell -> partner(cell).isPresent())
                    && filled.stream().allMatch(this::goesOn);
        }

        private boolean goesOn(PrintedCell cell) {
            var words = cell.words().text();
            var before = partner(cell).map(other -> other.words().text()).orElse("");
            return !before.isEmpty() && words.chars().anyMatch(c -> c > 0x2E80) && !Wording.endsSentence(before)
                    && !Wording.startsItem(words);
        }
    }
}
