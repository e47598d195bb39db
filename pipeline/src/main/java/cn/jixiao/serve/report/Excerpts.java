package cn.jixiao.serve.report;

import cn.jixiao.document.Box;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Span;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.pdf.PdfReader;
import cn.jixiao.serve.Links;
import java.util.List;
import java.util.Optional;

/// A figure's surroundings: the words around it, and the piece of the printed page.
public final class Excerpts {

    private static final Originals ORIGINALS = new Originals();
    private static final int MOST = 160;
    /// Height of the piece above and below the figure, in points.
    private static final double ROOM = 30;

    /// A piece of a page: `view` is left, top, width and height in points, `boxes` the same of each stretch of the figure.
    public record Piece(int page, double width, double height, List<Double> view, List<List<Double>> boxes) {
    }

    private Excerpts() {
    }

    static Originals originals() {
        return ORIGINALS;
    }

    /// The sentence or row around a span, cut to what can be read at a glance, with the span marked.
    public static List<ReportView.Bit> around(Extraction extraction, Span span) {
        var text = extraction.document().text();
        var whole = extraction.outline().grid(span.start()).isPresent() ? row(extraction, span)
                : extraction.outline().sentence(span.start()).orElseGet(() -> line(text, span));
        int from = Math.max(Math.min(whole.start(), span.start()), span.start() - MOST);
        int to = Math.min(Math.max(whole.end(), span.end()), span.end() + MOST);
        var mark = new Marks.Mark(span, String.valueOf(span.start()), "figure", "", "");
        return new Marks(text, List.of(mark)).bits(new Span(from, to));
    }

    private static Span row(Extraction extraction, Span span) {
        var grid = extraction.outline().grid(span.start()).orElseThrow();
        var cell = grid.table().holding(span.start());
        if (cell.isEmpty()) {
            return line(extraction.document().text(), span);
        }
        var row = grid.table().cells().stream().filter(each -> each.row() == cell.get().row()).toList();
        return new Span(row.getFirst().span().start(), row.getLast().span().end());
    }

    private static Span line(String text, Span span) {
        int from = text.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
        int to = text.indexOf('\n', span.end());
        return new Span(Math.min(from, span.start()), to < 0 ? text.length() : to);
    }

    /// The piece of the printed page, where there is one.
    public static Optional<Piece> piece(Report report, Document document, Span span) {
        if (!report.mediaType().equals(PdfReader.MEDIA_TYPE) || ORIGINALS.of(report).isEmpty()) {
            return Optional.empty();
        }
        var places = document.layout().places(span);
        if (places.isEmpty() || places.getFirst().page() > document.pages().size()) {
            return Optional.empty();
        }
        int number = places.getFirst().page();
        var page = document.pages().get(number - 1);
        var boxes = places.stream().filter(each -> each.page() == number).map(Layout.Place::box).toList();
        var all = boxes.stream().reduce(Box::union).orElseThrow();
        double top = Math.max(0, all.top() - ROOM);
        double height = Math.min(page.height(), all.bottom() + ROOM) - top;
        return Optional.of(new Piece(number, page.width(), page.height(), List.of(0.0, top, page.width(), height),
                boxes.stream().map(box -> List.of(box.left() - 1, box.top() - 1, box.right() - box.left() + 2,
                        box.bottom() - box.top() + 2)).toList()));
    }

    /// Where a page's picture is.
    public static String picture(String docId, int page) {
        return Links.report(docId) + "/pages/" + page + ".png";
    }
}
