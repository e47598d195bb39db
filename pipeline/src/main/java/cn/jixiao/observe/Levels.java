package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import java.util.Optional;

/// Tells numbers that are no level of anything: growth, differences, shares, and standards or averages for one.
final class Levels {

    /// @param rule name of the rule that saw it
    /// @param word the word that says so
    record NoLevel(String rule, Hits.Hit word) {
    }

    /// A number this far behind 人均 or 每户 in the name of a fund is not told for one.
    private static final int FUND_NAME = 12;

    private final Scene scene;

    Levels(Scene scene) {
        this.scene = scene;
    }

    /// @param before the words of the clause up to the number
    /// @param clauseStart where the comma-bounded clause begins
    Optional<NoLevel> judge(Phrase phrase, int clauseStart) {
        var mention = phrase.mention();
        int from = Math.min(clauseStart, phrase.before().start());
        int to = mention.span().start();
        var kind = mention.quantity().kind();
        var change = near("change", from, to, 5);
        var level = near("change_to", from, to, 5);
        if (change != null && (level == null || level.end() < change.end()) && (kind == Kind.RATE || compared(from, to))) {
            return Optional.of(new NoLevel("level:change", change));
        }
        var difference = near("difference", from, to, 2);
        if (kind != Kind.RATE && difference != null && level == null && compared(from, difference.start())) {
            return Optional.of(new NoLevel("level:difference", difference));
        }
        boolean right = difference != null && difference.length() > 1 && difference.end() == to;
        if (right && level == null && (kind == Kind.AMOUNT || kind == Kind.COUNT && !phrase.numberFirst())) {
            return Optional.of(new NoLevel("level:difference", difference));
        }
        var saved = kind == Kind.AMOUNT ? near("saved", from, to, 6) : null;
        if (saved != null) {
            return Optional.of(new NoLevel("level:difference", saved));
        }
        var threshold = kind == Kind.AMOUNT ? threshold(mention) : null;
        if (threshold != null) {
            return Optional.of(new NoLevel("level:threshold", threshold));
        }
        var moved = kind == Kind.RATE ? near("moved", from, to, 0) : null;
        if (moved != null && level == null) {
            return Optional.of(new NoLevel("level:change", moved));
        }
        var gap = near("gap", from, to, 2);
        if (gap != null && level == null) {
            return Optional.of(new NoLevel("level:difference", gap));
        }
        return kind == Kind.AMOUNT ? perUnit(phrase, from, to) : Optional.empty();
    }

    /// 经费支出5000元以上，需集体研究: from which sum on a rule holds.
    private Hits.@org.jspecify.annotations.Nullable Hit threshold(Mention mention) {
        if (mention.quantity().comparator() == Comparator.EQ) {
            return null;
        }
        int end = mention.span().end();
        int to = end;
        while (to < scene.text.length() && to - end < 30 && "。;\n".indexOf(scene.text.charAt(to)) < 0) {
            to++;
        }
        return scene.last("threshold", end, to);
    }

    /// A share: 占…的56%, 占比60%.
    Optional<Hits.Hit> share(Phrase phrase) {
        if (phrase.mention().quantity().kind() != Kind.RATE) {
            return Optional.empty();
        }
        return Optional.ofNullable(scene.last("share", phrase.before().start(), phrase.mention().span().start()));
    }

    private Optional<NoLevel> perUnit(Phrase phrase, int from, int to) {
        var each = scene.last("per_unit", phrase.before().start(), to);
        if (each != null && phrase.mention().quantity().kind() == Kind.AMOUNT && scene.has("fund_noun", each.end(), to)) {
            // 人均公共文化支出短板奖补资金共计35万元 is the name of a fund and not an average.
            each = scene.has("total", to - Math.min(to, 4), to) || to - each.end() > FUND_NAME ? null : each;
        }
        if (each == null) {
            each = near("per_unit", from, to, 8);
        }
        if (each != null) {
            return Optional.of(new NoLevel("level:per-unit", each));
        }
        var after = new Span(phrase.mention().span().end(), Math.min(scene.text.length(), phrase.mention().span().end() + 3));
        char next = after.isEmpty() ? ' ' : scene.text.charAt(after.start());
        boolean slashed = next == '/' || phrase.mention().raw().contains("/");
        return slashed || next == '每'
                ? Optional.of(new NoLevel("level:per-unit", new Hits.Hit(after.start(), after.start(), -1)))
                : Optional.empty();
    }

    private boolean compared(int from, int to) {
        return scene.has("comparison", from, to);
    }

    /// The last hit of a list that ends at most `reach` characters before `to`.
    private Hits.@org.jspecify.annotations.Nullable Hit near(String list, int from, int to, int reach) {
        var hit = scene.last(list, from, to);
        return hit != null && to - hit.end() <= reach ? hit : null;
    }
}
