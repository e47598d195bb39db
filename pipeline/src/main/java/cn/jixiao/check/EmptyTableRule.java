package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import java.util.ArrayList;
import java.util.List;

/// `account.empty`: a table of a budget or final account without a figure is said to be empty, in a note or in the
/// explanation; silence leaves open whether there was nothing to tell or nothing was told.
record EmptyTableRule() implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var account = figures.account();
        var findings = new ArrayList<Finding>();
        if (!account.isAccount()) {
            return findings;
        }
        var text = Account.plain(figures.document().text());
        for (var grid : figures.outline().grids()) {
            var title = account.title(grid);
            for (var each : account.words().empty()) {
                if (each.tables().stream().noneMatch(title::contains) || !account.amounts(grid).isEmpty()) {
                    continue;
                }
                var after = text.indexOf(title) < 0 ? "" : near(text, title);
                boolean said = each.said().stream().anyMatch(text::contains)
                        || account.words().blank().stream().anyMatch(after::contains);
                findings.add(said ? figures.passed("account.empty", title + "：已注明无数据", List.of())
                        : figures.alarm("account.empty", Finding.Severity.INFO, title + "：表中没有数据，也未注明是空表", List.of(),
                                "空表说明", "无"));
            }
        }
        return findings;
    }

    /// The words around the last place of the title.
    private static String near(String text, String title) {
        int at = text.lastIndexOf(title);
        return text.substring(at, Math.min(text.length(), at + title.length() + 400));
    }
}
