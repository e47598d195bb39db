package cn.jixiao.structure;

import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.dictionary.Headings;
import cn.jixiao.dictionary.Numbering;
import cn.jixiao.document.Span;
import java.util.Optional;

/// Tells whether a line is a heading, begins with one (`1.到位情况。截至…`), or is an item of a list.
final class HeadingReader {

    /// The style of headings without a number.
    static final String NAME = "name";

    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_GLUED = 40;
    private static final double NAME_RANK = 10;

    private final Headings headings;

    HeadingReader(Headings headings) {
        this.headings = headings;
    }

    Optional<HeadingLine> read(String text, int from, int to, int marked) {
        int start = skipBlank(text, from, to);
        int end = trimmed(text, start, to);
        if (start >= end || isContentsLine(text, start, end)) {
            return Optional.empty();
        }
        var window = text.substring(start, Math.min(end, start + 2 * LONGEST_LINE));
        var mark = headings.number(window, 0).filter(each -> !countsSomething(window, each));
        if (mark.isPresent()) {
            return Optional.of(numbered(text, start, end, mark.get()));
        }
        var line = text.substring(start, Math.min(end, start + LONGEST_LINE + 1));
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        if (marked > 0) {
            return Optional.of(new HeadingLine("mark" + marked, marked * NAME_RANK - 1, 0, "", line, new Span(start, end)));
        }
        return headings.isName(line)
                ? Optional.of(new HeadingLine(NAME, NAME_RANK, 0, "", HeadingWords.plain(line), new Span(start, end)))
                : Optional.empty();
    }

    private HeadingLine numbered(String text, int start, int end, Numbering.Mark mark) {
        int from = skipBlank(text, start + mark.length(), end);
        int to = titleEnd(text, from, end);
        var title = to < 0 ? "" : text.substring(from, to);
        var number = text.substring(start, Math.min(end, start + mark.length())).strip();
        int headingEnd = title.isEmpty() ? Math.min(end, start + mark.length()) : to;
        return new HeadingLine(mark.style().name(), mark.style().rank(), mark.value(), number, title, new Span(start, headingEnd));
    }

    /// Where the title that begins at `from` ends, or -1 if this is running text.
    private int titleEnd(String text, int from, int end) {
        boolean commas = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            boolean dashes = (c == '-' || c == '—') && i + 1 < end && text.charAt(i + 1) == c;
            if (i - from > LONGEST_LINE) {
                return -1;
            }
            if ("；;！？".indexOf(c) >= 0) {
                return -1;
            }
            if ("。：:".indexOf(c) >= 0 || dashes) {
                boolean fits = i > from && i - from <= (commas ? LONGEST_GLUED / 2 : LONGEST_GLUED);
                return fits && !tellsFigure(text, from, i) ? i : -1;
            }
            commas |= c == '，' || c == ',';
        }
        return end > from && (!commas || end - from <= LONGEST_GLUED) && !tellsFigure(text, from, end) ? end : -1;
    }

    /// A figure with a sign or a unit in it makes a statement of what might be a title.
    private static boolean tellsFigure(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ("%％‰≥≤＞＜>=<".indexOf(c) >= 0) {
                return true;
            }
            boolean digit = c >= '0' && c <= '9';
            if (digit && i + 1 < to && "万亿元件人次个场户名家宗起".indexOf(text.charAt(i + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// `1.5万元`, `一、二级指标`, `3、4号楼`: no number of a section.
    private static boolean countsSomething(String window, Numbering.Mark mark) {
        if (mark.length() >= window.length()) {
            return false;
        }
        char next = window.charAt(mark.length());
        char last = window.charAt(mark.length() - 1);
        boolean digits = mark.style().name().equals("digit");
        if (digits && next >= '0' && next <= '9') {
            boolean year = window.startsWith("19", mark.length()) || window.startsWith("20", mark.length());
            boolean yearFollows = year && mark.length() + 4 < window.length() && window.charAt(mark.length() + 4) == '年';
            return !yearFollows;
        }
        return last == '、' && "一二三四五六七八九十".indexOf(next) >= 0 && mark.length() + 1 < window.length()
                && "级、是".indexOf(window.charAt(mark.length() + 1)) >= 0;
    }

    /// A line of a table of contents ends in its page number, after dots or a tab.
    private static boolean isContentsLine(String text, int start, int end) {
        int i = end;
        while (i > start && Character.isDigit(text.charAt(i - 1))) {
            i--;
        }
        if (i == end || i == start || end - i > 3) {
            return false;
        }
        char before = text.charAt(i - 1);
        boolean dots = i - 2 >= start && "….·．-".indexOf(before) >= 0 && text.charAt(i - 2) == before;
        return before == '\t' || dots;
    }

    private static int skipBlank(String text, int from, int to) {
        int i = from;
        while (i < to && HeadingWords.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int trimmed(String text, int from, int to) {
        int i = to;
        while (i > from && HeadingWords.isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }
}
