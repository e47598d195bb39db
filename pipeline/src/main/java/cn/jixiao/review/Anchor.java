package cn.jixiao.review;

import cn.jixiao.document.Document;
import cn.jixiao.document.Span;

/// A place in a report that outlives another reading of it: the report's bytes, where the words stand, the words, and
/// those around them, by which they are found again when another version of the program lays the text out otherwise.
///
/// @param docId content identity of the report
/// @param source its path when the anchor was set, for people
/// @param span of the words in the canonical text as it was then
/// @param raw the words
/// @param before up to 24 characters that stand before them, without white space
/// @param after up to 24 characters that stand behind them, without white space
public record Anchor(String docId, String source, Span span, String raw, String before, String after) {

    private static final int CONTEXT = 24;

    public Anchor {
        if (raw.isBlank() || raw.length() != span.length()) {
            throw new IllegalArgumentException("'" + raw + "' is not " + span + " of " + docId);
        }
    }

    /// @throws IndexOutOfBoundsException if the span lies outside the document's text
    public static Anchor of(Document document, Span span) {
        var text = document.text();
        var before = new StringBuilder();
        for (int i = span.start() - 1; i >= 0 && before.length() < CONTEXT; i--) {
            append(before, text.charAt(i));
        }
        var after = new StringBuilder();
        for (int i = span.end(); i < text.length() && after.length() < CONTEXT; i++) {
            append(after, text.charAt(i));
        }
        return new Anchor(document.id(), document.source(), span, span.of(text), before.reverse().toString(), after.toString());
    }

    private static void append(StringBuilder words, char c) {
        if (!Bare.isGap(c)) {
            words.append(c);
        }
    }
}
