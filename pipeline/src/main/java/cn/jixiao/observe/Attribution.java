package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides what a number of running text counts: nothing lasting, a part of a whole, what its own words name, what a
/// list goes on with, or what is told from afar; in this order.
final class Attribution {

    private static final int COMPOSED_REACH = 60;
    private static final int SENTENCE_REACH = 160;
    private static final int MEASURED_REACH = 40;
    private static final double NO_LEVEL = 0.85;
    private static final double PARALLEL = 0.8;

    private final Scene scene;
    private final Chooser chooser;
    private final Phrases phrases;
    private final Levels levels;
    private final Parts parts;
    private final Lists lists;
    private final Parallels parallels;
    private final Afar afar;
    private final Wording wording;
    private final Subsets subsets;
    private final Told told;

    Attribution(Scene scene, Chooser chooser, Phrases phrases, Parts parts, Lists lists, Parallels parallels, Afar afar,
            Subsets subsets, Wording wording, Told told) {
        this.scene = scene;
        this.chooser = chooser;
        this.phrases = phrases;
        this.levels = new Levels(scene);
        this.parts = parts;
        this.lists = lists;
        this.parallels = parallels;
        this.afar = afar;
        this.subsets = subsets;
        this.wording = wording;
        this.told = told;
    }

    void decide(Draft draft, Clause clause) {
        var noLevel = levels.judge(clause.phrase(), clause.start());
        if (noLevel.isPresent()) {
            noLevel(draft, clause, noLevel.get());
            return;
        }
        var before = clause.before();
        if (before != null && lists.levelOn(draft, before)) {
            draft.noLevel = true;
            draft.label = draft.label.isEmpty() || draft.bare ? before.label : draft.label;
            draft.rule("level:list");
            draft.confidence = NO_LEVEL;
            return;
        }
        var own = chooser.choose(clause.kind(), draft.mention.quantity().unit(), zones(clause))
                .filter(choice -> !beside(clause.phrase(), choice));
        if (share(clause, own)) {
            draft.noLevel = true;
            draft.rule("level:share");
            draft.confidence = NO_LEVEL;
            return;
        }
        var label = clause.phrase().label();
        boolean place = clause.kind() == Kind.COUNT && scene.has("counted", label.start(), label.end());
        draft.bare |= clause.share() == null && own.isEmpty() && !place && phrases.light(label);
        choose(draft, clause, own);
        item(draft, clause);
        if (draft.breakdown == null && !draft.part && (draft.indicator != null || clause.share() != null)) {
            subsets.name(draft, clause.phrase(), own.orElse(null), clause.share());
        }
    }

    private void choose(Draft draft, Clause clause, Optional<Choice> own) {
        var before = clause.before();
        var whole = whole(draft, clause, own);
        var counterpart = whole.isPresent() || sums(draft) ? Optional.<Draft>empty()
                : parallels.counterpart(draft).filter(each -> parts.inherits(each, own) && !led(draft, own));
        if (whole.isPresent()) {
            parts.join(draft, clause.phrase(), whole.get());
        } else if (counterpart.isPresent()) {
            draft.indicator = counterpart.get().indicator;
            draft.breakdown = wording.part(draft.label).orElse(null);
            draft.confidence = PARALLEL;
            draft.rule("indicator:parallel");
        } else if (before != null && lists.reached(draft, own, before)) {
            lists.follow(draft, before, "indicator:goal");
        } else if (own.isPresent() && !(chooser.weak(own.get()) && lists.spent(draft, before))) {
            take(draft, own.get());
        } else if (before != null && lists.sharesOn(draft, before)) {
            draft.noLevel = true;
            draft.label = before.label;
            draft.rule("level:share");
        } else if (before != null && lists.continues(draft, clause.phrase(), before)) {
            lists.follow(draft, before, before.part || !draft.bare ? "indicator:list" : "indicator:previous");
        } else if (lists.spent(draft, before)) {
            lists.paid(draft);
        } else if (subsets.only(draft)) {
            var name = wording.part(draft.label).orElse(draft.label);
            afar.attribute(draft, clause.sentence());
            draft.breakdown = draft.indicator == null ? null : name;
        } else if (draft.bare) {
            afar.attribute(draft, clause.sentence());
        } else {
            draft.rule("indicator:none");
            draft.confidence = 0.7;
        }
    }

