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
        var counts = new TreeMap<Integer, Integer>();
        glyphs.stream().filter(glyph -> !glyph.isSpace()).flatMapToInt(glyph -> glyph.text().codePoints())
                .filter(c -> !isSpace(c)).forEach(c -> counts.merge(c, 1, Integer::sum));
        items.stream().flatMap(Balance::runs).flatMapToInt(run -> run.text().codePoints())
                .filter(c -> !isSpace(c)).forEach(c -> counts.merge(c, -1, Integer::sum));
        var missing = new StringBuilder();
        counts.forEach((c, count) -> missing.append(Character.toString(c).repeat(Math.abs(count))));
        return missing.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static Stream<Run> runs(PageItem item) {
        return switch (item) {
            case PrintedLine line -> line.runs().stream();
            case PrintedTable table -> table.cells().stream().flatMap(cell -> cell.lines().stream())
                    .flatMap(line -> line.runs().stream());
        };
    }
}
