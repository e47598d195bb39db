package cn.jixiao.read.pdf;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Checks that every character collected from a page stands in one of its lines or cells.
final class Balance {

    private Balance() {
    }

    /// The characters that were collected but stand nowhere, or stand more often than they were printed; empty if
    /// all is well.
    static String missing(List<Glyph> glyphs, List<PageItem> items) {
        if (isEven(glyphs, items)) {
            return "";
        }
        var counts = new TreeMap<Integer, Integer>();
        glyphs.stream().filter(glyph -> !glyph.isSpace()).flatMapToInt(glyph -> glyph.text().codePoints())
                .filter(c -> !isSpace(c)).forEach(c -> counts.merge(c, 1, Integer::sum));
        items.stream().flatMap(Balance::runs).flatMapToInt(run -> run.text().codePoints())
                .filter(c -> !isSpace(c)).forEach(c -> counts.merge(c, -1, Integer::sum));
        var missing = new StringBuilder();
        counts.forEach((c, count) -> missing.append(Character.toString(c).repeat(Math.abs(count))));
        return missing.toString();
    }

    /// The same question without telling what is missing, for the pages where all is well.
    private static boolean isEven(List<Glyph> glyphs, List<PageItem> items) {
        var counts = new int[Character.MAX_VALUE + 1];
        glyphs.forEach(glyph -> count(glyph.text(), 1, counts));
        items.stream().flatMap(Balance::runs).forEach(run -> count(run.text(), -1, counts));
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0 && !Glyph.isSpace((char) i)) {
                return false;
            }
        }
        return true;
    }

    private static void count(String text, int by, int[] counts) {
        for (int i = 0; i < text.length(); i++) {
            counts[text.charAt(i)] += by;
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static Stream<Run> runs(PageItem item) {
        return switch (item) {
            case PrintedLine line -> line.runs().stream();
            case PrintedTable table -> table.cells().stream().flatMap(cell -> Stream.concat(
                    cell.lines().stream(), cell.nested().stream())).flatMap(Balance::runs);
        };
    }
}
