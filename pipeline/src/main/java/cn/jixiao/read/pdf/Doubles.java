package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Programs make letters bold by printing them twice, a hair apart; a person sees one.
final class Doubles {

    /// Copies lie closer than this part of the glyph's width, and of its height.
    private static final double ACROSS = 0.22;
    private static final double DOWN = 0.12;

    /// Side of the squares, in points, by which near glyphs are looked up.
    private static final double SQUARE = 4;

    private Doubles() {
    }

    static List<Glyph> dropped(List<Glyph> glyphs) {
        Map<Long, List<Glyph>> near = new HashMap<>();
        var kept = new ArrayList<Glyph>(glyphs.size());
        for (var glyph : glyphs) {
            if (!isCopy(glyph, near)) {
                kept.add(glyph);
                near.computeIfAbsent(key(glyph, 0, 0), key -> new ArrayList<>(1)).add(glyph);
            }
        }
        return kept;
    }

    private static boolean isCopy(Glyph glyph, Map<Long, List<Glyph>> near) {
        // Most copies would lie in the same square of the grid; the squares beside it only count where it is near.
        int left = steps(glyph.left(), -ACROSS * glyph.width());
        int right = steps(glyph.left(), ACROSS * glyph.width());
        int up = steps(glyph.top(), -DOWN * glyph.size());
        int down = steps(glyph.top(), DOWN * glyph.size());
        for (int dx = left; dx <= right; dx++) {
            for (int dy = up; dy <= down; dy++) {
                for (var other : near.getOrDefault(key(glyph, dx, dy), List.of())) {
                    if (other.text().equals(glyph.text()) && other.turn() == glyph.turn()
                            && Math.abs(other.left() - glyph.left()) < ACROSS * glyph.width()
                            && Math.abs(other.top() - glyph.top()) < DOWN * glyph.size()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Whether going `by` leads into the square before (-1), after (1), or stays in this one.
    private static int steps(double from, double by) {
        return (int) Math.clamp(Math.floor((from + by) / SQUARE) - Math.floor(from / SQUARE), -1, 1);
    }

    private static long key(Glyph glyph, int dx, int dy) {
        long x = (long) Math.floor(glyph.left() / SQUARE) + dx;
        long y = (long) Math.floor(glyph.top() / SQUARE) + dy;
        return (x & 0xFFFFFFL) << 40 | (y & 0xFFFFFFL) << 16 | glyph.text().charAt(0);
    }
}
