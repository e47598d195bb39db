package cn.jixiao.mention;

import java.math.BigDecimal;
import java.util.Random;

/// Prints numbers the ways reports print them.
final class Printer {

    private static final String[] SMALL = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "", "十", "百", "千", "万", "亿"};
    private static final String[] LARGE = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "", "拾", "佰", "仟", "万", "亿"};

    private Printer() {
    }

    static String print(BigDecimal whole, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> whole.toPlainString();
            case 1 -> arabic(whole, random);
            case 2 -> {
                var chinese = words(whole.longValueExact(), SMALL);
                // 一件 alone does not count: it may introduce a noun. 二件 is not said.
                yield chinese.length() == 1 ? whole.toPlainString() : chinese;
            }
            case 3 -> whole.signum() > 0 && whole.remainder(new BigDecimal(100)).signum() == 0
                    ? whole.movePointLeft(4).stripTrailingZeros().toPlainString() + "万" : full(whole.toPlainString());
            default -> capital(whole);
        };
    }

    static String capital(BigDecimal whole) {
        return words(whole.longValueExact(), LARGE);
    }

    static String arabic(BigDecimal value, Random random) {
        var text = random.nextBoolean() ? String.format(java.util.Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value)
                : value.toPlainString();
        return random.nextInt(4) == 0 ? full(text).replace('，', ',') : text;
    }

    private static String full(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 && c != ',' ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    static String words(long value, String[] words) {
        if (value >= 100_000_000) {
            return words(value / 100_000_000, words) + words[15] + rest(value % 100_000_000, 10_000_000, words);
        }
        if (value >= 10_000) {
            return words(value / 10_000, words) + words[14] + rest(value % 10_000, 1000, words);
        }
        for (int power = 3; power > 0; power--) {
            long scale = (long) Math.pow(10, power);
            if (value >= scale) {
                var head = power == 1 && value < 20 && words == SMALL ? "" : words[(int) (value / scale)];
                return head + words[10 + power] + rest(value % scale, scale / 10, words);
            }
        }
        return words[(int) value];
    }

    private static String rest(long value, long expected, String[] words) {
        if (value == 0) {
            return "";
        }
        var said = words(value, words);
        var full = value >= 10 && value < 20 && words == SMALL ? "一" + said : said;
        return value < expected ? words[0] + full : full;
    }
}
