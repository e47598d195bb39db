package cn.jixiao.dictionary;

import java.util.List;
import java.util.Optional;

/// A way of numbering sections (`一、`, `（一）`, `1.`).
///
/// @param name for rules and tests
/// @param rank lower is further out
public record Numbering(String name, int rank, List<Form> forms) {

    private static final String HAN = "一二三四五六七八九十";

    /// A number and what stands around it.
    ///
    /// @param kind `han`, `digit` or `circle`
    public record Form(String before, String kind, String after) {

        /// @param form with its kind in braces: `（{han}）`
        static Form of(String form) {
            int open = form.indexOf('{');
            int close = form.indexOf('}');
            return new Form(form.substring(0, open), form.substring(open + 1, close), form.substring(close + 1));
        }
    }

    /// A number at the beginning of a line.
    ///
    /// @param value from 1
    /// @param length how many characters it takes
    public record Mark(Numbering style, int value, int length) {
    }

    public Numbering {
        forms = List.copyOf(forms);
    }

    /// The number that `text` has at `from`.
    public Optional<Mark> at(CharSequence text, int from) {
        for (var form : forms) {
            var mark = at(text, from, form);
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    private Optional<Mark> at(CharSequence text, int from, Form form) {
        if (!startsWith(text, from, form.before())) {
            return Optional.empty();
        }
        var kind = form.kind();
        int i = skipBlank(text, from + form.before().length());
        int end = i;
        while (end < text.length() && end - i < 3 && isOf(kind, text.charAt(end))) {
            end++;
        }
        int next = skipBlank(text, end);
        if (end == i || kind.equals("digit") && end - i > 2 || !startsWith(text, next, form.after())) {
            return Optional.empty();
        }
        int value = value(kind, text.subSequence(i, end).toString());
        return value == 0 ? Optional.empty() : Optional.of(new Mark(this, value, next + form.after().length() - from));
    }

    private static boolean isOf(String kind, char c) {
        return switch (kind) {
            case "han" -> HAN.indexOf(c) >= 0;
            case "digit" -> c >= '0' && c <= '9' || c >= '０' && c <= '９';
            case "circle" -> c >= '①' && c <= '⑳';
            default -> false;
        };
    }

    private static int value(String kind, String number) {
        return switch (kind) {
            case "han" -> han(number);
            case "digit" -> Integer.parseInt(number);
            default -> number.length() == 1 ? number.charAt(0) - '①' + 1 : 0;
        };
    }

    private static int han(String number) {
        int ten = number.indexOf('十');
        if (ten < 0) {
            return number.length() == 1 ? HAN.indexOf(number.charAt(0)) + 1 : 0;
        }
        int tens = ten == 0 ? 1 : HAN.indexOf(number.charAt(0)) + 1;
        int ones = ten == number.length() - 1 ? 0 : HAN.indexOf(number.charAt(ten + 1)) + 1;
        return ten > 1 || ones > 9 ? 0 : tens * 10 + ones;
    }

    private static int skipBlank(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\u3000' || text.charAt(i) == '\u00a0')) {
            i++;
        }
        return i;
    }

    private static boolean startsWith(CharSequence text, int from, String words) {
        if (from + words.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (text.charAt(from + i) != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
