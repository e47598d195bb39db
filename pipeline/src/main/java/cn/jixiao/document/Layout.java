package cn.jixiao.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// Where spans stand on pages. Empty for formats without pages.
///
/// @param lines by start, not overlapping
public record Layout(List<Line> lines) {

    /// One stretch of a span on one page.
    public record Place(int page, Box box) {
    }

    public static final Layout NONE = new Layout(List.of());

    public Layout {
        lines = lines.stream().sorted(Comparator.comparing(Line::span)).toList();
    }

    /// The page on which the span begins.
    public OptionalInt page(Span span) {
        var places = lines(span);
        return places.isEmpty() ? OptionalInt.empty() : OptionalInt.of(places.getFirst().page());
    }

    /// A box for each printed line that the span touches.
    public List<Place> places(Span span) {
        return lines(span).stream().map(line -> new Place(line.page(), line.box(span))).toList();
    }

    private List<Line> lines(Span span) {
        var found = new ArrayList<Line>();
        for (int i = firstEndingAfter(span.start()); i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.span().start() >= span.end()) {
                break;
            }
            if (line.span().overlaps(span)) {
                found.add(line);
            }
        }
        return found;
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).span().end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
