package cn.jixiao.export;

import cn.jixiao.index.Records;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Records for analysts: Parquet, or a DuckDB database. The driver is a large library that only this needs, so that the
/// program runs without it.
///
/// Decimals travel as text and are read as DECIMAL(38,10): no figure passes through binary floating point.
final class DuckFile {

    private static final String DECIMAL = TableNumbers.TYPE;
    private static final int EXAMPLES = 10;
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("year", "INTEGER"), Map.entry("pages", "INTEGER"),
            Map.entry("chars", "INTEGER"), Map.entry("observations", "INTEGER"), Map.entry("alarms", "INTEGER"),
            Map.entry("holds", "BOOLEAN"), Map.entry("corrected", "BOOLEAN"), Map.entry("value", DECIMAL), Map.entry("low", DECIMAL), Map.entry("high", DECIMAL),
            Map.entry("confidence", "DOUBLE"), Map.entry("rules", "VARCHAR[]"), Map.entry("projects", "VARCHAR[]"),
            Map.entry("warnings", "VARCHAR[]"), Map.entry("sources", "VARCHAR[]"),
            Map.entry("evidence", "STRUCT(page INTEGER, \"start\" INTEGER, \"end\" INTEGER, sentence VARCHAR, \"table\" "
                    + "STRUCT(\"table\" INTEGER, \"row\" INTEGER, \"column\" INTEGER, address VARCHAR))"));

    private DuckFile() {
    }

    static Written parquet(Records records, RecordKind kind, Path file) throws IOException {
        return run("jdbc:duckdb:", (connection, told) -> copy(connection, told, records, kind, file,
                "COPY (SELECT * FROM %s) TO '" + quoted(file) + "' (FORMAT parquet, COMPRESSION zstd)"));
    }

    /// All kinds of records, a table each.
    static Written database(Records records, RecordKind kind, Path file) throws IOException {
        Files.deleteIfExists(file);
        return run("jdbc:duckdb:" + file, (connection, told) -> {
            long count = 0;
            for (var each : RecordKind.values()) {
                long its = copy(connection, told, records, each, file, "CREATE TABLE " + each.key() + " AS SELECT * FROM %s");
                count += each == kind ? its : 0;
            }
            return count;
        });
    }

    private interface Work {
        long on(Connection connection, Consumer<TableNumbers.TooLong> told) throws SQLException, IOException;
    }

    private static Written run(String url, Work work) throws IOException {
        try (var connection = connect(url, new Properties())) {
            var examples = new ArrayList<String>();
            var tooLong = new long[1];
            long count = work.on(connection, each -> {
                if (tooLong[0]++ < EXAMPLES) {
                    examples.add(each.toString());
                }
            });
            return new Written(count, tooLong[0], examples);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static Connection connect(String url, Properties properties) throws SQLException {
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            if ("08001".equals(e.getSQLState())) {
                throw new MissingDriverException(e);
            }
            throw e;
        }
    }

    /// By way of JSON lines beside the file, which the driver reads by columns.
    private static long copy(Connection connection, Consumer<TableNumbers.TooLong> told, Records records, RecordKind kind, Path file,
            String sql) throws SQLException, IOException {
        var draft = file.resolveSibling(file.getFileName() + "." + kind.key() + ".jsonl");
        try (var statement = connection.createStatement()) {
            long count;
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                count = RecordFormat.lines((writer, keys) -> {
                    var lines = JsonText.lines(writer, keys);
                    return record -> lines.write(spelled(TableNumbers.fitted(record, told)));
                }, records, kind, out);
            }
            statement.execute(sql.formatted("read_json('" + quoted(draft) + "', format='newline_delimited', columns={"
                    + columns(kind.keys()) + "})"));
            return count;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Map<String, Object> spelled(Map<String, Object> record) {
        var spelled = new LinkedHashMap<>(record);
        TableNumbers.KEYS.stream().filter(key -> spelled.get(key) instanceof BigDecimal)
                .forEach(key -> spelled.put(key, ((BigDecimal) spelled.get(key)).toPlainString()));
        if (spelled.get("original") instanceof Map<?, ?> original) {
            spelled.put("original", CsvText.pairs(original));
        }
        return spelled;
    }

    private static String columns(List<String> keys) {
        return keys.stream().map(key -> "'" + key + "': '" + type(key, keys) + "'").collect(Collectors.joining(", "));
    }

    /// Findings name the observations that a document's record counts.
    private static String type(String key, List<String> keys) {
        return key.equals("observations") && keys.contains("holds") ? "VARCHAR[]" : TYPES.getOrDefault(key, "VARCHAR");
    }

    private static String quoted(Path file) {
        return file.toString().replace("'", "''");
    }
}
