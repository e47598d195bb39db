package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Diagrams draw lines that cross like those of a table: grid lines behind curves, the sides of bars. Their words do
/// not live in cells.
final class Charts {

    /// A frame with less than this many filled cells holds no table.
    private static final int FEWEST_FILLED = 2;

    /// One column of cells is a table only if most of them say something.
    private static final double FILLED_OF_ONE_COLUMN = 0.4;

    /// Words that lines run through, as a part of all filled cells.
    private static final double CUT_WORDS = 0.1;

    /// Letters of one word touch; those of neighbouring cells, however tight, leave a little room.
    private static final double TOUCH = 0.3;

    private Charts() {
    }

    static boolean isChart(PrintedTable table) {
        long filled = table.cells().stream().filter(cell -> !cell.isBlank()).count();
        return filled < FEWEST_FILLED
                || table.columns() == 1 && filled <= FILLED_OF_ONE_COLUMN * table.cells().size()
                || cutWords(table) >= Math.max(3, CUT_WORDS * filled);
    }

    /// How often a word begins in one cell and ends in the next.
    private static long cutWords(PrintedTable table) {
        long cut = 0;
        for (int row = 0; row < table.rows(); row++) {
            var cells = table.row(row).stream().filter(cell -> !cell.isBlank())
                    .sorted(Comparator.comparingInt(PrintedCell::column)).toList();
            for (int i = 1; i < cells.size(); i++) {
                cut += isCut(cells.get(i - 1), cells.get(i)) ? 1 : 0;
            }
        }
        return cut;
    }

    private static boolean isCut(PrintedCell left, PrintedCell right) {
        var last = edge(left, true);
        var first = edge(right, false);
        return last.isPresent() && first.isPresent() && last.get().top() < first.get().bottom()
                && Math.abs(last.get().bottom() - first.get().bottom()) < 1
                && Math.abs(first.get().left() - last.get().right()) < TOUCH;
    }

    private static Optional<Box> edge(PrintedCell cell, boolean last) {
        if (cell.lines().size() != 1) {
            return Optional.empty();
        }
        List<Run> runs = cell.lines().getFirst().runs();
        return Optional.of((last ? runs.getLast() : runs.getFirst()).box());
    }
}
