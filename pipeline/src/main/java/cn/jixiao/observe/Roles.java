package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Role;
import org.jspecify.annotations.Nullable;

/// Tells goals from results, by the words of the clause, then of the sentence, then of the headings.
final class Roles {

    private static final String SIGNS = ">=<≥≤≧≦＞＜＝$";
    private static final int REACH = 160;
    /// How far before a sign a word may stand that says the bound was reached.
    private static final int NEAR = 4;
    private static final int LEAD_REACH = 240;

    /// @param plan whether the goal is one for the time to come
    record Verdict(Role role, String rule, boolean plan) {
    }

    private final Scene scene;

    Roles(Scene scene) {
        this.scene = scene;
    }

    /// @param tense what headings around the sentence promise
    /// @param given the role of the column the sentence stands in, or null
    Verdict judge(Phrase phrase, Span sentence, int clauseStart, Scene.Tense tense, @Nullable Role given) {
        var span = phrase.mention().span();
        int from = Math.max(clauseStart, sentence.start());
        int floor = floor(sentence, span.start());
        boolean ahead = tense == Scene.Tense.MIXED && scene.has("forward", floor, span.start());
        boolean plan = tense == Scene.Tense.NEXT || ahead || scene.has("next_cue", Math.max(sentence.start(), span.start() - REACH), span.start());
        if (differs(from, span.start())) {
            return new Verdict(Role.ACTUAL, "role:difference", false);
        }
        if (goalAfter(span.end(), sentence.end())) {
            return new Verdict(Role.TARGET, "role:after", plan);
        }
        if (tense == Scene.Tense.RESULT && scene.has("next_cue", Math.max(sentence.start(), span.start() - REACH), span.start())
                && !scene.has("hard_actual", from, span.start())) {
            return new Verdict(Role.TARGET, "role:next", true);
        }
        if (against(from, phrase)) {
            return new Verdict(Role.TARGET, "role:measured-against", plan);
        }
        if (decided(from, span.start())) {
            return new Verdict(Role.TARGET, "role:decided", plan);
        }
        if (set(from, phrase) || bound(from, phrase)) {
            return new Verdict(Role.TARGET, "role:set", plan);
        }
        if (given == null && bounds(phrase.mention().raw()) && !scene.has("hard_actual", Math.max(from, span.start() - NEAR), span.start())) {
            return new Verdict(Role.TARGET, "role:sign", plan);
        }
        var clause = cue(from, span, tense);
        if (clause != null) {
            return new Verdict(clause, "role:clause", clause == Role.TARGET && plan);
        }
        if (due(from, span.start())) {
            return new Verdict(Role.TARGET, "role:deadline", plan);
        }
        if (sign(phrase.mention().raw())) {
            return given == Role.ACTUAL ? new Verdict(given, "role:column", false) : new Verdict(Role.TARGET, "role:sign", plan);
        }
        if (given != null) {
            return new Verdict(given, "role:column", false);
        }
        if (led(span.start(), tense)) {
            return new Verdict(Role.TARGET, "role:lead", plan);
        }
        if (tense == Scene.Tense.MIXED) {
            return new Verdict(ahead ? Role.TARGET : Role.ACTUAL, "role:section", ahead);
        }
        if (tense == Scene.Tense.GOAL || tense == Scene.Tense.NEXT) {
            var earlier = cue(floor, new Span(from, Math.max(from, span.start())), tense);
            boolean told = earlier == Role.ACTUAL || yearLed(sentence, span.start()) && tense == Scene.Tense.GOAL;
            return told ? new Verdict(Role.ACTUAL, "role:sentence", false) : new Verdict(Role.TARGET, "role:section", plan);
        }
        var earlier = strong(floor, from);
        return earlier == Role.TARGET && tense != Scene.Tense.RESULT ? new Verdict(Role.TARGET, "role:sentence", plan)
                : new Verdict(Role.ACTUAL, tense == Scene.Tense.RESULT ? "role:section" : "role:usual", false);
    }

