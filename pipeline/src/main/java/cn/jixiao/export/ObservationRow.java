package cn.jixiao.export;

import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Revision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A figure as the contract's observation record.
///
/// Beyond the contract: `low` and `high`, what the printing allows the value to be, and `rules`, the names of the rules
/// that read it; `corrected`, whether a person changed or added it; `review`, what they did (`confirmed`, `corrected`,
/// `added`), by whom, when and why; and in `original` those of its values that the program reads otherwise.
public final class ObservationRow {

    static final List<String> KEYS = Fields.keys("""
            id doc_id source region_code region agency year period project indicator label breakdown kind role comparator
            value unit raw evidence confidence low high rules corrected review reviewed_by reviewed_at review_reason original
            """);

    private static final List<String> REVISED = Fields.keys("""
            region_code region year period project indicator label breakdown kind role comparator value unit
            """);

    private ObservationRow() {
    }

    public static Map<String, Object> of(Observation it) {
        return values(it).put("corrected", corrected(it)).put("review", review(it, each -> each.state().key()))
                .put("reviewed_by", review(it, Revision::who)).put("reviewed_at", review(it, each -> each.when().toString()))
                .put("review_reason", review(it, Revision::why)).put("original", original(it)).map();
    }

    private static Fields values(Observation it) {
        var quantity = it.quantity();
        return new Fields().put("id", it.id()).put("doc_id", it.docId()).put("source", it.source())
                .put("region_code", it.region() == null ? null : it.region().code())
                .put("region", it.region() == null ? null : it.region().fullName())
                .put("agency", it.agency()).put("year", it.year())
                .put("period", it.period() == null ? null : it.period().toString())
                .put("project", it.project()).put("indicator", it.indicator()).put("label", it.label())
                .put("breakdown", it.breakdown()).put("kind", quantity.kind().key()).put("role", it.role().key())
                .put("comparator", quantity.comparator().symbol()).put("value", quantity.value())
                .put("unit", quantity.unit()).put("raw", it.raw()).put("evidence", evidence(it.evidence()))
                .put("confidence", BigDecimal.valueOf(it.confidence()))
                .put("low", quantity.interval().low()).put("high", quantity.interval().high())
                .put("rules", it.rules());
    }

    private static boolean corrected(Observation it) {
        return it.revision() != null && switch (it.revision().state()) {
            case CONFIRMED -> false;
            case CORRECTED, ADDED -> true;
        };
    }

    private static @Nullable String review(Observation it, Function<Revision, String> what) {
        return it.revision() == null ? null : what.apply(it.revision());
    }

    /// The values that a person changed, as the program reads them.
    private static @Nullable Map<String, Object> original(Observation it) {
        if (it.revision() == null || it.revision().read() == null) {
            return null;
        }
        var now = values(it).map();
        var read = values(it.revision().read()).map();
        var original = new Fields();
        REVISED.stream().filter(key -> !Objects.equals(now.get(key), read.get(key)))
                .forEach(key -> original.put(key, read.get(key)));
        return original.map().isEmpty() ? null : original.map();
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        return new Fields().put("page", evidence.page()).put("start", evidence.span().start())
                .put("end", evidence.span().end()).put("sentence", evidence.sentence())
                .put("table", evidence.table() == null ? null : place(evidence.table())).map();
    }

    private static Map<String, Object> place(Evidence.Place place) {
        return new Fields().put("table", place.table()).put("row", place.row()).put("column", place.column())
                .put("address", place.address()).map();
    }
}
