package cn.jixiao.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Comma-separated values as spreadsheets take them: a byte order mark, so that Chinese is read as such; CRLF between
/// rows (RFC 4180); and no cell that a spreadsheet would run as a formula: text that begins with `=`, `+`, `-`, `@`, a
/// tab or a carriage return gets an apostrophe before it, unless it is a number.
public final class CsvText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?%?");

    private CsvText() {
    }

    static RecordFormat.Lines records(Writer out, List<String> keys) throws IOException {
        var columns = columns(keys);
        out.append(BYTE_ORDER_MARK).append(row(columns));
        return record -> out.append(row(columns.stream().map(column -> text(at(record, column))).toList()));
    }

    private static final List<String> EVIDENCE = List.of("evidence.page", "evidence.start", "evidence.end",
            "evidence.sentence", "evidence.table.table", "evidence.table.row", "evidence.table.column",
            "evidence.table.address");

    /// The keys of a record, with those of its evidence in place of it.
    static List<String> columns(List<String> keys) {
        return keys.stream().flatMap(key -> key.equals("evidence") ? EVIDENCE.stream() : Stream.of(key)).toList();
    }

    /// Rows of cells as one file.
    public static String table(List<List<String>> rows) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        rows.forEach(row -> text.append(row(row)));
        return text.toString();
    }

    static String row(List<String> cells) {
        return String.join(",", cells.stream().map(CsvText::cell).toList()) + "\r\n";
    }

    static String cell(String text) {
        var safe = isFormula(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isFormula(String text) {
        return text.length() > 1 && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    }

    static @Nullable Object at(Map<?, ?> record, String path) {
        Object value = record;
        for (var key : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Map<?, ?> map -> pairs(map);
            case Collection<?> list -> String.join("；", new ArrayList<>(list).stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }

    /// `value=12；unit=件`
    static String pairs(Map<?, ?> map) {
        return String.join("；", map.entrySet().stream().map(each -> each.getKey() + "="
                + (each.getValue() == null ? "" : each.getValue())).toList());
    }
}
