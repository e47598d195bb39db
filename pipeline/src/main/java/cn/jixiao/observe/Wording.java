package cn.jixiao.observe;

import cn.jixiao.document.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Trims the words of a report into labels and names of parts.
final class Wording {

    private static final String EDGES = " \t\n、,，;；:：。.()（）[]“”\"'-—=《》";

    private static final Pattern ITEM = Pattern.compile("^[（(]\\d{1,2}[）)]|^[①-⑳]");

    /// The number of an item in a list is none of its name.
    private static final Pattern ORDINAL = Pattern.compile("^(?:[（(][一二三四五六七八九十\\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\\d{1,2}[、.．](?!\\d)|[①-⑳])\\s*");

    private final Scene scene;
    private final List<String> heads;
    private final List<String> ends;
    private final List<String> partHeads;
    private final List<String> partTails;

    Wording(Scene scene) {
        this.scene = scene;
        this.heads = scene.lexicon.longestFirst("strip");
        this.ends = scene.lexicon.longestFirst("strip_end");
        this.partHeads = scene.lexicon.longestFirst("part_head");
        this.partTails = scene.lexicon.longestFirst("part_tail");
    }

    /// The words of a span without what only leads up to a number.
    String label(Span span) {
        return label(scene.words(span));
    }

    String label(String words) {
        var text = withoutBlanks(words);
        String was;
        do {
            was = text;
            text = edges(text);
            text = text.length() > 2 && text.charAt(0) == '中' && "央级心医学小国期层介".indexOf(text.charAt(1)) < 0 ? text.substring(1) : text;
            text = withoutLead(text);
            text = without(text, heads, ends);
        } while (!text.equals(was));
        return text;
    }

    /// Asked for every label of every number, most of which have none.
    static String withoutBlanks(String words) {
        var kept = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            if (" \t\n\u000b\f\r\u3000".indexOf(words.charAt(i)) < 0) {
                kept.append(words.charAt(i));
            }
        }
        return kept.length() == words.length() ? words : kept.toString();
    }

    /// The subset a part's label names: 民事案件 is about 民事.
    Optional<String> part(String label) {
        var text = ORDINAL.matcher(label).replaceFirst("");
        String was;
        do {
            was = text;
            text = edges(without(text, partHeads, List.of()));
        } while (!text.equals(was));
        for (var tail : partTails) {
            int least = tail.endsWith("支出") || tail.endsWith("列支") ? tail.length() + 2 : tail.length();
            if (text.endsWith(tail) && text.length() > least) {
                text = text.substring(0, text.length() - tail.length());
                break;
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(edges(text));
    }

    private static String without(String words, List<String> heads, List<String> ends) {
        var text = words;
        for (var head : heads) {
            if (text.startsWith(head) && text.length() > head.length()) {
                text = text.substring(head.length());
                break;
            }
        }
        for (var end : ends) {
            if (text.endsWith(end) && text.length() > end.length() + 1 && !text.endsWith("下达")) {
                text = text.substring(0, text.length() - end.length());
                break;
            }
        }
        return text;
    }

    /// Takes off a leading year, list number or 指标3.
    private static String withoutLead(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        boolean item = first == '（' || first == '(' || first >= '①' && first <= '⑳';
        var bracket = item ? ITEM.matcher(text).replaceFirst("") : text;
        if (bracket.length() < text.length() && !bracket.isEmpty()) {
            return bracket;
        }
        int at = 0;
        if (text.startsWith("指标") || text.startsWith("目标")) {
            at = 2;
        }
        int digits = at;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == at) {
            return text;
        }
        int end = digits;
        while (end < text.length() && "年度.．、:：）)月日".indexOf(text.charAt(end)) >= 0
                && !(end > digits && text.charAt(end) == '年')) {
            end++;
        }
        return end > digits && end < text.length() ? text.substring(end) : text;
    }

    private static String edges(String words) {
        int start = 0;
        int end = words.length();
        while (start < end && EDGES.indexOf(words.charAt(start)) >= 0 && !closes(words, start)) {
            start++;
        }
        while (end > start && EDGES.indexOf(words.charAt(end - 1)) >= 0 && !closes(words, end - 1)) {
            end--;
        }
        return words.substring(start, end);
    }

    /// A bracket that has its partner inside the words stays.
    private static boolean closes(String words, int at) {
        char c = words.charAt(at);
        return switch (c) {
            case ')' -> words.indexOf('(') >= 0 && words.indexOf('(') < at;
            case '）' -> words.indexOf('（') >= 0 && words.indexOf('（') < at;
            case '”' -> words.indexOf('“') >= 0 && words.indexOf('“') < at;
            case '“' -> words.indexOf('”') > at;
            case '(' -> words.indexOf(')') > at;
            case '（' -> words.indexOf('）') > at;
            default -> false;
        };
    }
}
