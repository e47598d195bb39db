package cn.jixiao.read.ocr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Finds ≥ and ≤ by their shape: Tesseract's data does not know them, and a target without its sign is another target.
///
/// The sign is an arrow head, a thin line that runs to one side and back, with a bar below it that does not touch it.
final class Signs {

    /// How far, as part of its width, an arrow's line may lie from the ideal one on average.
    private static final double CROOKED = 0.16;

    /// Arrows thicker than this part of their width are something else.
    private static final double THICK = 0.5;

    private record Blot(int left, int top, int right, int bottom, List<Integer> pixels) {
        int width() {
            return right - left + 1;
        }

        int height() {
            return bottom - top + 1;
        }
    }

    private Signs() {
    }

    /// Puts the signs into a line where they are printed before digits.
    static List<Seen> restored(List<Seen> line, Picture picture) {
        var restored = new ArrayList<>(line);
        if (line.stream().noneMatch(Seen::isDigit)) {
            return restored;
        }
        var blots = blots(picture);
        for (var blot : blots) {
            var sign = sign(blot, blots, picture);
            if (!sign.isEmpty()) {
                put(restored, sign, blot);
            }
        }
        return restored;
    }

    private static void put(List<Seen> line, String sign, Blot blot) {
        int from = 0;
        while (from < line.size() && line.get(from).centre() < blot.left() - 0.2 * blot.width()) {
            from++;
        }
        int to = from;
        while (to < line.size() && line.get(to).centre() <= blot.right() + 0.2 * blot.width()
                && !line.get(to).isDigit()) {
            to++;
        }
        if (to < line.size() && line.get(to).isDigit() && line.get(to).left() - blot.right() < 1.2 * blot.width()) {
            line.subList(from, to).clear();
            line.add(from, new Seen(sign, blot.left(), blot.right(), 90, true));
            // No gap between sign and number.
            var digit = line.get(from + 1);
            line.set(from + 1, new Seen(digit.text(), digit.left(), digit.right(), digit.confidence(), false));
        }
    }

    private static String sign(Blot blot, List<Blot> blots, Picture picture) {
        double ratio = (double) blot.height() / blot.width();
        if (blot.width() < 8 || ratio < 0.3 || ratio > 1.4
                || blots.stream().noneMatch(other -> isBar(other, blot))) {
            return "";
        }
        var middles = middles(blot, picture.width);
        double right = 0;
        double left = 0;
        int rows = middles.length;
        for (int i = 0; i < rows; i++) {
            double ideal = rows == 1 ? 0.5 : 1 - Math.abs(2.0 * i / (rows - 1) - 1);
            right += Math.abs(middles[i] - ideal) / rows;
            left += Math.abs(middles[i] - (1 - ideal)) / rows;
        }
        boolean thick = blot.pixels().size() > THICK * blot.width() * blot.height();
        return thick ? "" : right < CROOKED ? "≥" : left < CROOKED ? "≤" : "";
    }

    /// Below the arrow, as wide, and flat or slanting like its lower half.
    private static boolean isBar(Blot bar, Blot arrow) {
        int overlap = Math.min(bar.right(), arrow.right()) - Math.max(bar.left(), arrow.left());
        return bar != arrow && bar.bottom() > arrow.bottom() && bar.top() > arrow.top() + arrow.height() / 3
                && overlap > 0.6 * arrow.width() && bar.width() < 1.4 * arrow.width()
                && bar.height() < 0.75 * arrow.height()
                && bar.pixels().size() < 0.8 * arrow.pixels().size();
    }

    /// For each row the middle of its ink, 0 at the left side of the blot to 1 at its right.
    private static double[] middles(Blot blot, int width) {
        var sums = new double[blot.height()];
        var counts = new int[blot.height()];
        for (int pixel : blot.pixels()) {
            int row = pixel / width - blot.top();
            sums[row] += pixel % width - blot.left();
            counts[row]++;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] == 0 ? 0.5 : sums[i] / counts[i] / Math.max(1, blot.width() - 1);
        }
        return sums;
    }

    private static List<Blot> blots(Picture picture) {
        int ink = picture.threshold();
        var done = new boolean[picture.width * picture.height];
        var blots = new ArrayList<Blot>();
        for (int i = 0; i < done.length; i++) {
            if (!done[i] && picture.at(i % picture.width, i / picture.width) < ink) {
                blots.add(blot(picture, i, ink, done));
            }
        }
        return blots;
    }

    private static Blot blot(Picture picture, int start, int ink, boolean[] done) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        var pixels = new ArrayList<Integer>();
        var open = new ArrayDeque<Integer>();
        done[start] = true;
        open.add(start);
        while (!open.isEmpty()) {
            int at = open.poll();
            int x = at % picture.width;
            int y = at / picture.width;
            pixels.add(at);
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
            for (int next = 0; next < 9; next++) {
                int nx = x + next % 3 - 1;
                int ny = y + next / 3 - 1;
                int to = ny * picture.width + nx;
                if (nx >= 0 && ny >= 0 && nx < picture.width && ny < picture.height && !done[to]
                        && picture.at(nx, ny) < ink) {
                    done[to] = true;
                    open.add(to);
                }
            }
        }
        return new Blot(left, top, right, bottom, pixels);
    }
}
