package cn.jixiao.review;

import cn.jixiao.check.Outliers;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The figures that nobody has looked at yet, the riskiest first; those that are equally risky in the order of the reports.
///
/// @param items the first of them
/// @param size how many there are in all
public record ReviewQueue(List<Item> items, int size) {

    /// A figure to look at.
    public record Item(Observation figure, Risk risk) {
    }

    private static final Comparator<Item> RISKIEST =
            Comparator.comparingDouble((Item item) -> item.risk().score()).reversed();

    public ReviewQueue {
        items = List.copyOf(items);
    }

    /// @param filter which figures count
    /// @param least the risk from which on a figure is in the queue
    /// @param from how many of the riskiest are passed over
    public static ReviewQueue of(Records records, Standing standing, ObservationFilter filter, double least, int from, int most) {
        List<Observation> figures;
        try (var all = records.observations(filter)) {
            figures = all.toList();
        }
        var alarms = alarms(records, standing, new HashSet<>(filter.docIds()));
        var jumping = new HashSet<String>();
        Outliers.of(figures).forEach(each -> jumping.addAll(each.observations()));
        var items = new ArrayList<Item>();
        for (var each : figures) {
            if (each.revision() == null) {
                var risk = Risk.of(each, alarms.get(each.id()), jumping.contains(each.id()));
                if (risk.score() >= least) {
                    items.add(new Item(each, risk));
                }
            }
        }
        items.sort(RISKIEST);
        return new ReviewQueue(items.stream().skip(from).limit(most).toList(), items.size());
    }

    /// The gravest open alarm on each figure.
    private static Map<String, Finding.@Nullable Severity> alarms(Records records, Standing standing, Set<String> docIds) {
        var verdicts = Verdicts.byName(standing);
        var alarms = new HashMap<String, Finding.@Nullable Severity>();
        try (var findings = records.findings()) {
            findings.filter(each -> !each.holds() && (docIds.isEmpty() || docIds.contains(each.docId())))
                    .filter(each -> !verdicts.dismissed(each))
                    .forEach(each -> each.observations().forEach(id -> alarms.merge(id, each.severity(),
                            (a, b) -> a.compareTo(b) <= 0 ? a : b)));
        }
        return alarms;
    }
}
