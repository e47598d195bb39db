package cn.jixiao.review;

import cn.jixiao.document.Span;
import java.util.Arrays;

/// A text without its white space, and the way back: line breaks and tabs are what changes first when a page is read by
/// another version of the program.
final class Bare {

    private final String words;
    private final int[] places;

    Bare(String text) {
        var kept = new StringBuilder(text.length());
        var from = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (!isGap(text.charAt(i))) {
                from[kept.length()] = i;
                kept.append(text.charAt(i));
            }
        }
        words = kept.toString();
        places = Arrays.copyOf(from, kept.length());
    }

    static boolean isGap(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    String words() {
        return words;
    }

    /// The first bare place at or behind an offset of the text.
    int at(int offset) {
        int found = Arrays.binarySearch(places, offset);
        return found >= 0 ? found : -found - 1;
    }

    /// The stretch of the text that bare places cover.
    Span span(int from, int to) {
        return new Span(places[from], places[to - 1] + 1);
    }
}
