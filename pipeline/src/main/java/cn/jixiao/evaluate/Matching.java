package cn.jixiao.evaluate;

import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Pairs one report's gold with what was read of it.
///
/// Sets are compared, not lists: a fact told twice counts once. A gold record may accept several answers; an answer
/// that only an optional record accepts counts neither way. (Section 5 of the observation contract.)
///
/// @param pairs gold records with an observation that agrees with each
/// @param missed required gold records that nothing agrees with
/// @param wrong observations that no gold record accepts
record Matching(Tally tally, List<Pair> pairs, List<Gold.Record> missed, List<Observation> wrong) {

    /// A gold record and the observations that hit it.
    record Pair(Gold.Record gold, List<Observation> read) {
    }

    /// What makes two readings the same.
    enum Level {
        /// Kind, value, unit and role.
        VALUE {
            @Override
            String key(Observation o) {
                var q = o.quantity();
                return join(q.kind().key(), Gold.number(q.value().toPlainString()), q.unit(), o.role().key());
            }

            @Override
            List<String> keys(Gold.Record gold) {
                return combine(gold.options("kind"), numbers(gold), units(gold), gold.options("role"));
            }
        },
        /// Indicator, value, comparator and role, of records that carry an indicator.
        FACT {
            @Override
            String key(Observation o) {
                return o.indicator() == null ? "" : join(o.indicator(), Gold.number(o.quantity().value().toPlainString()),
                        o.quantity().comparator().symbol(), o.role().key());
            }

            @Override
            List<String> keys(Gold.Record gold) {
                var named = gold.options("indicator").stream().filter(each -> !each.isEmpty()).toList();
                return combine(named, numbers(gold), gold.options("comparator"), gold.options("role"));
            }
        };

        /// The observation's key, empty if it does not take part.
        abstract String key(Observation observation);

        /// The keys a gold record accepts, the best first.
        abstract List<String> keys(Gold.Record gold);

        private static List<String> numbers(Gold.Record gold) {
            return gold.options("value").stream().map(Gold::number).toList();
        }

        private static List<String> units(Gold.Record gold) {
            return gold.options("unit").stream().map(each -> each.equals("元") ? "CNY" : each.equals("％") ? "%" : each)
                    .toList();
        }

        private static String join(String... parts) {
            return String.join("|", parts);
        }

        @SafeVarargs
        private static List<String> combine(List<String>... parts) {
            var keys = List.of("");
            for (var options : parts) {
                var longer = new ArrayList<String>();
                for (var key : keys) {
                    options.forEach(option -> longer.add(key.isEmpty() ? option : key + "|" + option));
                }
                keys = longer;
            }
            return keys;
        }
    }

    static Matching of(Level level, List<Gold.Record> gold, List<Observation> observations) {
        Map<String, List<Observation>> read = new LinkedHashMap<>();
        for (var observation : observations) {
            var key = level.key(observation);
            if (!key.isEmpty()) {
                read.computeIfAbsent(key, each -> new ArrayList<>()).add(observation);
            }
        }
        var pairs = new ArrayList<Pair>();
        var missed = new ArrayList<Gold.Record>();
        Set<Set<String>> seen = new HashSet<>();
        int right = 0;
        for (var record : gold) {
            var keys = level.keys(record);
            if (record.optional() || keys.isEmpty()) {
                continue;
            }
            var hit = keys.stream().filter(read::containsKey).findFirst();
            hit.ifPresent(key -> pairs.add(new Pair(record, read.get(key))));
            if (!seen.add(Set.copyOf(keys))) {
                continue;
            }
            if (hit.isPresent()) {
                right++;
            } else if (level == Level.VALUE || !record.options("indicator").contains("")) {
                missed.add(record);
            }
        }
        var accepted = new HashSet<String>();
        gold.forEach(record -> accepted.addAll(level.keys(record)));
        var wrong = read.entrySet().stream().filter(each -> !accepted.contains(each.getKey()))
                .map(each -> each.getValue().getFirst()).toList();
        return new Matching(new Tally(right, wrong.size(), missed.size()), pairs, missed, wrong);
    }
}
