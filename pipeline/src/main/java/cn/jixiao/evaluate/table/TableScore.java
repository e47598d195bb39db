package cn.jixiao.evaluate.table;

import cn.jixiao.evaluate.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The tables found in one file against its truth.
///
/// Each table of the truth is paired with the found one on its page that shares the largest area with it, the largest
/// area first, each table once. Within a pair a relation is right if both its words and its direction are in the
/// truth. The relations of a table of the truth that has no partner are missed.
///
/// @param whole found tables without a partner count as wrong: finding and structure together
/// @param structure only tables that have a partner count as found: how well the rows and columns of what was looked
///                  at are known
public record TableScore(Tally whole, Tally structure) {

    public static final TableScore NONE = new TableScore(Tally.NONE, Tally.NONE);

    private record Pair(TableRegion truth, TableRegion found) {

        double overlap() {
            return truth.overlap(found);
        }
    }

    public static TableScore of(List<TableRegion> truth, List<TableRegion> found) {
        var pairs = pairs(truth, found);
        var structure = Tally.NONE;
        for (var pair : pairs) {
            structure = structure.plus(tally(pair.truth().relations(), pair.found().relations()));
        }
        for (var each : truth) {
            if (pairs.stream().noneMatch(pair -> pair.truth() == each)) {
                structure = structure.plus(tally(each.relations(), Map.of()));
            }
        }
        var whole = structure;
        for (var each : found) {
            if (pairs.stream().noneMatch(pair -> pair.found() == each)) {
                whole = whole.plus(tally(Map.of(), each.relations()));
            }
        }
        return new TableScore(whole, structure);
    }

    public TableScore plus(TableScore other) {
        return new TableScore(whole.plus(other.whole), structure.plus(other.structure));
    }

    private static List<Pair> pairs(List<TableRegion> truth, List<TableRegion> found) {
        var possible = new ArrayList<Pair>();
        truth.forEach(a -> found.stream().map(b -> new Pair(a, b)).filter(pair -> pair.overlap() > 0)
                .forEach(possible::add));
        possible.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        var pairs = new ArrayList<Pair>();
        for (var pair : possible) {
            if (pairs.stream().noneMatch(each -> each.truth() == pair.truth() || each.found() == pair.found())) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static Tally tally(Map<TableRegion.Relation, Integer> truth, Map<TableRegion.Relation, Integer> found) {
        int right = 0;
        for (var each : found.entrySet()) {
            right += Math.min(each.getValue(), truth.getOrDefault(each.getKey(), 0));
        }
        return new Tally(right, sum(found) - right, sum(truth) - right);
    }

    private static int sum(Map<TableRegion.Relation, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
