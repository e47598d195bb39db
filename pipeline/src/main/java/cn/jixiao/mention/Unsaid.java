package cn.jixiao.mention;

import cn.jixiao.document.Span;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What tells the unit of a number that has none printed behind it: a label before it, the line above, a verb or noun of
/// money, people or points.
final class Unsaid {

    private static final String AREAS = "省市州县区旗乡镇村";
    private static final int LONGEST_NAME = 30;
    private static final List<String> COUNTED = List.of("人次", "人", "人数", "人口", "群众", "学生", "患者", "职工", "老人", "居民",
            "村民", "游客", "用户", "农户", "案件", "纠纷");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final char[] view;
    private final SeriesReader series;

    Unsaid(char[] view, SeriesReader series) {
        this.view = view;
        this.series = series;
    }

    /// Whether money is meant by a number that ends with 万 or 亿 and its clause (`拨付资金1200万，`).
    boolean isElidedYuan(Numeral number, int from, int limit) {
        int behind = series.reader().gap(number.end(), limit);
        boolean ends = behind >= limit || Circumstance.isEnd(view[behind]) || "/已(".indexOf(view[behind]) >= 0;
        if (number.scale() < 4 || !ends) {
            return false;
        }
        for (int i = number.start() - 1; i >= Math.max(from, number.start() - 14) && !Circumstance.isEnd(view[i]); i--) {
            char c = view[i];
            boolean subsidy = i > from && view[i - 1] == '补' && (c == '助' || c == '贴');
            if (subsidy || c == '余' && i > from && (view[i - 1] == '剩' || view[i - 1] == '结') || "金资费款额算本薪".indexOf(c) >= 0 || (c == '入' || c == '出') && i > from
                    && "支收投".indexOf(view[i - 1]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// The measure word that a label before a bare number ends with (`应补助人数1218，`: 人), where nothing follows the number.
    @Nullable Span countedBefore(Numeral number, int from, int limit) {
        int behind = series.reader().gap(number.end(), limit);
        if (behind < limit && !Circumstance.isEnd(view[behind])) {
            return null;
        }
        int end = number.start();
        while (end > from && (": =为是达".indexOf(view[end - 1]) >= 0) && number.start() - end < 3) {
            end--;
        }
        return end - 2 >= from && view[end - 1] == '数' ? new Span(end - 2, end - 1) : null;
    }

    /// The measure word that goes without saying after people and cases in tens of thousands (`受援人近50万，`), or null.
    @Nullable String countedNoun(Numeral number, int from, int limit) {
        int behind = series.reader().gap(number.end(), limit);
        if (number.scale() < 4 || behind < limit && !Circumstance.isEnd(view[behind])) {
            return null;
        }
        int end = number.start();
        while (end > from && "近约超达为过逾已共 ".indexOf(view[end - 1]) >= 0 && number.start() - end < 4) {
            end--;
        }
        for (var noun : COUNTED) {
            int start = end - noun.length();
            if (start > from && noun.contentEquals(CharBuffer.wrap(view, start, noun.length()))) {
                return noun.endsWith("件") || noun.endsWith("纷") ? "件" : noun.endsWith("次") ? "人次" : noun.endsWith("户") ? "户" : "人";
            }
        }
        return null;
    }

    /// Where the brackets before a number begin and end, as a form's label has its unit in them (`资金总额（万元）：120.00`).
    @Nullable Span labelBrackets(int start, int from) {
        int close = start;
        while (close > from && ": =≥≤><\n\t近约超达共".indexOf(view[close - 1]) >= 0 && start - close < 4) {
            close--;
        }
        if (close == from || view[close - 1] != ')') {
            return null;
        }
        int open = close - 1;
        while (open > from && close - open < 10 && view[open] != '(') {
            open--;
        }
        // 县(区)、市(县) are areas and no measure of what follows.
        boolean area = open > from && AREAS.indexOf(view[open - 1]) >= 0 && AREAS.indexOf(view[close - 2]) >= 0;
        return view[open] == '(' && close - 1 > open + 1 && !area ? new Span(open + 1, close - 1) : null;
    }

    /// 下达资金（万元）：6153.46 / 其中：中央专项资金 4605: whether a number ends the line below another one's, which names money.
    boolean isNextLine(int above, Numeral number) {
        int start = number.start();
        int length = start - above;
        if (length < 4 || length > LONGEST_NAME || number.end() < view.length && view[number.end()] != '\n') {
            return false;
        }
        int line = start;
        boolean money = false;
        while (line > above && view[line - 1] != '\n') {
            line--;
            if (Glyphs.arabic(view[line]) || "。;，,".indexOf(view[line]) >= 0) {
                return false;
            }
            money |= "金费款额算贴".indexOf(view[line]) >= 0 || view[line] == '助' && line > above && view[line - 1] == '补';
        }
        for (int i = above; i < line; i++) {
            if (view[i] != '\n' && view[i] != ' ') {
                return false;
            }
        }
        return money && line > above && ": \t".indexOf(view[start - 1]) >= 0;
    }

    /// Whether a number without a unit is a score: 得分85.82，.
    boolean isElidedScore(Numeral number, int from, int limit) {
        int at = number.start();
        while (at > from && "为是:达 ".indexOf(view[at - 1]) >= 0) {
            at--;
        }
        boolean named = at - 2 >= from && view[at - 1] == '分' && "得评总".indexOf(view[at - 2]) >= 0;
        return named && number.arabic() && number.scale() == 0 && number.value().compareTo(HUNDRED) <= 0
                && (number.end() >= limit || Circumstance.isEnd(view[number.end()]));
    }
}
