package cn.jixiao.read.build;

import cn.jixiao.document.Block;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Line;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Page;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.document.Span;
import cn.jixiao.document.Surroundings;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays blocks one after another into a document's canonical text and gives each its span: a line feed between
/// blocks and between the rows of a table, a tab between the cells of a row.
///
/// Words are cleaned as they come ([Wording#clean]); blocks without words are left out. Spans that are given back
/// are final, so that a reader that knows pages can tie lines to them.
public final class DocumentBuilder {

    private final String id;
    private final Source source;
    private final String mediaType;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    public DocumentBuilder(String id, Source source, String mediaType) {
        this.id = id;
        this.source = source;
        this.mediaType = mediaType;
    }

    public Optional<Span> heading(String words, int level) {
        var span = append(words);
        span.ifPresent(at -> blocks.add(new Heading(at, level)));
        return span;
    }

    public Optional<Span> paragraph(String words) {
        var span = append(words);
        span.ifPresent(at -> blocks.add(new Paragraph(at)));
        return span;
    }

    public Optional<Span> marginal(String words, Marginal.Kind kind) {
        var span = append(words);
        span.ifPresent(at -> blocks.add(new Marginal(at, kind)));
        return span;
    }

    /// Appends a table and finds its caption and unit line. A table of one cell is a frame around text, not a table:
    /// its words become paragraphs and the tables in it stand for themselves, and nothing is given back; nor is it for
    /// a table without words.
    public Optional<Table> table(TableDraft draft) {
        if (draft.isBlank()) {
            return Optional.empty();
        }
        var drafts = draft.cells();
        if (drafts.size() == 1) {
            unwrap(drafts.getFirst());
            return Optional.empty();
        }
        separate();
        var plain = TableText.append(text, drafts);
        var around = Surroundings.of(text, blocks, plain.cells());
        var table = new Table(plain.span(), plain.rows(), plain.columns(), plain.cells(), around.caption(),
                around.unitLine());
        blocks.add(table);
        return Optional.of(table);
    }

    public void page(Page page) {
        pages.add(page);
    }

    /// Ties a run of text that was appended before to its place on a page.
    public void line(Line line) {
        lines.add(line);
    }

    public void problem(Problem problem) {
        problems.add(problem);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// The canonical text so far.
    public CharSequence text() {
        return text;
    }

    /// The document; one without any words and without a problem that explains it gets [Problem.Kind#NO_TEXT].
    public Document build() {
        var explained = problems.stream().anyMatch(problem -> problem.kind().effect().compareTo(
                Problem.Effect.NEEDS_OCR) >= 0);
        if (text.isEmpty() && !explained) {
            problems.add(Problem.of(Problem.Kind.NO_TEXT));
        }
        return new Document(id, source.path(), mediaType, text.toString(), blocks, pages, new Layout(lines), problems);
    }

    private void unwrap(CellDraft frame) {
        for (var part : frame.parts()) {
            switch (part) {
                case CellDraft.Words words -> words.text().lines().forEach(this::paragraph);
                case CellDraft.Nested nested -> table(nested.table());
            }
        }
    }

    private Optional<Span> append(String words) {
        var clean = Wording.clean(words);
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        separate();
        int start = text.length();
        text.append(clean);
        return Optional.of(new Span(start, text.length()));
    }

    private void separate() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }
}
