package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.observation.Observation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A comparison as SDMX-CSV 2.0: one observation a line, dimensions first. Statuses are those of the code list CL_OBS_STATUS:
/// `A` as told, `E` worked out, `P` part of the year or of the areas, `Q` told in several ways, `B` a break (another unit),
/// `M` missing. Codes and words that are the program's own stand in columns of their own.
///
/// Rule source: SDMX 3.0, section 7, field guide to SDMX-CSV.
final class ComparisonSdmx {

    private static final List<String> COLUMNS = List.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA",
            "COUNTERPART", "INDICATOR", "ROLE", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "COMPARATOR",
            "JIXIAO_STATUS", "NOTES", "RULES", "SOURCE");
    private static final String STRUCTURE = "JIXIAO:OBSERVATIONS(1.0)";

    private ComparisonSdmx() {
    }

    static String of(Comparison comparison) {
        var text = new StringBuilder(CsvText.row(COLUMNS));
        for (var table : comparison.tables()) {
            for (var row : table.rows()) {
                for (var cell : row.cells()) {
                    text.append(line(comparison, table, row, cell, comparison.query().role().key()));
                    if (cell.target() != null) {
                        text.append(line(comparison, table, row, cell.target(), "target"));
                    }
                }
            }
        }
        return text.toString();
    }

    private static String line(Comparison comparison, Table table, Comparison.Row row, Cell cell, String role) {
        boolean area = comparison.query().by() == cn.jixiao.compare.ComparisonQuery.By.REGION;
        return CsvText.row(List.of("dataflow", STRUCTURE, "I", "A", row.code().isEmpty() ? "_Z" : row.code(),
                area ? "_Z" : row.name(), table.indicator(), table.formula() == null ? role : "derived",
                cell.period() == null || cell.status() != Status.PARTIAL_YEAR ? Integer.toString(cell.year())
                        : cell.period().toString(),
                cell.value() == null ? "" : Fields.plain(cell.value()).toPlainString(), cell.unit(),
                status(table, cell), cell.value() == null ? "" : cell.comparator().symbol(),
                cell.status().name().toLowerCase(Locale.ROOT),
                cell.notes().stream().map(note -> note.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" ")),
                String.join(" ", cell.rules()),
                cell.evidence().stream().map(Observation::source).distinct().collect(Collectors.joining("；"))));
    }

    private static String status(Table table, Cell cell) {
        return switch (cell.status()) {
            case OK -> table.formula() == null ? "A" : "E";
            case SUMMED -> "E";
            case INCOMPLETE, PARTIAL_YEAR -> "P";
            case SEVERAL, CONFLICT -> "Q";
            case OTHER_UNIT -> "B";
            case NOT_ADDITIVE, UNDEFINED, MISSING -> "M";
        };
    }
}
