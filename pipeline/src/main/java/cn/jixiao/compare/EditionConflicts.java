package cn.jixiao.compare;

import cn.jixiao.index.Records;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// `conflict.edition`: a figure that two editions of one report, or its PDF and its Word file, tell differently. A revision may change figures, so this is
/// a note for who must know which of them counts.
final class EditionConflicts {

    private EditionConflicts() {
    }

    static List<Finding> among(Records records) {
        var findings = new ArrayList<Finding>();
        new TreeMap<>(records.links()).forEach((earlier, link) -> {
            var later = records.extraction(link.docId());
            var before = records.extraction(earlier);
            if (later.isPresent() && before.isPresent()) {
                findings.addAll(between(before.get(), later.get()));
            }
        });
        return findings;
    }

    /// Only what each edition tells once can be paired without guessing.
    private static List<Finding> between(Extraction before, Extraction later) {
        var old = once(before);
        var findings = new ArrayList<Finding>();
        once(later).forEach((key, now) -> {
            var was = old.get(key);
            if (was != null && !was.quantity().interval().meets(now.quantity().interval())) {
                findings.add(new Finding(now.docId(), now.source(), "conflict.edition", false, Finding.Severity.INFO,
                        "%s：本版 %s，另一版（%s）为 %s".formatted(now.label(), now.raw().strip(), was.source(), was.raw().strip()),
                        List.of(now.id(), was.id()), was.raw().strip(), now.raw().strip()));
            }
        });
        return findings;
    }

    private static Map<String, Observation> once(Extraction extraction) {
        var found = new TreeMap<String, Observation>();
        Set<String> twice = new TreeSet<>();
        for (var each : extraction.observations()) {
            if (each.indicator() != null) {
                var key = String.join("\n", each.indicator(), String.valueOf(each.role()), String.valueOf(each.breakdown()),
                        String.valueOf(each.project()), String.valueOf(each.year()), each.quantity().unit(), each.label());
                if (found.putIfAbsent(key, each) != null) {
                    twice.add(key);
                }
            }
        }
        twice.forEach(found::remove);
        return found;
    }
}
