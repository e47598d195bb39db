package cn.jixiao.cli;

import cn.jixiao.export.RecordFormat;
import cn.jixiao.export.RecordKind;
import cn.jixiao.export.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `export`: records leave the workspace.
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--records", paramLabel = "observations|documents|findings", defaultValue = "observations",
            descriptionKey = "export.records")
    private Records records = Records.observations;

    @Option(names = "--format", paramLabel = "jsonl|csv|xlsx|parquet|duckdb", defaultValue = "jsonl",
            descriptionKey = "export.format")
    private Format format = Format.jsonl;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "export.out")
    private @Nullable Path out;

    /// Spelled as on the command line.
    enum Records { observations, documents, findings }

    /// Spelled as on the command line.
    enum Format { jsonl, csv, xlsx, parquet, duckdb }

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        var kind = RecordKind.of(records.name()).orElseThrow();
        var writer = RecordFormat.of(format.name()).orElseThrow();
        if (out == null && !writer.isText()) {
            throw new UserException("compare.out.needed", format.name());
        }
        try (var all = session.records()) {
            if (out == null) {
                writer.write(all, kind, session.console().out());
                session.console().out().flush();
            } else {
                var written = write(writer, all, kind, out.toAbsolutePath());
                session.console().tell("export.written", written.records(), out);
                if (written.tooLong() > 0) {
                    session.console().tell("export.too_long", written.tooLong(), String.join("\n  ", written.examples()));
                }
            }
        }
        return ExitStatus.DONE;
    }

    /// Written beside and moved into place, so that a broken run leaves no half file.
    private static Written write(RecordFormat writer, cn.jixiao.index.Records all, RecordKind kind, Path file) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Written written;
        try {
            written = writer.write(all, kind, draft);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        return written;
    }
}
