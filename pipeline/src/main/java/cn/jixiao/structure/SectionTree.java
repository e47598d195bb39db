package cn.jixiao.structure;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Nests sections as their headings come.
///
/// The usual order is 第一部分, 一、, （一）, 1., (1), ①; a report that begins a new style at 1 below one that is
/// usually further in (1、 above （一）) is taken at its word.
final class SectionTree {

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Section> closed = new ArrayList<>();
    private final Map<String, Double> ranks = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private record Open(HeadingLine line, double rank, int level) {
    }

    SectionTree(String text) {
        this.text = text;
    }

    void add(HeadingLine line) {
        double rank = rank(line);
        seen.add(line.style());
        while (!open.isEmpty() && open.peek().rank() >= rank) {
            close(line.heading().start());
        }
        if (!line.title().isEmpty()) {
            open.push(new Open(line, rank, open.isEmpty() ? 1 : open.peek().level() + 1));
        }
    }

    /// All sections by start; what is still open ends with the text.
    List<Section> sections() {
        while (!open.isEmpty()) {
            close(text.length());
        }
        closed.sort(Comparator.comparing(Section::heading));
        return List.copyOf(closed);
    }

    private double rank(HeadingLine line) {
        if (line.style().equals(HeadingReader.NAME)) {
            return nameRank(line);
        }
        var parent = open.peek();
        boolean turned = parent != null && line.value() == 1 && !seen.contains(line.style()) && parent.rank() > line.rank()
                && !hasHanAround() && line.style().startsWith("bracketed");
        if (turned) {
            ranks.put(line.style(), parent.rank() + 0.5);
        }
        return ranks.getOrDefault(line.style(), line.rank());
    }

    /// A name without a number goes beside an open one of its kind, else below whatever is open.
    private double nameRank(HeadingLine line) {
        var beside = open.stream().filter(each -> each.line().style().equals(line.style())).findFirst();
        if (beside.isPresent()) {
            return beside.get().rank();
        }
        return open.isEmpty() ? line.rank() : Math.max(line.rank(), open.peek().rank() + 0.4);
    }

    private boolean hasHanAround() {
        return seen.contains("han");
    }

    private void close(int at) {
        var each = open.pop();
        int end = at;
        while (end > each.line().heading().end() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        var line = each.line();
        closed.add(new Section(each.level(), line.number(), line.title(), line.heading(), new Span(line.heading().start(), end)));
    }
}
