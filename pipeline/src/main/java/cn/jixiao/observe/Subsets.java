package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Names the subset a number is about: 农民工 in 农民工法律援助案件87件.
final class Subsets {

    private static final int FARTHEST = 16;

    private final Scene scene;
    private final Wording wording;

    Subsets(Scene scene, Wording wording) {
        this.scene = scene;
        this.wording = wording;
    }

    /// The one subset a label names, if any.
    Optional<String> word(Draft draft, Phrase phrase) {
        var words = words(draft, phrase);
        return words.size() == 1 ? Optional.of(scene.words(new Span(words.getFirst().start(), words.getFirst().end()))) : Optional.empty();
    }

    void name(Draft draft, Phrase phrase, @Nullable Choice choice, Shares.@Nullable Share share) {
        if (share != null) {
            draft.breakdown = wording.part(draft.label).orElse(null);
            draft.rule("breakdown:dealt");
            return;
        }
        extreme(draft);
        if (draft.mention.quantity().kind() == Kind.RATE || draft.mention.quantity().kind() == Kind.SCORE) {
            return;
        }
        spending(draft, phrase);
        var word = word(draft, phrase);
        if (word.isPresent() && draft.breakdown == null) {
            draft.breakdown = word.get();
            draft.rule("breakdown:label");
        }
    }

    private List<Hits.Hit> words(Draft draft, Phrase phrase) {
        var words = new ArrayList<Hits.Hit>();
        boolean money = draft.mention.quantity().kind() == Kind.AMOUNT;
        int from = Math.max(phrase.label().start(), phrase.numberFirst() ? 0 : phrase.label().end() - FARTHEST);
        var all = scene.hits.in(from, phrase.label().end());
        for (var hit : all) {
            boolean subset = scene.lexicon.list("subset").get(hit.word())
                    || money && scene.lexicon.list("subset_money").get(hit.word());
            if (subset && !listed(hit, phrase.label()) && all.stream().noneMatch(other -> hides(other, hit))) {
                words.removeIf(hit::covers);
                words.add(hit);
            }
        }
        return words;
    }

    /// A longer word around a subset's takes its meaning (行政 in 行政许可) unless it only adds the bearer (民事案件).
    private boolean hides(Hits.Hit longer, Hits.Hit hit) {
        if (!longer.covers(hit)) {
            return false;
        }
        var rest = scene.text.subSequence(hit.end(), longer.end());
        return longer.start() != hit.start() || !scene.lexicon.words("part_tail").contains(rest);
    }

    /// 最高的市本级为75%: who is highest is whom the number is about.
    private void extreme(Draft draft) {
        var hit = scene.last("extreme", draft.labelSpan.start(), draft.labelSpan.end());
        if (hit != null && hit.end() < draft.labelSpan.end()) {
            var name = wording.label(new Span(hit.end(), draft.labelSpan.end()));
            if (name.length() <= 10) {
                draft.breakdown = name;
                draft.rule("breakdown:extreme");
            }
        }
    }

    /// Whether a label is nothing but a subset's name: 民事, 农民工案件.
    boolean only(Draft draft) {
        var name = wording.part(draft.label).orElse(draft.label);
        return scene.lexicon.words("subset").contains(name);
    }

    /// 民事、刑事案件: several subsets together are no subset.
    private boolean listed(Hits.Hit hit, Span label) {
        return hit.start() > label.start() && scene.text.charAt(hit.start() - 1) == '、'
                || hit.end() < scene.text.length() && scene.text.charAt(hit.end()) == '、';
    }

    /// 发放劳务报酬45万元: money paid out names what for.
    private void spending(Draft draft, Phrase phrase) {
        if (!"fund.spent".equals(draft.indicator)) {
            return;
        }
        for (var verb : scene.lexicon.words("spending_verb")) {
            var rest = draft.label.startsWith(verb) ? draft.label.substring(verb.length()) : "";
            if (rest.length() >= 2 && scene.lexicon.words("money").stream().noneMatch(rest::equals)) {
                draft.breakdown = rest;
                draft.rule("breakdown:spending");
                return;
            }
        }
    }

    /// …农民工案件87件，受援人数243人次，…老年人案件16件，受援人数16人次: measures that alternate with subsets take
    /// over the subset told just before.
    void carry(List<Draft> drafts, List<Phrase> phrases) {
        boolean carried = false;
        for (int i = 1; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var before = drafts.get(i - 1);
            boolean follows = i + 1 < drafts.size() && drafts.get(i + 1).breakdown != null
                    && java.util.Objects.equals(drafts.get(i + 1).indicator, before.indicator);
            boolean bearer = draft.breakdown == null && draft.indicator != null && before.breakdown != null
                    && !draft.indicator.equals(before.indicator) && before.rules.contains("breakdown:label")
                    && scene.has("subset_bearer", phrases.get(i).label().start(), phrases.get(i).label().end());
            if (bearer && (follows || carried)) {
                draft.breakdown = before.breakdown;
                draft.rule("breakdown:carried");
                carried = true;
            } else if (draft.breakdown == null) {
                carried = false;
            }
        }
    }
}
