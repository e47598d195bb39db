package cn.jixiao.read.word;

import cn.jixiao.document.Marginal;
import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.TableDraft;
import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hwpf.model.StyleSheet;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;

/// Turns the main text of a binary Word document into blocks.
final class DocBody {

    /// Lines from this length on count as cut by the margin where a soft break follows.
    private static final int FULL_LINE = 25;
    private static final int LONGEST_HEADING = 100;
    private static final int BODY_LEVEL = 9;

    private final DocumentBuilder builder;
    private final StyleSheet styles;
    private final DocNumbering numbering = new DocNumbering();
    private final DocRuns runs = new DocRuns();

    DocBody(DocumentBuilder builder, StyleSheet styles) {
        this.builder = builder;
        this.styles = styles;
    }

    void blocks(Range range, int level) {
        for (int i = 0; i < range.numParagraphs(); i++) {
            var paragraph = range.getParagraph(i);
            var table = table(range, paragraph, level);
            if (table.isPresent()) {
                table(table.get(), level + 1);
                i += Math.max(0, table.get().numParagraphs() - 1);
            } else {
                paragraph(paragraph);
            }
        }
    }

    /// All the words of a range, for notes and text boxes.
    List<String> lines(Range range) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < range.numParagraphs(); i++) {
            lines.addAll(Wording.lines(runs.of(range.getParagraph(i))));
        }
        return lines;
    }

    private static Optional<Table> table(Range range, Paragraph paragraph, int level) {
        if (!paragraph.isInTable() || paragraph.getTableLevel() <= level) {
            return Optional.empty();
        }
        try {
            var table = range.getTable(paragraph);
            return table.numRows() > 0 ? Optional.of(table) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The rows do not add up to a table: their words are read as paragraphs.
            return Optional.empty();
        }
    }

    private void table(Table table, int level) {
        var cells = DocTable.cells(table);
        if (cells.size() == 1) {
            blocks(cells.getFirst().content(), level);
        } else {
            builder.table(draft(cells, level));
        }
    }

    private TableDraft draft(List<EdgeGrid.GridCell<TableCell>> cells, int level) {
        var draft = new TableDraft();
        for (var cell : cells) {
            draft.put(cell.row(), cell.column(), cell.rows(), cell.columns(), parts(cell.content(), level), null);
        }
        return draft;
    }

    private List<CellDraft.Part> parts(Range cell, int level) {
        var parts = new ArrayList<CellDraft.Part>();
        var lines = new ArrayList<String>();
        for (int i = 0; i < cell.numParagraphs(); i++) {
            var paragraph = cell.getParagraph(i);
            var table = table(cell, paragraph, level);
            if (table.isPresent()) {
                flush(lines, parts);
                parts.add(new CellDraft.Nested(draft(DocTable.cells(table.get()), level + 1)));
                i += Math.max(0, table.get().numParagraphs() - 1);
            } else {
                lines.addAll(Wording.lines(words(paragraph)));
            }
        }
        flush(lines, parts);
        return parts;
    }

    private static void flush(List<String> lines, List<CellDraft.Part> parts) {
        if (!lines.isEmpty()) {
            parts.addAll(CellDraft.words(lines));
            lines.clear();
        }
    }

    private void paragraph(Paragraph paragraph) {
        var style = styleName(paragraph);
        boolean contents = runs.inContents() || StyleNames.isContents(style);
        var lines = Wording.lines(words(paragraph));
        if (contents || runs.inContents()) {
            lines.forEach(line -> builder.marginal(line, Marginal.Kind.CONTENTS));
            return;
        }
        var heading = Wording.join(lines).replace('\n', ' ');
        var level = paragraph.getLvl() < BODY_LEVEL ? Optional.of(paragraph.getLvl() + 1)
                : StyleNames.headingLevel(style);
        if (level.isPresent() && heading.length() <= LONGEST_HEADING) {
            builder.heading(heading, level.get());
        } else {
            Wording.paragraphs(lines, FULL_LINE).forEach(builder::paragraph);
        }
    }

    private String words(Paragraph paragraph) {
        var words = runs.of(paragraph).strip();
        return words.isEmpty() ? "" : ListCounters.before(numbering.next(paragraph), words);
    }

    private String styleName(Paragraph paragraph) {
        var style = styles.getStyleDescription(paragraph.getStyleIndex());
        return style == null || style.getName() == null ? "" : style.getName();
    }
}
