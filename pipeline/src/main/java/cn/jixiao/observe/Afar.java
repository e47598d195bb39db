package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import java.util.ArrayList;
import java.util.List;

/// Attributes a number whose clause names nothing: what the sentence speaks of, what was told before, what it stands under.
final class Afar {

    private static final int REACH = 60;
    private static final int BACK = 6;

    private final Scene scene;
    private final Chooser chooser;
    private final Units units;
    private final Lists lists;
    private final Told told;

    Afar(Scene scene, Chooser chooser, Units units, Lists lists, Told told) {
        this.scene = scene;
        this.chooser = chooser;
        this.units = units;
        this.lists = lists;
        this.told = told;
    }

    void attribute(Draft draft, Span sentence) {
        int at = draft.start();
        var quantity = draft.mention.quantity();
        var near = new Zone("sentence", scene.hits, Math.max(sentence.start(), at - REACH), at, at, 0.8, true);
        var zones = new ArrayList<>(List.of(near));
        zones.addAll(scene.backdrop(at, false));
        var found = chooser.choose(quantity.kind(), quantity.unit(), zones);
        if (found.isPresent()) {
            take(draft, found.get(), 0.7);
            return;
        }
        boolean named = quantity.kind() == Kind.RATE && named(sentence, at);
        if (before(draft, sentence, named)) {
            return;
        }
        if (named) {
            draft.rule("indicator:none");
            return;
        }
        chooser.choose(quantity.kind(), quantity.unit(), scene.backdrop(at, true))
                .ifPresentOrElse(choice -> take(draft, choice, 0.6), () -> draft.rule("indicator:none"));
    }

    /// Goes on with what was told before, of the same sort; a rate that its sentence names, only within the sentence.
    private boolean before(Draft draft, Span sentence, boolean named) {
        var drafts = told.drafts();
        for (int i = drafts.size() - 1; i >= 0 && drafts.size() - i < BACK; i--) {
            var candidate = drafts.get(i);
            if (named && candidate.end() <= sentence.start()) {
                return false;
            }
            if (!candidate.noLevel && candidate.indicator != null
                    && units.alike(candidate.mention.quantity(), draft.mention.quantity())) {
                boolean over = candidate.end() <= sentence.start() && candidate.whole != null && candidate.whole.indicator != null;
                lists.follow(draft, over ? candidate.whole : candidate, "indicator:previous");
                draft.confidence = 0.6;
                return true;
            }
        }
        return false;
    }

    /// 护理员持证率，目标≥90%: a rate that the sentence names is not the one told before, even if nobody knows it.
    private boolean named(Span sentence, int to) {
        for (int i = Math.max(sentence.start() + 1, to - REACH); i < to; i++) {
            if (scene.text.charAt(i) == '率' && Character.isIdeographic(scene.text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static void take(Draft draft, Choice choice, double confidence) {
        draft.indicator = choice.indicator().id();
        draft.rule("indicator:" + choice.zone().name());
        draft.confidence = confidence;
    }
}
