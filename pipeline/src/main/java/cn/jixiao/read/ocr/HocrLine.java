package cn.jixiao.read.ocr;

import cn.jixiao.document.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tesseract's answer for one line, its letters brought back to their places on the page.
final class HocrLine {

    private static final Pattern BOX = Pattern.compile("x_bboxes (\\d{1,6}) (\\d{1,6}) (\\d{1,6}) (\\d{1,6}); x_conf ([0-9.]{1,12})");

    /// Words of which Tesseract is less sure than this on average are ornaments and stains.
    private static final double JUNK = 20;

    /// The ink of digits and Latin letters is this part of an em high, that of Han characters nearly all of it.
    private static final double CAPITALS = 0.72;

    /// Digits nearer than this part of the line's height belong to one number.
    private static final double NUMBER_GAP = 0.3;

    /// Brackets that the Chinese data takes for the round ones it does not know well.
    private static final String ANGLES = "〈〉";
    private static final String ROUNDS = "（）";

    private record Seen(String text, double left, double right, double confidence) {
        Seen until(double newRight) {
            return new Seen(text, left, Math.max(left, newRight), confidence);
        }
    }

    private final Strip strip;
    private final double scale;

    /// @param scale points to a pixel
    HocrLine(Strip strip, double scale) {
        this.strip = strip;
        this.scale = scale;
    }

    List<Scan.Letter> letters(Element page) {
        var seen = new ArrayList<Seen>();
        for (var word : page.getElementsByClass("ocrx_word")) {
            var letters = word(word);
            if (letters.stream().mapToDouble(Seen::confidence).average().orElse(0) >= JUNK) {
                join(seen, letters);
            }
        }
        return placed(seen);
    }

    private static List<Seen> word(Element word) {
        var letters = new ArrayList<Seen>();
        for (var letter : word.getElementsByClass("ocrx_cinfo")) {
            var box = BOX.matcher(letter.attr("title"));
            if (box.find() && !letter.text().isBlank()) {
                letters.add(new Seen(plain(letter.text()), Double.parseDouble(box.group(1)),
                        Double.parseDouble(box.group(3)), Double.parseDouble(box.group(5))));
            }
        }
        return letters;
    }

    private static String plain(String text) {
        int angle = ANGLES.indexOf(text);
        return angle < 0 ? text : ROUNDS.substring(angle, angle + 1);
    }

    /// Boxes of letters are guesses; letters of one word, and digits that nearly touch, leave no gap.
    private void join(List<Seen> seen, List<Seen> word) {
        for (int i = 0; i < word.size(); i++) {
            var next = word.get(i);
            if (!seen.isEmpty() && (i > 0 || isNumber(seen.getLast(), next))) {
                seen.add(seen.removeLast().until(next.left()));
            }
            seen.add(next);
        }
    }

    private boolean isNumber(Seen before, Seen after) {
        return after.left() - before.right() < NUMBER_GAP * strip.height()
                && isFigure(before.text().charAt(before.text().length() - 1)) && isFigure(after.text().charAt(0));
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == ',' || c == '%';
    }

    private List<Scan.Letter> placed(List<Seen> seen) {
        boolean han = seen.stream().anyMatch(letter -> Character.isIdeographic(letter.text().codePointAt(0)));
        double more = han ? 0 : strip.height() * (1 / CAPITALS - 1) / 2;
        double top = (strip.top() - more) * scale;
        double bottom = (strip.top() + strip.height() + more) * scale;
        double shift = strip.left() - strip.margin();
        return seen.stream().map(letter -> new Scan.Letter(letter.text(), new Box((shift + letter.left()) * scale, top,
                (shift + Math.max(letter.left() + 1, letter.right())) * scale, bottom), letter.confidence())).toList();
    }
}
