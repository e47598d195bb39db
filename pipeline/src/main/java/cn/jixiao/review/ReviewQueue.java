package cn.jixiao.review;

import cn.jixiao.compare.AcrossReports;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The figures that nobody has looked at yet, the riskiest first; those that are equally risky in the order of the reports.
///
/// @param items the first of them
/// @param size how many there are in all
/// @param sampled whether the workspace is too large to weigh every figure: those of failed checks and the least sure ones
///                are weighed then, a bounded number of them
public record ReviewQueue(List<Item> items, int size, boolean sampled) {

    /// A figure to look at.
    public record Item(Observation figure, Risk risk) {
    }

    /// Figures from which on not every one is weighed.
    private static final int MANY = 50_000;
    private static final int SUSPECTS = 1_000;
    private static final int ALARMS = 150;

    private static final Comparator<Item> RISKIEST =
            Comparator.comparingDouble((Item item) -> item.risk().score()).reversed();

    public ReviewQueue {
        items = List.copyOf(items);
    }

    /// @param filter which figures count
    /// @param least the risk from which on a figure is in the queue
    /// @param from how many of the riskiest are passed over
    public static ReviewQueue of(Records records, Standing standing, ObservationFilter filter, double least, int from, int most) {
        boolean sampled = filter.docIds().isEmpty() && records.search(figures("", 0)).total() > MANY;
        var alarms = alarms(records, standing, new HashSet<>(filter.docIds()), sampled);
        var figures = sampled ? suspects(records, alarms) : all(records, filter);
        var jumping = new HashSet<String>();
        if (!sampled) {
            AcrossReports.of(records).stream().filter(each -> each.rule().startsWith("outlier."))
                    .forEach(each -> jumping.addAll(each.observations()));
        }
        var items = new ArrayList<Item>();
        for (var each : figures) {
            if (each.revision() == null) {
                var alarm = alarms.get(each.id());
                var risk = Risk.of(each, alarm == null ? null : alarm.severity(), jumping.contains(each.id()));
                if (risk.score() >= least) {
                    items.add(new Item(each, risk));
                }
            }
        }
        items.sort(RISKIEST);
        return new ReviewQueue(items.stream().skip(from).limit(most).toList(), items.size(), sampled);
    }

    private static List<Observation> all(Records records, ObservationFilter filter) {
        try (var all = records.observations(filter)) {
            return all.toList();
        }
    }

    private static SearchQuery figures(String query, int size) {
        return new SearchQuery(query, Level.OBSERVATIONS, Order.SOURCE, 0, size, 0);
    }

    /// The figures of failed checks, and the least sure ones.
    private static List<Observation> suspects(Records records, Map<String, Alarm> alarms) {
        var found = new LinkedHashMap<String, Observation>();
        var reports = new TreeSet<String>();
        alarms.values().forEach(each -> reports.add(each.docId()));
        for (var docId : reports) {
            all(records, ObservationFilter.ofDocument(docId)).stream().filter(each -> alarms.containsKey(each.id()))
                    .forEach(each -> found.put(each.id(), each));
        }
        int room = SUSPECTS;
        for (var range : List.of("[0 TO 0.3]", "{0.3 TO 0.5]", "{0.5 TO 0.7]")) {
            var hits = records.search(figures("confidence:" + range, room)).hits();
            hits.stream().map(SearchResult.Hit::observation).filter(Objects::nonNull).forEach(each -> found.putIfAbsent(each.id(), each));
            room -= hits.size();
            if (room <= 0) {
                break;
            }
        }
        return List.copyOf(found.values());
    }

    /// The gravest open alarm on a figure.
    private record Alarm(String docId, Finding.Severity severity) {
    }

    private static Map<String, Alarm> alarms(Records records, Standing standing, Set<String> docIds, boolean sampled) {
        var verdicts = Verdicts.byName(standing);
        var alarms = new HashMap<String, Alarm>();
        try (var findings = sampled ? gravest(records) : records.findings()) {
            findings.filter(each -> !each.holds() && (docIds.isEmpty() || docIds.contains(each.docId())))
                    .filter(each -> !verdicts.dismissed(each))
                    .forEach(each -> each.observations().forEach(id -> alarms.merge(id, new Alarm(each.docId(), each.severity()),
                            (a, b) -> a.severity().compareTo(b.severity()) <= 0 ? a : b)));
        }
        return alarms;
    }

    private static Stream<Finding> gravest(Records records) {
        return Stream.of(Finding.Severity.ERROR, Finding.Severity.WARNING).flatMap(severity -> records.search(new SearchQuery(
                "holds:false AND severity:" + severity.key(), Level.FINDINGS, Order.SOURCE, 0, ALARMS, 0)).hits().stream())
                .map(SearchResult.Hit::finding).filter(Objects::nonNull);
    }
}
