package cn.jixiao.mention;

import cn.jixiao.observation.Kind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What surrounds a number and makes it something else: shapes that are no words and so stand here, not in
/// `exclusions.yaml`.
final class Circumstance {

    private static final int MOBILE = 11;
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /// A stretch that is no quantity.
    record Odd(int start, int end, String rule) {
    }

    private final char[] view;
    private final SeriesReader series;
    private final RuleWording wording;
    private final Set<String> places = new HashSet<>();

    Circumstance(char[] view, SeriesReader series) {
        this.view = view;
        this.series = series;
        this.wording = new RuleWording(view);
    }

    /// The end of a name that digits are part of (`T450`, `5G`), or -1.
    int latinWord(int p, int from, int limit) {
        if (!Glyphs.arabic(view[p])) {
            return -1;
        }
        int before = p - 1;
        boolean dash = before > from && view[before] == '-';
        int letter = dash ? before - 1 : before;
        boolean name = letter >= from && Glyphs.letter(view[letter]) && !isFormula(letter, from) && view[letter] != 'x'
                && view[letter] != 'X';
        if (!name) {
            return -1;
        }
        int end = p;
        while (end < limit && (Glyphs.arabic(view[end]) || Glyphs.letter(view[end])
                || (view[end] == '-' || view[end] == '.') && end + 1 < limit && Glyphs.arabic(view[end + 1]))) {
            end++;
        }
        return end;
    }

    private boolean isFormula(int letter, int from) {
        int at = letter;
        while (at >= from && Glyphs.letter(view[at]) && letter - at < 8) {
            at--;
        }
        return at >= from && view[at] == '\\';
    }

    /// Dates with dots and dashes, list numbers, clock times, ratios, telephone numbers, codes, factors.
    @Nullable Odd odd(int p, SeriesReader.@Nullable Series numbers, int from, int limit) {
        if (numbers == null) {
            return null;
        }
        var first = numbers.numbers().getFirst();
        if (first.form() == Numeral.Form.DOTTED) {
            int digits = series.reader().run(p, limit) - p;
            return new Odd(p, first.end(), digits == 4 ? "date" : digits > 4 || digits == 0 ? "code" : "section-number");
        }
        if (isListNumber(first, from, limit)) {
            return new Odd(p, first.end(), "list-number");
        }
        if (!first.arabic()) {
            return null;
        }
        return arabic(first, numbers, from, limit);
    }

    private @Nullable Odd arabic(Numeral first, SeriesReader.Series numbers, int from, int limit) {
        int end = first.end();
        char next = at(end, limit);
        boolean digit = Glyphs.arabic(at(end + 1, limit));
        if (next == '·' && digit) {
            return new Odd(first.start(), series.reader().run(end + 1, limit), "holiday");
        }
        if (next == '/' && digit) {
            return new Odd(first.start(), slashes(end, limit), first.length() == 4 && whole(first) ? "date" : "ratio");
        }
        if (next == ':' && isClock(end, limit)) {
            return new Odd(first.start(), end + 3, "time-of-day");
        }
        if (next == '-' && digit) {
            var dashed = dashed(first, end, limit);
            if (dashed != null) {
                return dashed;
            }
        }
        char before = beforeBlank(first.start(), from);
        boolean factor = before == '×' || before == '*' || next == '×' || next == '+' && letterBehind(end, limit);
        return factor ? new Odd(first.start(), at(end, limit) == '%' ? end + 1 : end, "formula") : null;
    }

    /// Whether a number is what a quantity before it is multiplied by: 20场×500元.
    boolean isMultiplied(int start, int from) {
        int sign = start - 1;
        while (sign > from && view[sign] == ' ') {
            sign--;
        }
        return sign > from && (view[sign] == '×' || view[sign] == '*') && !Glyphs.arabic(view[sign - 1]) && view[sign - 1] != ' ';
    }

    /// Eleven digits from 13 to 19 are a mobile telephone's number, whatever the unit of the table.
    boolean isMobile(Numeral number) {
        return number.arabic() && number.length() == MOBILE && view[number.start()] == '1' && view[number.start() + 1] >= '3'
                && number.scale() == 0 && whole(number);
    }

    private static boolean whole(Numeral number) {
        return number.step().compareTo(BigDecimal.ONE) == 0;
    }

