package cn.jixiao.read.pdf;

import cn.jixiao.document.Document;
import cn.jixiao.document.Line;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.TableDraft;
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
                var words = Composed.ofLines(lines);
                tie(builder.marginal(words.text(), kind), words);
            }
            case Draft.Grid(var table) -> append(table);
        }
    }

    private void append(PrintedTable table) {
        var words = table.cells().stream().map(PrintedCell::words).toList();
        var draft = new TableDraft();
        for (int i = 0; i < words.size(); i++) {
            var cell = table.cells().get(i);
            draft.put(cell.row(), cell.column(), cell.rows(), cell.columns(),
                    List.of(new CellDraft.Words(words.get(i).text())), null);
        }
        builder.table(draft).map(Table::cells).ifPresent(cells -> {
            for (int i = 0; i < words.size(); i++) {
                tie(Optional.of(cells.get(i).span()), words.get(i));
            }
        });
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