    /// 目标1： among results only tells which goal they are of.
    /// 合同约定的服务量：…58场次，…35000人次: what leads the sentence before a colon speaks for all its numbers.
    private boolean led(int to, Scene.Tense tense) {
        int least = Math.max(0, to - LEAD_REACH);
        int start = to;
        int colon = -1;
        while (start > least && "。\n\t".indexOf(scene.text.charAt(start - 1)) < 0) {
            start--;
            colon = scene.text.charAt(start) == ':' ? start : colon;
        }
        if (colon < 0 || colon - start > 24 || scene.has("hard_actual", start, to) || scene.has("result_section", start, colon)) {
            return false;
        }
        if (tense == Scene.Tense.RESULT && Character.isDigit(scene.text.charAt(colon - 1))) {
            return false;
        }
        var goal = scene.last("lead_target", start, colon);
        return goal != null && !scene.has("done_of_target", start, colon);
    }

    /// 比年初目标多16件: a difference from a goal has come about.
    private boolean differs(int from, int to) {
        var difference = scene.last("difference", from, to);
        return difference != null && to - difference.end() <= 1 && scene.has("comparison", from, difference.start());
    }

    /// 目标540件: the word stands right before the number.
    private boolean set(int from, Phrase phrase) {
        int start = phrase.mention().span().start();
        var goal = scene.last("target_before", from, start);
        if (goal == null || start - goal.end() > 1) {
            return false;
        }
        return phrase.mention().quantity().kind() != Kind.RATE || !scene.has("done_of_target", Math.max(from, goal.start() - 6), start);
    }

    /// 完成目标任务2468人的121%: what a rate is told of is the goal, where a word for goals leads up to it.
    private boolean against(int from, Phrase phrase) {
        var span = phrase.mention().span();
        int behind = span.end() + 1;
        boolean rated = phrase.mention().quantity().kind() != Kind.RATE && behind < scene.text.length()
                && scene.text.charAt(span.end()) == '的' && Character.isDigit(scene.text.charAt(behind));
        var goal = rated ? scene.last("goal_noun", from, span.start()) : null;
        return goal != null && span.start() - goal.end() <= 2;
    }

    /// 年底前利用率达到90%以上: what is due by a day to come, unless it is told as done.
    private boolean due(int from, int to) {
        var deadline = scene.last("deadline", from, to);
        return deadline != null && !scene.has("hard_actual", from, to);
    }

    /// 确定全年完成办理案件6275件: what is decided to be done.
    private boolean decided(int from, int to) {
        var decision = scene.last("decided", from, to);
        return decision != null && scene.has("achieved", decision.end(), to);
    }

    /// 不低于95%, unless it is told as reached.
    private boolean bound(int from, Phrase phrase) {
        var raw = phrase.mention().raw();
        for (var word : scene.lexicon.words("bound")) {
            if (raw.startsWith(word)) {
                return !scene.has("hard_actual", from, phrase.mention().span().start());
            }
        }
        return false;
    }

