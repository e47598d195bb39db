package cn.jixiao.document;

/// A run of text printed on one line of one page.
///
/// @param span its place in the canonical text
/// @param page 1-based
/// @param box around the run
/// @param edges the x of each character's left side and, last, of the end: `span.length() + 1` values in points
public record Line(Span span, int page, Box box, float[] edges) {

    public Line {
        if (edges.length != span.length() + 1) {
            throw new IllegalArgumentException(edges.length + " edges for " + span);
        }
        edges = edges.clone();
    }

    /// The box around the part of this run that `part` covers.
    ///
    /// @throws IllegalArgumentException if they do not overlap
    public Box box(Span part) {
        if (!span.overlaps(part)) {
            throw new IllegalArgumentException(part + " does not touch " + span);
        }
        var from = edges[Math.max(part.start(), span.start()) - span.start()];
        var to = edges[Math.min(part.end(), span.end()) - span.start()];
        return new Box(Math.min(from, to), box.top(), Math.max(from, to), box.bottom());
    }
}
