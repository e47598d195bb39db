package cn.jixiao.mention;

import cn.jixiao.observation.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words that bound a number, before and after it, as section 2 of the observation contract maps them.
final class ComparatorWords {

    /// How a word bounds.
    ///
    /// @param compares whether the word can compare a result with the number (`高于98%的目标`), which then stands for itself
    /// @param close whether the true value lies near (`近4万`), not anywhere below
    /// @param otherWith characters before it (behind it, for words after the number) that make another word of it (`节约`)
    record Bound(Comparator comparator, boolean compares, boolean close, String otherWith) {
    }

    /// Longer words that end as one of these do and bound nothing, where one character before does not tell them apart:
    /// 村规民约56份, but 村民约300人.
    private static final Bound NONE = new Bound(Comparator.EQ, false, false, "");

    /// Any further word makes another one of it (`5元余款`).
    private static final String ANY = "*";
    private static final int LONGEST_SUM = 40;
    private static final WordTree<Bound> BEFORE = new WordTree<>();
    private static final WordTree<Bound> AFTER = new WordTree<>();

    static {
        before(Comparator.GE, false, false, "", "不低于", "不少于", "不小于", "不下于", "不下", "至少", "最少", "起码", "≥", ">=", "=>",
                "\\geq", "\\ge", "大于等于", "大于或等于", "高于或等于", "高于等于", "不得低于", "不得少于", "不弱于");
        before(Comparator.LE, false, false, "", "不超过", "不大于", "不高于", "不多于", "不得超过", "不得高于", "至多", "最多", "≤", "<=",
                "=<", "\\leq", "\\le", "小于等于", "小于或等于", "低于或等于", "低于等于", "不超", "不突破", "未超过", "不得突破", "少于等于", "少于或等于");
        before(Comparator.GT, true, false, "", "超过", "超出", "大于", "多于", "高于", "优于");
        before(Comparator.GT, false, false, "", "突破", "逾", ">", "\\gt", "超过了", "突破了", "上");
        before(Comparator.GT, false, false, "赶反高", "超");
        before(Comparator.LT, true, false, "", "低于", "小于", "少于");
        before(Comparator.LT, false, false, "", "<", "\\lt");
        before(Comparator.LT, false, true, "", "不足", "不到", "不满", "接近", "将近", "未满", "未达到");
        before(Comparator.LT, false, true, "附最临邻接亲就靠远新", "近");
        before(Comparator.ABOUT, false, false, "", "大约", "大致", "大概", "约为", "左右约", "\\approx", "≈", "大约为");
        before(Comparator.ABOUT, false, false, "节签预违特履续契邀公简爽毁赴相", "约");
        BEFORE.add("约民规", NONE);
        before(Comparator.EQ, false, false, "", "=", "等于");
        after(Comparator.GE, "", "以上", "及以上", "或以上", "(含)以上", "(含以上)", "及其以上");
        after(Comparator.LE, "", "以下", "以内", "之内", "及以下", "或以下", "及以内", "(含)以下", "封顶");
        after(Comparator.ABOUT, "岸侧两手", "左右");
        after(Comparator.ABOUT, "游水班级联楼铺", "上下");
        after(Comparator.GT, "", "有余");
        after(Comparator.GT, ANY, "余");
    }

    private ComparatorWords() {
    }

    private static void before(Comparator comparator, boolean compares, boolean close, String notAfter, String... words) {
        for (var word : List.of(words)) {
            BEFORE.add(new StringBuilder(word).reverse().toString(), new Bound(comparator, compares, close, notAfter));
        }
    }

    private static void after(Comparator comparator, String notBefore, String... words) {
        for (var word : List.of(words)) {
            AFTER.add(word, new Bound(comparator, false, false, notBefore));
        }
    }

    /// The word that ends at `at`, where the number begins; 上 only before a bare scale (`上百名`). Its place is where it begins.
    static WordTree.@Nullable Match<Bound> before(char[] view, int at, int limit) {
        var found = BEFORE.longestBefore(view, at, limit);
        if (found == null) {
            return null;
        }
        boolean other = found.end() > limit && found.value().otherWith().indexOf(view[found.end() - 1]) >= 0;
        boolean onLine = view[found.end()] == '上' && (at >= view.length || Glyphs.kind(view[at]) != Glyphs.SCALE);
        return other || onLine || found.value() == NONE ? null : found;
    }

    /// Whether a sign of equality stands behind a calculation (`20场×500元/场=1万元`) and bounds nothing.
    static boolean isWorkedOut(char[] view, int sign, int limit) {
        for (int i = sign - 1; view[sign] == '=' && i >= limit && sign - i < LONGEST_SUM; i--) {
            switch (view[i]) {
                case '×', '*', '+' -> {
                    return true;
                }
                case ',', '，', '。', ';', '；', '、', '\n', '\t' -> {
                    return false;
                }
                default -> { }
            }
        }
        return false;
    }

    /// The word that fills a stretch, as the cells of a column 指标性质 do.
    static @Nullable Bound whole(char[] view, int from, int limit) {
        int end = limit;
        while (end > from && view[end - 1] <= ' ') {
            end--;
        }
        int start = from;
        while (start < end && view[start] <= ' ') {
            start++;
        }
        var found = end - start == 0 || end - start > 8 ? null : before(view, end, start);
        return found != null && found.end() == start ? found.value() : null;
    }

    static WordTree.@Nullable Match<Bound> after(char[] view, int at, int limit) {
        var found = AFTER.longest(view, at, limit);
        if (found == null || found.end() >= limit) {
            return found;
        }
        char behind = view[found.end()];
        boolean other = found.value().otherWith().equals(ANY) ? behind >= 0x4E00 && behind < 0xA000
                : found.value().otherWith().indexOf(behind) >= 0;
        return other ? null : found;
    }
}
