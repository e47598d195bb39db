package cn.jixiao.read.text;

import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.TableDraft;
import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table that was flattened into lines of tabs. What the flattening lost is recovered where it is plain: a row that
/// begins with empty fields continues the cells above them; a line without tabs between rows runs over the whole
/// width; a table cut by a page goes on after the gap, its repeated head dropped. The rows of a form need not be of
/// one width: its empty cells at the end of a row are lost, and its parts differ.
///
/// @param rows of fields; the lines over the whole width are rows of one field
/// @param columns of the widest row
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
        while (at < lines.size() && goesOn(lines, at, start, lines.get(Math.max(start, at - 1)))) {
            var fields = lines.get(at).fields();
            if (at == start || !(lines.get(at).blanksBefore() > 0 && fields.equals(rows.getFirst()))) {
                rows.add(fields);
                columns = Math.max(columns, fields.size());
            }
            at++;
        }
        return rows.size() >= 2 ? Optional.of(new TabbedTable(rows, columns, at)) : Optional.empty();
    }

    private static boolean goesOn(List<TextLine> lines, int at, int start, TextLine above) {
        var line = lines.get(at);
        if (line.isRow()) {
            boolean alike = !above.isRow() || line.fields().size() == above.fields().size();
            return at == start || line.blanksBefore() == 0 || alike && line.blanksBefore() <= 2;
        }
        return line.blanksBefore() == 0 && line.words().length() <= LONGEST_SPANNING_LINE && at + 1 < lines.size()
                && lines.get(at + 1).blanksBefore() == 0 && lines.get(at + 1).isRow() && above.isRow()
                && (lines.get(at + 1).fields().size() == above.fields().size() || !Wording.startsItem(line.words()));
    }

    TableDraft draft() {
        var draft = new TableDraft();
        for (int row = 0; row < rows.size(); row++) {
            var fields = rows.get(row);
            if (fields.size() == 1 && columns > 1) {
                draft.put(row, 0, 1, columns, CellDraft.words(fields), null);
                continue;
            }
            for (int column = 0; column < fields.size(); column++) {
                if (!continuesAbove(row, column)) {
                    draft.put(row, column, height(row, column), 1, CellDraft.words(List.of(fields.get(column))), null);
                }
            }
        }
        return draft;
    }

    private boolean continuesAbove(int row, int column) {
        return leadingBlanks(row) > column && row > 0 && rows.get(row - 1).size() > Math.max(1, column)
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
        return fields.size() > 1 && blanks < fields.size() ? blanks : 0;
    }
}
