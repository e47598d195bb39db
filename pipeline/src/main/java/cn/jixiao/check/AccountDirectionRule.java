package cn.jixiao.check;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `account.direction`: where the explanation gives reasons for an account that is less than its budget, it is less (年初预算为
/// 10万元，支出决算为7.73万元 … 决算数小于预算数的主要原因).
///
/// Left alone where the words leave it open (大小于, 小于或等于).
record AccountDirectionRule() implements Rule {

    private static final String NAME = "account.direction";
    private static final int AHEAD = 160;

    /// What the words say: -1 less, 0 the same, 1 more.
    private record Said(String words, int sign) {
    }

    private static final List<Said> SAYINGS = List.of(new Said("决算数小于预算数", -1), new Said("决算数小于年初预算", -1),
            new Said("决算数低于预算数", -1), new Said("决算数低于年初预算", -1), new Said("决算数大于预算数", 1),
            new Said("决算数大于年初预算", 1), new Said("决算数高于预算数", 1), new Said("决算数高于年初预算", 1),
            new Said("决算数等于预算数", 0), new Said("决算数与预算数持平", 0), new Said("决算数同预算数持平", 0));

    @Override
    public List<Finding> check(Figures figures) {
        var account = figures.account();
        var findings = new ArrayList<Finding>();
        for (var each : figures.all()) {
            var lead = each.evidence().table() == null && amount(each) ? Account.plain(figures.lead(each)) : "";
            var beside = lead.isEmpty() ? List.<Observation>of() : figures.beside(each);
            int at = Figures.among(beside, each);
            boolean pair = at > 0 && amount(beside.get(at - 1)) && account.words().continues(lead)
                    && account.series(each).equals("决算") && account.series(beside.get(at - 1)).equals("预算");
            if (pair) {
                said(figures, each).map(said -> compare(figures, said, each, beside.get(at - 1))).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static boolean amount(Observation one) {
        return one.quantity().kind() == Kind.AMOUNT && one.quantity().comparator() == Comparator.EQ;
    }

    /// What is said right behind the account, before another budget is told.
    private static Optional<Said> said(Figures figures, Observation account) {
        int from = account.evidence().span().end();
        var text = figures.document().text();
        var words = Account.plain(figures.document().textOf(new Span(from, Math.min(text.length(), from + AHEAD))));
        int next = words.indexOf("预算为");
        var near = next < 0 ? words : words.substring(0, next);
        return SAYINGS.stream().filter(each -> near.contains(each.words()))
                .min(java.util.Comparator.comparing(each -> near.indexOf(each.words())))
                .filter(each -> !near.substring(near.indexOf(each.words())).startsWith(each.words() + "（"));
    }

    private static Finding compare(Figures figures, Said said, Observation account, Observation budget) {
        int sign = account.quantity().value().compareTo(budget.quantity().value());
        var operands = List.of(account, budget);
        var words = "支出决算 %s，预算 %s，".formatted(Figures.print(account), Figures.print(budget));
        return sign == said.sign() ? figures.passed(NAME, words + "与“" + said.words() + "”相符", operands)
                : figures.alarm(NAME, Finding.Severity.WARNING, words + "却说明“" + said.words() + "”", operands, said.words(),
                        sign < 0 ? "决算小于预算" : sign > 0 ? "决算大于预算" : "决算等于预算");
    }
}
