package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lines that are printed so close that their letters overlap: read across, their digits would mingle, so that each
/// base line is read by itself. Raised and lowered letters stand beside others, not above them, and stay.
final class Levels {

    /// Base lines that differ by this part of an em are two.
    private static final double APART = 0.2;

    /// The part of a glyph's width by which another must lie over it.
    private static final double OVER = 0.5;

    private Levels() {
    }

    /// The row itself, or the lines that it is made of, from top to bottom.
    static List<List<Glyph>> of(List<Glyph> row) {
        if (!isStacked(row)) {
            return List.of(row);
        }
        var levels = new ArrayList<List<Glyph>>();
        double base = 0;
        for (var glyph : row.stream().sorted(Comparator.comparingDouble(Glyph::bottom)).toList()) {
            if (levels.isEmpty() || glyph.bottom() - base > APART * glyph.size()) {
                levels.add(new ArrayList<>());
                base = glyph.bottom();
            }
            levels.getLast().add(glyph);
        }
        return levels;
    }

    private static boolean isStacked(List<Glyph> row) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (var glyph : row) {
            top = Math.min(top, glyph.bottom());
            bottom = Math.max(bottom, glyph.bottom());
        }
        if (bottom - top < APART * row.getFirst().size()) {
            return false;
        }
        var words = row.stream().filter(glyph -> !glyph.isSpace()).sorted(Glyph.FROM_LEFT).toList();
        int over = 0;
        for (int i = 1; i < words.size(); i++) {
            var one = words.get(i - 1);
            var other = words.get(i);
            double shared = Math.min(one.right(), other.right()) - other.left();
            boolean apart = Math.abs(one.bottom() - other.bottom()) > APART * Math.min(one.size(), other.size());
            over += apart && shared > OVER * Math.min(one.width(), other.width()) ? 1 : 0;
        }
        return over > 0;
    }
}
