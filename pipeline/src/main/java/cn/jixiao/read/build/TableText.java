package cn.jixiao.read.build;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.List;

/// Writes the cells of a table into the canonical text and gives each its span.
final class TableText {

    private final StringBuilder text;

    private TableText(StringBuilder text) {
        this.text = text;
    }

    /// Appends the table at the end of the text.
    ///
    /// @param drafts in reading order on a grid without unused rows or columns
    static Table append(StringBuilder text, List<CellDraft> drafts) {
        return new TableText(text).table(drafts);
    }

    private Table table(List<CellDraft> drafts) {
        int start = text.length();
        int row = 0;
        int rows = 0;
        int columns = 0;
        var cells = new ArrayList<Cell>();
        for (var draft : drafts) {
            if (draft.row() != row) {
                text.append("\n".repeat(draft.row() - row));
                row = draft.row();
            } else if (!cells.isEmpty()) {
                text.append('\t');
            }
            cells.add(cell(draft));
            rows = Math.max(rows, draft.row() + draft.rows());
            columns = Math.max(columns, draft.column() + draft.columns());
        }
        return new Table(new Span(start, text.length()), rows, columns, cells, null, null);
    }

    private Cell cell(CellDraft draft) {
        int start = text.length();
        var nested = new ArrayList<Table>();
        for (var part : draft.parts()) {
            switch (part) {
                case CellDraft.Words words -> words(clean(words.text()), start);
                case CellDraft.Nested(var inner) when !inner.isBlank() -> {
                    begin(start);
                    nested.add(table(inner.cells()));
                }
                case CellDraft.Nested blank -> { }
            }
        }
        return new Cell(new Span(start, text.length()), draft.row(), draft.column(), draft.rows(), draft.columns(),
                draft.address(), nested);
    }

    private void words(String clean, int start) {
        if (!clean.isEmpty()) {
            begin(start);
            text.append(clean);
        }
    }

    /// Parts of the cell that begins at `start` stand in lines of their own.
    private void begin(int start) {
        if (text.length() > start) {
            text.append('\n');
        }
    }

    private static String clean(String words) {
        return String.join("\n", Wording.lines(words));
    }
}