    private boolean letterBehind(int end, int limit) {
        return Glyphs.letter(at(end + 1, limit)) || at(end + 1, limit) == 'N';
    }

    private int slashes(int at, int limit) {
        int end = at;
        while (at(end, limit) == '/' && Glyphs.arabic(at(end + 1, limit))) {
            var next = series.reader().read(end + 1, limit);
            end = next == null ? end + 1 : next.end();
        }
        return end;
    }

    private boolean isClock(int colon, int limit) {
        return at(colon + 1, limit) >= '0' && at(colon + 1, limit) <= '5' && Glyphs.arabic(at(colon + 2, limit))
                && !Glyphs.arabic(at(colon + 3, limit)) && Glyphs.kind(at(colon + 3, limit)) == Glyphs.OTHER
                && at(colon + 3, limit) != '.' && at(colon + 3, limit) != '%' && at(colon + 3, limit) < 0x4E00;
    }

    /// `2021-12-31` and `0797-8123456`.
    private @Nullable Odd dashed(Numeral first, int end, int limit) {
        int second = series.reader().run(end + 1, limit);
        if (view[first.start()] == '0' && first.length() >= 3 && second - end > 7) {
            return new Odd(first.start(), second, "telephone");
        }
        boolean date = first.length() == 4 && at(second, limit) == '-' && Glyphs.arabic(at(second + 1, limit));
        return date ? new Odd(first.start(), series.reader().run(second + 1, limit), "date") : null;
    }

    /// The point behind a number of one or two digits that opens a line, if more digits follow; else -1.
    int gluedPoint(int p, int from, int limit) {
        boolean opens = p == from || view[p - 1] == '\n';
        if (!opens || !Glyphs.arabic(view[p])) {
            return -1;
        }
        int point = series.reader().run(p, limit);
        return point - p < 3 && at(point, limit) == '.' && Glyphs.arabic(at(point + 1, limit)) ? point : -1;
    }

    private boolean isListNumber(Numeral number, int from, int limit) {
        if (!whole(number) || number.value().compareTo(HUNDRED) >= 0) {
            return false;
        }
        char next = at(number.end(), limit);
        char before = number.start() > from ? view[number.start() - 1] : '\n';
        if (before == '(' && next == ')') {
            return true;
        }
        boolean opens = before == '\n' || before == '\t';
        boolean clause = opens || "。;；!、,，：: ".indexOf(before) >= 0;
        char behind = at(number.end() + 1, limit);
        return switch (next) {
            case '、' -> opens || before == '。' || clause && before != '、' && !number.arabic() && !Glyphs.chinese(behind);
            case '.' -> clause && !Glyphs.arabic(behind) || opens && number.length() < 3;
            case ')' -> clause;
            default -> false;
        };
    }

    /// The rule that says why a number with a unit is no quantity here, or null.
    @Nullable String rejects(Quantities found, int from, int limit, int quoteEnd) {
        if (found.unit().kind() != Kind.AMOUNT && wording.holds(found.start(), from, limit)) {
            return "scoring-rule";
        }
        if (found.unit().kind() == Kind.SCORE) {
            boolean one = found.last().form() == Numeral.Form.CHINESE && found.last().value().compareTo(BigDecimal.ONE) == 0;
            boolean bound = found.end() < limit && "≤<≦".indexOf(at(found.end(), limit)) >= 0;
            return one || wording.isVery(found.start(), found.end(), from, limit) ? "indefinite" : bound ? "scoring-rule" : wording.isGrade(found.end(), limit, found.range()) ? "scoring-rule" : null;
        }
        if (found.unit().kind() != Kind.COUNT || found.negative()) {
            return null;
        }
        var number = found.numbers().getFirst();
        char before = number.start() > from ? view[number.start() - 1] : '\n';
        boolean chinese = number.form() == Numeral.Form.CHINESE;
        if (found.end() <= quoteEnd && (chinese || Glyphs.kind(before) == Glyphs.OPEN)) {
            return "slogan";
        }
        if (!chinese) {
            return behindItems(found, limit);
        }
        char behind = at(found.end(), limit);
        if (number.value().compareTo(BigDecimal.ONE) == 0 && number.length() == 1) {
            return isCountedOne(before, behind, from, found) ? null : "indefinite";
        }
        if (isPair(number, found.end(), from, limit)) {
            return "slogan";
        }
        if (isPlace(number, found.end(), behind)) {
            return "place-name";
        }
        boolean classes = "级类层等期".indexOf(view[found.end() - 1]) >= 0 && found.end() - number.end() == 1;
        boolean phase = view[found.end() - 1] == '期' && isEnd(behind);
        if (classes && !phase && number.value().compareTo(TEN) < 0) {
            return "fixed-term";
        }
        if (view[found.end() - 1] == '届') {
            return "ordinal";
        }
        boolean second = number.length() == 1 && view[number.start()] == '二';
        return second && found.end() - number.end() == 1 ? "ordinal" : null;
    }

