package cn.jixiao.check;

import cn.jixiao.dictionary.Accounts;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// `account.row`: in every row of a budget's or account's table the columns that make up a total column do so (合计 = 基本支出 +
/// 项目支出).
///
/// A wide table has several total columns; each is held against the columns below the same headings. A column without a
/// figure in the row counts as nothing, but one part at least must be told.
record AccountAcrossRule() implements Rule {

    private static final List<String> TOTALS = List.of("合计", "小计");

    @Override
    public List<Finding> check(Figures figures) {
        var account = figures.account();
        var findings = new ArrayList<Finding>();
        for (var grid : figures.outline().grids()) {
            var title = account.title(grid);
            for (var across : account.words().across()) {
                if (across.tables().stream().anyMatch(title::contains) && heads(account, grid, across.parts()) > 1) {
                    rows(account, grid).values().forEach(row -> row.stream().filter(each -> ends(account, each,
                            across.whole())).forEach(whole -> check(figures, account, across, row, whole).ifPresent(findings::add)));
                }
            }
        }
        return findings;
    }

    private static TreeMap<Integer, List<Observation>> rows(Account account, Grid grid) {
        var rows = new TreeMap<Integer, List<Observation>>();
        account.amounts(grid).forEach(each -> rows.computeIfAbsent(each.evidence().table().row(), key -> new ArrayList<>())
                .add(each));
        return rows;
    }

    /// How many of the names head a column of the table.
    private static long heads(Account account, Grid grid, List<String> names) {
        return account.amounts(grid).stream().flatMap(each -> account.columns(each).stream()).distinct().filter(names::contains)
                .count();
    }

    private static boolean ends(Account account, Observation one, List<String> names) {
        var heads = account.columns(one);
        return !heads.isEmpty() && names.contains(heads.getLast());
    }

    private static Optional<Finding> check(Figures figures, Account account, Accounts.Across across, List<Observation> row,
            Observation whole) {
        var heads = account.columns(whole);
        var above = heads.subList(0, heads.size() - 1);
        int column = whole.evidence().table().column();
        int next = row.stream().filter(each -> each != whole && account.columns(each).equals(heads))
                .mapToInt(each -> each.evidence().table().column()).filter(each -> each > column).min().orElse(Integer.MAX_VALUE);
        var parts = row.stream().filter(each -> each.evidence().table().column() > column
                && each.evidence().table().column() < next && figures.sameUnit(each, whole)
                && Objects.equals(each.evidence().table().row(), whole.evidence().table().row())
                && part(account.columns(each), above, across.parts())).toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var sum = new Sum(whole, parts);
        return sum.holds() ? Optional.of(sum.passed(figures, "account.row"))
                : sum.fails() ? Optional.of(sum.alarm(figures, "account.row", Finding.Severity.ERROR, account.row(whole) + across.title()))
                : Optional.empty();
    }

    /// A part right below the same headings, or its own total column.
    private static boolean part(List<String> heads, List<String> above, List<String> names) {
        int at = above.size();
        boolean below = heads.size() > at && heads.subList(0, at).equals(above) && names.contains(heads.get(at));
        return below && (heads.size() == at + 1 || heads.size() == at + 2 && TOTALS.contains(heads.getLast()));
    }
}
