package cn.jixiao.check;

import cn.jixiao.dictionary.Accounts;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;

/// `account.across`: a total of a budget or final account is the same in all its tables; `account.told`: and in the
/// explanation; `account.unit`: where the two are ten thousand times apart, 元 stands for 万元.
record AccountTotalRule() implements Rule {

    private static final List<String> TRAILING = List.of("为", "是", "共", "均为", "各为", "各是", "合计", "共计", "：", ":", "数", "决算");

    @Override
    public List<Finding> check(Figures figures) {
        var account = figures.account();
        var findings = new ArrayList<Finding>();
        for (var total : account.words().totals()) {
            var cells = account.cells(total);
            for (int i = 1; i < cells.size(); i++) {
                findings.add(compare(figures, "account.across", total, cells.get(i), cells.getFirst()));
            }
            if (!cells.isEmpty()) {
                told(figures, total).forEach(each -> findings.add(compare(figures, "account.told", total, each,
                        nearest(cells, each))));
            }
        }
        return findings;
    }

    /// A cell that agrees, else the first.
    private static Observation nearest(List<Observation> cells, Observation told) {
        return cells.stream().filter(each -> agree(each, told)).findFirst().orElse(cells.getFirst());
    }

    private static List<Observation> told(Figures figures, Accounts.Total total) {
        var year = figures.outline().facts().year();
        return figures.all().stream().filter(each -> each.evidence().table() == null
                && each.quantity().kind() == Kind.AMOUNT && each.quantity().comparator() == Comparator.EQ
                && (each.year() == null || year == null || each.year().equals(year))
                && total.told().stream().anyMatch(word -> ends(Account.plain(figures.lead(each)), word))).toList();
    }

    /// Whether the words end in the total's name, a word for being apart.
    private static boolean ends(String lead, String name) {
        var words = lead;
        boolean shorter = true;
        while (shorter && !words.endsWith(name)) {
            var before = words;
            words = TRAILING.stream().filter(before::endsWith).findFirst()
                    .map(each -> before.substring(0, before.length() - each.length())).orElse(before);
            shorter = words.length() < before.length();
        }
        return words.endsWith(name) && !words.endsWith("财政拨款" + name);
    }

    private static boolean agree(Observation a, Observation b) {
        return a.quantity().interval().meets(b.quantity().interval());
    }

    private static Finding compare(Figures figures, String rule, Accounts.Total total, Observation one, Observation other) {
        if (agree(one, other)) {
            return figures.passed(rule, "%s：%s 与 %s 一致".formatted(total.title(), Figures.print(one), Figures.print(other)),
                    List.of(one, other));
        }
        return Account.differ(figures, rule, Finding.Severity.ERROR, "%s：%s为 %s，%s为 %s".formatted(total.title(),
                Account.place(one), Figures.print(one), Account.place(other), Figures.print(other)), one, other);
    }
}
