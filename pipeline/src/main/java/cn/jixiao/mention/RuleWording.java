package cn.jixiao.mention;

import java.util.List;

/// Tells sentences that word a scoring rule (`每低1%扣0.5分`, `90分以上为优`), whose numbers report nothing. What was scored
/// is told by such sentences' neighbours (`满意度95%，得满分`), which are read.
///
/// Sentences are asked about from front to back, each is looked at once.
final class RuleWording {

    private static final List<String> SIGNS = List.of("扣完", "酌情扣", "否则得", "否则不", "否则扣", "按比例得分", "按比例扣分",
            "按比例计分", "未达到不得分", "未完成不得分", "需说明", "请说明", "应说明",
            "内打分", "分值区间", "档内", "合理确定", "确定分值", "确定得分", "部分达成预期指标", "标红", "标黄", "标绿");

    private final char[] view;
    private final WordTree<Boolean> signs = new WordTree<>();
    private int start = -1;
    private int end = -1;
    private boolean rule;

    RuleWording(char[] view) {
        this.view = view;
        SIGNS.forEach(sign -> signs.add(sign, true));
    }

    /// Whether the sentence around `at` words a rule.
    boolean holds(int at, int from, int limit) {
        if (at < start || at >= end) {
            begin(at, from, limit);
        }
        return rule;
    }

    private void begin(int at, int from, int limit) {
        start = at;
        int floor = Math.max(from, at >= end ? end : from);
        while (start > floor && !ends(view[start - 1])) {
            start--;
        }
        boolean each = false;
        rule = false;
        end = start;
        while (end < limit && (end < at || !ends(view[end]))) {
            each |= view[end] == '每';
            boolean deducted = each && view[end] == '扣' && end + 1 < limit && Glyphs.kind(view[end + 1]) == Glyphs.ARABIC;
            rule |= deducted || signs.longest(view, end, limit) != null;
            end++;
        }
        end = Math.max(end, at + 1);
    }

    private static boolean grade(char c) {
        return c == '优' || c == '良' || c == '差' || c == '中';
    }

    private static boolean ends(char c) {
        return c == '。' || c == '\n' || c == '\t' || c == '!';
    }

    /// Whether a score is the border of a grade.
    boolean isGrade(int at, int limit, boolean range) {
        boolean border = range;
        for (int i = at; i < Math.min(at + 10, limit); i++) {
            char c = view[i];
            if ((c == ',' || c == '，' || c == ':') && i + 1 < limit && i < at + 3 && grade(view[i + 1])) {
                return true;
            }
            if (c == ',' || c == '，' || c == '。' || c == ';' || c == '\n' || c == '、') {
                return false;
            }
            border |= c == '含' || c == '以' && i + 1 < limit && (view[i + 1] == '上' || view[i + 1] == '下') || c == '-' || c == '~';
            if (border && (grade(c) || c == '格')) {
                return true;
            }
        }
        return false;
    }

    /// 十分频繁 is no score.
    boolean isVery(int start, int end, int from, int limit) {
        return view[start] == '十' && end - start == 2 && end < limit && Character.isIdeographic(view[end])
                && "满得计扣加减为值制以的和是".indexOf(view[end]) < 0 && (start == from || "得扣计加减满为值".indexOf(view[start - 1]) < 0);
    }
}
