package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.List;

/// Programs make letters bold by printing them twice, a hair apart; a person sees one.
final class Doubles {

    /// Copies lie closer than this part of the glyph's width, and of its height.
    private static final double ACROSS = 0.22;
    private static final double DOWN = 0.12;

    /// Side of the squares, in points, by which near glyphs are looked up.
    private static final double SQUARE = 4;

    private final List<Glyph> kept;

    /// The square and the first character of each glyph that was kept.
    private final long[] keys;

    /// A table of chains, since there are many glyphs and no two of most keys: for each slot the last glyph that was
    /// kept in it, and for each glyph the one kept in its slot before, counted from 1.
    private final int[] last;
    private final int[] before;

    private Doubles(int glyphs) {
        kept = new ArrayList<>(glyphs);
        keys = new long[glyphs];
        before = new int[glyphs];
        last = new int[Integer.highestOneBit(Math.max(2, glyphs)) * 2];
    }

    static List<Glyph> dropped(List<Glyph> glyphs) {
        var doubles = new Doubles(glyphs.size());
        for (var glyph : glyphs) {
            long x = square(glyph.left());
            long y = square(glyph.top());
            if (!doubles.isCopy(glyph, x, y)) {
                doubles.keep(glyph, key(glyph, x, y));
            }
        }
        return doubles.kept;
    }

    private void keep(Glyph glyph, long key) {
        int at = kept.size();
        kept.add(glyph);
        keys[at] = key;
        before[at] = last[slot(key)];
        last[slot(key)] = at + 1;
    }

    private boolean isCopy(Glyph glyph, long x, long y) {
        // Most copies would lie in the same square of the grid; the squares beside it only count where it is near.
        int left = steps(glyph.left(), -ACROSS * glyph.width(), x);
        int right = steps(glyph.left(), ACROSS * glyph.width(), x);
        int up = steps(glyph.top(), -DOWN * glyph.size(), y);
        int down = steps(glyph.top(), DOWN * glyph.size(), y);
        for (int dx = left; dx <= right; dx++) {
            for (int dy = up; dy <= down; dy++) {
                if (isCopy(glyph, key(glyph, x + dx, y + dy))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isCopy(Glyph glyph, long key) {
        for (int i = last[slot(key)]; i > 0; i = before[i - 1]) {
            if (keys[i - 1] == key && isCopy(glyph, kept.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCopy(Glyph glyph, Glyph other) {
        return other.text().equals(glyph.text()) && other.turn() == glyph.turn()
                && Math.abs(other.left() - glyph.left()) < ACROSS * glyph.width()
                && Math.abs(other.top() - glyph.top()) < DOWN * glyph.size();
    }

    /// Whether going `by` leads into the square before (-1), after (1), or stays in this one.
    private static int steps(double from, double by, long square) {
        return Math.clamp(square(from + by) - square, -1, 1);
    }

    private static long square(double place) {
        return (long) Math.floor(place / SQUARE);
    }

    private static long key(Glyph glyph, long x, long y) {
        return (x & 0xFFFFFFL) << 40 | (y & 0xFFFFFFL) << 16 | glyph.text().charAt(0);
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 33) & last.length - 1;
    }
}
