package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import java.util.Comparator;

/// One printed character (or ligature) of a page, in points, y downwards.
///
/// @param text what it says, one or more UTF-16 units, or [#UNKNOWN] where the font does not tell
/// @param left,top,right,bottom its em box in the working frame: the page as shown, or turned so that most text is upright
/// @param size the height of the em
/// @param turn how far it is turned in that frame, in quarters clockwise; [#OBLIQUE] where in between
/// @param hidden drawn invisibly, as the text layer over a scanned image is
/// @param shown its em box on the page as shown
record Glyph(String text, double left, double top, double right, double bottom, double size, int turn, boolean bold,
        boolean hidden, Box shown) {

    /// Stands where a font gives no meaning to a glyph.
    static final String UNKNOWN = "\uFFFD";

    static final int OBLIQUE = -1;

    static final Comparator<Glyph> FROM_LEFT = (one, other) -> Double.compare(one.left, other.left);

    static final Comparator<Glyph> FROM_TOP = (one, other) -> {
        int down = Double.compare(one.centreY(), other.centreY());
        return down != 0 ? down : Double.compare(one.left, other.left);
    };

    double centreX() {
        return (left + right) / 2;
    }

    double centreY() {
        return (top + bottom) / 2;
    }

    double width() {
        return right - left;
    }

    boolean isSpace() {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// No space lies outside of the basic plane, so that UTF-16 units will do.
    static boolean isSpace(char c) {
        // Asked of every glyph several times: what reports are made of is told without a table.
        if (c > 0x3000 || c > ' ' && c < 0x7F) {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// Whether the text layer fails to say what this is: no mapping, or one into the private area.
    boolean isUnknown() {
        int c = text.codePointAt(0);
        if (c >= 0x4E00 && c < 0x9FA6 || c >= ' ' && c < 0x7F) {
            return false;
        }
        return c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE || Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.UNASSIGNED;
    }

    /// The same glyph in a frame turned back by `quarters`, so that text turned by as much stands upright.
    ///
    /// @param width,height of the frame before
    Glyph upright(int quarters, double width, double height) {
        int left4 = turn == OBLIQUE ? OBLIQUE : Math.floorMod(turn - quarters, 4);
        return switch (quarters) {
            case 1 -> new Glyph(text, top, width - right, bottom, width - left, size, left4, bold, hidden, shown);
            case 2 -> new Glyph(text, width - right, height - bottom, width - left, height - top, size, left4, bold,
                    hidden, shown);
            case 3 -> new Glyph(text, height - bottom, left, height - top, right, size, left4, bold, hidden, shown);
            default -> this;
        };
    }
}
