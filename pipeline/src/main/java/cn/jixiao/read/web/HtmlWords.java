package cn.jixiao.read.web;

/// The words of running HTML as a browser shows them, except that a line break of the source between Chinese
/// characters is only a break of the source and leaves no space.
final class HtmlWords {

    private final StringBuilder words = new StringBuilder();
    private int linked;
    private int printed;

    void append(String text, boolean isLink) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
                pending(c);
            } else {
                settle(c);
                words.append(c);
                printed++;
                linked += isLink ? 1 : 0;
            }
        }
    }

    void lineBreak() {
        dropPending();
        words.append('\u2028');
    }

    /// Preformatted text keeps its lines.
    void preformatted(String text) {
        dropPending();
        words.append(text.replace("\r\n", "\n").replace('\r', '\n').replace('\n', '\u2028'));
        printed += text.length();
    }

    /// What was collected, lines divided by a line feed; the collector is empty afterwards.
    Collected take() {
        dropPending();
        var collected = new Collected(words.toString().replace('\u2028', '\n'),
                printed > 0 && linked * 10 >= printed * 8);
        words.setLength(0);
        linked = 0;
        printed = 0;
        return collected;
    }

    /// @param isLink whether nearly all of it can be clicked
    record Collected(String text, boolean isLink) {
    }

    /// White space waits as one character until it is known what follows: a line feed if the source broke there.
    private void pending(char c) {
        boolean broke = c == '\n' || c == '\r';
        if (words.isEmpty() || last() == '\u2028') {
            return;
        }
        if (last() == ' ' || last() == '\n') {
            if (broke) {
                words.setCharAt(words.length() - 1, '\n');
            }
        } else {
            words.append(broke ? '\n' : ' ');
        }
    }

    private void settle(char next) {
        if (words.isEmpty() || last() != '\n') {
            return;
        }
        words.setLength(words.length() - 1);
        if (!words.isEmpty() && !isChinese(last()) && !isChinese(next)) {
            words.append(' ');
        }
    }

    private void dropPending() {
        if (!words.isEmpty() && (last() == '\n' || last() == ' ')) {
            words.setLength(words.length() - 1);
        }
    }

    private char last() {
        return words.charAt(words.length() - 1);
    }

    private static boolean isChinese(char c) {
        return c >= 0x2e80 && c <= 0x9fff || c >= 0xf900 && c <= 0xfaff || c >= 0xff00 && c <= 0xffef
                || c >= 0x2018 && c <= 0x201d || Character.isSurrogate(c);
    }
}
