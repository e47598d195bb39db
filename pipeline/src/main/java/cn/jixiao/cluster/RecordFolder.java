package cn.jixiao.cluster;

import cn.jixiao.export.ParquetRows;
import cn.jixiao.index.RecordWriter;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.observation.Extraction;
import cn.jixiao.record.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// A folder of runs that a cluster committed, `run=000001/TABLE/*.parquet`, read into a workspace: afterwards it holds what
/// a local import of the same files would have put there.
///
/// @param folder on this machine, or on one whose files it sees
public record RecordFolder(Path folder) {

    private static final String MANIFEST = "_manifest.json";
    private static final int FORMAT = 1;

    /// What is wrong with the folder, in a word of its own.
    public enum Fault { NO_RUNS, OTHER_FORMAT, INCOMPLETE }

    /// The folder holds no records that can be read.
    public static final class BrokenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Fault fault;

        BrokenException(Fault fault, Path place) {
            super(place.toString());
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /// What came in.
    ///
    /// @param runs committed to the folder
    /// @param reports put into the workspace
    /// @param paths of all kinds, those that were in as they are included
    public record Loaded(int runs, long reports, long paths) {
    }

    /// Reads all runs, the oldest first. What is in as it is in the folder is left alone. Reports are made ready by several
    /// threads and put in by one, in the order of the folder, so that any number of threads gives the same workspace.
    ///
    /// @param threads that make reports ready
    /// @param commitEvery after how many reports the workspace is committed
    /// @param progress is told how many reports are in
    /// @throws BrokenException if the folder holds no runs, those of another version, or a run that is not whole
    /// @throws cn.jixiao.export.MissingDriverException if the DuckDB driver is not there
    public Loaded load(RecordWriter writer, int threads, int commitEvery, LongConsumer progress) throws IOException {
        var runs = runs();
        long reports = 0;
        long paths = 0;
        for (var run : runs) {
            var loading = new Loading(writer, run, threads, commitEvery, progress, reports);
            loading.known();
            loading.read();
            loading.rest();
            reports = loading.reports;
            paths += loading.paths;
        }
        writer.link();
        writer.commit();
        return new Loaded(runs.size(), reports, paths);
    }

    private List<Path> runs() throws IOException {
        var runs = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var all = Files.list(folder)) {
                all.filter(each -> each.getFileName().toString().startsWith("run=")).filter(each -> Files.exists(each.resolve(MANIFEST)))
                        .sorted().forEach(runs::add);
            }
        }
        if (runs.isEmpty()) {
            throw new BrokenException(Fault.NO_RUNS, folder);
        }
        for (var run : runs) {
            check(run);
        }
        return runs;
    }

    private static void check(Path run) throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(run.resolve(MANIFEST).toFile());
        if (manifest.path("format").asInt() != FORMAT) {
            throw new BrokenException(Fault.OTHER_FORMAT, run);
        }
        for (var table : List.of("sources", "bodies")) {
            if (ParquetRows.count(run.resolve(table)) != manifest.path("rows").path(table).asLong(-1)) {
                throw new BrokenException(Fault.INCOMPLETE, run.resolve(table));
            }
        }
    }

    /// One run on its way in. A path that changed hands must not take a report with it that another path of the run still
    /// needs: paths of reports that are in come first, then reports, then further paths.
    private static final class Loading {

        private static final String ENTRY = "doc_id, size, modified, recipe, state";

        private final RecordWriter writer;
        private final Path run;
        private final int threads;
        private final int commitEvery;
        private final LongConsumer progress;
        private long reports;
        private long paths;

        Loading(RecordWriter writer, Path run, int threads, int commitEvery, LongConsumer progress, long reports) {
            this.writer = writer;
            this.run = run;
            this.threads = threads;
            this.commitEvery = commitEvery;
            this.progress = progress;
            this.reports = reports;
        }

        /// Paths without records of their own: contents that other paths hold, and archives.
        private void others(Consumer<SourceEntry> each) throws IOException {
            ParquetRows.each("SELECT path, " + ENTRY + " FROM " + ParquetRows.table(run.resolve("sources"))
                    + " WHERE NOT stored ORDER BY file, ordinal", row -> each.accept(entry(row)));
        }

        void known() throws IOException {
            others(entry -> {
                if (entry.state() != SourceEntry.State.ARCHIVE && writer.contains(entry.docId()) && !in(entry)) {
                    writer.also(entry);
                }
            });
        }

        void read() throws IOException {
            try (var making = new InOrder<Runnable>(threads, this::put)) {
                for (var file : ParquetRows.files(run.resolve("bodies"))) {
                    ParquetRows.each("SELECT source, " + ENTRY + ", body FROM " + ParquetRows.table(file), row -> {
                        var entry = entry(row);
                        if (in(entry)) {
                            counted();
                        } else {
                            var body = row.bytes(7);
                            making.add(() -> writer.ready(Json.unpacked(body, Extraction.class), entry));
                        }
                    });
                }
                making.drain();
            }
        }

        private void put(Runnable report) {
            report.run();
            counted();
        }

        private void counted() {
            paths++;
            reports++;
            progress.accept(reports);
            if (reports % commitEvery == 0) {
                writer.commit();
            }
        }

        void rest() throws IOException {
            others(entry -> {
                paths++;
                if (in(entry)) {
                    return;
                }
                if (entry.state() == SourceEntry.State.ARCHIVE) {
                    writer.archive(entry);
                } else {
                    writer.also(entry);
                }
            });
        }

        private boolean in(SourceEntry entry) {
            return writer.source(entry.path()).filter(entry::equals).isPresent();
        }

        private static SourceEntry entry(ParquetRows.Line row) {
            return new SourceEntry(row.text(1), row.text(2), row.number(3), row.number(4), row.text(5),
                    SourceEntry.State.valueOf(row.text(6)));
        }
    }
}
