package cn.jixiao.document;

/// A line that the file itself marks as a heading (a Word style, an HTML `h2`). Headings that only look like one,
/// as most do in these reports, are paragraphs here; the outline finds them.
///
/// @param level 1 for the outermost
public record Heading(Span span, int level) implements Block {

    public Heading {
        if (level < 1) {
            throw new IllegalArgumentException("heading level " + level);
        }
    }
}
