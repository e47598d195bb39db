package cn.jixiao.structure;

import cn.jixiao.dictionary.HeadingWords;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a cell looks like, before anything is known of its table.
enum Look {
    BLANK,
    /// A figure, with or without a unit (`≥90%`, `1,218.4万元`).
    NUMBER,
    /// A date, a year or some months: as good a heading as a word is.
    PERIOD,
    /// Something that fills a place where a figure might be (`—`, `/`).
    DASH,
    /// Running text.
    PROSE,
    WORDS;

    private static final int LONGEST_HEADING = 45;
    private static final Pattern PERIOD_WORDS = Pattern.compile(
            "(?:19|20)\\d{2}年?(?:[-—~至](?:19|20)?\\d{2}年?)?度?|(?:(?:19|20)\\d{2}年)?(?:第?[一二三四1-4]季度|[上下]半年"
                    + "|\\d{1,2}(?:[-—~至]\\d{1,2})?月份?(?:\\d{1,2}日)?)|(?:19|20)\\d{2}[-./]\\d{1,2}(?:[-./]\\d{1,2})?");
    private static final Pattern PERIOD_BEFORE = Pattern.compile(
            "(?:19|20)\\d{2}年(?:度|底|末)?(?:\\d{1,2}[-—~至]\\d{1,2}月份?)?|\\d{1,2}[-—~至]\\d{1,2}月份?|\\d{1,2}月份?");
    private static final Pattern FIGURE = Pattern.compile(
            "(?:[≥≤＞＜≧≦=＝﹦﹥﹤<>~～±≈￥¥]|>=|<=|不低于|不少于|不高于|不超过|不小于|不大于|大于等于|小于等于|大于|小于|等于|高于|低于|超过"
                    + "|至少|约|近|共|第|达到?|优于){0,2}[+＋-]?[.]?\\d.{0,23}");

    private static final Pattern ONE_FIGURE = Pattern.compile(
            "[^\\d.]{0,5}\\d[\\d,]{0,15}(?:\\.\\d{1,8})?([^\\d.,\\s（(及以左]{1,6})(?:及?以[上内下]|左右|[（(].{0,20})?");

    static Look of(String words) {
        var text = compact(words);
        if (text.isEmpty()) {
            return BLANK;
        }
        // No pattern below finds anything where no digit stands, but for 上半年 and 第一季度.
        if (!hasDigit(text) && !text.endsWith("半年") && !text.endsWith("季度")) {
            return isDash(text) ? DASH : isProse(words, text) ? PROSE : WORDS;
        }
        if (isPlain(text)) {
            return NUMBER;
        }
        if (text.length() <= 24 && PERIOD_WORDS.matcher(text).matches()) {
            return PERIOD;
        }
        var dated = PERIOD_BEFORE.matcher(text);
        if (dated.lookingAt() && dated.end() < text.length()) {
            return of(words.strip().substring(Math.min(words.strip().length() - 1, dated.end())));
        }
        if (isDash(text)) {
            return DASH;
        }
        if (FIGURE.matcher(text).matches() && !isNumbered(text) && mostlyFigure(text)) {
            return NUMBER;
        }
        return isProse(words, text) ? PROSE : WORDS;
    }

    /// What follows the only number of a cell: `个` of `≥50个`.
    static Optional<String> unit(String words) {
        var match = ONE_FIGURE.matcher(compact(words));
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    boolean isWord() {
        return this == WORDS || this == PERIOD;
    }

    private static boolean isProse(String words, String text) {
        return text.length() > LONGEST_HEADING || text.indexOf('。') >= 0 || text.indexOf('；') >= 0
                || words.strip().indexOf('\n') >= 0 && text.length() > 20;
    }

    /// `1.项目资金` and `1、数量` are words with a number before them, `1.5` and `1,200` are figures.
    private static boolean isNumbered(String text) {
        int i = 0;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        if (i == 0 || i > 2 || i + 1 >= text.length()) {
            return false;
        }
        return ".、．)）".indexOf(text.charAt(i)) >= 0 && !isDigit(text.charAt(i + 1));
    }

    private static boolean mostlyFigure(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += isDigit(c) || ".,，．%％‰-/~≥≤=<>".indexOf(c) >= 0 ? 1 : 0;
        }
        return digits * 4 >= text.length();
    }

    /// `12`, `3.5`, `95%`: most figures are nothing else. What begins like a year may be one.
    private static boolean isPlain(String text) {
        int point = text.indexOf('.');
        int end = text.endsWith("%") ? text.length() - 1 : text.length();
        if (end > 20 || text.startsWith("19") || text.startsWith("20") || point == 0 || point == end - 1) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (i != point && !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isDash(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("—-－–/／…*×~～_".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String compact(String words) {
        var out = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= '０' && c <= '９') {
                out.append((char) (c - '０' + '0'));
            } else if (!HeadingWords.isBlank(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