    /// Where the words begin that can still speak for the number.
    private int floor(Span sentence, int to) {
        int least = Math.max(sentence.start(), to - REACH);
        for (int i = to; i > least; i--) {
            if (";。".indexOf(scene.text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return least;
    }

    /// The last word before the number that tells goal or result decides.
    private @Nullable Role cue(int from, Span span, Scene.Tense tense) {
        int end = Math.max(span.start(), from);
        var goal = scene.last("target", from, end);
        var done = scene.last("hard_actual", from, end);
        boolean soft = goal != null && scene.lexicon.list("soft_target").get(goal.word());
        boolean setting = tense == Scene.Tense.GOAL || tense == Scene.Tense.NEXT || tense == Scene.Tense.MIXED;
        if (goal != null && soft && !setting && keptAt(goal, span.start())) {
            return Role.ACTUAL;
        }
        if (goal != null && soft && !setting) {
            goal = tense == Scene.Tense.RESULT || end - goal.end() > 12 ? null : goal;
        }
        if (goal != null && (scene.has("done_of_target", goal.start() - Math.min(goal.start(), 6), Math.min(scene.text.length(), goal.end() + 4))
                || measured(goal, end) || risen(goal, from))) {
            goal = null;
        }
        if (goal == null && done == null) {
            return null;
        }
        if (goal == null) {
            return Role.ACTUAL;
        }
        return done != null && done.end() > goal.end() ? Role.ACTUAL : Role.TARGET;
    }

    /// 已收监执行11人，再犯罪率控制在0.2%以下: in a sentence that tells results, a limit has been kept.
    private boolean keptAt(Hits.Hit goal, int to) {
        return scene.text.subSequence(goal.start(), goal.end()).equals("控制在")
                && scene.has("hard_actual", floor(new Span(Math.max(0, to - REACH), to), to), goal.start());
    }

    /// 由上年的82%提高到88%: what rose from something has been reached.
    private boolean risen(Hits.Hit goal, int from) {
        if (!scene.lexicon.list("change_to").get(goal.word())) {
            return false;
        }
        for (int i = goal.start() - 1; i >= Math.max(from, goal.start() - 40); i--) {
            if (scene.text.charAt(i) == '由' || scene.text.charAt(i) == '从') {
                return true;
            }
        }
        return false;
    }

    /// 完成全年目标任务的70.1%: the goal is what the number is measured against.
    private boolean measured(Hits.Hit goal, int to) {
        var text = scene.text;
        int at = goal.end();
        while (at < to && "任务值数量".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < to && text.charAt(at) == '的';
    }

    private @Nullable Role strong(int from, int to) {
        var goal = scene.last("target", from, to);
        var done = scene.last("hard_actual", from, to);
        if (goal == null || scene.lexicon.list("soft_target").get(goal.word()) || done != null && done.end() > goal.end()) {
            return null;
        }
        return scene.has("done_of_target", Math.max(from, goal.start() - 6), Math.min(to, goal.end() + 4)) ? null : Role.TARGET;
    }

    /// 2021年办理案件87件, in the list of goals: what follows a year is told as done.
    private boolean yearLed(Span sentence, int to) {
        for (int i = Math.max(sentence.start(), to - REACH); i + 4 < to; i++) {
            if (scene.text.charAt(i) == '2' && scene.text.charAt(i + 1) == '0' && scene.text.charAt(i + 4) == '年'
                    && Character.isDigit(scene.text.charAt(i + 2)) && Character.isDigit(scene.text.charAt(i + 3))) {
                boolean until = i > sentence.start() && scene.text.charAt(i - 1) == '到';
                return !until;
            }
        }
        return false;
    }

    private boolean goalAfter(int from, int limit) {
        var noun = scene.hits.in(from, Math.min(limit, from + 8)).stream()
                .filter(hit -> hit.start() == from && scene.lexicon.list("target_noun_after").get(hit.word())).findFirst();
        if (noun.isPresent()) {
            return !followsOf(noun.get().end());
        }
        int to = Math.min(limit, from + 10);
        for (int i = from; i < to; i++) {
            char c = scene.text.charAt(i);
            if (",;。(".indexOf(c) >= 0) {
                to = i;
            }
        }
        return from < to && scene.has("target_after", from, to) || from < to && scene.text.charAt(from) == '的'
                && scene.has("target", from, to) && !scene.has("done_of_target", from, to);
    }

    /// 300件目标的120%: the goal is only measured against, but it is a goal all the same; 300件目标群体 is none.
    private boolean followsOf(int at) {
        return at < scene.text.length() && "群对人".indexOf(scene.text.charAt(at)) >= 0;
    }

    /// `≥95%`, `<=4758万元`: nobody prints a result so, unless a word right before it says that it was reached.
    private static boolean bounds(String raw) {
        return raw.length() > 1 && ("≥≤≧≦".indexOf(raw.charAt(0)) >= 0 || "><＞＜".indexOf(raw.charAt(0)) >= 0 && "=＝".indexOf(raw.charAt(1)) >= 0);
    }

    static boolean sign(String raw) {
        return !raw.isEmpty() && SIGNS.indexOf(raw.charAt(0)) >= 0;
    }
}
