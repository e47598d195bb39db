package cn.jixiao.observe;

import cn.jixiao.dictionary.Indicators;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the whole that a number is a part of: 支出776万元，其中…, 158件（刑事110件、民事46件）.
final class Parts {

    private static final int REACH = 220;
    private static final int WEAK_REACH = 25;

    private final Scene scene;
    private final Indicators indicators;
    private final Units units;
    private final Chooser chooser;
    private final Subsets subsets;
    private final Wording wording;

    Parts(Scene scene, Indicators indicators, Units units, Chooser chooser, Subsets subsets, Wording wording) {
        this.scene = scene;
        this.indicators = indicators;
        this.units = units;
        this.chooser = chooser;
        this.subsets = subsets;
        this.wording = wording;
    }

    /// Whether a part goes by the whole's indicator rather than by what its own words say.
    boolean inherits(Draft whole, Optional<Choice> own) {
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
        if (own.get().from() > whole.end() && isKindOfSpending(own.get())) {
            return true;
        }
        return ownMoney ? own.get().distance() > 1 || mine.id().equals("fund.budget") : !paidOut;
    }

    /// 项目支出632万元 among the parts of a budget: the word only ends the name of a kind of spending.
    private boolean isKindOfSpending(Choice own) {
        var kind = scene.last("spending_kind", Math.max(0, own.from() - 6), own.to());
        return kind != null && kind.end() == own.to();
    }

    /// Makes a number a part of a whole: the whole's indicator, and the part's name as breakdown or project.
    void join(Draft draft, Phrase phrase, Draft whole) {
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

    /// @param told what has been read so far of the same paragraph, in order
    /// @param list where a paragraph before opened a list of parts that this one belongs to, or -1
    Optional<Draft> whole(Phrase phrase, Span sentence, List<Draft> told, int list) {
        if (phrase.bare()) {
            return Optional.empty();
        }
        var last = told.isEmpty() ? null : told.getLast();
        if (last != null && last.whole != null && sentence.contains(last.end() - 1) && phrase.clause().start() - last.end() <= 3
                && units.alike(last.mention.quantity(), phrase.mention().quantity())) {
            boolean inside = scene.text.charAt(last.end()) == '(';
            var whole = inside ? last : bracketEnds(last.end(), phrase.clause().start()) ? last.whole.whole : last.whole;
            if (whole != null) {
                return Optional.of(whole);
            }
        }
        int at = Math.max(opener(phrase, sentence), colon(phrase, sentence, told));
        boolean item = at < 0 && list >= 0 && (last == null || last.end() <= sentence.start());
        at = item ? list : at;
        if (at < 0) {
            return Optional.empty();
        }
        boolean weak = scene.has("weak_opener", at, Math.min(scene.text.length(), at + 8));
        var named = named(phrase, at);
        boolean money = phrase.mention().quantity().kind() == Kind.AMOUNT && at >= 2 && scene.has("money", at - 2, at);
        var whole = candidate(phrase, told, at, item, weak, named, money && named == null);
        // 资金构成为 says money and not which.
        return whole.isEmpty() && item && named != null && money ? candidate(phrase, told, at, item, weak, null, true) : whole;
    }

    /// The last number told before the opener that can be the whole.
    ///
    /// @param named the indicator it must have, or null; @param money whether what was spent comes last
    private Optional<Draft> candidate(Phrase phrase, List<Draft> told, int at, boolean item, boolean weak, @Nullable String named, boolean money) {
        Draft rest = null;
        for (int i = told.size() - 1; i >= 0 && told.size() - i < 30; i--) {
            var candidate = told.get(i);
            if (!item && at - candidate.end() > (weak ? WEAK_REACH : REACH)) {
                break;
            }
            boolean fits = named == null || named.equals(candidate.indicator);
            if (candidate.end() <= at && !candidate.noLevel && fits && (item || !closed(candidate.end(), at))
                    && units.alike(candidate.mention.quantity(), phrase.mention().quantity())) {
                if (money && "fund.spent".equals(candidate.indicator)) {
                    rest = rest == null ? candidate : rest;
                    continue;
                }
                if (!"fund.unspent".equals(candidate.indicator) || named != null) {
                    return Optional.of(candidate);
                }
                rest = rest == null ? candidate : rest;
            }
        }
        return Optional.ofNullable(rest);
    }

    /// 985万元（含结转50万元），调整后…: with its bracket a list of parts is over.
    private boolean bracketEnds(int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.text.charAt(i) == ')') {
                return true;
            }
        }
        return false;
    }

    /// 支出构成为: the words right before the opener may name the whole.
    private @Nullable String named(Phrase phrase, int at) {
        var quantity = phrase.mention().quantity();
        var words = new Zone("whole", scene.hits, Math.max(0, at - 4), at, at, 1, true);
        return chooser.choose(quantity.kind(), quantity.unit(), List.of(words)).filter(choice -> choice.distance() <= 1)
                .map(choice -> choice.indicator().id()).orElse(null);
    }

    /// 办理158件：刑事110件、…: a colon right after a number opens its parts.
    private int colon(Phrase phrase, Span sentence, List<Draft> told) {
        for (int i = told.size() - 1; i >= 0 && told.size() - i < 6 && told.get(i).start() >= sentence.start(); i--) {
            int end = told.get(i).end();
            if (end < phrase.before().start() && scene.text.charAt(end) == ':') {
                return end;
            }
        }
        return -1;
    }

    /// Where the list of parts opens that the number belongs to, or -1.
    private int opener(Phrase phrase, Span sentence) {
        int to = phrase.mention().span().start();
        if (!phrase.before().isEmpty() && scene.text.charAt(phrase.before().start()) == '中') {
            return phrase.before().start();
        }
        boolean money = phrase.mention().quantity().kind() == Kind.AMOUNT;
        int from = Math.max(money ? period(sentence.start()) : sentence.start(), to - REACH);
        var word = scene.last("breakdown_opener", from, to);
        if (word == null && phrase.mention().quantity().kind() == Kind.AMOUNT) {
            word = scene.last("breakdown_opener_money", Math.max(from, to - 40), to);
        }
        int opened = word == null ? -1 : word.start();
        int bracket = bracket(from, to);
        int at = Math.max(opened, bracket);
        return at >= 0 && closed(at, to) ? -1 : at;
    }

    /// Lists of money go on over semicolons.
    private int period(int start) {
        int at = start;
        while (at > 0 && start - at < REACH && "。\n\t".indexOf(scene.text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    /// An opening bracket right after a number, still open at `to`.
    private int bracket(int from, int to) {
        int depth = 0;
        for (int i = to - 1; i > from; i--) {
            char c = scene.text.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            }
        }
        return -1;
    }

    private boolean closed(int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            char c = scene.text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
