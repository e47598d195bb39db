package cn.jixiao.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/// Reads Parquet files by the DuckDB driver, row by row; what must be sorted is sorted on disk where memory is short.
public final class ParquetRows {

    private static final String MEMORY = "SET memory_limit = '512MB'";

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

    /// The files of a folder as a query names them.
    public static String table(Path folder) {
        return "read_parquet('" + folder.toString().replace("'", "''") + "/*.parquet')";
    }

    /// How many rows the files of a folder hold; 0 where there are no files.
    public static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            if (files.noneMatch(file -> file.toString().endsWith(".parquet"))) {
                return 0;
            }
        }
        var count = new long[1];
        each("SELECT count(*) FROM " + table(folder), row -> count[0] = row.number(1));
        return count[0];
    }

    /// Hands out the rows of an answer.
    ///
    /// @throws MissingDriverException if the driver is not there
    public static void each(String query, Consumer<Line> row) throws IOException {
        try (Connection connection = DuckFile.connect("jdbc:duckdb:"); var statement = connection.createStatement()) {
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
