package cn.jixiao.observe;

/// A text with full-width letters, digits and signs read as half-width ones, and without the commas inside of numbers;
/// every character stays at its offset.
final class Folded implements CharSequence {

    private static final char SEPARATOR = '\'';

    private final char[] characters;

    Folded(CharSequence text) {
        characters = new char[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = fold(text.charAt(i));
        }
        for (int i = 1; i + 3 < characters.length; i++) {
            if (characters[i] == ',' && separates(i)) {
                characters[i] = SEPARATOR;
            }
        }
    }

    /// Whether a comma only groups the digits of a number (5,000人).
    private boolean separates(int at) {
        boolean grouped = digit(at - 1) && digit(at + 1) && digit(at + 2) && digit(at + 3);
        return grouped && !digit(at + 4) && !(digit(at - 2) && digit(at - 3) && digit(at - 4));
    }

    private boolean digit(int at) {
        return at >= 0 && at < characters.length && characters[at] >= '0' && characters[at] <= '9';
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
