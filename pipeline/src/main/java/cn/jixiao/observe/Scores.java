package cn.jixiao.observe;

import cn.jixiao.observation.Role;
import java.util.List;

/// Tells full marks from points where both are told in a row: 决策类15分，得14分.
final class Scores {

    private static final String POINTS = "evaluation.item_score";
    private static final int APART = 8;

    private Scores() {
    }

    static void weigh(List<Draft> drafts, Scene scene) {
        for (int i = 0; i + 1 < drafts.size(); i++) {
            var full = drafts.get(i);
            var got = drafts.get(i + 1);
            boolean row = POINTS.equals(full.indicator) && POINTS.equals(got.indicator) && got.start() - full.end() <= APART
                    && full.mention.quantity().value().compareTo(got.mention.quantity().value()) >= 0;
            if (row && got(scene, full.end(), got.start()) && !got(scene, full.labelSpan.start(), full.labelSpan.end())) {
                full.indicator = "evaluation.item_weight";
                full.role = Role.TARGET;
                full.rule("indicator:before-score");
            }
        }
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
