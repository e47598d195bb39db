package cn.jixiao.observe;

import cn.jixiao.dictionary.Indicators;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the numbers of running text, sentence by sentence: cuts phrases, deals lists out, judges goal or result, finds
/// what is counted, and sets the role right by that.
final class Prose {

    /// The full marks of a report as a whole.
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Scene scene;
    private final Phrases phrases;
    private final Shares shares;
    private final Roles roles;
    private final Years years;
    private final Attribution attribution;
    private final Hindsight hindsight;
    private final Subsets subsets;
    private final Wording wording;
    private final Told told;
    private final Lead lead;
    private final Parallels parallels;
    private final Mirrors mirrors;

    Prose(Scene scene, Indicators indicators, Chooser chooser, Units units, Wording wording) {
        this.scene = scene;
        this.wording = wording;
        this.told = new Told(scene);
        this.phrases = new Phrases(scene.text, scene.hits, scene.lexicon);
        this.shares = new Shares(scene);
        this.roles = new Roles(scene);
        this.years = new Years(scene);
        this.subsets = new Subsets(scene, wording);
        this.lead = new Lead(scene);
        this.hindsight = new Hindsight(scene, years, told);
        var parts = new Parts(scene, indicators, units, chooser, subsets, wording);
        var lists = new Lists(scene, units, phrases, wording);
        var afar = new Afar(scene, chooser, units, lists, told);
        this.parallels = new Parallels(scene, units);
        this.mirrors = new Mirrors(scene, units, shares);
        this.attribution = new Attribution(scene, chooser, phrases, parts, lists, parallels, afar, subsets, wording, told);
    }

    /// A sentence without numbers may still be a lead (绩效目标：) for those that follow.
    void pass(Span sentence) {
        lead.hear(sentence);
        told.open(sentence);
        parallels.open(sentence);
        told.close(sentence);
    }

    /// @param given the role of the column the sentence stands in, or null
    List<Draft> read(Span sentence, List<Mention> mentions, @Nullable Role given) {
        lead.hear(sentence);
        told.open(sentence);
        parallels.open(sentence);
        var cut = phrases.of(sentence, mentions);
        var dealt = shares.deal(cut);
        mirrors.open();
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < cut.size(); i++) {
            var before = i > 0 ? drafts.getLast() : told.joined(sentence);
            var share = dealt.get(i);
            var year = share == null ? null : share.year();
            var draft = read(Clause.of(scene.text, cut.get(i), year == null ? share : null, sentence, before), given);
            if (year != null) {
                years.dealt(draft, year);
            }
            var model = share == null ? mirrors.model(cut, i, told.drafts()) : null;
            if (model != null && draft.bare) {
                mirrors.follow(draft, model, years);
            }
            drafts.add(draft);
            told.add(draft);
            parallels.add(draft);
        }
        subsets.carry(drafts, cut);
        Scores.weigh(drafts, scene);
        told.close(sentence);
        return drafts;
    }

    private Draft read(Clause clause, @Nullable Role given) {
        var draft = draft(clause);
        var verdict = roles.judge(clause.phrase(), clause.sentence(), clause.start(), lead.tense(draft.start()), given);
        draft.role = verdict.role();
        draft.rule(verdict.rule());
        attribution.decide(draft, clause);
        hindsight.reconsider(draft, verdict);
        points(draft, clause);
        hindsight.scored(draft);
        hindsight.executed(draft);
        hindsight.touching(draft);
        years.decide(draft, clause.sentence(), verdict.plan());
        hindsight.cost(draft, clause);
        hindsight.asked(draft, clause);
        hindsight.money(draft, verdict, clause);
        hindsight.future(draft, clause);
        if (draft.label.isEmpty()) {
            var before = clause.before();
            draft.label = before != null && draft.bare ? before.label
                    : wording.label(new Span(clause.start(), clause.phrase().clause().end()));
        }
        return draft;
    }

    private Draft draft(Clause clause) {
        var phrase = clause.phrase();
        var share = clause.share();
        var draft = new Draft(phrase.mention(), share != null ? share.noun() : phrase.label());
        draft.bare = phrase.bare() && share == null;
        draft.rule(share != null ? "label:dealt" : phrase.rule());
        draft.words = share != null ? scene.words(share.noun()).strip() : "";
        draft.label = share != null ? wording.label(share.label()) : wording.label(phrase.label());
        draft.project = scene.project(draft.start()).map(project -> project.name()).orElse(null);
        draft.evidence = clause.sentence();
        return draft;
    }

    /// 满分10分，得9分: points after a full mark are the item's and not the report's.
    private static void points(Draft draft, Clause clause) {
        var before = clause.before();
        boolean after = before != null && "evaluation.item_weight".equals(before.indicator) && clause.sentence().contains(before.start());
        boolean whole = after && before.mention.quantity().value().compareTo(FULL) == 0;
        if (whole && ("evaluation.item_score".equals(draft.indicator) || draft.indicator == null) && draft.quantity.kind() == Kind.SCORE) {
            draft.indicator = "evaluation.score";
            draft.rule("indicator:of-full-marks");
        } else if (!whole && after && "evaluation.score".equals(draft.indicator)) {
            draft.indicator = "evaluation.item_score";
            draft.rule("indicator:after-weight");
        }
    }
}
