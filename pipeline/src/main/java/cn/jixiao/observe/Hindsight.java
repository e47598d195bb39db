package cn.jixiao.observe;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/// Sets roles right by what is known only after a number's indicator and year are: parts go with their whole, results
/// follow goals, money set apart is a fact, and what is told for a later year is still to come.
final class Hindsight {

    private static final int BACK = 8;
    private static final int COST_REACH = 24;
    private static final int WORKED_OUT = 2;
    private static final double EXECUTED = 0.88;
    private static final BigDecimal ROUNDED = new BigDecimal("0.06");
    private static final Set<String> SOURCES = Set.of("fund.budget", "fund.received");
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private final Scene scene;
    private final Years years;
    private final Told told;

    Hindsight(Scene scene, Years years, Told told) {
        this.scene = scene;
        this.years = years;
        this.told = told;
    }

    /// Parts go with their whole; in a list of goals, what tells a goal's indicator again, and what follows, is done.
    void reconsider(Draft draft, Roles.Verdict verdict) {
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
        } else if (draft.role != Role.ACTUAL && !verdict.plan() && afterGoal(draft)) {
            draft.role = Role.ACTUAL;
            draft.rule("role:after-goal");
        }
    }

    private boolean afterGoal(Draft draft) {
        var drafts = told.drafts();
        for (int i = drafts.size() - 1; i >= 0 && drafts.size() - i < BACK; i--) {
            var earlier = drafts.get(i);
            boolean done = i == drafts.size() - 1 && earlier.role == Role.ACTUAL && !earlier.rules.contains("role:money")
                    && !alwaysActual(earlier);
            boolean again = earlier.role == Role.TARGET && Roles.sign(earlier.mention.raw()) && draft.indicator != null
                    && draft.indicator.equals(earlier.indicator);
            boolean reached = i == drafts.size() - 1 && draft.bare && earlier.rules.contains("role:set")
                    && earlier.mention.quantity().unit().equals(draft.mention.quantity().unit())
                    && draft.evidence != null && draft.evidence.contains(earlier.start());
            if (done || again || reached) {
                return true;
            }
        }
        return false;
    }

    /// 预算45.76万元，执行27.13万元，完成率59.29%: what is the one money by the other is the execution of a budget.
    void executed(Draft draft) {
        boolean open = draft.mention.quantity().kind() == Kind.RATE && !draft.noLevel
                && (draft.indicator == null || draft.indicator.equals("work.completion_rate"));
        var drafts = told.drafts();
        if (!open || drafts.size() < 2) {
            return;
        }
        Draft budget = null;
        Draft spent = null;
        for (int i = drafts.size() - 1; i >= Math.max(0, drafts.size() - 3); i--) {
            var earlier = drafts.get(i);
            budget = budget == null && SOURCES.contains(earlier.indicator == null ? "" : earlier.indicator) ? earlier : budget;
            spent = spent == null && "fund.spent".equals(earlier.indicator) ? earlier : spent;
        }
        if (budget == null || spent == null || budget.mention.quantity().value().signum() == 0 || spent.mention.quantity().value().signum() == 0) {
            return;
        }
        var rate = spent.mention.quantity().value().movePointRight(2)
                .divide(budget.mention.quantity().value(), WORKED_OUT, RoundingMode.HALF_UP);
        var told = draft.mention.quantity().value();
        if (rate.subtract(told).abs().compareTo(new BigDecimal("0.01")) <= 0 && (told.compareTo(WHOLE) != 0 || draft.label.endsWith("使用率"))) {
            draft.indicator = "fund.execution_rate";
            draft.rules.removeIf(rule -> rule.startsWith("indicator:"));
            draft.rule("indicator:worked-out");
            draft.confidence = Math.max(draft.confidence, EXECUTED);
        }
    }

    /// 自治区补助300万元259.45万元86.5%: three cells run together, of which the last is the rate of the two before.
    void touching(Draft draft) {
        var drafts = told.drafts();
        int size = drafts.size();
        if (draft.mention.quantity().kind() != Kind.RATE || size < 2) {
            return;
        }
        var spent = drafts.get(size - 1);
        var budget = drafts.get(size - 2);
        boolean glued = budget.end() == spent.start() && spent.end() == draft.start() && budget.mention.quantity().kind() == Kind.AMOUNT
                && spent.mention.quantity().kind() == Kind.AMOUNT && budget.mention.quantity().value().signum() > 0;
        if (!glued) {
            return;
        }
        var rate = spent.mention.quantity().value().movePointRight(2)
                .divide(budget.mention.quantity().value(), WORKED_OUT, RoundingMode.HALF_UP);
        if (rate.subtract(draft.mention.quantity().value()).abs().compareTo(ROUNDED) <= 0) {
            touching(budget, "fund.budget");
            touching(spent, "fund.spent");
            touching(draft, "fund.execution_rate");
        }
    }

    private static void touching(Draft draft, String indicator) {
        draft.indicator = indicator;
        draft.role = Role.ACTUAL;
        draft.confidence = EXECUTED;
        draft.rules.removeIf(rule -> rule.startsWith("indicator:"));
        draft.rule("indicator:touching");
    }

    /// Points given are results, full marks are not.
    void scored(Draft draft) {
        if (draft.mention.quantity().kind() == Kind.SCORE && draft.indicator != null) {
            draft.role = draft.indicator.endsWith("weight") ? Role.TARGET : Role.ACTUAL;
        }
    }

    /// 成本指标：计划资金201万元: what the list of goals calls a cost is none of the money set apart.
    void cost(Draft draft, Clause clause) {
        boolean open = draft.role == Role.TARGET && "fund.budget".equals(draft.indicator) && !draft.part;
        int start = Math.max(clause.sentence().start(), clause.at() - COST_REACH);
        var before = open ? scene.text.subSequence(start, clause.at()) : "";
        int at = before.lastIndexOf("成本指标");
        if (at >= 0 && before.indexOf(';', at) < 0 && before.indexOf('\n', at) < 0) {
            draft.indicator = "fund.cost";
            draft.rule("indicator:cost-goal");
        }
    }

    /// 维护80万元, 委托业务费245万元 in a table of goals: nothing is spent yet, the items are those of the budget.
    void asked(Draft draft, Clause clause) {
        var quantity = draft.mention.quantity();
        boolean item = draft.indicator == null && !draft.bare && !scene.has("earned", clause.from(), draft.end());
        boolean open = scene.ofGoals() && !draft.noLevel && quantity.kind() == Kind.AMOUNT && quantity.comparator() == Comparator.EQ
                && !scene.has("hard_actual", clause.from(), clause.at());
        if (open && (item || "fund.spent".equals(draft.indicator))) {
            draft.indicator = "fund.budget";
            draft.breakdown = draft.breakdown == null && !draft.part ? draft.label : draft.breakdown;
            draft.rules.remove("indicator:none");
            draft.rule("indicator:asked");
        }
    }

    /// Money set apart is a fact of the budget and no goal, unless it is only planned, for a year to come or to be spent.
    void money(Draft draft, Roles.Verdict verdict, Clause clause) {
        boolean open = (alwaysActual(draft) || named(draft, verdict)) && draft.role == Role.TARGET && !Roles.sign(draft.mention.raw());
        boolean outlay = "fund.budget".equals(draft.indicator) || "fund.spent".equals(draft.indicator);
        boolean planned = later(draft) && outlay && !verdict.rule().equals("role:section") || "fund.spent".equals(draft.indicator)
                && verdict.plan() && scene.has("forward", clause.from(), clause.at());
        if (open && !planned) {
            draft.role = Role.ACTUAL;
            draft.rule("role:money");
        }
    }

    /// 奖补资金9779万元由财政厅负责: named money that only its heading makes a goal of.
    private boolean named(Draft draft, Roles.Verdict verdict) {
        var quantity = draft.mention.quantity();
        var noun = scene.last("fund_noun", draft.labelSpan.start(), draft.labelSpan.end());
        boolean heading = verdict.rule().equals("role:section") || verdict.rule().equals("role:sentence");
        return draft.indicator == null && !draft.noLevel && heading && quantity.kind() == Kind.AMOUNT
                && quantity.comparator() == Comparator.EQ && noun != null && noun.end() == draft.labelSpan.end();
    }

    /// What is told for a year after the report's can only be meant to come.
    void future(Draft draft, Clause clause) {
        if (later(draft) && draft.role == Role.ACTUAL && !draft.noLevel && !alwaysActual(draft)
                && !years.dated(draft.year, clause.sentence(), clause.at())
                && !scene.has("hard_actual", clause.from(), clause.at())) {
            draft.role = Role.TARGET;
            draft.rule("role:future");
        }
    }

    private boolean later(Draft draft) {
        var reported = scene.outline.facts().year();
        return draft.year != null && reported != null && draft.year > reported;
    }

    /// Money set apart for something is a fact of the budget and no goal, however the sentence looks ahead.
    private static boolean alwaysActual(Draft draft) {
        return draft.indicator != null && draft.indicator.startsWith("fund.") && !draft.indicator.equals("fund.cost")
                && draft.mention.quantity().kind() == Kind.AMOUNT
                && draft.mention.quantity().comparator() == Comparator.EQ;
    }
}
