package cn.jixiao.read.text;

import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.TableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table that was flattened into lines of tabs. What the flattening lost is recovered where it is plain: a row that
/// begins with empty fields continues the cells above them; a line without tabs between rows runs over the whole
/// width; a table cut by a page goes on after the gap, its repeated head dropped.
///
/// @param rows of equal width but for the lines over the whole width, which are rows of one field
/// @param end index of the first line after the table
record TabbedTable(List<List<String>> rows, int columns, int end) {

    private static final int LONGEST_SPANNING_LINE = 60;

    /// The table that begins at a line, if one does: at least two rows with the same number of fields.
    static Optional<TabbedTable> at(List<TextLine> lines, int start) {
        int columns = lines.get(start).isRow() ? lines.get(start).fields().size() : 0;
        if (columns < 2) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<String>>();
        int at = start;
        while (at < lines.size() && goesOn(lines, at, start, columns)) {
            var fields = lines.get(at).isRow() ? fitted(lines.get(at).fields(), columns) : lines.get(at).fields();
            if (at == start || !(lines.get(at).blanksBefore() > 0 && fields.equals(rows.getFirst()))) {
                rows.add(fields);
            }
            at++;
        }
        return rows.size() >= 2 ? Optional.of(new TabbedTable(rows, columns, at)) : Optional.empty();
    }

    private static boolean goesOn(List<TextLine> lines, int at, int start, int columns) {
        var line = lines.get(at);
        if (line.isRow()) {
            boolean whole = fitted(line.fields(), columns).size() == columns && line.fields().size() >= columns;
            return (whole || isShort(lines, at, columns)) && (at == start || line.blanksBefore() <= 2);
        }
        return line.blanksBefore() == 0 && line.words().length() <= LONGEST_SPANNING_LINE && at + 1 < lines.size()
                && lines.get(at + 1).blanksBefore() == 0 && lines.get(at + 1).isRow()
                && lines.get(at + 1).fields().size() == columns;
    }

    /// A row that lost its last, empty fields: one that begins under the cells above, or stands by itself (合计 | 100).
    /// Several in a row that begin with words of their own are another table.
    private static boolean isShort(List<TextLine> lines, int at, int columns) {
        var fields = lines.get(at).fields();
        if (fields.size() >= columns || fields.size() < 2 || lines.get(at).blanksBefore() > 0) {
            return false;
        }
        boolean alike = at + 1 < lines.size() && lines.get(at + 1).isRow() && lines.get(at + 1).blanksBefore() == 0
                && lines.get(at + 1).fields().size() <= fields.size();
        return fields.getFirst().isEmpty() || !alike && columns > 3;
    }

    /// With empty fields added or taken off at the end, where that gives the table's width.
    private static List<String> fitted(List<String> fields, int columns) {
        var fitted = new ArrayList<>(fields);
        while (fitted.size() > columns && fitted.getLast().isEmpty()) {
            fitted.removeLast();
        }
        while (fitted.size() < columns) {
            fitted.add("");
        }
        return fitted;
    }

    TableDraft draft() {
        var draft = new TableDraft();
        for (int row = 0; row < rows.size(); row++) {
            var fields = rows.get(row);
            if (fields.size() == 1 && columns > 1) {
                draft.put(row, 0, 1, columns, CellDraft.words(fields), null);
                continue;
            }
            for (int column = 0; column < columns; column++) {
                if (!continuesAbove(row, column)) {
                    draft.put(row, column, height(row, column), 1, CellDraft.words(List.of(fields.get(column))), null);
                }
            }
        }
        return draft;
    }

    private boolean continuesAbove(int row, int column) {
        return leadingBlanks(row) > column && row > 0 && rows.get(row - 1).size() == columns
                && (!rows.get(row - 1).get(column).isEmpty() || continuesAbove(row - 1, column));
    }

    private int height(int row, int column) {
        int height = 1;
        while (row + height < rows.size() && continuesAbove(row + height, column)) {
            height++;
        }
        return height;
    }

    private int leadingBlanks(int row) {
        var fields = rows.get(row);
        int blanks = 0;
        while (blanks < fields.size() && fields.get(blanks).isEmpty()) {
            blanks++;
        }
        return fields.size() == columns && blanks < columns ? blanks : 0;
    }
}
