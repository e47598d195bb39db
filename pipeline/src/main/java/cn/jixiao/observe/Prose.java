package cn.jixiao.observe;

import cn.jixiao.dictionary.Indicators;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the numbers of running text, sentence by sentence.
final class Prose {

    private static final int CLAUSE_REACH = 60;
    private static final int SENTENCE_REACH = 160;
    private static final Pattern DEALT_YEAR = Pattern.compile("(20\\d\\d)年度?");

    private final Scene scene;
    private final Indicators indicators;
    private final Chooser chooser;
    private final Phrases phrases;
    private final Shares shares;
    private final Levels levels;
    private final Roles roles;
    private final Years years;
    private final Parts parts;
    private final Units units;
    private final Wording wording;
    private final Subsets subsets;
    /// What has been read in the same paragraph.
    private final List<Draft> told = new ArrayList<>();
    private Span previous = new Span(0, 0);
    private final Lead lead;

    Prose(Scene scene, Indicators indicators, Chooser chooser, Units units, Wording wording) {
        this.scene = scene;
        this.indicators = indicators;
        this.chooser = chooser;
        this.units = units;
        this.wording = wording;
        this.phrases = new Phrases(scene.text, scene.hits, scene.lexicon);
        this.shares = new Shares(scene);
        this.levels = new Levels(scene);
        this.roles = new Roles(scene);
        this.years = new Years(scene);
        this.parts = new Parts(scene, units, chooser);
        this.subsets = new Subsets(scene, wording);
        this.lead = new Lead(scene);
    }

    /// A sentence without numbers may still be a lead (绩效目标：) for those that follow.
    void pass(Span sentence) {
        lead.hear(sentence);
        if (!sameParagraph(sentence)) {
            told.clear();
        }
        previous = sentence;
    }

