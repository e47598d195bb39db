package cn.jixiao.read.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the picture of a page is parted into lines of text. Words are drawn as black blocks, 40 pixels high.
class ParcelTest {

    private static final int INK = 40;

    private final BufferedImage image = new BufferedImage(1200, 1000, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D pen = image.createGraphics();

    ParcelTest() {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1200, 1000);
        pen.setColor(Color.BLACK);
    }

    /// Letters in a row: blocks with small gaps.
    private void words(int left, int top, int letters) {
        for (int i = 0; i < letters; i++) {
            pen.fillRect(left + i * 44, top, INK, INK);
        }
    }

    private void frame(int left, int top, int right, int bottom) {
        pen.fillRect(left, top, right - left, 3);
        pen.fillRect(left, bottom, right - left, 3);
        pen.fillRect(left, top, 3, bottom - top);
        pen.fillRect(right, top, 3, bottom - top + 3);
    }

    private List<String> strips() {
        var picture = Picture.of(image);
        var rules = new Rules(picture, 300).find();
        Rules.erase(picture, rules);
        return new Strips(picture, new Rooms(picture, rules), 300).all().stream()
                .map(strip -> strip.left() + "," + strip.top() + " " + strip.width() + "x" + strip.height()).sorted()
                .toList();
    }

    @Test
    void linesOfAParagraph() {
        words(100, 100, 10);
        words(100, 160, 10);
        words(100, 220, 4);
        assertEquals(List.of("100,100 436x40", "100,160 436x40", "100,220 172x40"), strips());
    }

    /// The tall cell stands beside both others: only its frame tells its lines from theirs.
    @Test
    void cellsWhoseLinesStandAtDifferentHeights() {
        frame(100, 100, 400, 300);
        frame(400, 100, 700, 200);
        frame(400, 200, 700, 300);
        words(120, 180, 5);
        words(420, 130, 5);
        words(420, 230, 5);
        assertEquals(List.of("120,180 216x40", "420,130 216x40", "420,230 216x40"), strips());
    }

    @Test
    void columnsWithoutRulings() {
        words(100, 100, 4);
        words(600, 120, 4);
        assertEquals(List.of("100,100 172x40", "600,120 172x40"), strips());
    }

    @Test
    void rulingsAreFoundAndLettersAreNot() {
        frame(100, 100, 700, 300);
        words(150, 150, 6);
        var rules = new Rules(Picture.of(image), 300).find();
        assertEquals(4, rules.size());
        assertTrue(rules.stream().allMatch(rule -> Math.abs(rule.to() - rule.from() - (rule.horizontal() ? 600 : 200)) < 8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -1.2, 0, 0.8, 2.5})
    void pagesAreLaidStraight(double degrees) {
        for (int i = 0; i < 10; i++) {
            words(200, 100 + i * 80, 16);
        }
        var askew = new BufferedImage(1200, 1000, BufferedImage.TYPE_BYTE_GRAY);
        var turned = askew.createGraphics();
        turned.setColor(Color.WHITE);
        turned.fillRect(0, 0, 1200, 1000);
        turned.drawImage(image, AffineTransform.getRotateInstance(Math.toRadians(degrees), 600, 500), null);
        turned.dispose();
        assertEquals(-degrees, Skew.of(Picture.of(askew)).degrees(), 0.21);
    }
}
