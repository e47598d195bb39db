package cn.jixiao.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers that answer, one by one, those told just before: 受理500件，办结458件，结案率91.6%；上年同期分别为430件、412件和95.8%.
final class Mirrors {

    private final Scene scene;
    private final Units units;
    private final Shares shares;
    private List<Draft> models = List.of();
    private int from;
    private int to;
    private boolean earlier;

    Mirrors(Scene scene, Units units, Shares shares) {
        this.scene = scene;
        this.units = units;
        this.shares = shares;
    }

    void open() {
        models = List.of();
        to = 0;
    }

    /// What the number at `place` of a sentence answers, or null; to be asked from the first to the last.
    ///
    /// @param told all numbers of the paragraph before it
    @Nullable Draft model(List<Phrase> phrases, int place, List<Draft> told) {
        if (place >= to) {
            begin(phrases, place, told);
        }
        return models.isEmpty() ? null : models.get(place - from);
    }

    private void begin(List<Phrase> phrases, int place, List<Draft> told) {
        from = place;
        to = shares.run(phrases, place);
        int count = to - from;
        models = List.of();
        var first = phrases.get(place);
        int at = first.mention().span().start();
        var word = scene.last("respectively", Math.min(first.before().start(), at), at);
        if (count < 2 || !first.bare() || word == null || told.size() < count) {
            return;
        }
        var before = told.subList(told.size() - count, told.size());
        for (int i = 0; i < count; i++) {
            var quantity = phrases.get(place + i).mention().quantity();
            if (!units.alike(before.get(i).mention.quantity(), quantity) || before.get(i).noLevel) {
                return;
            }
        }
        models = List.copyOf(before);
        earlier = scene.has("earlier_year", Math.min(first.before().start(), at), at);
    }

    void follow(Draft draft, Draft model, Years years) {
        draft.indicator = model.indicator;
        draft.label = model.label;
        draft.breakdown = model.breakdown;
        draft.noLevel = false;
        draft.confidence = 0.75;
        draft.rules.removeIf(rule -> rule.startsWith("indicator:") || rule.startsWith("level:"));
        draft.rule("indicator:mirrored");
        if (earlier) {
            years.before(draft);
        }
    }
}
