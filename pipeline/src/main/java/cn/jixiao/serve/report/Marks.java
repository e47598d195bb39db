package cn.jixiao.serve.report;

import cn.jixiao.document.Span;
import cn.jixiao.serve.report.ReportView.Bit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is to be marked in a report's text, by place.
final class Marks {

    /// One stretch.
    ///
    /// @param kind as in [ReportView.Bit]
    record Mark(Span span, String key, String kind, String href, String title) {
    }

    private final String text;
    private final List<Mark> marks;

    /// Of two that overlap, the first counts.
    Marks(String text, List<Mark> all) {
        this.text = text;
        var kept = new ArrayList<Mark>();
        int end = 0;
        for (var each : all.stream().sorted(Comparator.comparing(Mark::span)).toList()) {
            if (each.span().start() >= end && !each.span().isEmpty()) {
                kept.add(each);
                end = each.span().end();
            }
        }
        this.marks = List.copyOf(kept);
    }

    List<Mark> in(Span span) {
        int from = first(span.start());
        int to = from;
        while (to < marks.size() && marks.get(to).span().start() < span.end()) {
            to++;
        }
        return marks.subList(from, to);
    }

    private int first(int offset) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).span().end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// A stretch of the text, cut at its marks.
    List<Bit> bits(Span span) {
        var bits = new ArrayList<Bit>();
        int at = span.start();
        for (var mark : in(span)) {
            int from = Math.max(at, mark.span().start());
            int to = Math.min(span.end(), mark.span().end());
            if (at < from) {
                bits.add(plain(at, from));
            }
            bits.add(new Bit(shown(from, to), mark.key(), mark.kind(), mark.href(), mark.title()));
            at = to;
        }
        if (at < span.end()) {
            bits.add(plain(at, span.end()));
        }
        return bits;
    }

    private Bit plain(int from, int to) {
        return new Bit(shown(from, to), "", "", "", "");
    }

    /// Without characters that turn the direction of what follows or cannot be seen.
    private String shown(int from, int to) {
        var words = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean turns = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\u200E' || c == '\u200F';
            boolean control = c < ' ' && c != '\n' && c != '\t' || c == '\u007F';
            words.append(turns || control ? '\uFFFD' : c);
        }
        return words.toString();
    }
}
