package cn.jixiao.export;

import cn.jixiao.index.Records;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The figures that findings compare, in whichever reports they stand: what only several reports together show names
/// figures of all of them.
///
/// A few reports are kept, for findings come report by report, and a working paper may tell of all that there are.
public final class Operands {

    private static final int KEPT = 32;

    private final Records records;
    private final Map<String, Extraction> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Extraction> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable TreeSet<String> reports;

    public Operands(Records records) {
        this.records = records;
    }

    /// @throws java.util.NoSuchElementException if there is no such report
    public Extraction extraction(String docId) {
        return kept.computeIfAbsent(docId, id -> records.extraction(id).orElseThrow());
    }

    /// In the finding's order; those that are there no more are left out.
    public List<Observation> of(Finding finding) {
        return finding.observations().stream().map(id -> figure(finding.docId(), id)).flatMap(Optional::stream).toList();
    }

    private Optional<Observation> figure(String docId, String id) {
        return in(docId, id).or(() -> report(id).filter(other -> !other.equals(docId)).flatMap(other -> in(other, id)));
    }

    private Optional<Observation> in(String docId, String id) {
        return extraction(docId).observations().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// Ids of figures begin as their report's.
    private Optional<String> report(String figure) {
        if (reports == null) {
            reports = new TreeSet<>(records.lines().keySet());
        }
        var begins = figure.substring(0, Math.max(0, figure.indexOf(':')));
        return Optional.ofNullable(reports.ceiling(begins)).filter(each -> !begins.isEmpty() && each.startsWith(begins));
    }
}
