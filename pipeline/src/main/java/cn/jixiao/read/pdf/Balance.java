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
    /// The same characters in another order have the same sum.
    private static boolean isEven(List<Glyph> glyphs, List<PageItem> items) {
        long sum = 0;
        for (var glyph : glyphs) {
            sum += sum(glyph.text());
        }
        for (var item : items) {
            sum -= sum(item);
        }
        return sum == 0;
    }

    private static long sum(PageItem item) {
        long sum = 0;
        switch (item) {
            case PrintedLine line -> {
                for (var run : line.runs()) {
                    sum += sum(run.text());
                }
            }
            case PrintedTable table -> {
                for (var cell : table.cells()) {
                    for (var line : cell.lines()) {
                        sum += sum(line);
                    }
                    for (var inner : cell.nested()) {
                        sum += sum(inner);
                    }
                }
            }
        }
        return sum;
    }

    /// Each character counts as a number of 64 bits of its own, so that no others make up for it.
    private static long sum(String text) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Glyph.isSpace(c)) {
                long spread = (c + 1) * 0x9E3779B97F4A7C15L;
                sum += (spread ^ spread >>> 32) * 0xD6E8FEB86659FD93L;
            }
        }
        return sum;
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
