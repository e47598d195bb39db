package cn.jixiao.mention;

import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads numbers with their unit: measure words and money, percents in all their spellings, fractions, tenths (九成五).
final class QuantityReader {

    private static final MathContext FRACTION = new MathContext(8);
    /// What a price or a frequency is for, besides units.
    private static final WordTree<Boolean> BASES = new WordTree<>();

    static {
        List.of("年", "年度", "月", "日", "天", "周", "季", "季度", "时", "小时", "分钟", "秒", "生", "学年", "学期", "案", "校", "村", "县", "乡", "镇",
                "市", "工作日").forEach(base -> BASES.add(base, true));
    }


    private final Grammar grammar;
    private final char[] view;
    private final SeriesReader series;

    QuantityReader(Grammar grammar, char[] view, SeriesReader series) {
        this.grammar = grammar;
        this.view = view;
        this.series = series;
    }

    /// @param from where a number, or the 百 of 百分之, starts
    /// @return null where the number has no unit
    @Nullable Quantities read(int from, int floor, int limit) {
        var percent = spokenPercent(from, floor, limit);
        if (percent != null) {
            return percent;
        }
        var numbers = series.read(from, limit);
        if (numbers == null || numbers.last().form() == Numeral.Form.DOTTED) {
            return null;
        }
        var fraction = fraction(numbers, floor, limit);
        if (fraction != null) {
            return fraction;
        }
        return measured(numbers, floor, limit);
    }

    private @Nullable Quantities measured(SeriesReader.Series numbers, int floor, int limit) {
        var coins = numbers.last().form() == Numeral.Form.CAPITAL ? coins(numbers.last(), limit) : null;
        if (coins != null) {
            return new Quantities(coins.start(), coins.end(), List.of(coins), false, Grammar.YUAN,
                    coins.start() > floor && negative(coins.start() - 1, Grammar.YUAN), true, false, List.of("capital", "coins"));
        }
        int behind = numbers.end();
        int more = behindMore(behind, limit);
        var word = word(more, limit);
        if (word == null && more > behind) {
            more = behind;
            word = word(behind, limit);
        }
        int start = currency(numbers.start(), floor);
        var unit = word == null ? null : word.value().unit();
        if (unit == null && start < numbers.start()) {
            return quantities(numbers, start, behind, Grammar.YUAN, more > behind, "currency-sign");
        }
        boolean apart = unit != null && unit.kind() == Kind.SCORE && numbers.last().form() == Numeral.Form.CHINESE && view[more] == ' ';
        if (unit == null || word == null || apart) {
            return null;
        }
        var found = quantities(numbers, start, word.end(), unit, more > behind, unit.kind().key());
        return switch (unit.symbol()) {
            case "CNY" -> money(found, limit);
            case "%" -> tenths(found, limit);
            default -> perUnit(found, limit);
        };
    }

    /// `4.52（万人）`: the unit stands in brackets behind its number; behind a year it is the heading of a column.
    @Nullable Quantities bracketed(Numeral number, int limit) {
        int open = number.end();
        if (!number.arabic() || open + 2 >= limit || view[open] != '(' || isYear(number)) {
            return null;
        }
        int close = open + 1;
        while (close < limit && close - open < 8 && view[close] != ')') {
            close++;
        }
        if (close >= limit || view[close] != ')') {
            return null;
        }
        int power = view[open + 1] == '万' ? 4 : view[open + 1] == '亿' ? 8 : 0;
        var whole = grammar.known(new String(view, open + 1, close - open - 1));
        var unit = whole != null || power == 0 ? whole : grammar.known(new String(view, open + 2, Math.max(0, close - open - 2)));
        if (unit == null) {
            return null;
        }
        var counted = whole == null ? number.scaled(power) : number;
        return new Quantities(number.start(), close + 1, List.of(counted), false, unit, false, false, number.more(),
                List.of(number.form().rule(), "bracketed-unit"));
    }

    static boolean isYear(Numeral number) {
        return number.length() == 4 && number.step().compareTo(BigDecimal.ONE) == 0
                && number.value().compareTo(new BigDecimal(1990)) >= 0 && number.value().compareTo(new BigDecimal(2050)) < 0;
    }

    WordTree.@Nullable Match<Grammar.Word> word(int at, int limit) {
        int q = litter(at, limit);
        var found = q < limit ? grammar.tree().longest(view, q, limit) : null;
        boolean cut = found != null && found.end() < limit && Glyphs.letter(view[found.end() - 1])
                && (Glyphs.letter(view[found.end()]) || Glyphs.arabic(view[found.end()]));
        return cut ? null : found;
    }

