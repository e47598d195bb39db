package cn.jixiao.read.ocr;

import cn.jixiao.document.Box;
import java.util.ArrayList;
import java.util.List;

/// The characters of a line at their places on the page.
final class Words {

    /// The ink of digits and Latin letters is this part of an em high, that of Han characters nearly all of it.
    private static final double CAPITALS = 0.72;

    /// Digits nearer than this part of the line's height belong to one number.
    private static final double NUMBER_GAP = 0.3;

    private static final double FLAT = 0.3;
    private static final String DASHES = "一二-—_~.,'";

    /// Brackets that the Chinese data takes for round ones.
    private static final String ANGLES = "〈〉";
    private static final String ROUNDS = "（）";

    private final Strip strip;
    private final double scale;
    private final Skew skew;

    /// @param scale points to a pixel
    /// @param skew how the page was turned
    Words(Strip strip, double scale, Skew skew) {
        this.strip = strip;
        this.scale = scale;
        this.skew = skew;
    }

    List<Scan.Letter> placed(List<Seen> line) {
        var seen = isDash(line) ? List.of(dash(line)) : joined(line);
        boolean han = seen.stream().anyMatch(Seen::isIdeographic);
        double more = han ? 0 : strip.height() * (1 / CAPITALS - 1) / 2;
        double top = (strip.top() - more) * scale;
        double bottom = (strip.top() + strip.height() + more) * scale;
        double shift = strip.left() - strip.margin();
        return seen.stream().map(letter -> {
            var box = new Box((shift + letter.left()) * scale, top,
                    (shift + Math.max(letter.left() + 1, letter.right())) * scale, bottom);
            return new Scan.Letter(plain(letter.text()), box, skew.before(box, scale), letter.confidence());
        }).toList();
    }

    /// A dash in a cell, or a line above footnotes, is read as any row of flat characters.
    private boolean isDash(List<Seen> line) {
        return !line.isEmpty() && strip.height() < FLAT * strip.width()
                && line.stream().allMatch(seen -> DASHES.contains(seen.text()));
    }

    private static Seen dash(List<Seen> line) {
        return new Seen("—", line.getFirst().left(), line.getLast().right(), line.getFirst().confidence(), true);
    }

    /// Boxes of letters are guesses; letters of one word, and digits that nearly touch, leave no gap.
    private List<Seen> joined(List<Seen> line) {
        var joined = new ArrayList<Seen>();
        for (var next : line) {
            if (!joined.isEmpty() && (!next.begins() || isNumber(joined.getLast(), next))) {
                joined.add(joined.removeLast().until(next.left()));
            }
            joined.add(next);
        }
        return joined;
    }

    private boolean isNumber(Seen before, Seen after) {
        return after.left() - before.right() < NUMBER_GAP * strip.height()
                && isFigure(before.text().charAt(before.text().length() - 1)) && isFigure(after.text().charAt(0));
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == ',' || c == '%' || c == '‰';
    }

    private static String plain(String text) {
        int angle = ANGLES.indexOf(text);
        return angle < 0 ? text : ROUNDS.substring(angle, angle + 1);
    }
}