    /// @param given the role of the column the sentence stands in, or null
    List<Draft> read(Span sentence, List<Mention> mentions, @Nullable Role given) {
        lead.hear(sentence);
        if (!sameParagraph(sentence)) {
            told.clear();
        }
        var cut = phrases.of(sentence, mentions);
        var dealt = shares.deal(cut);
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < cut.size(); i++) {
            var draft = read(cut.get(i), dealt.get(i), sentence, given, i > 0 ? drafts.getLast() : joined(sentence));
            drafts.add(draft);
            told.add(draft);
        }
        subsets.carry(drafts, cut);
        previous = sentence;
        return drafts;
    }

    /// The last number of the sentence before where only a semicolon parts them.
    private @Nullable Draft joined(Span sentence) {
        var last = told.isEmpty() ? null : told.getLast();
        return last != null && sentence.start() - last.end() <= 1 && last.end() < scene.text.length()
                && scene.text.charAt(last.end()) == ';' ? last : null;
    }

    /// 为目标1100件的112%: such a rate is told by the whole clause.
    private Phrase measured(Phrase phrase, int clauseStart) {
        int start = phrase.mention().span().start();
        boolean measures = phrase.mention().quantity().kind() == Kind.RATE && phrase.bare() && start > clauseStart + 1
                && scene.text.charAt(start - 1) == '的';
        var clause = new Span(Math.min(clauseStart, start), start);
        return measures ? new Phrase(phrase.mention(), clause, phrase.after(), clause, false, false, false) : phrase;
    }

    private Draft read(Phrase cut, Shares.@Nullable Share share, Span sentence, @Nullable Role given, @Nullable Draft before) {
        int clauseStart = clauseStart(cut, sentence);
        var phrase = measured(cut, clauseStart);
        var draft = new Draft(phrase.mention(), share != null ? share.noun() : phrase.label());
        draft.bare = phrase.bare() && share == null;
        draft.rule(share != null ? "label:dealt" : phrase.rule());
        draft.words = share != null ? scene.words(share.noun()).strip() : "";
        draft.label = share != null ? wording.label(share.label()) : wording.label(phrase.label());
        draft.project = scene.project(draft.start()).map(project -> project.name()).orElse(null);
        draft.evidence = sentence;
        var verdict = roles.judge(phrase, sentence, clauseStart, lead.tense(draft.start()), given);
        draft.role = verdict.role();
        draft.rule(verdict.rule());
        indicator(draft, phrase, share, sentence, clauseStart, before);
        reconsider(draft, verdict, sentence);
        if ("evaluation.score".equals(draft.indicator) && before != null && "evaluation.item_weight".equals(before.indicator)
                && sentence.contains(before.start())) {
            draft.indicator = "evaluation.item_score";
            draft.rule("indicator:after-weight");
        }
        if (draft.mention.quantity().kind() == Kind.SCORE && draft.indicator != null) {
            draft.role = draft.indicator.endsWith("weight") ? Role.TARGET : Role.ACTUAL;
        }
        years.decide(draft, sentence, verdict.plan());
        money(draft, verdict, clauseStart);
        future(draft, clauseStart);
        if (share != null) {
            dealtYear(draft);
        }
        if (draft.label.isEmpty()) {
            draft.label = before != null && draft.bare ? before.label : wording.label(new Span(clauseStart, phrase.clause().end()));
        }
        return draft;
    }

    private void indicator(Draft draft, Phrase phrase, Shares.@Nullable Share share, Span sentence, int clauseStart,
            @Nullable Draft before) {
        var noLevel = levels.judge(phrase, clauseStart);
        if (noLevel.isPresent()) {
            if (noLevel.get().rule().equals("level:per-unit") && scene.has("standard", Math.min(clauseStart, draft.start()), draft.start())
                    && !Roles.sign(draft.mention.raw())) {
                draft.role = Role.TARGET;
                draft.rule("role:standard");
            }
            draft.noLevel = true;
            draft.rule(noLevel.get().rule());
            draft.confidence = 0.85;
            if (before != null && !before.noLevel && noLevel.get().rule().startsWith("level:c")) {
                draft.label = before.label + draft.label;
            }
            return;
        }
        var zones = zones(phrase, share, sentence, clauseStart);
        var own = chooser.choose(draft.mention.quantity().kind(), draft.mention.quantity().unit(), zones);
        own = own.filter(choice -> !beside(phrase, choice));
        var portion = levels.share(phrase);
        if (portion.isPresent() && own.filter(choice -> choice.from() <= portion.get().start()).isEmpty()) {
            draft.noLevel = true;
            draft.rule("level:share");
            draft.confidence = 0.85;
            return;
        }
        boolean place = phrase.mention().quantity().kind() == Kind.COUNT && scene.has("counted", phrase.label().start(), phrase.label().end());
        draft.bare |= share == null && own.isEmpty() && !place && phrases.light(phrase.label());
        var whole = draft.mention.quantity().kind() == Kind.RATE ? Optional.<Draft>empty() : parts.whole(phrase, sentence, told).filter(each -> each.role == draft.role || !Roles.sign(each.mention.raw()));
        boolean composed = whole.isPresent() && scene.has("composed", draft.end(), Math.min(sentence.end(), draft.end() + CLAUSE_REACH)) && scene.text.charAt(Math.min(whole.get().end(), scene.text.length() - 1)) == ',';
        if (composed && whole.get().indicator != null || whole.isPresent() && inherits(whole.get(), own)) {
            part(draft, phrase, whole.get());
        } else if (reached(draft, own, before)) {
            follow(draft, before, "indicator:goal");
        } else if (own.isPresent() && !(chooser.weak(own.get()) && spent(draft, before))) {
            take(draft, own.get());
        } else if (draft.bare && before != null && before.rules.contains("level:share")
                && units.alike(before.mention.quantity(), draft.mention.quantity())) {
            draft.noLevel = true;
            draft.label = before.label;
            draft.rule("level:share");
        } else if (before != null && continues(draft, phrase, before)) {
            follow(draft, before, before.part || !draft.bare ? "indicator:list" : "indicator:previous");
        } else if (spent(draft, before)) {
            draft.indicator = "fund.spent";
            draft.breakdown = wording.part(draft.label).orElse(null);
            draft.confidence = 0.75;
            draft.rule("indicator:paid-list");
        } else if (subsets.only(draft)) {
            var name = wording.part(draft.label).orElse(draft.label);
            fromAfar(draft, phrase, sentence);
            draft.breakdown = draft.indicator == null ? null : name;
        } else if (draft.bare) {
            fromAfar(draft, phrase, sentence);
        } else {
            draft.rule("indicator:none");
            draft.confidence = 0.7;
        }
        if (draft.breakdown == null && !draft.part && (draft.indicator != null || share != null)) {
            subsets.name(draft, phrase, own.orElse(null), share);
        }
    }

    /// 律师业务培训目标2次，组织了10次: what follows a goal in its sentence, with hardly a word of its own, is what was reached.
    private boolean reached(Draft draft, Optional<Choice> own, @Nullable Draft before) {
        return before != null && before.role == Role.TARGET && before.indicator != null && draft.role == Role.ACTUAL
                && units.alike(before.mention.quantity(), draft.mention.quantity()) && draft.start() - before.end() < 24
                && own.filter(choice -> choice.to() - choice.from() > 2).isEmpty() && scene.has("target_before", Math.max(0, before.start() - 6), before.start());
    }

    /// 心理咨询室等独立功能室七个: a place at the end of the label is what is counted, whatever stands before it.
    private boolean beside(Phrase phrase, Choice choice) {
        if (phrase.mention().quantity().kind() != Kind.COUNT) {
            return false;
        }
        if (phrase.numberFirst()) {
            var counted = scene.last("counted", phrase.label().start(), phrase.label().end());
            return counted != null && counted.end() == phrase.label().end() && !choice.zone().name().equals("label");
        }
        if (!choice.zone().name().equals("label")) {
            return false;
        }
        var place = scene.last("counted", phrase.label().start(), phrase.label().end());
        return place != null && place.end() == phrase.label().end() && choice.to() <= place.start();
    }

    /// 2021年、2022年分别办理310件、356件: the nouns dealt out are years.
    private static void dealtYear(Draft draft) {
        var year = DEALT_YEAR.matcher(draft.words);
        if (year.matches()) {
            draft.year = Integer.valueOf(year.group(1));
            draft.breakdown = null;
            draft.rule("year:dealt");
        }
    }

    /// Money set apart is a fact of the budget and no goal, unless it is only planned, for a year to come or to be spent.
    private void money(Draft draft, Roles.Verdict verdict, int clauseStart) {
        boolean open = Roles.alwaysActual(draft) && draft.role == Role.TARGET && !Roles.sign(draft.mention.raw());
        var reported = scene.outline.facts().year();
        boolean later = reported != null && draft.year != null && draft.year > reported;
        boolean outlay = "fund.budget".equals(draft.indicator) || "fund.spent".equals(draft.indicator);
        boolean planned = later && outlay && !verdict.rule().equals("role:section") || "fund.spent".equals(draft.indicator)
                && verdict.plan() && scene.has("forward", Math.min(clauseStart, draft.start()), draft.start());
        if (open && !planned) {
            draft.role = Role.ACTUAL;
            draft.rule("role:money");
        }
    }

    /// What is told for a year after the report's can only be meant to come.
    private void future(Draft draft, int clauseStart) {
        var reported = scene.outline.facts().year();
        if (draft.year != null && reported != null && draft.year > reported && draft.role == Role.ACTUAL && !draft.noLevel
                && !Roles.alwaysActual(draft) && !years.dated(draft.year, draft.evidence, draft.start())
                && !scene.has("hard_actual", Math.min(clauseStart, draft.start()), draft.start())) {
            draft.role = Role.TARGET;
            draft.rule("role:future");
        }
    }

    /// Parts go with their whole; in a list of goals, what tells a goal's indicator again, and what follows, is done.
    private void reconsider(Draft draft, Roles.Verdict verdict, Span sentence) {
        var comparator = draft.mention.quantity().comparator();
        boolean bound = comparator == Comparator.GE || comparator == Comparator.LE;
        if (draft.noLevel || verdict.rule().equals("role:after")) {
            return;
        }
        boolean open = !Roles.sign(draft.mention.raw()) && (!bound || draft.part) && (verdict.rule().equals("role:section") || draft.part);
        if (!open) {
            return;
        }
        if (draft.part && draft.whole != null) {
            draft.role = draft.whole.role;
            draft.rule("role:whole");
            return;
        }
        if (draft.role == Role.ACTUAL || verdict.plan()) {
            return;
        }
        for (int i = told.size() - 1; i >= 0 && told.size() - i < 8; i--) {
            var earlier = told.get(i);
            boolean done = i == told.size() - 1 && earlier.role == Role.ACTUAL && !earlier.rules.contains("role:money")
                    && !Roles.alwaysActual(earlier);
            boolean again = earlier.role == Role.TARGET && Roles.sign(earlier.mention.raw()) && draft.indicator != null
                    && draft.indicator.equals(earlier.indicator);
            if (done || again) {
                draft.role = Role.ACTUAL;
                draft.rule("role:after-goal");
                return;
            }
        }
    }

    private List<Zone> zones(Phrase phrase, Shares.@Nullable Share share, Span sentence, int clauseStart) {
        var zones = new ArrayList<Zone>();
        var clause = phrase.clause();
        int at = phrase.mention().span().start();
        if (share != null) {
            zones.add(new Zone("label", scene.hits, share.noun().start(), share.noun().end(), share.noun().end(), 1, true));
            zones.add(new Zone("clause", scene.hits, phrase.before().start(), at, at, 0.85, true));
        } else if (phrase.numberFirst()) {
            zones.add(new Zone("label", scene.hits, phrase.label().start(), phrase.label().end(), phrase.label().start(), 1, true));
            zones.add(new Zone("clause", scene.hits, clause.start(), clause.end(), at, 0.85, true));
        } else {
            zones.add(new Zone("label", scene.hits, phrase.label().start(), phrase.label().end(), Math.max(phrase.label().end(), Math.min(at, phrase.label().end() + 2)), 1, true));
            zones.add(new Zone("clause", scene.hits, clause.start(), clause.end(), at, 0.85, !phrase.label().isEmpty()));
        }
        zones.add(new Zone("sentence", scene.hits, Math.max(sentence.start(), at - SENTENCE_REACH), Math.min(sentence.end(), at + 40), at, 0.7, false));
        zones.add(new Zone("previous", scene.hits, Math.max(previous.start(), previous.end() - SENTENCE_REACH), previous.end(), previous.end(), 0.45, false));
        zones.addAll(scene.backdrop(at, false));
        return zones;
    }

    /// Whether a part goes by the whole's indicator rather than by what its own words say.
    private boolean inherits(Draft whole, Optional<Choice> own) {
        if (own.isEmpty()) {
            return true;
        }
        var mine = own.get().indicator();
        if (whole.indicator == null) {
            return false;
        }
        if (indicators.covers(mine.id(), whole.indicator)) {
            return true;
        }
        if (!whole.indicator.startsWith("fund.")) {
            return mine.id().startsWith("fund.") && own.get().distance() > 1;
        }
        boolean paidOut = whole.indicator.equals("fund.spent");
        boolean ownMoney = mine.id().startsWith("fund.");
        return ownMoney ? own.get().distance() > 1 || mine.id().equals("fund.budget") : !paidOut;
    }

    private void part(Draft draft, Phrase phrase, Draft whole) {
        draft.part = true;
        draft.whole = whole;
        draft.indicator = "evaluation.score".equals(whole.indicator) ? "evaluation.item_score" : whole.indicator;
        boolean purpose = draft.mention.quantity().kind() == Kind.AMOUNT && whole.indicator != null && whole.indicator.startsWith("fund.");
        draft.breakdown = draft.bare ? null
                : (purpose ? Optional.<String>empty() : subsets.word(draft, phrase)).or(() -> wording.part(draft.label)).orElse(null);
        draft.confidence = whole.indicator == null ? 0.7 : 0.88;
        draft.rule("indicator:whole");
        var name = draft.breakdown;
        if (name != null && scene.outline.projects().size() > 1
                && scene.outline.projects().stream().anyMatch(project -> project.name().equals(draft.label))) {
            draft.project = draft.label;
            draft.breakdown = null;
            draft.rule("project:part");
        } else if (name != null) {
            draft.rule("breakdown:part");
        }
    }

    private void take(Draft draft, Choice choice) {
        draft.indicator = choice.indicator().id();
        draft.rule("indicator:" + choice.zone().name());
        draft.confidence = choice.zone().name().equals("label") ? choice.distance() <= 2 ? 0.93 : 0.88 : 0.8;
    }

    /// Whether a number goes on with the one before: nothing said anew, or the next item of a list.
    private boolean continues(Draft draft, Phrase phrase, Draft before) {
        if (before.noLevel || !units.alike(before.mention.quantity(), draft.mention.quantity())) {
            return false;
        }
        int gap = before.end();
        boolean listed = gap < draft.start() && "、和及与".indexOf(scene.text.charAt(gap)) >= 0 && !before.rules.contains("label:after");
        boolean extreme = scene.has("extreme", draft.labelSpan.start(), draft.labelSpan.end());
        return listed && before.indicator != null && draft.mention.quantity().kind() != Kind.RATE || extreme
                || draft.bare && !phrases.says(new Span(Math.min(gap, phrase.before().start()), phrase.before().start()));
    }

    /// 办案补贴8万元，宣传费3万元: what money is listed with tells what it was paid for.
    private boolean spent(Draft draft, @Nullable Draft before) {
        return draft.mention.quantity().kind() == Kind.AMOUNT && !draft.bare && before != null && before.indicator != null
                && before.mention.quantity().kind() == Kind.AMOUNT && draft.start() - before.end() < 24
                && (before.indicator.endsWith(".subsidy") || before.rules.contains("indicator:paid-list")
                || before.part && before.indicator.equals("fund.spent")
                || before.indicator.equals("fund.spent") && scene.has("breakdown_opener", Math.max(0, before.start() - 24), before.start()));
    }

    private void follow(Draft draft, Draft before, String rule) {
        draft.indicator = before.indicator;
        draft.rule(rule);
        draft.confidence = 0.75;
        if (draft.bare) {
            draft.label = before.label;
            draft.breakdown = scene.has("sum", Math.max(0, draft.start() - 6), draft.start()) ? null : before.breakdown;
        } else {
            draft.part = before.part;
            boolean extreme = scene.has("extreme", draft.labelSpan.start(), draft.labelSpan.end());
            draft.breakdown = extreme ? null : wording.part(draft.label).orElse(null);
        }
    }

    /// A number whose clause names nothing: what the sentence speaks of, what was told before, what it stands under.
    private void fromAfar(Draft draft, Phrase phrase, Span sentence) {
        int at = draft.start();
        var quantity = draft.mention.quantity();
        var near = new Zone("sentence", scene.hits, Math.max(sentence.start(), at - CLAUSE_REACH), at, at, 0.8, true);
        var backdrop = scene.backdrop(at, false);
        var zones = new ArrayList<>(List.of(near));
        zones.addAll(backdrop);
        var found = chooser.choose(quantity.kind(), quantity.unit(), zones);
        if (found.isPresent()) {
            afar(draft, found.get(), 0.7);
            return;
        }
        for (int i = told.size() - 1; i >= 0 && told.size() - i < 6; i--) {
            var candidate = told.get(i);
            if (quantity.kind() == Kind.RATE && candidate.end() <= sentence.start() && named(sentence, at)) {
                break;
            }
            if (!candidate.noLevel && candidate.indicator != null && units.alike(candidate.mention.quantity(), quantity)) {
                follow(draft, candidate, "indicator:previous");
                draft.confidence = 0.6;
                return;
            }
        }
        if (quantity.kind() == Kind.RATE && named(sentence, at)) {
            draft.rule("indicator:none");
            return;
        }
        chooser.choose(quantity.kind(), quantity.unit(), scene.backdrop(at, true))
                .ifPresentOrElse(choice -> afar(draft, choice, 0.6), () -> draft.rule("indicator:none"));
    }

    /// 护理员持证率，目标≥90%: a rate that the sentence names is not the one told before, even if nobody knows it.
    private boolean named(Span sentence, int to) {
        for (int i = Math.max(sentence.start() + 1, to - CLAUSE_REACH); i < to; i++) {
            if (scene.text.charAt(i) == '率' && Character.isIdeographic(scene.text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static void afar(Draft draft, Choice choice, double confidence) {
        draft.indicator = choice.indicator().id();
        draft.rule("indicator:" + choice.zone().name());
        draft.confidence = confidence;
    }

    private int clauseStart(Phrase phrase, Span sentence) {
        int least = Math.max(sentence.start(), phrase.before().start() - CLAUSE_REACH);
        for (int i = Math.min(phrase.before().start(), phrase.mention().span().start()); i > least; i--) {
            if (",;。:\n\t".indexOf(scene.text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return least;
    }

    private boolean sameParagraph(Span sentence) {
        for (int i = previous.end(); i < sentence.start() && i < previous.end() + 4; i++) {
            if (scene.text.charAt(i) == '\n') {
                return false;
            }
        }
        return sentence.start() - previous.end() < 4;
    }
}
