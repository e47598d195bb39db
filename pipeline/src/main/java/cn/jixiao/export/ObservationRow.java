package cn.jixiao.export;

import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A figure as the contract's observation record.
///
/// Beyond the contract: `low` and `high`, what the printing allows the value to be, and `rules`, the names of the rules
/// that read it.
final class ObservationRow {

    static final List<String> KEYS = Fields.keys("""
            id doc_id source region_code region agency year period project indicator label breakdown kind role comparator
            value unit raw evidence confidence low high rules
            """);

    private ObservationRow() {
    }

    static Map<String, Object> of(Observation it) {
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
                .put("rules", it.rules()).map();
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
