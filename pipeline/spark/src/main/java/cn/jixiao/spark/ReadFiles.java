package cn.jixiao.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/// One task: its files, one after the other, each while the writer asks for its rows; so a task holds one document.
final class ReadFiles implements FlatMapFunction<Iterator<List<FileRef>>, Row> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<Knowledge> knowledge;
    private final Broadcast<KnownIds> known;
    private final Broadcast<SerializableConfiguration> storage;

    ReadFiles(Broadcast<Knowledge> knowledge, Broadcast<KnownIds> known, Broadcast<SerializableConfiguration> storage) {
        this.knowledge = knowledge;
        this.known = known;
        this.storage = storage;
    }

    @Override
    public Iterator<Row> call(Iterator<List<FileRef>> bins) {
        var station = Stations.lease(knowledge.value());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> station.close());
        return new Rows(station, bins, known.value(), storage.value());
    }

    private static final class Rows implements Iterator<Row> {

        private final Stations.Station station;
        private final Iterator<List<FileRef>> bins;
        private final Predicate<String> known;
        private final SerializableConfiguration storage;
        private final TaskContext task = TaskContext.get();
        private Iterator<FileRef> files = Collections.emptyIterator();
        private Reading reading = Reading.nothing();

        Rows(Stations.Station station, Iterator<List<FileRef>> bins, Predicate<String> known,
                SerializableConfiguration storage) {
            this.station = station;
            this.bins = bins;
            this.known = known;
            this.storage = storage;
        }

        @Override
        public boolean hasNext() {
            while (!reading.rows.hasNext()) {
                reading.close();
                reading = Reading.nothing();
                if (task.isInterrupted()) {
                    throw new TaskKilledException();
                }
                if (files.hasNext()) {
                    reading = open(files.next());
                } else if (bins.hasNext()) {
                    files = bins.next().iterator();
                } else {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return Staged.row(reading.file, reading.ordinal++, reading.rows.next());
        }

        private Reading open(FileRef file) {
            var place = file.local() ? Path.of(file.location()) : fetched(file);
            return new Reading(file, station.read(Map.of("path", file.path(), "file", place, "known", known)),
                    file.local() ? null : place);
        }

        /// A copy beside the executor: readers may open it again and again, and memory holds none of it. Where the storage
        /// fails there is no copy, and the reader tells of a file that cannot be read.
        private Path fetched(FileRef file) {
            Path copy = station.scratch().resolve("fetched-" + task.taskAttemptId());
            try {
                Files.createDirectories(station.scratch());
                Files.deleteIfExists(copy);
                var from = new org.apache.hadoop.fs.Path(URI.create(file.location()));
                try (var in = FileSystem.get(from.toUri(), storage.value()).open(from); var out = Files.newOutputStream(copy)) {
                    in.transferTo(out);
                }
            } catch (IOException e) {
                discard(copy);
            }
            return copy;
        }
    }

    /// A file whose rows are being handed out.
    private static final class Reading implements AutoCloseable {

        private final FileRef file;
        private final Iterator<Map<String, Object>> rows;
        private final @Nullable Path copy;
        private int ordinal;

        Reading(FileRef file, Iterator<Map<String, Object>> rows, @Nullable Path copy) {
            this.file = file;
            this.rows = rows;
            this.copy = copy;
        }

        static Reading nothing() {
            return new Reading(new FileRef("-", "-", true, 0, 0), Collections.emptyIterator(), null);
        }

        @Override
        public void close() {
            if (copy != null) {
                discard(copy);
            }
        }
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // It goes with the executor's folder.
            return;
        }
    }
}
