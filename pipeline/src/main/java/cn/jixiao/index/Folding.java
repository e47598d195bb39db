package cn.jixiao.index;

/// Which characters a search takes for the same: full-width and ordinary Latin letters, digits and signs, capital and
/// small letters, the forms of quotation marks. One UTF-16 unit stays one, so that offsets hold.
final class Folding {

    private static final int WIDTH = '！' - '!';

    private Folding() {
    }

    static char fold(char c) {
        if (isChinese(c)) {
            return c;
        }
        if (c >= '！' && c <= '～') {
            return Character.toLowerCase((char) (c - WIDTH));
        }
        return switch (c) {
            case '“', '”', '„' -> '"';
            case '‘', '’' -> '\'';
            default -> Character.toLowerCase(c);
        };
    }

    /// Most of what is folded, and never changed by it: CJK ideographs of the first block.
    private static boolean isChinese(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    /// Whether a search passes over the character: a line that breaks within a word must not hide it.
    static boolean isGap(char c) {
        return !isChinese(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF');
    }

    static char[] fold(CharSequence text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        return folded;
    }

    /// Folded and without gaps.
    static String key(CharSequence text) {
        var key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isGap(text.charAt(i))) {
                key.append(fold(text.charAt(i)));
            }
        }
        return key.toString();
    }
}
