package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A comparison for programs and spreadsheets: everything that is known of a cell.
final class ComparisonRows {

    private ComparisonRows() {
    }

    /// One line a cell, missing ones too, so that it can be filtered and pivoted.
    static String csv(Comparison comparison, Labels labels) {
        var rows = new ArrayList<List<String>>();
        rows.add(headings(comparison, labels));
        lines(comparison, labels).forEach(line -> rows.add(line.stream().map(ComparisonRows::text).toList()));
        return CsvText.table(rows);
    }

    static List<String> headings(Comparison comparison, Labels labels) {
        return List.of("indicator", "id", "code", "region", "year", "value", "unit", "comparator", "period", "status", "notes",
                "growth", "target", "target_comparator", "rank", "of", "percentile", "rules", "source", "sentence",
                "observation", "others").stream()
                .map(key -> labels.of(key.equals("region") ? ComparisonText.rowLabel(comparison) : key)).toList();
    }

    /// Numbers as [BigDecimal] or [Integer], all else as text; what is not there is empty text.
    static Stream<List<Object>> lines(Comparison comparison, Labels labels) {
        return comparison.tables().stream().flatMap(table -> table.rows().stream()
                .flatMap(row -> row.cells().stream().map(cell -> line(table, row, cell, labels))));
    }

    private static List<Object> line(Table table, Row row, Cell cell, Labels labels) {
        var target = cell.target();
        var standing = cell.standing();
        return List.of(table.name(), table.indicator(), row.code(), row.fullName(), cell.year(), plain(cell.value()),
                Figures.unit(cell.unit()), cell.value() == null ? "" : cell.comparator().symbol(),
                cell.period() == null ? "" : cell.period().toString(), labels.of("status." + cell.status()),
                ComparisonText.notes(cell, labels), plain(cell.growth()), plain(target == null ? null : target.value()),
                target == null || target.value() == null ? "" : target.comparator().symbol(),
                standing == null ? "" : standing.rank(), standing == null ? "" : standing.of(),
                plain(standing == null ? null : standing.percentile()), ComparisonText.rules(cell, labels),
                each(cell.evidence(), Observation::source), each(cell.evidence(), it -> it.evidence().sentence()),
                each(cell.evidence(), Observation::id),
                each(cell.others(), other -> Figures.of(other) + "（" + other.source() + "）"));
    }

    private static Object plain(@Nullable BigDecimal number) {
        return number == null ? "" : Fields.plain(number);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String each(List<Observation> observations, java.util.function.Function<Observation, String> part) {
        return observations.stream().map(part).distinct().collect(Collectors.joining("；"));
    }

    /// One object.
    static String json(Comparison comparison, Labels labels) {
        var query = comparison.query();
        return JsonText.of(new Fields().put("by", query.by().name().toLowerCase(Locale.ROOT))
                .put("level", query.level().name().toLowerCase(Locale.ROOT)).put("role", query.role().key())
                .put("targets", query.targets())
                .put("years", comparison.years())
                .put("tables", comparison.tables().stream().map(ComparisonRows::table).toList()).map()) + "\n";
    }

    private static Map<String, Object> table(Table table) {
        return new Fields().put("indicator", table.indicator()).put("name", table.name()).put("unit", table.unit())
                .put("formula", table.formula())
                .put("rows", table.rows().stream().map(row -> new Fields().put("code", row.code())
                        .put("name", row.name()).put("full_name", row.fullName())
                        .put("cells", row.cells().stream().map(ComparisonRows::cell).toList()).map()).toList())
                .put("coverage", table.coverage().stream().map(each -> new Fields().put("year", each.year())
                        .put("reported", each.reported()).put("of", each.of()).put("share", each.share()).map()).toList())
                .put("spread", table.spread().stream().map(each -> new Fields().put("year", each.year())
                        .put("count", each.count()).put("least", each.least()).put("lower_quartile", each.lowerQuartile())
                        .put("median", each.median()).put("upper_quartile", each.upperQuartile())
                        .put("most", each.most()).map()).toList()).map();
    }

    private static Map<String, Object> cell(Cell cell) {
        return new Fields().put("year", cell.year()).put("status", cell.status().name().toLowerCase(Locale.ROOT))
                .put("value", cell.value()).put("unit", cell.unit()).put("comparator", cell.comparator().symbol())
                .put("period", cell.period() == null ? null : cell.period().toString()).put("growth", cell.growth())
                .put("rules", cell.rules())
                .put("notes", cell.notes().stream().map(note -> note.name().toLowerCase(Locale.ROOT)).toList())
                .put("standing", cell.standing() == null ? null : new Fields().put("rank", cell.standing().rank())
                        .put("of", cell.standing().of()).put("percentile", cell.standing().percentile()).map())
                .put("target", cell.target() == null ? null : cell(cell.target()))
                .put("evidence", cell.evidence().stream().map(ObservationRow::of).toList())
                .put("others", cell.others().stream().map(ObservationRow::of).toList()).map();
    }
}
