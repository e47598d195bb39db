package cn.jixiao.read.pdf;

import cn.jixiao.document.Document;
import cn.jixiao.document.Line;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.TableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes drafts into a document and ties every printed run to its place in the canonical text.
final class Assembly {

    private final DocumentBuilder builder;

    Assembly(String id, Source source, String mediaType) {
        builder = new DocumentBuilder(id, source, mediaType);
    }

    Document document(List<PageBody> pages, List<Draft> drafts, List<Problem> problems) {
        pages.forEach(page -> builder.page(page.page()));
        drafts.forEach(this::append);
        problems.forEach(builder::problem);
        return builder.build();
    }

    private void append(Draft draft) {
        switch (draft) {
            case Draft.Text(var lines) -> {
                var words = Composed.ofParagraph(lines);
                tie(builder.paragraph(words.text()), words);
            }
            case Draft.Aside(var lines, var kind) -> {
                var words = kind == Marginal.Kind.FOOTNOTE ? Composed.ofParagraph(lines) : Composed.ofLines(lines);
                tie(builder.marginal(words.text(), kind), words);
            }
            case Draft.Grid(var table) -> append(table);
        }
    }

    private void append(PrintedTable table) {
        builder.table(draft(table)).ifPresent(written -> tie(written, table));
    }

    private static TableDraft draft(PrintedTable table) {
        var draft = new TableDraft();
        for (var cell : table.cells()) {
            var parts = new ArrayList<CellDraft.Part>();
            parts.add(new CellDraft.Words(cell.words().text()));
            cell.nested().forEach(inner -> parts.add(new CellDraft.Nested(draft(inner))));
            draft.put(cell.row(), cell.column(), cell.rows(), cell.columns(), parts, null);
        }
        return draft;
    }

    /// Cells are written in the order in which a printed table has them, a cell's own words before what it holds.
    private void tie(Table written, PrintedTable table) {
        for (int i = 0; i < table.cells().size(); i++) {
            var cell = table.cells().get(i);
            tie(Optional.of(written.cells().get(i).span()), cell.words());
            for (int j = 0; j < cell.nested().size(); j++) {
                tie(written.cells().get(i).nested().get(j), cell.nested().get(j));
            }
        }
    }

    /// Words reach the canonical text unchanged: they were cleaned glyph by glyph. Anything else is a bug.
    private void tie(Optional<Span> span, Composed words) {
        if (span.isEmpty()) {
            if (!words.text().isBlank()) {
                throw new IllegalStateException("not written: " + words.text());
            }
            return;
        }
        words.at(span.get().start()).filter(line -> !line.span().isEmpty()).forEach(line -> tie(span.get(), line));
    }

    private void tie(Span span, Line line) {
        if (!span.contains(line.span())) {
            throw new IllegalStateException("line " + line.span() + " lies outside its block " + span);
        }
        builder.line(line);
    }
}
