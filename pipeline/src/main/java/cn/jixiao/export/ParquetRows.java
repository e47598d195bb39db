package cn.jixiao.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/// Reads Parquet files by the DuckDB driver, row by row.
public final class ParquetRows {

    private static final String MEMORY = "SET memory_limit = '512MB'";
    private static final Properties STREAMED = new Properties();

    static {
        // Otherwise the driver collects the whole answer before the first row.
        STREAMED.setProperty("jdbc_stream_results", "true");
    }

    private ParquetRows() {
    }

    /// One row of an answer; columns count from 1.
    public static final class Line {

        private final ResultSet row;

        private Line(ResultSet row) {
            this.row = row;
        }

        public String text(int column) {
            return asked(() -> row.getString(column));
        }

        public long number(int column) {
            return asked(() -> row.getLong(column));
        }

        public byte[] bytes(int column) {
            return asked(() -> {
                var blob = row.getBlob(column);
                return blob.getBytes(1, (int) blob.length());
            });
        }
    }

    private interface Asking<T> {
        T ask() throws SQLException;
    }

    private static <T> T asked(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    /// The Parquet files of a folder, by name; none where there is no folder.
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
        }
    }

    /// A file, or all files of a folder, as a query names them.
    public static String table(Path place) {
        var files = Files.isDirectory(place) ? place.resolve("*.parquet") : place;
        return "read_parquet('" + files.toString().replace("'", "''") + "')";
    }

    /// How many rows the files of a folder hold.
    public static long count(Path folder) throws IOException {
        var count = new long[1];
        if (!files(folder).isEmpty()) {
            each("SELECT count(*) FROM " + table(folder), row -> count[0] = row.number(1));
        }
        return count[0];
    }

    /// Hands out the rows of an answer.
    ///
    /// @throws MissingDriverException if the driver is not there
    public static void each(String query, Consumer<Line> row) throws IOException {
        try (Connection connection = DuckFile.connect("jdbc:duckdb:", STREAMED); var statement = connection.createStatement()) {
            statement.execute(MEMORY);
            try (var rows = statement.executeQuery(query)) {
                var line = new Line(rows);
                while (rows.next()) {
                    row.accept(line);
                }
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
