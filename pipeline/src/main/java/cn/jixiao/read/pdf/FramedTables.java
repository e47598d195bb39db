package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tables between horizontal lines ([Frames]) whose cells are words: what the search for columns of figures passes over.
final class FramedTables {

    private FramedTables() {
    }

    /// The items with tables in place of the lines that stand in a frame; a frame that holds anything else is left.
    static List<PageItem> in(List<PageItem> items, List<Box> frames) {
        var result = items;
        for (var frame : frames) {
            result = framed(result, frame);
        }
        return result;
    }

    private static List<PageItem> framed(List<PageItem> items, Box frame) {
        var inside = new ArrayList<PrintedLine>();
        int first = -1;
        for (int i = 0; i < items.size(); i++) {
            if (!isInside(items.get(i), frame)) {
                continue;
            }
            boolean next = first < 0 || i == first + inside.size();
            if (!next || !(items.get(i) instanceof PrintedLine line) || line.oblique()) {
                return items;
            }
            first = first < 0 ? i : first;
            inside.add(line);
        }
        var table = inside.isEmpty() ? Optional.<PrintedTable>empty() : OpenTables.framed(inside);
        if (table.isEmpty()) {
            return items;
        }
        var result = new ArrayList<>(items.subList(0, first));
        result.add(joined(table.get()));
        result.addAll(items.subList(first + inside.size(), items.size()));
        return result;
    }

    private static boolean isInside(PageItem item, Box frame) {
        double middle = (item.top() + item.bottom()) / 2;
        return middle > frame.top() && middle < frame.bottom() && item.left() > frame.left() - item.bottom() + item.top()
                && item.right() < frame.right() + item.bottom() - item.top();
    }

    /// A row without a label, each of whose words stands under words, is the rest of the row above.
    private static PrintedTable joined(PrintedTable table) {
        var rows = new ArrayList<List<PrintedCell>>();
        var ys = new ArrayList<Double>(List.of(table.ys().getFirst()));
        for (int row = 0; row < table.rows(); row++) {
            var cells = table.row(row);
            if (row > 0 && goesOn(rows.getLast(), cells)) {
                rows.add(merged(rows.removeLast(), cells));
                ys.removeLast();
            } else {
                rows.add(cells);
            }
            ys.add(table.ys().get(row + 1));
        }
        var placed = new ArrayList<PrintedCell>();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            rows.get(row).forEach(cell -> placed.add(cell.at(at, cell.column(), 1, cell.columns())));
        }
        return new PrintedTable(table.page(), table.xs(), ys, placed, false);
    }

    private static boolean goesOn(List<PrintedCell> above, List<PrintedCell> below) {
        return below.getFirst().isBlank() && below.stream().filter(cell -> !cell.isBlank())
                .allMatch(cell -> partner(above, cell).filter(other -> !other.isBlank()).isPresent());
    }

    private static Optional<PrintedCell> partner(List<PrintedCell> above, PrintedCell cell) {
        return above.stream().filter(other -> other.column() == cell.column() && other.columns() == cell.columns())
                .findFirst();
    }

    private static List<PrintedCell> merged(List<PrintedCell> above, List<PrintedCell> below) {
        return above.stream().map(cell -> {
            var lines = new ArrayList<>(cell.lines());
            below.stream().filter(other -> other.column() == cell.column() && other.columns() == cell.columns())
                    .forEach(other -> lines.addAll(other.lines()));
            return cell.withLines(lines);
        }).toList();
    }
}
