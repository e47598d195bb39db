package cn.jixiao.cluster;

import cn.jixiao.index.SourceEntry;
import cn.jixiao.observation.Extraction;
import cn.jixiao.record.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a run as the job on a cluster does, as far as it is read back.
final class RunFolder {

    private record Row(SourceEntry entry, @Nullable Extraction body) {
    }

    private final List<Row> rows = new ArrayList<>();

    /// A path with records of its own.
    RunFolder stored(Extraction body, SourceEntry entry) {
        rows.add(new Row(entry, body));
        return this;
    }

    /// A further path of a content, or an archive.
    RunFolder also(SourceEntry entry) {
        rows.add(new Row(entry, null));
        return this;
    }

    void write(Path run) throws IOException, SQLException {
        Files.createDirectories(run.resolve("sources"));
        Files.createDirectories(run.resolve("bodies"));
        try (var duck = DriverManager.getConnection("jdbc:duckdb:"); var statement = duck.createStatement()) {
            statement.execute("CREATE TABLE all_rows (file VARCHAR, ordinal INTEGER, path VARCHAR, source VARCHAR, doc_id VARCHAR, "
                    + "size BIGINT, modified BIGINT, recipe VARCHAR, state VARCHAR, stored BOOLEAN, body BLOB)");
            insert(duck);
            statement.execute("COPY (SELECT * EXCLUDE (source, body) FROM all_rows) TO '" + run.resolve("sources/a.parquet") + "'");
            statement.execute("COPY (SELECT source, doc_id, size, modified, recipe, state, body FROM all_rows WHERE stored) TO '"
                    + run.resolve("bodies/a.parquet") + "'");
        }
        long bodies = rows.stream().filter(row -> row.body() != null).count();
        Files.writeString(run.resolve("_manifest.json"),
                "{\"format\": 1, \"rows\": {\"sources\": %d, \"bodies\": %d}}".formatted(rows.size(), bodies));
    }

    private void insert(Connection duck) throws SQLException {
        try (var insert = duck.prepareStatement("INSERT INTO all_rows VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var row : rows) {
                var entry = row.entry();
                insert.setString(1, entry.path());
                insert.setString(2, entry.path());
                insert.setString(3, entry.path());
                insert.setString(4, entry.docId());
                insert.setLong(5, entry.size());
                insert.setLong(6, entry.modified());
                insert.setString(7, entry.recipe());
                insert.setString(8, entry.state().name());
                insert.setBoolean(9, row.body() != null);
                insert.setBytes(10, row.body() == null ? null : Json.packed(row.body()));
                insert.execute();
            }
        }
    }
}