    /// 一是编制规划，需资金277万元 / 二是建设600万元: the items of a list of money tell what it is once.
    private void item(Draft draft, Clause clause) {
        int start = clause.sentence().start();
        boolean listed = clause.kind() == Kind.AMOUNT && scene.text.charAt(Math.min(start + 1, scene.text.length() - 1)) == '是'
                && "一二三四五六七八九十".indexOf(scene.text.charAt(start)) >= 0;
        if (!listed || draft.noLevel) {
            return;
        }
        var first = told.item();
        boolean open = draft.indicator == null && first != null && scene.text.charAt(start) != '一'
                && draft.start() - first.end() < SENTENCE_REACH;
        if (open) {
            draft.indicator = first.indicator;
            draft.breakdown = wording.part(draft.label).orElse(null);
            draft.confidence = PARALLEL;
            draft.rules.remove("indicator:none");
            draft.rule("indicator:items");
        }
        if (draft.indicator != null && draft.indicator.startsWith("fund.")) {
            told.item(draft);
        }
    }

    /// 下拨到用款单位10万元 begins with what was done; 公益金支出项目276万元 only has it in its name.
    private static boolean led(Draft draft, Optional<Choice> own) {
        return own.filter(choice -> choice.from() <= draft.labelSpan.start() + 2).isPresent();
    }

    /// 合计3580.69万元 after a list is none of it.
    private boolean sums(Draft draft) {
        return scene.has("sum", draft.labelSpan.start(), draft.labelSpan.end());
    }

    private void noLevel(Draft draft, Clause clause, Levels.NoLevel found) {
        int end = Math.min(clause.sentence().end(), draft.end() + COMPOSED_REACH);
        boolean standard = scene.has("standard", clause.from(), clause.at()) || scene.has("by_standard", draft.end(), end);
        if (found.rule().equals("level:per-unit") && standard && !Roles.sign(draft.mention.raw())) {
            draft.role = Role.TARGET;
            draft.rule("role:standard");
        }
        draft.noLevel = true;
        draft.rule(found.rule());
        draft.confidence = NO_LEVEL;
        var before = clause.before();
        if (before != null && !before.noLevel && found.rule().startsWith("level:c")) {
            draft.label = before.label + draft.label;
        }
    }

    private boolean share(Clause clause, Optional<Choice> own) {
        var portion = levels.share(clause.phrase());
        return portion.isPresent() && own.filter(choice -> choice.from() <= portion.get().start()).isEmpty();
    }

    /// The whole that a number goes with, if it goes by it rather than by its own words.
    private Optional<Draft> whole(Draft draft, Clause clause, Optional<Choice> own) {
        if (clause.kind() == Kind.RATE) {
            return Optional.empty();
        }
        return parts.whole(clause.phrase(), clause.sentence(), told.drafts(), told.list())
                .filter(each -> each.role == draft.role || !Roles.sign(each.mention.raw()))
                .filter(each -> composed(draft, each, clause.sentence()) && each.indicator != null || parts.inherits(each, own) || barred(each, own));
    }

    /// 职业技能培训62期，其中创业培训12期: what the whole is not, its parts are not either.
    private boolean barred(Draft whole, Optional<Choice> own) {
        if (own.isEmpty() || whole.indicator != null) {
            return false;
        }
        var unless = scene.lexicon.unless(own.get().indicator());
        return scene.hits.in(whole.labelSpan.start(), whole.labelSpan.end()).stream().anyMatch(hit -> unless.get(hit.word()));
    }