    /// Behind spaces, and what converters of formulas leave behind (`90\%`).
    private int litter(int at, int limit) {
        int q = series.reader().gap(at, limit);
        return q < limit && view[q] == '\\' ? q + 1 : q;
    }

    private int behindMore(int at, int limit) {
        int q = series.reader().gap(at, limit);
        if (q >= limit) {
            return at;
        }
        boolean more = switch (view[q]) {
            case '余', '多', '几' -> true;
            case '来' -> view[at - 1] == '十' || view[at - 1] == '0' || view[at - 1] == '百';
            default -> false;
        };
        return more ? q + 1 : at;
    }

    private Quantities quantities(SeriesReader.Series series, int start, int end, Unit unit, boolean more, String rule) {
        var last = series.last();
        var numbers = new ArrayList<Numeral>();
        for (var each : series.numbers()) {
            boolean inherits = each != last && last.scale() > 0 && each.scale() == 0
                    && (!series.range() || each.value().scaleByPowerOfTen(last.scale()).compareTo(last.value()) <= 0);
            numbers.add(inherits ? each.scaled(last.scale()) : each);
        }
        var rules = new ArrayList<String>();
        rules.add(last.form().rule());
        rules.add(rule);
        int before = start - 1;
        while (before > 0 && view[before] == ' ' && view[before - 1] == '负') {
            before--;
        }
        boolean negative = negative(before, unit);
        return new Quantities(negative ? before : start, end, numbers, series.range(), unit, negative, false,
                more || last.more(), rules);
    }

    private boolean negative(int at, Unit unit) {
        if (at < 0 || unit.kind() == Kind.COUNT || unit.kind() == Kind.SCORE) {
            return false;
        }
        if (view[at] == '负') {
            return true;
        }
        char before = at == 0 ? '\n' : view[at - 1];
        return view[at] == '-' && before != '-' && !Glyphs.arabic(before) && !Glyphs.letter(before) && before != '%'
                && (before < 0x4E00 || "为达是率长减降比了幅额差至增余亏盈产少加润入出计数和及与".indexOf(before) >= 0);
    }

    private int currency(int start, int floor) {
        int at = start;
        while (at > floor && view[at - 1] == ' ') {
            at--;
        }
        if (at > floor && view[at - 1] == '¥') {
            return at - 1;
        }
        boolean named = at - 3 >= floor && view[at - 1] == '币' && view[at - 2] == '民' && view[at - 3] == '人';
        return named ? at - 3 : start;
    }

    /// `壹佰元整`, `3元5角`, `1500元/件`.
    private Quantities money(Quantities found, int limit) {
        int end = found.end();
        var last = found.last();
        boolean yuan = found.unit().factor().compareTo(BigDecimal.ONE) == 0;
        if (yuan && found.single()) {
            var small = smallMoney(last, end, limit);
            last = small == null ? last : small;
            end = small == null ? end : small.end();
        }
        boolean exact = end < limit && (view[end] == '整' || view[end] == '正' && last.form() == Numeral.Form.CAPITAL);
        end = exact ? end + 1 : end;
        var numbers = new ArrayList<>(found.numbers().subList(0, found.numbers().size() - 1));
        numbers.add(last);
        var money = new Quantities(found.start(), end, numbers, found.range(), found.unit(), found.negative(),
                exact || last.form() == Numeral.Form.CAPITAL, found.more(), found.rules());
        return perUnit(money, limit);
    }

    private @Nullable Numeral smallMoney(Numeral yuan, int at, int limit) {
        var jiao = coin(at, limit, '角');
        var fen = coin(jiao == null ? at : jiao.end(), limit, '分');
        if (jiao == null && fen == null || jiao == null && yuan.form() != Numeral.Form.CAPITAL) {
            return null;
        }
        var value = yuan.value();
        value = jiao == null ? value : value.add(jiao.value().movePointLeft(1));
        value = fen == null ? value : value.add(fen.value().movePointLeft(2));
        int end = fen == null ? jiao.end() : fen.end();
        return new Numeral(yuan.start(), end, yuan.form(), value, new BigDecimal("0.01"), null, 0, false);
    }

    /// Capital 角 and 分 without 元: 肆角叁分.
    private @Nullable Numeral coins(Numeral number, int limit) {
        boolean none = number.end() >= limit || view[number.end()] != '角' && view[number.end()] != '分';
        var nothing = new Numeral(number.start(), number.start(), Numeral.Form.CAPITAL, BigDecimal.ZERO, BigDecimal.ONE, null, 0, false);
        return none ? null : smallMoney(nothing, number.start(), limit);
    }

