package cn.jixiao.read.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;

/// What a font says its glyphs mean.
final class TextLayer {

    /// Radicals that some PDF producers write for the ordinary character that looks the same, beyond those that
    /// Unicode's own compatibility mapping covers.
    private static final Map<Character, Character> RADICALS = radicals(
            "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺀冫⺄乙⺈刀⺌小⺩王");

    private TextLayer() {
    }

    private static Map<Character, Character> radicals(String pairs) {
        var map = new java.util.HashMap<Character, Character>();
        for (int i = 0; i < pairs.length(); i += 2) {
            map.put(pairs.charAt(i), pairs.charAt(i + 1));
        }
        return Map.copyOf(map);
    }

    /// The characters a glyph stands for; [Glyph#UNKNOWN] if the font does not tell; empty for what prints nothing.
    static String meaning(PDFont font, int code) throws IOException {
        var text = font.toUnicode(code);
        if (text == null) {
            // Simple fonts without a map mostly number their glyphs as ASCII does.
            return font instanceof PDSimpleFont && code > 0x20 && code < 0x7F ? String.valueOf((char) code)
                    : code == 0x20 ? " " : Glyph.UNKNOWN;
        }
        return text.length() == 1 ? ordinary(text.charAt(0), text) : clean(text);
    }

    private static String ordinary(char c, String text) {
        if (c < 0x80) {
            return c >= 0x20 && c != 0x7F ? text : c == '\t' || c == '\r' || c == '\n' ? " " : Glyph.UNKNOWN;
        }
        if (c >= 0x4E00 && c <= 0x9FFF) {
            return text;
        }
        if (c >= 0x2E80 && c <= 0x2EF3) {
            var plain = RADICALS.get(c);
            return plain == null ? text : plain.toString();
        }
        if (c >= 0x2F00 && c <= 0x2FD5 || c >= 0xF900 && c <= 0xFAFF) {
            var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
            return plain.length() == 1 ? plain : text;
        }
        if (c != 0x3000 && (Character.isSpaceChar(c) || c == 0x85)) {
            return " ";
        }
        boolean nothing = c == 0xAD || Character.getType(c) == Character.FORMAT;
        boolean unknown = Character.isSurrogate(c) || Character.isISOControl(c) || c >= 0xFFFE;
        return nothing ? "" : unknown ? Glyph.UNKNOWN : text;
    }

    /// Line feeds and tabs would read as separators of the canonical text.
    static String clean(String text) {
        var plain = new StringBuilder();
        text.codePoints().map(c -> c != 0x3000 && (Character.isWhitespace(c) || Character.isSpaceChar(c)) ? ' ' : c)
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && (c & 0xFFFE) != 0xFFFE)
                .forEach(c -> plain.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c));
        return plain.isEmpty() && !text.isEmpty() ? Glyph.UNKNOWN : plain.toString();
    }

    static boolean isBold(PDFont font) {
        var name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        if (name.contains("bold") || name.contains("black") || name.contains("simhei") || name.contains("heiti")
                || name.endsWith("-hei")) {
            return true;
        }
        var descriptor = font.getFontDescriptor();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 700);
    }
}
