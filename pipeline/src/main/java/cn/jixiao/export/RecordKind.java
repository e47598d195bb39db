package cn.jixiao.export;

import cn.jixiao.compare.AcrossReports;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be exported.
public enum RecordKind {
    DOCUMENTS(DocumentRow.KEYS), OBSERVATIONS(ObservationRow.KEYS), FINDINGS(FindingRow.KEYS);

    private final List<String> keys;

    RecordKind(List<String> keys) {
        this.keys = keys;
    }

    /// The keys of its records, in their order.
    public List<String> keys() {
        return keys;
    }

    /// As the command line spells it: `observations`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RecordKind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    Stream<Map<String, Object>> rows(Records records) {
        return switch (this) {
            case DOCUMENTS -> records.documents().map(DocumentRow::of);
            case OBSERVATIONS -> records.observations(ObservationFilter.ALL).map(ObservationRow::of);
            case FINDINGS -> Stream.concat(records.findings(), AcrossReports.of(records).stream()).map(FindingRow::of);
        };
    }
}
