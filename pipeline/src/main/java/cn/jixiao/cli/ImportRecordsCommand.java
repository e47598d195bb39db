package cn.jixiao.cli;

import cn.jixiao.cluster.RecordFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import-records DIR`: puts what a cluster read into a workspace.
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
        try (var writer = session.place(session.workspace()).write()) {
            var loaded = new RecordFolder(folder).load(writer, jobs, COMMIT_EVERY, reports -> {
                if (reports % COMMIT_EVERY == 0) {
                    session.console().tell("import-records.done", reports);
                }
            });
            session.console().say("import-records.total", loaded.reports(), loaded.paths(), loaded.runs(), session.workspace());
            return ExitStatus.DONE;
        } catch (RecordFolder.BrokenException e) {
            throw new UserException("import-records." + e.fault(), e.getMessage());
        }
    }
}
