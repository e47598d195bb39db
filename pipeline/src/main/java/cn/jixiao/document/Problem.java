package cn.jixiao.document;

import java.util.regex.Pattern;

/// Something that went wrong with one file, as data: the batch goes on, and a person is told what to do.
///
/// @param kind what happened; its words and its remedy stand in the message bundles
/// @param place where in the file (`第3页`, `Sheet1!B2`), or empty
/// @param detail further facts (an exception's words, a count), or empty; without the numbers by which Java tells objects apart
///     (`OOXMLParser@1332dec4`), which differ from run to run
public record Problem(Kind kind, String place, String detail) {

    private static final Pattern OBJECT = Pattern.compile("(\\.[A-Z][\\w$]{0,99})@[0-9a-f]{1,8}(?!\\w)");

    public Problem {
        detail = OBJECT.matcher(detail).replaceAll("$1");
    }

    /// How much of the document is lost by it.
    public enum Effect { NOTE, PARTIAL, NEEDS_OCR, FAILED }

    /// What can be wrong with a file.
    public enum Kind {
        EMPTY_FILE(Effect.FAILED),
        UNSUPPORTED_FORMAT(Effect.FAILED),
        ENCRYPTED(Effect.FAILED),
        DAMAGED(Effect.FAILED),
        UNREADABLE(Effect.FAILED),
        /// Written to while it was read.
        CHANGING(Effect.FAILED),
        TOO_LARGE(Effect.FAILED),
        TIMED_OUT(Effect.FAILED),
        CRASHED(Effect.FAILED),
        NO_TEXT(Effect.FAILED),
        SCANNED(Effect.NEEDS_OCR),
        PAGE_SCANNED(Effect.PARTIAL),
        PARTLY_READ(Effect.PARTIAL),
        GARBLED_TEXT(Effect.PARTIAL),
        TEXT_LOST(Effect.PARTIAL),
        READ_BY_OCR(Effect.NOTE),
        FORMULA_WITHOUT_VALUE(Effect.PARTIAL),
        HIDDEN_LEFT_OUT(Effect.NOTE);

        private final Effect effect;

        Kind(Effect effect) {
            this.effect = effect;
        }

        public Effect effect() {
            return effect;
        }
    }

    public static Problem of(Kind kind) {
        return new Problem(kind, "", "");
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, "", detail);
    }
}
