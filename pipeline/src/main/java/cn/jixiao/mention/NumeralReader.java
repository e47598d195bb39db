package cn.jixiao.mention;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads the number that starts at a place: Arabic digits with separators and decimals, Chinese and capital numerals,
/// positional digits (二〇二一), and mixtures with 万 and 亿 (`1亿2千万`).
///
/// Every character is looked at a fixed number of times.
final class NumeralReader {

    /// More digits than a `long` holds for sure.
    private static final int LONG_DIGITS = 17;
    /// Longer digit strings are codes, whose value nobody needs.
    private static final int CODE = 30;
    private final char[] view;

    NumeralReader(char[] view) {
        this.view = view;
    }

    /// @return null where no number starts
    @Nullable Numeral read(int from, int limit) {
        return Glyphs.arabic(view[from]) ? arabic(from, limit) : chinese(from, limit);
    }

    private @Nullable Numeral arabic(int from, int limit) {
        int whole = separated(from, limit);
        int end = decimals(from, whole, limit);
        if (end - from > CODE) {
            return code(from, end);
        }
        if (end + 1 < limit && view[end] == '.' && Glyphs.arabic(view[end + 1])) {
            return dotted(from, end, limit);
        }
        if (end - whole == 5 && isYear(whole + 1) && whole - from <= 2 && at(gap(end, limit), limit) == '年') {
            end = whole;
        }
        int decimals = end == whole ? 0 : end - whole - (view[whole + 1] == ' ' ? 2 : 1);
        int scaled = skipMore(end, limit);
        int after = scales(scaled == end ? gap(end, limit) : scaled, limit);
        if (after < 0) {
            return plain(from, end, decimals, 0, end, false);
        }
        int power = power(scaled == end ? gap(end, limit) : scaled, after);
        int on = decimals == 0 && scaled == end ? gap(after, limit) : limit;
        if (on < limit && continues(on, limit, power) && (on == after || Glyphs.arabic(view[on]))) {
            return new Mixture(this, view, from, limit).read();
        }
        return plain(from, end, decimals, power, after, scaled > end);
    }

    private Numeral plain(int from, int end, int decimals, int power, int after, boolean more) {
        var value = digits(from, end, decimals).scaleByPowerOfTen(power);
        var step = BigDecimal.ONE.scaleByPowerOfTen(power - decimals);
        return new Numeral(from, after, Numeral.Form.ARABIC, value, step, null, power, more);
    }

    BigDecimal digits(int from, int end, int decimals) {
        if (end - from > LONG_DIGITS) {
            var text = new StringBuilder(end - from);
            for (int i = from; i < end; i++) {
                if (Glyphs.arabic(view[i])) {
                    text.append(view[i]);
                }
            }
            return new BigDecimal(new java.math.BigInteger(text.toString()), decimals);
        }
        long value = 0;
        for (int i = from; i < end; i++) {
            if (Glyphs.arabic(view[i])) {
                value = value * 10 + view[i] - '0';
            }
        }
        return BigDecimal.valueOf(value, decimals);
    }

    /// The end of the digits, groups of three behind separators included.
    private int separated(int from, int limit) {
        int end = run(from, limit);
        if (end - from > 3 || view[from] == '0' && end - from > 1) {
            return end;
        }
        while (isGroup(end, limit)) {
            end += 4;
        }
        return end;
    }

    private boolean isGroup(int at, int limit) {
        return at + 3 < limit && (view[at] == ',' || view[at] == '，') && Glyphs.arabic(view[at + 1])
                && Glyphs.arabic(view[at + 2]) && Glyphs.arabic(view[at + 3]) && !Glyphs.arabic(at(at + 4, limit));
    }

    private int decimals(int from, int whole, int limit) {
        boolean point = whole + 1 < limit && view[whole] == '.' && Glyphs.arabic(view[whole + 1]);
        return point ? run(whole + 1, limit) : torn(from, whole, limit);
    }

    /// `经费221. 60万元`: where words lead up to a number and money or a percent sign follows, a space behind the point
    /// came from the printer. The end of the decimals, or `whole`.
    private int torn(int from, int whole, int limit) {
        boolean led = from > 0 && view[from - 1] >= 0x4E00 && at(whole, limit) == '.' && at(whole + 1, limit) == ' '
                && Glyphs.arabic(at(whole + 2, limit));
        int end = led ? run(whole + 2, limit) : whole;
        char behind = at(end, limit);
        return led && end - whole < 7 && (behind == '万' || behind == '亿' || behind == '元' || behind == '%') ? end : whole;
    }

    private Numeral dotted(int from, int at, int limit) {
        int end = at;
        while (end + 1 < limit && view[end] == '.' && Glyphs.arabic(view[end + 1])) {
            end = run(end + 1, limit);
        }
        return code(from, end);
    }

    private static Numeral code(int from, int end) {
        return new Numeral(from, end, Numeral.Form.DOTTED, BigDecimal.ZERO, BigDecimal.ONE, null, 0, false);
    }

    private boolean isYear(int at) {
        return view[at] == '2' && view[at + 1] == '0' || view[at] == '1' && view[at + 1] == '9';
    }

    int run(int from, int limit) {
        int end = from;
        while (end < limit && Glyphs.arabic(view[end])) {
            end++;
        }
        return end;
    }

