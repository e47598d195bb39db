package cn.jixiao.observe;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Role;
import java.util.List;

/// Tells full marks from points where both are told in a row: 决策类15分，得14分.
final class Scores {

    private static final String POINTS = "evaluation.item_score";
    private static final int APART = 8;
    /// How words end behind which brackets hold what was got.
    private static final String RESULTS = "分优良中差格";

    private Scores() {
    }

    static void weigh(List<Draft> drafts, Scene scene) {
        drafts.stream().filter(draft -> isFullMark(draft, scene)).forEach(draft -> full(draft, "indicator:in-brackets"));
        for (int i = 0; i + 1 < drafts.size(); i++) {
            var full = drafts.get(i);
            var got = drafts.get(i + 1);
            boolean row = POINTS.equals(full.indicator) && POINTS.equals(got.indicator) && got.start() - full.end() <= APART
                    && full.mention.quantity().value().compareTo(got.mention.quantity().value()) >= 0;
            if (row && got(scene, full.end(), got.start()) && !got(scene, full.labelSpan.start(), full.labelSpan.end())) {
                full(full, "indicator:before-score");
            }
        }
    }

    private static void full(Draft draft, String rule) {
        draft.indicator = "evaluation.item_weight";
        draft.role = Role.TARGET;
        draft.rules.removeIf(each -> each.startsWith("indicator:"));
        draft.rule(rule);
    }

    /// 项目决策（10分）: whole points alone in brackets behind a name are its full marks; 自评得分（92分）, 优（92分） are results.
    private static boolean isFullMark(Draft draft, Scene scene) {
        int open = draft.start() - 1;
        boolean points = draft.quantity.kind() == Kind.SCORE && draft.indicator != null && draft.quantity.comparator() == Comparator.EQ
                && draft.quantity.value().stripTrailingZeros().scale() <= 0;
        boolean alone = open > 0 && scene.text.charAt(open) == '(' && draft.end() < scene.text.length() && scene.text.charAt(draft.end()) == ')';
        return points && alone && Character.isIdeographic(scene.text.charAt(open - 1)) && RESULTS.indexOf(scene.text.charAt(open - 1)) < 0;
    }

    private static boolean got(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.text.charAt(i) == '得') {
                return true;
            }
        }
        return false;
    }
}