    /// 1063万元，由…1013万元和…50万元构成.
    private boolean composed(Draft draft, Draft whole, Span sentence) {
        return scene.has("composed", draft.end(), Math.min(sentence.end(), draft.end() + COMPOSED_REACH))
                && scene.text.charAt(Math.min(whole.end(), scene.text.length() - 1)) == ',';
    }

    /// 心理咨询室等独立功能室七个: a place at the end of the label is what is counted, whatever stands before it.
    private boolean beside(Phrase phrase, Choice choice) {
        if (phrase.mention().quantity().kind() != Kind.COUNT) {
            return false;
        }
        boolean inLabel = choice.zone().name().equals("label");
        var place = scene.last("counted", phrase.label().start(), phrase.label().end());
        boolean closes = place != null && place.end() == phrase.label().end();
        return phrase.numberFirst() ? closes && !inLabel : closes && inLabel && choice.to() <= place.start();
    }

    private static void take(Draft draft, Choice choice) {
        draft.indicator = choice.indicator().id();
        draft.rule("indicator:" + choice.zone().name());
        draft.confidence = choice.zone().name().equals("label") ? choice.distance() <= 2 ? 0.93 : 0.88 : 0.8;
    }

    private List<Zone> zones(Clause clause) {
        var zones = new ArrayList<Zone>();
        var phrase = clause.phrase();
        var label = phrase.label();
        var words = phrase.clause();
        var share = clause.share();
        int at = clause.at();
        if (share != null) {
            zones.add(zone("label", share.noun(), share.noun().end(), 1, true));
            zones.add(zone("clause", new Span(phrase.before().start(), at), at, 0.85, true));
        } else if (phrase.numberFirst()) {
            zones.add(zone("label", label, label.start(), 1, true));
            zones.add(zone("clause", words, at, 0.85, true));
        } else {
            zones.add(zone("label", label, Math.max(label.end(), Math.min(at, label.end() + 2)), 1, true));
            boolean form = phrase.mention().rules().contains("label-unit");
            zones.add(zone("clause", form ? phrase.before() : words, at, 0.85, !label.isEmpty()));
            var named = measured(clause);
            if (named != null) {
                zones.add(zone("label", named, named.end(), 0.95, true));
            }
        }
        var sentence = clause.sentence();
        var near = new Span(Math.max(sentence.start(), at - SENTENCE_REACH), Math.min(sentence.end(), at + 40));
        zones.add(zone("sentence", near, at, 0.7, false));
        var previous = told.previous();
        var past = new Span(Math.max(previous.start(), previous.end() - SENTENCE_REACH), previous.end());
        zones.add(zone("previous", past, past.end(), 0.45, false));
        zones.addAll(scene.backdrop(at, false));
        return zones;
    }

    /// 低保救助专项经费，金额63.87万元: a noun that only says that something is measured leaves its name to the clause before.
    private @Nullable Span measured(Clause clause) {
        var label = clause.phrase().label();
        var noun = scene.last("measure_noun", label.start(), label.end());
        if (noun == null || noun.end() != label.end() || phrases.says(new Span(label.start(), noun.start()))) {
            return null;
        }
        int end = Math.min(clause.start(), label.start()) - 1;
        int start = end;
        int least = Math.max(clause.sentence().start(), end - MEASURED_REACH);
        while (start > least && ",;。:\n\t".indexOf(scene.text.charAt(start - 1)) < 0) {
            if (Character.isDigit(scene.text.charAt(start - 1))) {
                return ").、".indexOf(scene.text.charAt(start)) >= 0 ? new Span(start + 1, end) : null;
            }
            start--;
        }
        return end > start && ",、".indexOf(scene.text.charAt(end)) >= 0 ? new Span(start, end) : null;
    }

    private Zone zone(String name, Span span, int anchor, double weight, boolean telling) {
        return new Zone(name, scene.hits, span.start(), span.end(), anchor, weight, telling);
    }
}
