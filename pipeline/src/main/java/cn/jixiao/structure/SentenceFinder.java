package cn.jixiao.structure;

import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Divides running text, and cells that hold it, into sentences.
///
/// A sentence ends at 。！？； or a line feed, not inside quotes or brackets that close again soon. Text that goes on without
/// any of these for pages is no sentence: it ends at a comma, so that what is told together stays as little as people can
/// read. Reads the text once.
public final class SentenceFinder {

    private static final String ENDS = "。！？；!?;";
    private static final String OPENING = "（(“‘「『《〈【[";
    private static final String CLOSING = "）)”’」』》〉】]";
    /// Longer than this a bracket was rather forgotten than meant.
    private static final int LONGEST_ENCLOSURE = 160;
    /// Three pages.
    private static final int LONGEST = 3000;

    /// The sentences by start, without white space around them, not overlapping.
    public List<Span> find(Document document) {
        var found = new ArrayList<Span>();
        for (var block : document.blocks()) {
            switch (block) {
                case Heading heading -> divide(document.text(), heading.span(), found);
                case Paragraph paragraph -> divide(document.text(), paragraph.span(), found);
                case Table table -> cells(document.text(), table, found);
                case Marginal marginal -> { }
            }
        }
        found.sort(null);
        return List.copyOf(found);
    }

    private static void cells(String text, Table table, List<Span> found) {
        for (Cell cell : table.cells()) {
            if (!cell.nested().isEmpty()) {
                cell.nested().forEach(nested -> cells(text, nested, found));
            } else if (holdsProse(cell.span().of(text))) {
                divide(text, cell.span(), found);
            }
        }
    }

    private static boolean holdsProse(String words) {
        return Look.of(words) == Look.PROSE || words.indexOf('，') >= 0 && words.length() > 12;
    }

    private static void divide(String text, Span span, List<Span> found) {
        var enclosed = enclosed(text, span);
        int from = span.start();
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            boolean ends = !isHan(c) && ENDS.indexOf(c) >= 0 && !enclosed.get(i - span.start());
            if (!ends && c != '\n') {
                continue;
            }
            int end = i + 1;
            while (ends && end < span.end() && (ENDS.indexOf(text.charAt(end)) >= 0
                    || "”’」』".indexOf(text.charAt(end)) >= 0 && !enclosed.get(end - span.start()))) {
                end++;
            }
            add(text, from, end, found);
            from = end;
            i = end - 1;
        }
        add(text, from, span.end(), found);
    }

    private static void add(String text, int from, int to, List<Span> found) {
        int start = from;
        while (to - start > LONGEST) {
            int cut = start + LONGEST;
            while (cut > start + LONGEST / 2 && "，、,".indexOf(text.charAt(cut - 1)) < 0) {
                cut--;
            }
            piece(text, start, cut, found);
            start = cut;
        }
        piece(text, start, to, found);
    }

    private static void piece(String text, int from, int to, List<Span> found) {
        int start = from;
        int end = to;
        while (start < end && HeadingWords.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && HeadingWords.isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            found.add(new Span(start, end));
        }
    }

    /// As nearly all characters are.
    private static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    /// The characters that stand inside quotes or brackets which close on the same line.
    private static BitSet enclosed(String text, Span span) {
        var inside = new BitSet(span.length());
        var open = new ArrayDeque<Integer>();
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (isHan(c)) {
                continue;
            }
            if (c == '\n') {
                open.clear();
            } else if (OPENING.indexOf(c) >= 0) {
                open.push(i);
            } else if (CLOSING.indexOf(c) >= 0) {
                close(text, i, span, open, inside);
            }
        }
        return inside;
    }

    private static void close(String text, int at, Span span, ArrayDeque<Integer> open, BitSet inside) {
        int kind = CLOSING.indexOf(text.charAt(at));
        while (!open.isEmpty()) {
            int from = open.pop();
            int opened = OPENING.indexOf(text.charAt(from));
            boolean same = kind < 2 ? opened < 2 : opened == kind;
            if (same) {
                if (at - from <= LONGEST_ENCLOSURE) {
                    inside.set(from - span.start(), at - span.start());
                }
                return;
            }
        }
    }
}