    private @Nullable Numeral coin(int at, int limit, char name) {
        if (at >= limit || Glyphs.kind(view[at]) != Glyphs.DIGIT && Glyphs.kind(view[at]) != Glyphs.ARABIC) {
            return null;
        }
        var number = series.reader().read(at, limit);
        boolean coin = number != null && number.end() < limit && view[number.end()] == name
                && number.value().compareTo(BigDecimal.TEN) < 0;
        return coin ? number.endingAt(number.end() + 1, false) : null;
    }

    /// Takes `/件`, `/人·年` and the like into the words of the quantity.
    private Quantities perUnit(Quantities found, int limit) {
        int end = found.end();
        while (end + 1 < limit && (view[end] == '/' || view[end] == '·' || view[end] == '*') && end - found.end() < 12) {
            boolean times = view[end] == '*' && Glyphs.arabic(view[end + 1]);
            if (times) {
                break;
            }
            int count = Glyphs.arabic(view[end + 1]) ? series.reader().read(end + 1, limit).end() : end + 1;
            var word = grammar.tree().longest(view, count, limit);
            int behind = word != null && word.value().unit() != null ? word.end() : behindPeriod(count, limit);
            if (behind < 0) {
                break;
            }
            end = behind;
        }
        if (end == found.end()) {
            return found;
        }
        var rules = new ArrayList<>(found.rules());
        rules.add("per-unit");
        return new Quantities(found.start(), end, found.numbers(), found.range(), found.unit(), found.negative(),
                found.exact(), found.more(), rules);
    }

    private int behindPeriod(int at, int limit) {
        var word = at < limit ? BASES.longest(view, at, limit) : null;
        return word == null ? -1 : word.end();
    }

    /// 九成五 is 95 %, 三成半 is 35 %.
    private Quantities tenths(Quantities found, int limit) {
        int end = found.end();
        if (view[end - 1] != '成' || end >= limit || !found.single()) {
            return found;
        }
        boolean half = view[end] == '半';
        boolean digit = Glyphs.kind(view[end]) == Glyphs.DIGIT && (end + 1 >= limit || !Glyphs.chinese(view[end + 1]));
        if (!half && !digit) {
            return found;
        }
        var rest = BigDecimal.valueOf(half ? 5 : Glyphs.value(view[end]), 1);
        var last = found.last();
        var whole = new Numeral(last.start(), last.end(), last.form(), last.value().add(rest), new BigDecimal("0.1"), null,
                0, false);
        return new Quantities(found.start(), end + 1, List.of(whole), false, found.unit(), found.negative(), false,
                found.more(), found.rules());
    }

    /// 百分之九十五, 千分之二, 万分之三.
    private @Nullable Quantities spokenPercent(int from, int floor, int limit) {
        int scales = from;
        int power = 2;
        while (scales < limit && scales - from < 4 && Glyphs.kind(view[scales]) == Glyphs.SCALE) {
            power -= Glyphs.value(view[scales]);
            scales++;
        }
        if (scales == from || scales + 2 >= limit || view[scales] != '分' || view[scales + 1] != '之') {
            return null;
        }
        int at = series.reader().gap(scales + 2, limit);
        boolean minus = at < limit && (view[at] == '负' || view[at] == '-');
        at = minus ? at + 1 : at;
        var numbers = at >= limit || Glyphs.kind(view[at]) == Glyphs.OTHER ? null : series.read(at, limit);
        if (numbers == null || numbers.last().form() == Numeral.Form.DOTTED) {
            return null;
        }
        var unit = new Unit("%", Kind.RATE, List.of("百分之"), BigDecimal.ONE.scaleByPowerOfTen(power));
        var found = quantities(numbers, from, numbers.end(), unit, false, "spoken-percent");
        int more = behindMore(found.end(), limit);
        return new Quantities(found.start(), more, found.numbers(), found.range(), unit, minus || found.negative(), false,
                more > numbers.end(), found.rules());
    }

    /// 三分之二 is 66.666667 %.
    private @Nullable Quantities fraction(SeriesReader.Series below, int floor, int limit) {
        int at = below.end();
        if (at + 2 >= limit || view[at] != '分' || view[at + 1] != '之' || below.last().value().signum() == 0) {
            return null;
        }
        var above = Glyphs.kind(view[at + 2]) == Glyphs.OTHER ? null : series.reader().read(at + 2, limit);
        if (above == null) {
            return null;
        }
        var value = above.value().movePointRight(2).divide(below.last().value(), FRACTION);
        var number = new Numeral(below.last().start(), above.end(), above.form(), value, BigDecimal.ONE, null, 0, false);
        var rules = List.of(above.form().rule(), "fraction");
        return new Quantities(number.start(), number.end(), List.of(number), false, Grammar.PERCENT, false, false, false, rules);
    }
}
