package cn.jixiao.observe;

/// A text with full-width letters, digits and signs read as half-width ones; every character stays at its offset.
final class Folded implements CharSequence {

    private final char[] characters;

    Folded(CharSequence text) {
        characters = new char[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = fold(text.charAt(i));
        }
    }

    static char fold(char c) {
        if (c >= '\uff01' && c <= '\uff5e') {
            return (char) (c - '\uff01' + '!');
        }
        return switch (c) {
            case '\u3000', '\u00a0' -> ' ';
            case '〔', '【' -> '[';
            case '〕', '】' -> ']';
            default -> c;
        };
    }

    static String fold(String text) {
        return new Folded(text).toString();
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    @Override
    public int length() {
        return characters.length;
    }

    @Override
    public char charAt(int index) {
        return characters[index];
    }

    @Override
    public String subSequence(int start, int end) {
        return new String(characters, start, end - start);
    }

    @Override
    public String toString() {
        return new String(characters);
    }
}
