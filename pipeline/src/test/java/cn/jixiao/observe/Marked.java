package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text whose mentions stand in [brackets], and the mentions read from it in the simplest way that tests need.
///
/// @param text without the brackets
record Marked(String text, List<Mention> mentions) {

    private static final Pattern NUMBER = Pattern.compile("([0-9][0-9,.]*)\\s*(万|亿|千)?[余多几]?\\s*(\\S*?)(以上|以下|左右|以内)?$");

    static Marked of(String marked) {
        var text = new StringBuilder();
        var mentions = new ArrayList<Mention>();
        int open = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '[') {
                open = text.length();
            } else if (c == ']') {
                mentions.add(mention(open, text.substring(open)));
            } else {
                text.append(c);
            }
        }
        return new Marked(text.toString(), mentions);
    }

    static Mention mention(int start, String raw) {
        var found = NUMBER.matcher(raw);
        var value = BigDecimal.ONE;
        var unit = raw.endsWith("%") || raw.contains("百分之") || raw.contains("‰") ? "%" : raw.replaceAll("^[^\\p{IsHan}]*", "");
        if (found.find()) {
            value = new BigDecimal(found.group(1).replace(",", ""));
            var after = found.group(3);
            unit = (after.startsWith("%") || after.startsWith("‰") ? "%" : after);
            value = value.multiply(BigDecimal.valueOf("万".equals(found.group(2)) ? 10_000 : "亿".equals(found.group(2)) ? 100_000_000 : 1));
        }
        boolean money = unit.contains("元");
        var kind = money ? Kind.AMOUNT : unit.equals("%") ? Kind.RATE : unit.equals("分") ? Kind.SCORE : Kind.COUNT;
        var comparator = raw.matches("^(>=|≥|不少于|不低于|至少).*|.*以上$") ? Comparator.GE
                : raw.matches("^(<=|≤|不超过|不高于).*|.*(以下|以内)$") ? Comparator.LE
                : raw.matches("^(>|超|逾|大于|突破).*|.*[余多].*") ? Comparator.GT : Comparator.EQ;
        return new Mention(new Span(start, start + raw.length()), raw,
                new Quantity(kind, comparator, value, money ? "CNY" : unit.isEmpty() ? "个" : unit, Interval.exactly(value)), List.of());
    }
}
