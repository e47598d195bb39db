package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbers that go on with the one before: the next item of a list, what was reached of a goal, what else money was paid for.
final class Lists {

    private static final int NEIGHBOUR = 24;

    private final Scene scene;
    private final Units units;
    private final Phrases phrases;
    private final Wording wording;

    Lists(Scene scene, Units units, Phrases phrases, Wording wording) {
        this.scene = scene;
        this.units = units;
        this.phrases = phrases;
        this.wording = wording;
    }

    /// 律师业务培训目标2次，组织了10次: what follows a goal in its sentence, with hardly a word of its own, is what was reached.
    boolean reached(Draft draft, Optional<Choice> own, @Nullable Draft before) {
        return before != null && before.role == Role.TARGET && before.indicator != null && draft.role == Role.ACTUAL
                && alike(before, draft) && draft.start() - before.end() < NEIGHBOUR
                && own.filter(choice -> choice.to() - choice.from() > 2).isEmpty()
                && scene.has("target_before", Math.max(0, before.start() - 6), before.start());
    }

    /// Whether a number goes on with the one before: nothing said anew, or the next item of a list.
    boolean continues(Draft draft, Phrase phrase, Draft before) {
        if (before.noLevel || !alike(before, draft)) {
            return false;
        }
        int gap = before.end();
        boolean listed = gap < draft.start() && "、和及与".indexOf(scene.text.charAt(gap)) >= 0 && !before.rules.contains("label:after");
        return listed && before.indicator != null && draft.mention.quantity().kind() != Kind.RATE || extreme(draft)
                || draft.bare && !phrases.says(new Span(Math.min(gap, phrase.before().start()), phrase.before().start()));
    }

    /// 办案补贴8万元，宣传费3万元: what money is listed with tells what it was paid for.
    boolean spent(Draft draft, @Nullable Draft before) {
        return draft.mention.quantity().kind() == Kind.AMOUNT && !draft.bare && before != null && before.indicator != null
                && before.mention.quantity().kind() == Kind.AMOUNT && draft.start() - before.end() < NEIGHBOUR
                && (before.indicator.endsWith(".subsidy") || before.rules.contains("indicator:paid-list")
                || before.part && before.indicator.equals("fund.spent")
                || before.indicator.equals("fund.spent")
                && scene.has("breakdown_opener", Math.max(0, before.start() - NEIGHBOUR), before.start()));
    }

    /// Whether a number in a list goes with the one before, which is no level: 分别减少20%、40%.
    boolean levelOn(Draft draft, @Nullable Draft before) {
        if (before == null || !before.noLevel || !alike(before, draft) || before.end() >= draft.start()) {
            return false;
        }
        var between = scene.text.subSequence(before.end(), draft.start());
        boolean listed = between.length() <= 2 && between.chars().allMatch(c -> "、和及与 ".indexOf(c) >= 0);
        return listed || draft.bare && between.length() <= 4 && between.charAt(0) == '、';
    }

    /// Whether a share is told again for something else: 占比分别为56%、44%.
    boolean sharesOn(Draft draft, @Nullable Draft before) {
        return draft.bare && before != null && before.rules.contains("level:share") && alike(before, draft);
    }

    void follow(Draft draft, Draft before, String rule) {
        draft.indicator = before.indicator;
        draft.rule(rule);
        draft.confidence = 0.75;
        if (draft.bare) {
            draft.label = before.label;
            draft.breakdown = scene.has("sum", Math.max(0, draft.start() - 6), draft.start()) ? null : before.breakdown;
        } else {
            draft.part = before.part;
            draft.breakdown = extreme(draft) ? null : wording.part(draft.label).orElse(null);
        }
    }

    void paid(Draft draft) {
        draft.indicator = "fund.spent";
        draft.breakdown = wording.part(draft.label).orElse(null);
        draft.confidence = 0.75;
        draft.rule("indicator:paid-list");
    }

    private boolean alike(Draft one, Draft other) {
        return units.alike(one.mention.quantity(), other.mention.quantity());
    }

    private boolean extreme(Draft draft) {
        return scene.has("extreme", draft.labelSpan.start(), draft.labelSpan.end());
    }
}
