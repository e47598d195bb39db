package cn.jixiao.observe;

import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names the subset a number is about: 农民工 in 农民工法律援助案件87件.
final class Subsets {

    private final Scene scene;
    private final Wording wording;

    Subsets(Scene scene, Wording wording) {
        this.scene = scene;
        this.wording = wording;
    }

    void name(Draft draft, Phrase phrase, @Nullable Choice choice, Shares.@Nullable Share share) {
        if (share != null) {
            draft.breakdown = wording.part(draft.label).orElse(null);
            draft.rule("breakdown:dealt");
            return;
        }
        var words = new ArrayList<Hits.Hit>();
        for (var hit : scene.hits.in(phrase.label().start(), phrase.label().end())) {
            boolean inTerm = choice != null && choice.zone().hits() == scene.hits
                    && choice.from() <= hit.start() && hit.end() <= choice.to() && choice.to() - choice.from() <= hit.length() + 4
                    && choice.from() == hit.start() && choice.indicator().id().equals(draft.indicator) && !alone(choice, hit);
            if (scene.lexicon.list("subset").get(hit.word()) && !inTerm
                    && (words.isEmpty() || !words.getLast().covers(hit))) {
                words.removeIf(hit::covers);
                words.add(hit);
            }
        }
        if (words.size() == 1) {
            draft.breakdown = scene.words(new Span(words.getFirst().start(), words.getFirst().end()));
            draft.rule("breakdown:label");
        }
    }

    /// 民事案件 as a term of all cases: the subset's word is no part of the indicator's meaning.
    private static boolean alone(Choice choice, Hits.Hit hit) {
        return choice.indicator().terms().stream().anyMatch(term -> term.words().contains("|"))
                && choice.to() > hit.end();
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
