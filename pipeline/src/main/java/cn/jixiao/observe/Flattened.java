package cn.jixiao.observe;

import cn.jixiao.document.Span;
import java.util.Optional;

/// Puts a table row together again whose cells came out as lines: a name, then numbers, each on a line of its own.
final class Flattened {

    private static final int MOST_LINES = 6;
    private static final int LONGEST_NAME = 40;

    private Flattened() {
    }

    /// The lines from the name before a number that stands alone to the last number after it.
    static Optional<Span> around(CharSequence text, int offset) {
        var line = line(text, offset);
        if (!alone(text, line)) {
            return Optional.empty();
        }
        int end = line.end();
        for (int i = 0; i < MOST_LINES && end + 1 < text.length(); i++) {
            var next = line(text, end + 1);
            if (next.isEmpty() || !alone(text, next)) {
                break;
            }
            end = next.end();
        }
        var at = line;
        for (int i = 0; i < MOST_LINES && at.start() > 0; i++) {
            at = line(text, at.start() - 1);
            if (!alone(text, at)) {
                return at.length() > LONGEST_NAME ? Optional.empty() : Optional.of(new Span(at.start(), end));
            }
        }
        return Optional.empty();
    }

    /// Whether a line holds a number with its unit and no words.
    static boolean alone(CharSequence text, Span line) {
        int words = 0;
        if (line.length() > 24) {
            return false;
        }
        for (int i = line.start(); i < line.end(); i++) {
            words += Character.isIdeographic(text.charAt(i)) ? 1 : 0;
        }
        return words <= 2;
    }

    private static Span line(CharSequence text, int offset) {
        int start = offset;
        int end = offset;
        while (start > 0 && text.charAt(start - 1) != '\n' && offset - start < 60) {
            start--;
        }
        while (end < text.length() && text.charAt(end) != '\n' && end - offset < 60) {
            end++;
        }
        return new Span(start, end);
    }
}