    /// Behind 余, 多 or 几 if a scale follows (`920余万`), else `at`.
    int skipMore(int at, int limit) {
        int more = gap(at, limit);
        char c = at(more, limit);
        boolean scale = Glyphs.kind(at(more + 1, limit)) == Glyphs.SCALE && !isUnitScale(more + 1, limit);
        return (c == '余' || c == '多' || c == '几') && scale ? more + 1 : at;
    }

    /// The end of 十, 百, 千, 万, 亿 from `at` on, or -1 if there is none.
    int scales(int at, int limit) {
        int end = at;
        while (end < limit && end - at < 4 && Glyphs.kind(view[end]) == Glyphs.SCALE && !isUnitScale(end, limit)) {
            end++;
        }
        return end > at ? end : -1;
    }

    /// 千 of 千克, 百 of 百分点: part of a unit or of a fraction, not of the number.
    boolean isUnitScale(int at, int limit) {
        char next = at(at + 1, limit);
        return switch (view[at]) {
            case '千' -> next == '克' || next == '瓦' || next == '伏' || next == '卡' || next == '帕' || next == '字'
                    || next == '米' && Glyphs.arabic(at(at - 1, limit));
            case '百' -> next == '分' && (at(at + 2, limit) == '点' || at(at + 2, limit) == '比') || next == '帕';
            case '兆' -> next == '瓦' || next == '字' || next == '帕' || next == '赫';
            default -> false;
        };
    }

    int power(int from, int end) {
        int power = 0;
        for (int i = from; i < end; i++) {
            power += Glyphs.value(view[i]);
        }
        return power;
    }

    /// Whether the number goes on behind a scale: `1亿2千万`, `200亿零四千`, `1万600`.
    private boolean continues(int at, int limit, int power) {
        char c = view[at];
        if (!Glyphs.arabic(c)) {
            return Glyphs.kind(c) == Glyphs.DIGIT;
        }
        int end = run(at, limit);
        int behind = gap(end, limit);
        char next = at(behind, limit);
        boolean scale = Glyphs.kind(next) == Glyphs.SCALE && Glyphs.value(next) < power && !isUnitScale(behind, limit);
        boolean apart = Glyphs.kind(view[at - 1]) != Glyphs.SCALE;
        return scale || !apart && end - at >= 2 && end - at <= power && end - at < LONG_DIGITS && next != '.' && next != ',';
    }

    private @Nullable Numeral chinese(int from, int limit) {
        if (Glyphs.kind(view[from]) == Glyphs.SCALE && Glyphs.value(view[from]) != 1 && !isBare(from, limit)) {
            return null;
        }
        int end = from;
        while (end < limit && Glyphs.kind(view[end]) == Glyphs.DIGIT) {
            end++;
        }
        if (end - from == 2 && view[from] == '一' && view[from + 1] == '一') {
            return new Numeral(from, from + 1, Numeral.Form.CHINESE, BigDecimal.ONE, BigDecimal.ONE, null, 0, false);
        }
        boolean spoken = end - from == 2 && isPair(view[from], view[end - 1]);
        return end - from >= 2 && !spoken ? positional(from, end, limit) : new Mixture(this, view, from, limit).read();
    }

    /// A scale without a digit counts only in `百余名`, `近千人`, `百分之百`.
    private boolean isBare(int at, int limit) {
        char next = at(at + 1, limit);
        if (next == '余' || next == '多' && at(at + 2, limit) != '样') {
            return true;
        }
        char before = at > 0 ? view[at - 1] : ' ';
        return before == '近' || before == '上' || before == '逾' || before == '超' || before == '过' || before == '约'
                || before == '之';
    }

    static boolean isPair(char one, char other) {
        int first = Glyphs.value(one);
        return first > 0 && (Glyphs.value(other) == first + 1 || first == 3 && Glyphs.value(other) == 5);
    }

    private Numeral positional(int from, int end, int limit) {
        int last = end;
        int decimals = 0;
        if (at(end, limit) == '点' && Glyphs.kind(at(end + 1, limit)) == Glyphs.DIGIT) {
            last = end + 1;
            while (last < limit && Glyphs.kind(view[last]) == Glyphs.DIGIT) {
                last++;
            }
            decimals = last - end - 1;
        }
        if (last - from > CODE) {
            return code(from, last);
        }
        var digits = new StringBuilder(last - from);
        for (int i = from; i < last; i++) {
            if (i != end) {
                digits.append((char) ('0' + Glyphs.value(view[i])));
            }
        }
        var value = new BigDecimal(new java.math.BigInteger(digits.toString()), decimals);
        return new Numeral(from, last, form(from), value, BigDecimal.ONE.scaleByPowerOfTen(-decimals), null, 0, false);
    }

    Numeral.Form form(int from) {
        return Glyphs.capital(view[from]) ? Numeral.Form.CAPITAL
                : Glyphs.arabic(view[from]) ? Numeral.Form.ARABIC : Numeral.Form.CHINESE;
    }

    char at(int at, int limit) {
        return at >= 0 && at < limit ? view[at] : '\0';
    }

    /// Behind the spaces, and at most one line break, that stand inside a quantity.
    int gap(int at, int limit) {
        int end = at;
        boolean line = false;
        while (end < limit && end - at < 4 && (view[end] == ' ' || view[end] == '\n' && !line)) {
            line |= view[end] == '\n';
            end++;
        }
        return end;
    }
}
