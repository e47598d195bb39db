package cn.jixiao.export;

import cn.jixiao.index.Records;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How records can be written, one line a format.
public enum RecordFormat {
    JSONL(JsonText::lines), CSV(CsvText::records);

    /// Opens a file of records of one kind.
    interface Opening {
        Lines open(Writer out, List<String> keys) throws IOException;
    }

    /// Writes one record.
    interface Lines {
        void write(Map<String, Object> record) throws IOException;
    }

    private final Opening opening;

    RecordFormat(Opening opening) {
        this.opening = opening;
    }

    /// As the command line spells it: `jsonl`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RecordFormat> of(String key) {
        return Stream.of(values()).filter(format -> format.key().equals(key)).findFirst();
    }

    /// Writes all records of a kind, one at a time; the stream stays open.
    ///
    /// @return how many there were
    public long write(Records records, RecordKind kind, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        var lines = opening.open(writer, kind.keys());
        long count = 0;
        try (var rows = kind.rows(records)) {
            for (var each = rows.iterator(); each.hasNext(); count++) {
                lines.write(each.next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
        return count;
    }
}
