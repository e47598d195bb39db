package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import java.util.regex.Pattern;

/// The words that a form prints in every copy, found where nothing parts them: `全年预算数(A)全年执行数(B)分值`.
///
/// Every search gives the place behind the longest word that begins at a place, or that place itself. White space within
/// a word is passed over, what stands in brackets behind it belongs to it.
final class FormWords {

    private static final int LONGEST_BRACKET = 24;
    private static final String BETWEEN_MONTHS = "-—~至";
    /// `1—7月执行数`, `2023 年预算数`
    private static final Pattern PERIOD = Pattern.compile("(?:(?:19|20)\\d\\d ?年度?)?(?:\\d{1,2}[" + BETWEEN_MONTHS + "]\\d{1,2}月份?)?");
    private static final String OF_WHICH = "其中";

    private final WordTree headings;
    private final WordTree contents;
    private final WordTree rows;
    private final WordTree keys;
    private final WordTree units;

    FormWords(Forms forms) {
        headings = WordTree.of(forms.words(Forms.Place.COLUMN));
        contents = WordTree.of(forms.contentWords());
        rows = WordTree.of(forms.words(Forms.Place.ROW).stream().filter(word -> isTotal(forms, word)
                || word.length() > 2 && forms.exact(Forms.Place.COLUMN, word).isEmpty()).toList());
        keys = WordTree.of(forms.words(Forms.Place.KEY).stream().filter(word -> word.length() > 3
                && forms.exact(Forms.Place.KEY, word).filter(meaning -> meaning.unit() == null && meaning.indicator() == null).isPresent()).toList());
        units = WordTree.of(forms.units());
    }

    private static boolean isTotal(Forms forms, String word) {
        return forms.exact(Forms.Place.ROW, word).filter(meaning -> meaning.id().startsWith("total")).isPresent();
    }

    /// The heading of a column, with what stands in brackets behind it.
    int heading(String text, int at, int limit) {
        char first = at < limit ? text.charAt(at) : ' ';
        int from = first >= '0' && first <= '9' ? behindPeriod(text, at, limit) : at;
        int end = headings.longest(text, from, limit);
        return end == from ? at : bracketed(text, end, limit);
    }

    private static int behindPeriod(String text, int at, int limit) {
        // Most figures are no period, and a pattern is slow to say so.
        boolean year = has(text, at + 4, limit, "年") || has(text, at + 5, limit, "年");
        if (!year && !has(text, at + 1, limit, BETWEEN_MONTHS) && !has(text, at + 2, limit, BETWEEN_MONTHS)) {
            return at;
        }
        var period = PERIOD.matcher(text).region(at, limit);
        return period.lookingAt() ? period.end() : at;
    }

    private static boolean has(String text, int at, int limit, String signs) {
        return at < limit && signs.indexOf(text.charAt(at)) >= 0;
    }

    /// What the form prints in its rows: a group of indicators, a level in words, a kind of money, a total.
    int content(String text, int at, int limit) {
        int from = at;
        if (at < limit && text.charAt(at) == OF_WHICH.charAt(0) && text.startsWith(OF_WHICH, at)) {
            from = at + OF_WHICH.length();
            from = from < limit && isColon(text.charAt(from)) ? from + 1 : from;
            from = blanks(text, from, limit);
        }
        int end = Math.max(contents.longest(text, from, limit), rows.longest(text, from, limit));
        if (end == from) {
            return at;
        }
        end = bracketed(text, end, limit);
        return end < limit && isColon(text.charAt(end)) ? end + 1 : end;
    }

    /// A key that begins another part of the form.
    int key(String text, int at, int limit) {
        return keys.longest(text, at, limit);
    }

    int unit(String text, int at, int limit) {
        return units.longest(text, at, limit);
    }

    /// The place behind a bracket that opens here; the place itself if none does or it does not close.
    static int bracketed(String text, int at, int limit) {
        int from = blanks(text, at, limit);
        if (from >= limit || text.charAt(from) != '(' && text.charAt(from) != '（') {
            return at;
        }
        for (int i = from + 1; i < Math.min(limit, from + LONGEST_BRACKET); i++) {
            if (text.charAt(i) == ')' || text.charAt(i) == '）') {
                // （三） begins the next part.
                return text.substring(from + 1, i).chars().allMatch(c -> "一二三四五六七八九十".indexOf(c) >= 0) ? at : i + 1;
            }
        }
        return at;
    }

    static int blanks(String text, int at, int limit) {
        int i = at;
        while (i < limit && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isBlank(char c) {
        return HeadingWords.isBlank(c);
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '：';
    }
}
