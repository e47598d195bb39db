package cn.jixiao.read.word;

import cn.jixiao.document.Document;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.TableDraft;
import cn.jixiao.read.build.Wording;
import cn.jixiao.read.odf.OdfContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Reads OpenDocument texts (ODT): headings, list numbers, tables with their spans, notes and text boxes. What was
/// deleted while changes were tracked is kept apart by the format itself and not read.
public final class OdtReader {

    public static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

    /// @throws IOException if the file is too damaged to be read
    public Document read(String id, Source source) throws IOException {
        var odf = OdfContent.of(source);
        var body = odf.content().getElementsByTag("office:text").first();
        if (body == null) {
            throw new IOException("no text in the package");
        }
        var builder = new DocumentBuilder(id, source, MEDIA_TYPE);
        new Body(odf, builder).read(body);
        return builder.build();
    }

    private static final class Body {

        private static final int LONGEST_HEADING = 120;
        private static final int FULL_LINE = 25;

        private final DocumentBuilder builder;
        private final OdtNumbering numbering;
        private final Map<String, Element> styles = new HashMap<>();
        private final List<Element> notes = new ArrayList<>();

        Body(OdfContent odf, DocumentBuilder builder) {
            this.builder = builder;
            this.numbering = new OdtNumbering(List.of(odf.styles(), odf.content()));
            for (var root : List.of(odf.styles(), odf.content())) {
                root.getElementsByTag("style:style").forEach(style -> styles.put(style.attr("style:name"), style));
            }
        }

        void read(Element body) {
            blocks(body, false);
            for (int i = 0; i < notes.size(); i++) {
                lines(notes.get(i)).forEach(line -> builder.marginal(line, Marginal.Kind.FOOTNOTE));
            }
        }

        private void blocks(Element parent, boolean contents) {
            for (var child : parent.children()) {
                switch (child.tagName()) {
                    case "text:h", "text:p" -> paragraph(child, "", contents);
                    case "text:list" -> list(child, child.attr("text:style-name"), 0);
                    case "table:table" -> table(child);
                    case "text:table-of-content", "text:illustration-index", "text:table-index" -> blocks(child, true);
                    case "text:section", "text:index-body", "text:index-title", "text:numbered-paragraph", "draw:frame",
                        "draw:text-box", "draw:custom-shape", "draw:g", "text:note-body" -> blocks(child, contents);
                    default -> { }
                }
            }
        }

        private void list(Element list, String style, int level) {
            if (level == 0) {
                numbering.begin(list, style);
            }
            for (var item : list.children()) {
                boolean first = item.tagName().equals("text:list-item");
                for (var child : item.children()) {
                    if (child.tagName().equals("text:list")) {
                        list(child, child.hasAttr("text:style-name") ? child.attr("text:style-name") : style, level + 1);
                    } else if (first && child.tagName().matches("text:[hp]") && !child.text().isBlank()) {
                        paragraph(child, numbering.next(style, level), false);
                        first = false;
                    } else if (child.tagName().matches("text:[hp]")) {
                        paragraph(child, "", false);
                    }
                }
            }
        }

        private void paragraph(Element paragraph, String number, boolean contents) {
            var runs = OdtRuns.of(paragraph);
            notes.addAll(runs.notes());
            var lines = Wording.lines(ListCounters.before(number, runs.text().strip()));
            var heading = Wording.join(lines).replace('\n', ' ');
            var level = level(paragraph);
            if (contents) {
                lines.forEach(line -> builder.marginal(line, Marginal.Kind.CONTENTS));
            } else if (level.isPresent() && heading.length() <= LONGEST_HEADING) {
                builder.heading(heading, level.get());
            } else {
                Wording.paragraphs(lines, FULL_LINE).forEach(builder::paragraph);
            }
            runs.boxes().forEach(box -> blocks(box, false));
        }

        private Optional<Integer> level(Element paragraph) {
            if (paragraph.tagName().equals("text:h")) {
                return Optional.of(OdfContent.number(paragraph, "text:outline-level", 1, 10));
            }
            var name = paragraph.attr("text:style-name");
            for (int depth = 0; depth < 10 && !name.isEmpty(); depth++) {
                var level = StyleNames.headingLevel(name.replace("_20_", " "));
                if (level.isPresent()) {
                    return level;
                }
                var style = styles.get(name);
                name = style == null ? "" : style.attr("style:parent-style-name");
            }
            return Optional.empty();
        }

        private void table(Element table) {
            var draft = draft(table);
            if (draft.cells().size() == 1) {
                // A table of one cell is a frame around text.
                table.getElementsByTag("table:table-cell").stream().findFirst().ifPresent(cell -> blocks(cell, false));
            } else {
                builder.table(draft);
            }
        }

        private TableDraft draft(Element table) {
            var draft = new TableDraft();
            rows(table, draft, 0);
            return draft;
        }

        private int rows(Element parent, TableDraft draft, int from) {
            int row = from;
            for (var child : parent.children()) {
                switch (child.tagName()) {
                    case "table:table-row" -> {
                        int column = 0;
                        for (var cell : child.children()) {
                            int times = Math.min(200, OdfContent.repeats(cell, "table:number-columns-repeated"));
                            if (cell.tagName().equals("table:table-cell")) {
                                draft.put(row, column, OdfContent.number(cell, "table:number-rows-spanned", 1, 10_000),
                                        OdfContent.number(cell, "table:number-columns-spanned", 1, 1000), pieces(cell), null);
                            }
                            column += times;
                        }
                        row++;
                    }
                    case "table:table-header-rows", "table:table-rows", "table:table-row-group" ->
                        row = rows(child, draft, row);
                    default -> { }
                }
            }
            return row;
        }

        private List<CellDraft.Part> pieces(Element cell) {
            var pieces = new ArrayList<CellDraft.Part>();
            var lines = new ArrayList<String>();
            for (var child : cell.children()) {
                if (child.tagName().equals("table:table")) {
                    flush(lines, pieces);
                    pieces.add(new CellDraft.Nested(draft(child)));
                } else {
                    lines.addAll(lines(child));
                }
            }
            flush(lines, pieces);
            return pieces;
        }

        private static void flush(List<String> lines, List<CellDraft.Part> pieces) {
            if (!lines.isEmpty()) {
                pieces.addAll(CellDraft.words(lines));
                lines.clear();
            }
        }

        /// All the lines in an element, list numbers before theirs.
        private List<String> lines(Element element) {
            var lines = new ArrayList<String>();
            switch (element.tagName()) {
                case "text:p", "text:h" -> {
                    var runs = OdtRuns.of(element);
                    notes.addAll(runs.notes());
                    lines.addAll(Wording.lines(runs.text()));
                    runs.boxes().forEach(box -> lines.addAll(lines(box)));
                }
                case "text:list" -> {
                    var style = element.attr("text:style-name");
                    numbering.begin(element, style);
                    for (var item : element.children()) {
                        var words = item.children().stream().flatMap(child -> lines(child).stream()).toList();
                        for (int i = 0; i < words.size(); i++) {
                            lines.add(i == 0 ? ListCounters.before(numbering.next(style, 0), words.get(i)) : words.get(i));
                        }
                    }
                }
                case "text:note-citation" -> { }
                default -> element.children().forEach(child -> lines.addAll(lines(child)));
            }
            return lines;
        }
    }
}
