package cn.jixiao.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/// A folder of runs, `run=000001/TABLE/*.parquet`, each with a manifest. A run is made in a folder beside them that readers
/// pass over, and becomes one of them by being renamed: all of it or nothing.
final class Output {

    static final String MANIFEST = "_manifest.json";
    private static final String STAGING = "_staging";
    private static final String RUN = "run=";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final FileSystem storage;
    private final Path folder;

    Output(String folder, Configuration configuration) throws IOException {
        var path = new Path(folder);
        storage = path.getFileSystem(configuration);
        this.folder = storage.makeQualified(path);
        storage.mkdirs(this.folder);
    }

    /// Another import committed a run while this one was at work.
    static final class OvertakenException extends IOException {
        private static final long serialVersionUID = 1L;

        OvertakenException(String message) {
            super(message);
        }
    }

    /// The committed runs, oldest first.
    List<Run> runs() throws IOException {
        var runs = new ArrayList<Run>();
        for (var each : storage.listStatus(folder)) {
            if (each.getPath().getName().startsWith(RUN)) {
                manifest(each.getPath()).ifPresent(runs::add);
            }
        }
        runs.sort(Comparator.comparingInt(Run::number));
        return List.copyOf(runs);
    }

    private Optional<Run> manifest(Path run) throws IOException {
        var file = new Path(run, MANIFEST);
        if (!storage.exists(file)) {
            return Optional.empty();
        }
        try (var in = storage.open(file)) {
            return Optional.of(JSON.readValue(in.readAllBytes(), Run.class));
        }
    }

    /// Where a table of a run lies.
    Path table(Run run, Tables table) {
        return new Path(folder(run.number()), table.folder());
    }

    private Path folder(int number) {
        return new Path(folder, RUN + "%06d".formatted(number));
    }

    /// A new folder for a run in the making.
    Path stage(String job) throws IOException {
        var staging = new Path(new Path(folder, STAGING), job);
        storage.delete(staging, true);
        storage.mkdirs(staging);
        return staging;
    }

    /// How many rows the Parquet files of a table hold, by their own footers.
    long rows(Path table) throws IOException {
        long rows = 0;
        for (var file : storage.listStatus(table)) {
            if (file.getPath().getName().endsWith(".parquet")) {
                try (var reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, storage.getConf()))) {
                    rows += reader.getRecordCount();
                }
            }
        }
        return rows;
    }

    /// Removes what was needed on the way.
    void remove(Path path) throws IOException {
        storage.delete(path, true);
    }

    /// Gives a run in the making up.
    void discard(Path staging) throws IOException {
        storage.delete(staging, true);
        var all = new Path(folder, STAGING);
        if (storage.exists(all) && storage.listStatus(all).length == 0) {
            storage.delete(all, false);
        }
    }

    /// Makes a finished run one of the output's.
    ///
    /// @throws OvertakenException if another run was committed since this one was begun; nothing is changed then
    void commit(Path staging, Run run) throws IOException {
        var target = folder(run.number());
        try (var out = storage.create(new Path(staging, MANIFEST), true)) {
            out.write(JSON.writeValueAsString(run).getBytes(StandardCharsets.UTF_8));
        }
        if (storage.exists(target) || !storage.rename(staging, target) || !manifest(target).equals(Optional.of(run))) {
            // Some storages move a folder into one that has come to be there in the meantime.
            storage.delete(new Path(target, staging.getName()), true);
            throw new OvertakenException(target.toString());
        }
        discard(staging);
    }
}
