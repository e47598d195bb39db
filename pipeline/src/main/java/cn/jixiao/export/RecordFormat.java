package cn.jixiao.export;

import cn.jixiao.index.Records;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How records can be written, one line a format.
public enum RecordFormat {
    JSONL(stream(JsonText::lines)), CSV(stream(CsvText::records)),
    /// A workbook, in as many sheets as a million rows a sheet ask for.
    XLSX(RecordWorkbook::write),
    /// Needs the DuckDB driver, which lies beside the program's other libraries.
    PARQUET(DuckFile::parquet),
    /// A database with a table for each kind of record; needs the driver too.
    DUCKDB(DuckFile::database);

    /// Opens a file of records of one kind.
    interface Opening {
        Lines open(Writer out, List<String> keys) throws IOException;
    }

    /// Writes one record.
    interface Lines {
        void write(Map<String, Object> record) throws IOException;
    }

    /// Writes all records of a kind to a file.
    interface Whole {
        Written write(Records records, RecordKind kind, Path file) throws IOException;
    }

    private final Whole whole;

    RecordFormat(Whole whole) {
        this.whole = whole;
    }

    /// As the command line spells it: `jsonl`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RecordFormat> of(String key) {
        return Stream.of(values()).filter(format -> format.key().equals(key)).findFirst();
    }

    /// Whether it is text that a terminal or a pipe takes.
    public boolean isText() {
        return this == JSONL || this == CSV;
    }

    /// Writes all records of a kind to a new file.
    ///
    /// @throws MissingDriverException if the format needs a driver that is not there
    public Written write(Records records, RecordKind kind, Path file) throws IOException {
        return whole.write(records, kind, file);
    }

    /// Writes all records of a kind as text, one at a time; the stream stays open.
    ///
    /// @return how many there were
    /// @throws IllegalArgumentException if the format is no text
    public long write(Records records, RecordKind kind, OutputStream out) throws IOException {
        return switch (this) {
            case JSONL -> lines(JsonText::lines, records, kind, out);
            case CSV -> lines(CsvText::records, records, kind, out);
            case XLSX, PARQUET, DUCKDB -> throw new IllegalArgumentException(this + " is no text");
        };
    }

    private static Whole stream(Opening opening) {
        return (records, kind, file) -> {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                return Written.whole(lines(opening, records, kind, out));
            }
        };
    }

    static long lines(Opening opening, Records records, RecordKind kind, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        var lines = opening.open(writer, kind.keys());
        long count = each(records, kind, lines);
        writer.flush();
        return count;
    }

    static long each(Records records, RecordKind kind, Lines lines) throws IOException {
        long count = 0;
        try (var rows = kind.rows(records)) {
            for (var each = rows.iterator(); each.hasNext(); count++) {
                lines.write(each.next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count;
    }
}
