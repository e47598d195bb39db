package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `account.subject`: where the explanation goes through the subjects of the budget (…（类）…（款）…（项）), what it says first of
/// one is what it says again beside the budget, and what the table by subjects holds.
///
/// A subject's row is taken only where its name stands in one row of the table.
record AccountSubjectRule() implements Rule {

    private static final String NAME = "account.subject";
    private static final int AHEAD = 3;

    @Override
    public List<Finding> check(Figures figures) {
        var account = figures.account();
        var findings = new ArrayList<Finding>();
        for (var each : figures.all()) {
            if (!told(each)) {
                continue;
            }
            var lead = Account.plain(figures.lead(each));
            int end = lead.lastIndexOf("（项）");
            if (end < 0 || !account.words().filled(lead.substring(end + 3))) {
                continue;
            }
            again(figures, account, each).filter(other -> other != each).ifPresent(other -> findings.add(compare(figures, each, other,
                    "支出决算")));
            cell(figures, account, subject(lead.substring(0, end))).ifPresent(cell -> findings.add(compare(figures, each, cell,
                    Account.place(cell))));
        }
        return findings;
    }

    private static boolean told(Observation one) {
        return one.evidence().table() == null && one.quantity().kind() == Kind.AMOUNT
                && one.quantity().comparator() == Comparator.EQ;
    }

    private static String subject(String lead) {
        int from = Math.max(lead.lastIndexOf('）') + 1, 0);
        return lead.substring(from).replace("“", "").replace("”", "");
    }

    /// The account told beside the budget, before the next subject.
    private static Optional<Observation> again(Figures figures, Account account, Observation first) {
        int number = figures.sentenceNumber(first);
        for (var each : figures.sentences(number, number + AHEAD)) {
            if (each.evidence().span().start() <= first.evidence().span().start() || !told(each)) {
                continue;
            }
            var lead = Account.plain(figures.lead(each));
            if (lead.contains("（项）")) {
                return Optional.empty();
            }
            if (account.words().continues(lead) && account.words().series(lead).equals("决算")) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Optional<Observation> cell(Figures figures, Account account, String subject) {
        var total = account.words().totals().stream().filter(each -> each.name().equals("public_budget")).findFirst();
        if (total.isEmpty() || subject.length() < 3) {
            return Optional.empty();
        }
        var place = total.get().places().getFirst();
        var cells = figures.outline().grids().stream().filter(grid -> place.isIn(account.title(grid)))
                .flatMap(grid -> account.amounts(grid).stream()).filter(each -> account.row(each).equals(subject)
                        && !account.columns(each).isEmpty() && place.columns().contains(account.columns(each).getLast())).toList();
        return cells.size() == 1 ? Optional.of(cells.getFirst()) : Optional.empty();
    }

    private static Finding compare(Figures figures, Observation one, Observation other, String where) {
        if (one.quantity().interval().meets(other.quantity().interval())) {
            return figures.passed(NAME, "%s：%s 与%s %s 一致".formatted(one.label(), Figures.print(one), where,
                    Figures.print(other)), List.of(one, other));
        }
        return Account.differ(figures, NAME, Account.carelessly(one, other) ? Finding.Severity.INFO : Finding.Severity.WARNING,
                "%s：先为 %s，%s为 %s".formatted(one.label(), Figures.print(one), where, Figures.print(other)), one, other);
    }
}
