package cn.jixiao.mention;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a half as the rate it is: `完成了一半`, `过半受援人`, `半数以上`, `近一半`.
///
/// A half that is compared with another year, told of time (`时间过半`), or only begins a word (`半年`, `半价`) is none.
final class Halves {

    private static final BigDecimal FIFTY = new BigDecimal(50);
    private static final BigDecimal ROUGHLY = BigDecimal.TEN;
    private static final int REACH = 14;
    /// What begins with a half without being one.
    private static final String WORDS = "年月天日小时公里价夜径岛成边空球步路山场身决路自开程载个径封工托脱";
    private static final List<String> BEFORE = List.of("占", "占到", "占了", "达", "达到", "完成", "完成了", "有", "近", "超过", "超", "不足", "不到", "接近",
            "约", "大约", "至少", "占比", "占比为");
    private static final List<String> AFTER = List.of("以上", "以下", "左右", "多");
    private static final List<String> NO_LEVEL = List.of("时间", "去年", "上年", "同期", "另", "其余", "期限", "学期");

    private final char[] view;

    Halves(char[] view) {
        this.view = view;
    }

    /// The half whose 半 stands at an offset, or null.
    @Nullable Quantities read(int at, int from, int limit) {
        boolean one = at > from && view[at - 1] == '一';
        boolean counted = at + 1 < limit && view[at + 1] == '数';
        int start = one ? at - 1 : at;
        int end = counted ? at + 2 : at + 1;
        if (end < limit && WORDS.indexOf(view[end]) >= 0 || above(start, from)) {
            return null;
        }
        boolean noun = end < limit && Character.isIdeographic(view[end]) || "率度例占比".indexOf(start - 2 >= from ? view[start - 2] : ' ') >= 0;
        boolean over = !one && noun && start > from && view[start - 1] == '过' && !is(start - 1, from, "超经通不");
        boolean near = !one && noun && start > from && (view[start - 1] == '近' || view[start - 1] == '超') && !is(start - 1, from, "附最临");
        boolean bounded = AFTER.stream().anyMatch(word -> starts(word, end, limit));
        boolean named = (one || counted) && (bounded || BEFORE.stream().anyMatch(word -> ends(word, start, from)));
        if (!over && !near && !named) {
            return null;
        }
        var number = new Numeral(start, end, Numeral.Form.CHINESE, FIFTY, ROUGHLY, null, 0, false);
        return new Quantities(over ? start - 1 : start, end, List.of(number), false, Grammar.PERCENT, false, false, over,
                List.of("chinese", "half"));
    }

    private boolean is(int at, int from, String characters) {
        return at > from && characters.indexOf(view[at - 1]) >= 0;
    }

    /// Whether the clause before compares with something that is no whole.
    private boolean above(int start, int from) {
        int least = Math.max(from, start - REACH);
        int at = start;
        while (at > least && "，,。;；\n\t".indexOf(view[at - 1]) < 0) {
            at--;
        }
        var clause = new String(view, at, start - at);
        return NO_LEVEL.stream().anyMatch(clause::contains);
    }

    private boolean starts(String word, int at, int limit) {
        if (at + word.length() > limit) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (view[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean ends(String word, int at, int from) {
        return at - word.length() >= from && starts(word, at - word.length(), at);
    }
}
