package cn.jixiao.cli;

import cn.jixiao.cluster.RecordCopy;
import cn.jixiao.cluster.RecordFolder;
import cn.jixiao.index.RecordWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import-records DIR`: puts what a cluster read into a workspace or an index on servers, or a workspace into such an index.
@Command(name = "import-records")
final class ImportRecordsCommand implements Callable<Integer> {

    private static final int COMMIT_EVERY = 5_000;

    private final Session session;

    @Parameters(paramLabel = "DIR", descriptionKey = "import-records.folder")
    private Path folder = Path.of("");

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", descriptionKey = "import-records.jobs")
    private int jobs = Runtime.getRuntime().availableProcessors();

    ImportRecordsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (jobs < 1) {
            throw new UserException("ingest.jobs.few", jobs);
        }
        try (var writer = session.store(isWorkspace() ? folder : session.workspace()).write()) {
            var loaded = isWorkspace() ? copy(writer) : new RecordFolder(folder).load(writer, jobs, COMMIT_EVERY, this::tell);
            session.console().say("import-records.total", loaded.reports(), loaded.paths(), loaded.runs(), session.storeName());
            return ExitStatus.DONE;
        } catch (RecordFolder.BrokenException e) {
            throw new UserException("import-records." + e.fault(), e.getMessage());
        }
    }

    /// A workspace can be put on servers as it is.
    private boolean isWorkspace() {
        return session.onServers() && session.place(folder).exists();
    }

    private RecordFolder.Loaded copy(RecordWriter writer) {
        try (var records = session.records(folder)) {
            return new RecordCopy(records).load(writer, COMMIT_EVERY, this::tell);
        }
    }

    private void tell(long reports) {
        if (reports % COMMIT_EVERY == 0) {
            session.console().tell("import-records.done", reports);
        }
    }
}
