package cn.jixiao.check;

import cn.jixiao.dictionary.Accounts;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// `account.three`, `account.cars`, `account.basic`: what the names of a budget or final account say makes up what (三公经费,
/// 公务用车, 基本支出), in a row or a column of a table and in the sentences of the explanation.
///
/// Budget and account told side by side are kept apart; where a name has several figures, one way of taking them that adds
/// up is enough, and none is no alarm.
record AccountPartsRule() implements Rule {

    private static final int AHEAD = 10;

    @Override
    public List<Finding> check(Figures figures) {
        var account = figures.account();
        var findings = new ArrayList<Finding>();
        var whole = new ArrayList<List<Observation>>();
        for (var grid : figures.outline().grids()) {
            whole.addAll(rows(account, grid));
        }
        var done = new HashSet<String>();
        for (var group : whole) {
            check(figures, account, group, account.words().parts(), done, findings);
        }
        for (var passage : passages(figures, account)) {
            var name = account.name(passage.getFirst());
            check(figures, account, passage, account.words().parts().stream().filter(each -> name.filter(each.whole()::equals)
                    .isPresent()).toList(), done, findings);
        }
        return findings;
    }

    /// The figures of a table that may make up each other: those of one row and series, and those of one column.
    private static List<List<Observation>> rows(Account account, Grid grid) {
        var groups = new LinkedHashMap<List<Object>, List<Observation>>();
        for (var each : account.amounts(grid)) {
            var place = each.evidence().table();
            groups.computeIfAbsent(List.of("row", place.row(), account.series(each)), key -> new ArrayList<>()).add(each);
            groups.computeIfAbsent(List.of("column", place.column()), key -> new ArrayList<>()).add(each);
        }
        return List.copyOf(groups.values());
    }

    /// From each figure that names a whole to the next that does, or so many sentences on.
    private static List<List<Observation>> passages(Figures figures, Account account) {
        var wholes = account.words().parts().stream().map(Accounts.Parts::whole).toList();
        var groups = new ArrayList<List<Observation>>();
        var sentences = figures.sentences();
        for (var sentence : sentences) {
            for (var each : sentence) {
                var name = told(figures, each) ? account.name(each) : Optional.<String>empty();
                if (name.isEmpty() || !wholes.contains(name.get())) {
                    continue;
                }
                int number = figures.sentenceNumber(each);
                var group = new ArrayList<>(List.of(each));
                for (var next : figures.sentences(number, number + AHEAD)) {
                    boolean after = next.evidence().span().start() > each.evidence().span().start() && told(figures, next);
                    if (after && account.name(next).equals(name)) {
                        break;
                    }
                    if (after && Objects.equals(next.year(), each.year()) && fits(account.series(each), account.series(next))) {
                        group.add(next);
                    }
                }
                groups.add(group);
            }
        }
        return groups;
    }

    private static boolean fits(String one, String other) {
        return one.equals(other) || one.isEmpty() || other.isEmpty();
    }

    private static boolean told(Figures figures, Observation one) {
        return one.evidence().table() == null && one.quantity().kind() == Kind.AMOUNT
                && one.quantity().comparator() == Comparator.EQ && !figures.grows(one)
                && !figures.lead(one).contains("均");
    }

    private static void check(Figures figures, Account account, List<Observation> group, List<Accounts.Parts> about,
            Set<String> done, List<Finding> findings) {
        var named = new HashMap<String, List<Observation>>();
        group.forEach(each -> account.name(each).ifPresent(name -> named.computeIfAbsent(name, key -> new ArrayList<>()).add(each)));
        var told = about.stream().filter(each -> named.containsKey(each.whole())).toList();
        for (var name : told.stream().map(Accounts.Parts::name).distinct().toList()) {
            var readings = about.stream().filter(each -> each.name().equals(name)).toList();
            var sums = readings.stream().map(each -> sum(named, each)).flatMap(Optional::stream).toList();
            var rule = "account." + name;
            var right = sums.stream().filter(Sum::holds).findFirst();
            right.or(() -> sums.stream().filter(Sum::fails).findFirst()).filter(sum -> done.add(rule + sum.operands().stream()
                    .map(Observation::id).toList())).ifPresent(sum -> findings.add(right.isPresent()
                            ? sum.passed(figures, rule) : sum.alarm(figures, rule, Finding.Severity.ERROR,
                                    readings.getFirst().title())));
        }
    }

    /// The whole and one figure for each part; none where a part is not told, or told with several figures.
    private static Optional<Sum> sum(Map<String, List<Observation>> named, Accounts.Parts reading) {
        var wholes = named.getOrDefault(reading.whole(), List.of());
        var parts = new ArrayList<Observation>();
        for (var each : reading.parts()) {
            var told = named.getOrDefault(each, List.of());
            if (told.isEmpty() || told.stream().map(part -> part.quantity().value()).distinct().count() > 1) {
                return Optional.empty();
            }
            parts.add(told.getFirst());
        }
        return wholes.isEmpty() ? Optional.empty() : Optional.of(new Sum(wholes.getFirst(), parts));
    }
}
