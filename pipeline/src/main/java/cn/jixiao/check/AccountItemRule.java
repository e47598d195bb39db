package cn.jixiao.check;

import cn.jixiao.dictionary.Accounts;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// `account.item`: what the explanation of a budget or account says of an item (公务接待费, 人员经费) is what the table of these
/// items holds.
///
/// Held against the cells of the same name and series (预算, 决算); one that agrees is enough. Only a figure right behind its
/// name is believed, of the latest year that the explanation tells it for.
record AccountItemRule() implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var account = figures.account();
        var findings = new ArrayList<Finding>();
        for (var told : account.words().told()) {
            var cells = cells(figures, account, told);
            if (cells.isEmpty()) {
                continue;
            }
            for (var name : told.names()) {
                latest(told(figures, account, name)).forEach(each -> check(figures, account, cells, name, each, findings));
            }
        }
        return findings;
    }

    private static List<Observation> cells(Figures figures, Account account, Accounts.Told told) {
        return figures.outline().grids().stream().filter(grid -> told.tables().stream().anyMatch(account.title(grid)::contains))
                .flatMap(grid -> account.amounts(grid).stream()).toList();
    }

    private static List<Observation> told(Figures figures, Account account, String name) {
        return figures.all().stream().filter(each -> each.evidence().table() == null && each.quantity().kind() == Kind.AMOUNT
                && each.quantity().comparator() == Comparator.EQ && !figures.grows(each)
                && account.name(each).filter(name::equals).isPresent() && account.named(each)).toList();
    }

    private static List<Observation> latest(List<Observation> told) {
        var year = told.stream().map(Observation::year).filter(Objects::nonNull).max(java.util.Comparator.naturalOrder());
        return told.stream().filter(each -> year.isEmpty() || each.year() == null || each.year().equals(year.get())).toList();
    }

    private static void check(Figures figures, Account account, List<Observation> cells, String name, Observation told,
            List<Finding> findings) {
        var series = account.series(told);
        var same = cells.stream().filter(each -> account.name(each).filter(name::equals).isPresent()
                && Stream.of(series, "", account.series(each)).distinct().count() < 3).toList();
        var right = same.stream().filter(each -> each.quantity().interval().meets(told.quantity().interval())).findFirst();
        if (right.isPresent()) {
            findings.add(figures.passed("account.item", "%s：说明 %s 与表 %s 一致".formatted(told.label(), Figures.print(told),
                    Figures.print(right.get())), List.of(told, right.get())));
        } else if (!same.isEmpty() && !(series.isEmpty() && told.quantity().value().signum() == 0)) {
            var cell = same.getFirst();
            findings.add(Account.differ(figures, "account.item",
                    Account.carelessly(told, cell) ? Finding.Severity.INFO : Finding.Severity.ERROR, "%s：%s为 %s，%s为 %s".formatted(
                            told.label(), Account.place(told), Figures.print(told), Account.place(cell), Figures.print(cell)), told, cell));
        }
    }
}
