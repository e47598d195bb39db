package cn.jixiao.read.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is put right in Tesseract's reading of a line. Tesseract itself is not needed here.
class SignsAndFiguresTest {

    /// A line as read: every letter 20 pixels wide, each `+` behind it makes it wider by as much.
    private static List<Seen> line(String letters, double confidence) {
        var seen = new ArrayList<Seen>();
        double left = 0;
        boolean begins = true;
        for (var letter : letters.split("")) {
            switch (letter) {
                case "+" -> {
                    seen.add(seen.removeLast().until(left + 18));
                    left += 20;
                }
                default -> {
                    seen.add(new Seen(letter, left, left + 18, confidence, begins));
                    begins = false;
                    left += 20;
                }
            }
        }
        return seen;
    }

    private static String text(List<Seen> line) {
        return line.stream().map(Seen::text).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "达到100969。 | AB100%++. | 达到100%。",
        "26 | %+ | %",
        "年3月12日 | 42312 | 年3月12日",
        "办理534件 | AB534H | 办理534件",
        "率2%6o | A2%+o | 率2‰",
        "立案件 | 123 | 立案件",
        "金额1,245.6元 | AB1,245.6A | 金额1,245.6元"})
    void figuresAreTakenFromTheEnglishReading(String chinese, String english, String expected) {
        assertEquals(expected, text(Figures.merged(line(chinese, 80), line(english, 80))));
    }

    @Test
    void anUnsureReadingChangesNothing() {
        assertEquals("87件", text(Figures.merged(line("87件", 90), line("81A", 50))));
    }

    @ParameterizedTest
    @CsvSource({"≥, true, true", "≤, false, true", "三, true, false"})
    void signsAreKnownByTheirShape(String expected, boolean right, boolean bar) {
        var image = new BufferedImage(120, 50, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 120, 50);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(3));
        int back = right ? 12 : 34;
        int tip = right ? 34 : 12;
        pen.drawPolyline(new int[] {back, tip, back}, new int[] {10, 20, 30}, 3);
        if (bar) {
            pen.drawLine(12, 38, 34, 38);
        }
        pen.dispose();
        var read = List.of(new Seen("三", 10, 36, 40, true), new Seen("6", 44, 62, 90, false), new Seen("0", 64, 82, 90, false));
        assertEquals(expected + "60", text(Signs.restored(read, Picture.of(image))));
    }
}