    /// `2022项目` and `7项目` name a year's project and project 7; `5项目标` counts.
    private @Nullable String behindItems(Quantities found, int limit) {
        boolean project = view[found.end() - 1] == '项' && at(found.end(), limit) == '目' && at(found.end() + 1, limit) != '标';
        return project ? "label-number" : null;
    }

    /// 两所一庭, 四议两公开: small Chinese numbers that follow each other close are the names of things.
    private boolean isPair(Numeral number, int end, int from, int limit) {
        if (number.length() != 1 || end - number.end() != 1) {
            return false;
        }
        boolean next = small(at(end, limit)) && at(end + 1, limit) >= 0x4E00
                && "方级等类大是".indexOf(at(end + 1, limit)) < 0;
        boolean last = number.start() - 2 >= from && small(view[number.start() - 2]) && view[number.start() - 1] >= 0x4E00
                && "是为有在".indexOf(view[number.start() - 1]) < 0 && Glyphs.kind(view[number.start() - 1]) == Glyphs.OTHER;
        return next || last;
    }

    private static boolean small(char c) {
        return "一二两三四五六七八九".indexOf(c) >= 0;
    }

    /// 三门县 and 三台县, and in a report that names them 三门 and 三台 too; 五区 and 两县 are those that everybody there knows.
    private boolean isPlace(Numeral number, int end, char behind) {
        if (number.length() == 1 && end - number.end() == 1 && "区县市".indexOf(view[number.end()]) >= 0) {
            return true;
        }
        if (number.length() != 1 || end - number.end() != 1 || "门台道".indexOf(view[number.end()]) < 0) {
            return false;
        }
        var name = String.valueOf(view, number.start(), 2);
        if ("县市区镇乡旗峡".indexOf(behind) >= 0) {
            places.add(name);
        }
        return places.contains(name);
    }

    /// 一 counts where it ends its clause (`新建公墓一处，`), not where it introduces a noun (`是一项惠民项目`).
    private boolean isCountedOne(char before, char behind, int from, Quantities found) {
        return (isEnd(behind) || Glyphs.arabic(behind)) && before >= 0x4E00 && "是为这那每某另有同任统下上进第此唯单万不其之一".indexOf(before) < 0;
    }

    static boolean isEnd(char c) {
        return c == '\0' || c == '\n' || c == '\t' || "，,。;；、)!".indexOf(c) >= 0;
    }

    /// Whether what follows says that the number is one that results are compared with (`的目标`, `的控制线`).
    boolean isCompared(int at, int limit) {
        if (at(at, limit) != '的') {
            return false;
        }
        for (int i = at + 1; i < Math.min(at + 8, limit); i++) {
            if ("标准求度值线额划率".indexOf(view[i]) >= 0) {
                return true;
            }
            if ("，,。;；\n\t".indexOf(view[i]) >= 0) {
                return false;
            }
        }
        return false;
    }

    /// Whether a number ends its clause.
    boolean closes(Numeral number, int limit) {
        int behind = series.reader().gap(number.end(), limit);
        return behind >= limit || isEnd(view[behind]);
    }

    /// Before spaces and the opening of a formula.
    int beforeLitter(int start, int from) {
        int at = start;
        while (at > from && (view[at - 1] == ' ' || view[at - 1] == '$')) {
            at--;
        }
        return at;
    }

    private char beforeBlank(int start, int from) {
        int at = start;
        while (at > from && view[at - 1] == ' ') {
            at--;
        }
        return at > from ? view[at - 1] : '\n';
    }

    private char at(int at, int limit) {
        return at < limit ? view[at] : '\0';
    }
}
