package cn.jixiao.cli;

/// Words that came from outside, as they may be shown: control characters and marks that turn the direction of writing
/// could rewrite what stands on a terminal, and are shown as their codes.
final class Printable {

    private Printable() {
    }

    /// A path or a name, which stays on its line.
    static String of(String words) {
        return shown(words, false);
    }

    /// Words of several lines.
    static String lines(String words) {
        return shown(words, true);
    }

    private static String shown(String words, boolean lines) {
        if (words.chars().noneMatch(c -> dangerous(c) && !(lines && c == '\n'))) {
            return words;
        }
        var shown = new StringBuilder();
        words.chars().forEach(c -> {
            if (dangerous(c) && !(lines && c == '\n')) {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.toString();
    }

    private static boolean dangerous(int c) {
        return Character.isISOControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x2028
                || c == 0x2029;
    }
}
