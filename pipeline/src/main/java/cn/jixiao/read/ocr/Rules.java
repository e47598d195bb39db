package cn.jixiao.read.ocr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds the ruling lines of a picture by their long thin runs of ink, and takes them out of it.
///
/// A pixel belongs to a line across if it is darker than what lies a little above and below; so grey lines and lines
/// around shaded cells are seen as well.
final class Rules {

    /// Shorter runs may be strokes of letters, in inches.
    private static final double SHORTEST_ACROSS = 0.5;
    private static final double SHORTEST_DOWN = 0.38;

    /// Half of the thickest line, and the widest break in one, where it is crossed or printed badly, in inches.
    private static final double REACH = 0.03;
    private static final double BREAK = 0.045;

    /// How much darker ink is than its surroundings.
    private static final int CONTRAST = 28;

    /// How much of a line must be ink.
    private static final double SOLID = 0.8;

    /// A stretch in pixels; `at` is its middle, `thick` how many rows of pixels it covers.
    record Rule(boolean horizontal, int at, int from, int to, int thick) {
    }

    private final Picture picture;
    private final double dpi;
    private final int reach;

    Rules(Picture picture, double dpi) {
        this.picture = picture;
        this.dpi = dpi;
        this.reach = Math.max(3, (int) Math.round(REACH * dpi));
    }

    List<Rule> find() {
        var rules = new ArrayList<>(grouped(runs(true), true));
        rules.addAll(grouped(runs(false), false));
        return rules;
    }

    /// Paints the lines white.
    static void erase(Picture picture, List<Rule> rules) {
        for (var rule : rules) {
            int half = rule.thick() / 2 + 2;
            for (int across = Math.max(0, rule.at() - half); across <= rule.at() + half; across++) {
                for (int along = Math.max(0, rule.from() - 1); along <= rule.to() + 1; along++) {
                    int x = rule.horizontal() ? along : across;
                    int y = rule.horizontal() ? across : along;
                    if (x < picture.width && y < picture.height) {
                        picture.set(x, y, Picture.WHITE);
                    }
                }
            }
        }
    }

    private List<Rule> runs(boolean horizontal) {
        int lanes = horizontal ? picture.height : picture.width;
        int length = horizontal ? picture.width : picture.height;
        int shortest = (int) ((horizontal ? SHORTEST_ACROSS : SHORTEST_DOWN) * dpi);
        var found = new ArrayList<Rule>();
        for (int lane = reach; lane < lanes - reach; lane++) {
            int from = -1;
            int last = -1;
            int ink = 0;
            for (int i = 0; i < length; i++) {
                if (isInk(horizontal, lane, i)) {
                    if (from < 0 || i - last > BREAK * dpi) {
                        add(found, horizontal, lane, from, last, ink, shortest);
                        from = i;
                        ink = 0;
                    }
                    last = i;
                    ink++;
                }
            }
            add(found, horizontal, lane, from, last, ink, shortest);
        }
        return found;
    }

    private static void add(List<Rule> found, boolean horizontal, int lane, int from, int last, int ink, int shortest) {
        if (from >= 0 && last - from >= shortest && ink >= SOLID * (last - from)) {
            found.add(new Rule(horizontal, lane, from, last, 1));
        }
    }

    private boolean isInk(boolean horizontal, int lane, int i) {
        int here = horizontal ? picture.at(i, lane) : picture.at(lane, i);
        if (here > Picture.WHITE - CONTRAST) {
            return false;
        }
        int before = horizontal ? picture.at(i, lane - reach) : picture.at(lane - reach, i);
        int after = horizontal ? picture.at(i, lane + reach) : picture.at(lane + reach, i);
        return Math.min(before, after) - here >= CONTRAST;
    }

    /// Runs in neighbouring lanes are one line; one that leans a little runs on in the next lane.
    private List<Rule> grouped(List<Rule> runs, boolean horizontal) {
        var used = new BitSet(runs.size());
        var lines = new ArrayList<Rule>();
        for (int i = 0; i < runs.size(); i++) {
            if (used.get(i)) {
                continue;
            }
            var first = runs.get(i);
            int from = first.from();
            int to = first.to();
            int lastLane = first.at();
            for (int j = i + 1; j < runs.size() && runs.get(j).at() <= lastLane + 2; j++) {
                var next = runs.get(j);
                if (!used.get(j) && next.from() <= to + 2 * reach && next.to() >= from - 2 * reach) {
                    used.set(j);
                    from = Math.min(from, next.from());
                    to = Math.max(to, next.to());
                    lastLane = next.at();
                }
            }
            int thick = lastLane - first.at() + 1;
            if (thick <= 3 * reach) {
                lines.add(new Rule(horizontal, (first.at() + lastLane) / 2, from, to, thick));
            }
        }
        return lines;
    }
}
