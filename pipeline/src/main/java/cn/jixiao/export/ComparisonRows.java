package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A comparison for programs and spreadsheets: everything that is known of a cell.
final class ComparisonRows {

    private ComparisonRows() {
    }

    /// One line a cell, missing ones too, so that it can be filtered and pivoted.
    static String csv(Comparison comparison, Labels labels) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("indicator", "name", "code", "region", "year", "value", "unit", "comparator", "period", "status",
                "growth", "rules", "source", "sentence", "observation", "others").stream().map(key -> switch (key) {
                    case "name" -> labels.of("indicator") + "（id）";
                    case "region" -> labels.of(ComparisonText.rowLabel(comparison));
                    default -> labels.of(key);
                }).toList());
        for (var table : comparison.tables()) {
            for (var row : table.rows()) {
                row.cells().forEach(cell -> rows.add(line(table, row, cell, labels)));
            }
        }
        return CsvText.table(rows);
    }

    private static List<String> line(Table table, Row row, Cell cell, Labels labels) {
        return List.of(table.name(), table.indicator(), row.code(), row.fullName(), Integer.toString(cell.year()),
                cell.value() == null ? "" : Fields.plain(cell.value()).toPlainString(), Figures.unit(cell.unit()),
                cell.value() == null ? "" : cell.comparator().symbol(),
                cell.period() == null ? "" : cell.period().toString(), labels.of("status." + cell.status()),
                cell.growth() == null ? "" : Fields.plain(cell.growth()).toPlainString(),
                cell.rules().stream().map(rule -> labels.of("rule." + rule)).collect(Collectors.joining("；")),
                each(cell.evidence(), Observation::source), each(cell.evidence(), it -> it.evidence().sentence()),
                each(cell.evidence(), Observation::id),
                each(cell.others(), other -> Figures.of(other) + "（" + other.source() + "）"));
    }

    private static String each(List<Observation> observations, java.util.function.Function<Observation, String> part) {
        return observations.stream().map(part).distinct().collect(Collectors.joining("；"));
    }

    /// One object.
    static String json(Comparison comparison, Labels labels) {
        var query = comparison.query();
        return JsonText.of(new Fields().put("by", query.by().name().toLowerCase(Locale.ROOT))
                .put("level", query.level().name().toLowerCase(Locale.ROOT)).put("role", query.role().key())
                .put("years", comparison.years())
                .put("tables", comparison.tables().stream().map(ComparisonRows::table).toList()).map()) + "\n";
    }

    private static Map<String, Object> table(Table table) {
        return new Fields().put("indicator", table.indicator()).put("name", table.name()).put("unit", table.unit())
                .put("rows", table.rows().stream().map(row -> new Fields().put("code", row.code())
                        .put("name", row.name()).put("full_name", row.fullName())
                        .put("cells", row.cells().stream().map(ComparisonRows::cell).toList()).map()).toList())
                .put("coverage", table.coverage().stream().map(each -> new Fields().put("year", each.year())
                        .put("reported", each.reported()).put("of", each.of()).map()).toList()).map();
    }

    private static Map<String, Object> cell(Cell cell) {
        return new Fields().put("year", cell.year()).put("status", cell.status().name().toLowerCase(Locale.ROOT))
                .put("value", cell.value()).put("unit", cell.unit()).put("comparator", cell.comparator().symbol())
                .put("period", cell.period() == null ? null : cell.period().toString()).put("growth", cell.growth())
                .put("rules", cell.rules())
                .put("evidence", cell.evidence().stream().map(ObservationRow::of).toList())
                .put("others", cell.others().stream().map(ObservationRow::of).toList()).map();
    }
}
