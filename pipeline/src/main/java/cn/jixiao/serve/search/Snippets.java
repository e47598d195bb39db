package cn.jixiao.serve.search;

import cn.jixiao.document.Span;
import cn.jixiao.index.SearchResult.Snippet;
import cn.jixiao.serve.search.SearchView.Part;
import java.util.ArrayList;
import java.util.List;

/// Pieces of reports with the words found, cut so that a page stays a page whatever a cell holds.
final class Snippets {

    private static final int LONGEST = 320;
    private static final int BEFORE = 80;

    private Snippets() {
    }

    static List<Part> parts(Snippet snippet) {
        var text = snippet.text();
        int first = snippet.marks().isEmpty() ? 0 : snippet.marks().getFirst().start();
        int from = text.length() <= LONGEST ? 0 : whole(text, Math.max(0, first - BEFORE));
        int to = whole(text, Math.min(text.length(), from + LONGEST));
        var parts = new ArrayList<Part>();
        add(parts, from > 0 ? "…" : "", false);
        int at = from;
        for (Span mark : snippet.marks()) {
            if (mark.start() >= at && mark.end() <= to) {
                add(parts, text.substring(at, mark.start()), false);
                add(parts, mark.of(text), true);
                at = mark.end();
            }
        }
        add(parts, text.substring(at, to), false);
        add(parts, to < text.length() ? "…" : "", false);
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, String text, boolean marked) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, marked));
        }
    }

    /// Not within a surrogate pair.
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /// A text that may be long, on one line.
    static String shorter(String text, int most) {
        return text.length() <= most ? text : text.substring(0, whole(text, most)) + "…";
    }
}
