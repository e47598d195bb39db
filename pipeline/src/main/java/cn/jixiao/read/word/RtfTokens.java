package cn.jixiao.read.word;

import java.nio.charset.StandardCharsets;

/// The bytes of an RTF file cut into groups, control words and text bytes (RTF Specification 1.9.1, Contents of an
/// RTF File).
final class RtfTokens {

    /// What a token is.
    enum Kind { OPEN, CLOSE, WORD, SYMBOL, BYTE, END }

    private static final int LONGEST_WORD = 32;

    private final byte[] bytes;
    private int at;

    /// The control word or symbol of the last token, without its backslash.
    String word = "";
    /// The number behind the control word, or the byte of the last token.
    int number;
    /// Whether the last control word had a number.
    boolean numbered;

    RtfTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    Kind next() {
        while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == 0)) {
            at++;
        }
        if (at >= bytes.length) {
            return Kind.END;
        }
        int c = bytes[at++] & 0xff;
        return switch (c) {
            case '{' -> Kind.OPEN;
            case '}' -> Kind.CLOSE;
            case '\\' -> control();
            default -> literal(c);
        };
    }

    /// Passes over raw bytes after `\bin`.
    void skip(int count) {
        at = Math.clamp((long) at + count, at, bytes.length);
    }

    private Kind literal(int c) {
        number = c;
        return Kind.BYTE;
    }

    private Kind control() {
        if (at >= bytes.length) {
            return Kind.END;
        }
        int start = at;
        while (at < bytes.length && at - start < LONGEST_WORD && isLetter(bytes[at])) {
            at++;
        }
        if (at == start) {
            return symbol(bytes[at++] & 0xff);
        }
        word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
        parameter();
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        return Kind.WORD;
    }

    private void parameter() {
        int start = at;
        boolean negative = at < bytes.length && bytes[at] == '-';
        at += negative ? 1 : 0;
        long value = 0;
        int digits = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && digits < 10) {
            value = value * 10 + bytes[at++] - '0';
            digits++;
        }
        numbered = digits > 0;
        at = numbered ? at : start;
        number = (int) (negative ? -value : value);
    }

    private Kind symbol(int c) {
        if (c == '\'' && at + 1 < bytes.length) {
            int high = Character.digit(bytes[at], 16);
            int low = Character.digit(bytes[at + 1], 16);
            at += 2;
            return literal(high < 0 || low < 0 ? '?' : high * 16 + low);
        }
        if (c == '\\' || c == '{' || c == '}') {
            return literal(c);
        }
        word = c == '\r' || c == '\n' ? "par" : String.valueOf((char) c);
        numbered = false;
        return c == '\r' || c == '\n' ? Kind.WORD : Kind.SYMBOL;
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }
}
