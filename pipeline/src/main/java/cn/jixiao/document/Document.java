package cn.jixiao.document;

import java.util.List;
import java.util.stream.Stream;

/// A report as read: one canonical text, and blocks, pages and problems that point into it.
///
/// A file that could not be read is a document too, with empty text and a problem that says why.
///
/// @param id content identity, see [Source#id()]
/// @param source the path as given at import
/// @param mediaType by content, not by extension (`application/pdf`)
/// @param text the canonical text: blocks in reading order with a line feed between them; the cells of a table row are
///             separated by a tab, rows by a line feed; what is printed is kept to the character (full-width digits
///             stay full-width), only soft line breaks are joined
/// @param blocks in order, not overlapping
/// @param pages in order; empty for formats without pages
public record Document(String id, String source, String mediaType, String text, List<Block> blocks, List<Page> pages,
        Layout layout, List<Problem> problems) {

    private static final String NO_FILE = "0".repeat(32);

    /// What became of the file.
    public enum Status { OK, PARTIAL, NEEDS_OCR, FAILED }

    public Document {
        blocks = List.copyOf(blocks);
        pages = List.copyOf(pages);
        problems = List.copyOf(problems);
        int from = 0;
        for (var block : blocks) {
            if (block.span().start() < from || block.span().end() > text.length()) {
                throw new IllegalArgumentException(source + ": block " + block.span() + " after " + from
                        + " in " + text.length() + " characters");
            }
            from = block.span().end();
        }
    }

    /// A file that gave no text.
    public static Document failed(String id, String source, String mediaType, Problem problem) {
        return new Document(id, source, mediaType, "", List.of(), List.of(), Layout.NONE, List.of(problem));
    }

    /// Words that somebody typed, as a report of one paragraph.
    public static Document ofWords(String words) {
        return new Document(NO_FILE, "words", "text/plain", words, List.of(new Paragraph(new Span(0, words.length()))), List.of(),
                Layout.NONE, List.of());
    }

    /// The gravest effect among the problems decides.
    public Status status() {
        var worst = problems.stream().map(problem -> problem.kind().effect()).max(Enum::compareTo)
                .orElse(Problem.Effect.NOTE);
        return switch (worst) {
            case NOTE -> Status.OK;
            case PARTIAL -> Status.PARTIAL;
            case NEEDS_OCR -> Status.NEEDS_OCR;
            case FAILED -> Status.FAILED;
        };
    }

    /// The top-level tables, in order.
    public Stream<Table> tables() {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast);
    }

    public String textOf(Span span) {
        return span.of(text);
    }
}
