package cn.jixiao.evaluate;

import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// How a set of reports compares with gold: overall, by slice, and the misses.
///
/// @param value tally of values; @param fact tally of facts
/// @param slices tallies of values by kind and role and of facts by indicator, by a printable name
/// @param reliability for each tenth of confidence, how many observations there are and how many agree with gold
/// @param accuracy of breakdown, project and year over the facts that agree with gold, and of region, year, type and
///        agency over the reports (names beginning with `report`)
/// @param misses one line each
public record Evaluation(int documents, Tally value, Tally fact, Map<String, Tally> slices, Map<String, Tally> accuracy,
        Map<String, Tally> reliability, List<Miss> misses) {

    /// Something read wrongly or not at all.
    ///
    /// @param what `value-missed`, `value-wrong`, `fact-missed`, `fact-wrong`
    public record Miss(String document, String what, String raw, String indicator, String context) {
    }

    /// @param observations of a report, by its gold's name
    public static Evaluation of(List<Gold> golds, Function<String, List<Observation>> observations) {
        return of(golds, observations, name -> Optional.empty());
    }

    /// @param observations of a report, by its gold's name
    /// @param facts of a report, by its gold's name; empty where they are not known
    public static Evaluation of(List<Gold> golds, Function<String, List<Observation>> observations,
            Function<String, Optional<Facts>> facts) {
        var value = Tally.NONE;
        var fact = Tally.NONE;
        var slices = new TreeMap<String, Tally>();
        var accuracy = new TreeMap<String, Tally>();
        var reliability = new TreeMap<String, Tally>();
        var misses = new ArrayList<Miss>();
        for (var gold : golds) {
            var read = observations.apply(gold.name());
            var values = Matching.of(Matching.Level.VALUE, gold.records(), read);
            var told = Matching.of(Matching.Level.FACT, gold.records(), read);
            value = value.plus(values.tally());
            fact = fact.plus(told.tally());
            slice(slices, "kind ", values, o -> o.quantity().kind().key(), g -> g.text("kind"));
            slice(slices, "role ", values, o -> o.role().key(), g -> g.text("role"));
            slice(slices, "place ", values, o -> o.evidence().table() == null ? "prose" : "table", g -> "any");
            slice(slices, "indicator ", told, Observation::indicator, g -> g.text("indicator"));
            rely(reliability, told, read);
            Attributes.ofFacts(accuracy, gold, told);
            facts.apply(gold.name()).ifPresent(each -> Attributes.ofReport(accuracy, gold, each));
            tell(misses, gold.name(), "value", values);
            tell(misses, gold.name(), "fact", told);
        }
        return new Evaluation(golds.size(), value, fact, slices, accuracy, reliability, List.copyOf(misses));
    }

    private static void slice(Map<String, Tally> slices, String prefix, Matching matching,
            Function<Observation, String> read, Function<Gold.Record, String> gold) {
        matching.pairs().forEach(pair -> add(slices, prefix + read.apply(pair.read().getFirst()), new Tally(1, 0, 0)));
        matching.wrong().forEach(each -> add(slices, prefix + read.apply(each), new Tally(0, 1, 0)));
        matching.missed().forEach(each -> add(slices, prefix + gold.apply(each), new Tally(0, 0, 1)));
    }

    private static void rely(Map<String, Tally> reliability, Matching facts, List<Observation> read) {
        var wrong = facts.wrong();
        for (var observation : read) {
            if (observation.indicator() == null) {
                continue;
            }
            var key = Matching.Level.FACT.key(observation);
            boolean isWrong = wrong.stream().anyMatch(each -> Matching.Level.FACT.key(each).equals(key));
            add(reliability, String.format(java.util.Locale.ROOT, "%.1f", Math.floor(observation.confidence() * 10) / 10),
                    isWrong ? new Tally(0, 1, 0) : new Tally(1, 0, 0));
        }
    }

    private static void tell(List<Miss> misses, String document, String level, Matching matching) {
        matching.missed().forEach(each -> misses.add(new Miss(document, level + "-missed", each.text("raw"),
                each.text("indicator"), each.text("context"))));
        matching.wrong().forEach(each -> misses.add(new Miss(document, level + "-wrong", each.raw(),
                String.valueOf(each.indicator()), each.evidence().sentence())));
    }

    private static void add(Map<String, Tally> tallies, String key, Tally tally) {
        tallies.merge(key, tally, Tally::plus);
    }
}
