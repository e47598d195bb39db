package cn.jixiao.read.word;

import cn.jixiao.document.Marginal;
import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.TableDraft;
import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;

/// Turns the body of a Word document into blocks, in the order of the file.
final class DocxBody {

    /// Lines from this length on count as cut by the margin where a soft break follows.
    private static final int FULL_LINE = 25;
    /// Longer than any heading: a whole paragraph that only wears a heading's style.
    private static final int LONGEST_HEADING = 100;

    private final DocumentBuilder builder;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final DocxRuns runs = new DocxRuns();
    private int contents;

    DocxBody(DocumentBuilder builder, DocxStyles styles, DocxNumbering numbering) {
        this.builder = builder;
        this.styles = styles;
        this.numbering = numbering;
    }

    void blocks(Element parent) {
        for (var child : parent.children()) {
            switch (child.name()) {
                case "p" -> paragraph(child);
                case "tbl" -> table(new DocxTable(child));
                case "sdt" -> tagged(child);
                case "AlternateContent" -> child.child("Choice").or(() -> child.child("Fallback"))
                        .ifPresent(this::blocks);
                case "ins", "moveTo", "customXml", "smartTag" -> blocks(child);
                default -> { }
            }
        }
    }

    /// All the words of a part, for headers, footers and notes.
    List<String> lines(Element part) {
        var lines = new ArrayList<String>();
        for (var piece : pieces(part)) {
            switch (piece) {
                case CellDraft.Words words -> lines.addAll(Wording.lines(words.text()));
                case CellDraft.Nested nested -> nested.table().cells().stream().flatMap(cell -> cell.parts().stream())
                        .forEach(inner -> {
                            if (inner instanceof CellDraft.Words words) {
                                lines.addAll(Wording.lines(words.text()));
                            }
                        });
            }
        }
        return lines;
    }

    private void tagged(Element sdt) {
        boolean isContents = sdt.value("sdtPr", "docPartObj", "docPartGallery")
                .filter(gallery -> gallery.startsWith("Table of Contents")).isPresent();
        contents += isContents ? 1 : 0;
        sdt.child("sdtContent").ifPresent(this::blocks);
        contents -= isContents ? 1 : 0;
    }

    private void paragraph(Element paragraph) {
        boolean inContents = contents > 0 || styles.isContents(paragraph) || runs.inContents();
        var words = words(paragraph);
        var lines = Wording.lines(words.text());
        if (inContents || runs.inContents()) {
            lines.forEach(line -> builder.marginal(line, Marginal.Kind.CONTENTS));
        } else {
            var level = styles.headingLevel(paragraph);
            var heading = Wording.join(lines).replace('\n', ' ');
            if (level.isPresent() && heading.length() <= LONGEST_HEADING) {
                builder.heading(heading, level.get());
            } else {
                Wording.paragraphs(lines, FULL_LINE).forEach(builder::paragraph);
            }
        }
        words.art().forEach(builder::paragraph);
        words.boxes().forEach(this::blocks);
    }

    private DocxRuns.Words words(Element paragraph) {
        var words = runs.of(paragraph);
        var text = words.text().strip();
        var number = styles.numbering(paragraph).filter(numPr -> !text.isEmpty())
                .map(numPr -> numbering.next(numPr, styles.styleId(paragraph).orElse(null))).orElse("");
        return new DocxRuns.Words(ListCounters.before(number, text), words.boxes(), words.art());
    }

    /// A table of one cell is a frame around text.
    private void table(DocxTable table) {
        var cells = table.cells();
        if (cells.size() == 1) {
            blocks(cells.getFirst().content());
        } else {
            builder.table(draft(cells));
        }
    }

    private TableDraft draft(List<DocxTable.GridCell> cells) {
        var draft = new TableDraft();
        for (var cell : cells) {
            draft.put(cell.row(), cell.column(), cell.rows(), cell.columns(), pieces(cell.content()), null);
        }
        return draft;
    }

    private List<CellDraft.Part> pieces(Element content) {
        var pieces = new ArrayList<CellDraft.Part>();
        var lines = new ArrayList<String>();
        pieces(content, lines, pieces);
        flush(lines, pieces);
        return pieces;
    }

    private void pieces(Element content, List<String> lines, List<CellDraft.Part> pieces) {
        for (var child : content.children()) {
            switch (child.name()) {
                case "p" -> {
                    var words = words(child);
                    lines.addAll(Wording.lines(words.text()));
                    lines.addAll(words.art());
                    words.boxes().forEach(box -> pieces(box, lines, pieces));
                }
                case "tbl" -> {
                    flush(lines, pieces);
                    pieces.add(new CellDraft.Nested(draft(new DocxTable(child).cells())));
                }
                case "AlternateContent" -> child.child("Choice").or(() -> child.child("Fallback"))
                        .ifPresent(choice -> pieces(choice, lines, pieces));
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag" -> pieces(child, lines, pieces);
                default -> { }
            }
        }
    }

    private static void flush(List<String> lines, List<CellDraft.Part> pieces) {
        if (!lines.isEmpty()) {
            pieces.addAll(CellDraft.words(lines));
            lines.clear();
        }
    }
}
