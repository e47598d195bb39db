package cn.jixiao.read.pdf;

import cn.jixiao.document.Marginal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Running headers and footers, page numbers and watermarks, which stand at the edge of pages again and again, and
/// footnotes.
final class Margins {

    /// The part of a page's height at either end where they stand.
    private static final double EDGE = 0.12;

    /// Lines from the edge that may belong to a header or footer.
    private static final int DEEPEST = 3;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?:第|page|p\\.?)?(?:[0-9０-９]{1,4}|[ivx]{1,6}|[一二三四五六七八九十百]{1,4}(?=页))页?"
            + "(?:(?:/|of|，|,|共)+[0-9０-９]{1,4}页?)?", Pattern.CASE_INSENSITIVE);

    /// Running lines are set no larger than the text. A larger line that stands on top of page after page is the title
    /// of one form after the other.
    private static final double TITLE = 1.12;

    private final Map<PrintedLine, Marginal.Kind> kinds = new IdentityHashMap<>();
    private final double usual;

    Margins(List<PageBody> pages) {
        usual = usualSize(pages);
        mark(pages, true);
        mark(pages, false);
        pages.forEach(page -> Footnotes.of(page, usual, kinds::containsKey)
                .forEach(line -> kinds.put(line, Marginal.Kind.FOOTNOTE)));
        pages.stream().flatMap(PageBody::lines).filter(PrintedLine::oblique)
                .forEach(line -> kinds.put(line, Marginal.Kind.HEADER));
    }

    /// What the line is, if it is not running text.
    Optional<Marginal.Kind> kind(PrintedLine line) {
        return Optional.ofNullable(kinds.get(line));
    }

    private static double usualSize(List<PageBody> pages) {
        var sizes = pages.stream().flatMap(page -> page.items().stream()).flatMap(item -> switch (item) {
            case PrintedLine line -> Stream.of(line);
            case PrintedTable table -> table.cells().stream().flatMap(cell -> cell.lines().stream());
        }).mapToDouble(PrintedLine::size).sorted().toArray();
        return sizes.length == 0 ? 0 : Lines.median(sizes);
    }

    private void mark(List<PageBody> pages, boolean top) {
        var edges = pages.stream().map(page -> edge(page, top)).toList();
        var repeated = repeated(edges, pages.size());
        for (var edge : edges) {
            for (var line : edge) {
                if (isPageNumber(line)) {
                    kinds.put(line, Marginal.Kind.PAGE_NUMBER);
                } else if (line.size() <= TITLE * usual && repeated.contains(key(line))) {
                    kinds.put(line, top ? Marginal.Kind.HEADER : Marginal.Kind.FOOTER);
                } else {
                    break;
                }
            }
        }
    }

    /// The lines at one end of a page, outermost first.
    private static List<PrintedLine> edge(PageBody page, boolean top) {
        var items = top ? page.items() : page.items().reversed();
        var edge = new ArrayList<PrintedLine>();
        for (var item : items) {
            boolean near = top ? item.bottom() < EDGE * page.height() : item.top() > (1 - EDGE) * page.height();
            if (!near || edge.size() == DEEPEST || !(item instanceof PrintedLine line)) {
                break;
            }
            if (!line.oblique()) {
                edge.add(line);
            }
        }
        return edge;
    }

    private static Set<String> repeated(List<List<PrintedLine>> edges, int pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (var edge : edges) {
            var keys = new HashSet<String>();
            edge.forEach(line -> keys.add(key(line)));
            keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < 2 || count < 0.3 * pages && count < 5);
        return counts.keySet();
    }

    /// Lines that say the same but for numbers, at the same height, are one running line.
    private static String key(PrintedLine line) {
        var words = new StringBuilder();
        line.text().codePoints().filter(c -> !Character.isWhitespace(c) && c != 0x3000)
                .forEach(c -> words.appendCodePoint(Character.isDigit(c) ? '#' : c));
        return Math.round(line.top() / 6) + " " + words.toString().replaceAll("#+", "#");
    }

    private static boolean isPageNumber(PrintedLine line) {
        var text = line.text();
        if (text.length() > 24) {
            return false;
        }
        var words = new StringBuilder();
        text.codePoints().filter(c -> !Character.isWhitespace(c) && c != 0x3000 && "-—–－─·•~～_|".indexOf(c) < 0)
                .forEach(words::appendCodePoint);
        return PAGE_NUMBER.matcher(words).matches();
    }
}
