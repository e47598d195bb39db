package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Headings of tables, spelled alike however a form prints them.
///
/// `其中： 当年财政拨款 (A)` and `当年财政拨款（万元）` are both `当年财政拨款`.
public final class HeadingWords {

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]\\d{1,2}[)）]|\\d{1,2}[、.．](?!\\d)|[①-⑳]|(?:指标|目标)\\d{1,2}[:：])");
    /// What a numbering begins with, 指标 and 目标 apart.
    private static final String NUMBERING = "（(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private static final Pattern OF_WHICH = Pattern.compile("^其中[:：]?");
    private static final Pattern PERIOD = Pattern.compile(
            "(?:19|20)\\d{2}(?:[-—~至](?:19|20)?\\d{2})?年?度?|[1-9]\\d?[-—~至][1-9]\\d?月份?|^[1-9]\\d?月份?|截[至止]");

    private HeadingWords() {
    }

    /// Without white space, brackets and what stands in them, numbering, 其中 and a colon at the end. A heading that
    /// stands wholly in brackets is freed of them instead.
    public static String plain(String heading) {
        var open = unbracketed(compact(heading));
        var words = open.isEmpty() ? compact(heading).replaceAll("[（()）【】\\[\\]]", "") : open;
        words = unnumbered(words);
        words = words.startsWith("其中") ? OF_WHICH.matcher(words).replaceFirst("") : words;
        while (!words.isEmpty() && ":：*＊/／、，,。；;-—".indexOf(words.charAt(words.length() - 1)) >= 0) {
            words = words.substring(0, words.length() - 1);
        }
        return words;
    }

    private static String unnumbered(String words) {
        boolean begins = !words.isEmpty() && (NUMBERING.indexOf(words.charAt(0)) >= 0 || words.startsWith("指标") || words.startsWith("目标"));
        return begins ? NUMBER.matcher(words).replaceFirst("") : words;
    }

    /// [#plain] without the years and months that a heading may carry; `{period}` if it is nothing else.
    public static String timeless(String heading) {
        return withoutTime(plain(heading));
    }

    static String withoutTime(String plain) {
        var rest = mayTellTime(plain) ? PERIOD.matcher(plain).replaceAll("") : plain;
        return rest.isEmpty() && !plain.isEmpty() ? "{period}" : rest;
    }

    private static boolean mayTellTime(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '0' && c <= '9' || c == '截') {
                return true;
            }
        }
        return false;
    }

    /// What stands in brackets, in order: `完成数（万元）（A）` gives `万元` and `A`.
    public static List<String> bracketed(String heading) {
        if (!opens(heading)) {
            return List.of();
        }
        var text = compact(heading);
        var found = new ArrayList<String>();
        int from = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOpening(c)) {
                from = i + 1;
            } else if (isClosing(c) && from >= 0) {
                found.add(text.substring(from, i));
                from = -1;
            }
        }
        if (from > 0 && from < text.length()) {
            // Headings lose their closing bracket where a line ends: 经费控制情况（万元.
            found.add(text.substring(from));
        }
        return found;
    }

    /// White space of any script.
    public static boolean isBlank(char c) {
        // The last of them is the blank as wide as a Chinese character; few texts have one between that and ASCII.
        return c <= ' ' ? Character.isWhitespace(c)
                : c > '~' && c <= '\u3000' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static boolean opens(String heading) {
        for (int i = 0; i < heading.length(); i++) {
            if (isOpening(heading.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a heading stands wholly in brackets (`（10分）`, `（A）`) and only adds to the one above it.
    public static boolean isBracketed(String heading) {
        return !heading.isBlank() && unbracketed(compact(heading)).isEmpty();
    }

    private static String compact(String heading) {
        var out = new StringBuilder(heading.length());
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            if (!isBlank(c)) {
                out.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
            }
        }
        return out.toString();
    }

    private static String unbracketed(String text) {
        var out = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOpening(c)) {
                depth++;
            } else if (isClosing(c)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isOpening(char c) {
        return c == '（' || c == '(' || c == '【' || c == '[';
    }

    private static boolean isClosing(char c) {
        return c == '）' || c == ')' || c == '】' || c == ']';
    }
}
