package cn.jixiao.cli;

import cn.jixiao.ingest.Importer;
import cn.jixiao.ingest.Settings;
import cn.jixiao.ingest.worker.Limits;
import java.time.Duration;
import cn.jixiao.read.ocr.Ocr;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest PATH...`: imports files, folders and archives.
@Command(name = "ingest")
final class IngestCommand implements Callable<Integer> {

    /// How long a person who pressed Ctrl-C waits for the last commit.
    private static final long MOST_SECONDS_TO_END = 60;

    private final Session session;

    @Parameters(paramLabel = "PATH", arity = "0..*", descriptionKey = "ingest.path")
    private List<String> paths = List.of();

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", descriptionKey = "ingest.jobs")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--timeout", paramLabel = "SECONDS", descriptionKey = "ingest.timeout")
    private int timeout = (int) Limits.USUAL.time().toSeconds();

    @Option(names = "--memory", paramLabel = "MB", descriptionKey = "ingest.memory")
    private int memory = Limits.USUAL.memoryMb();

    @Option(names = "--retry-failed", descriptionKey = "ingest.retry")
    private boolean retryFailed;

    @Option(names = "--commit-every", paramLabel = "FILES", hidden = true)
    private int commitEvery = Settings.of(1).commitEvery();

    @Option(names = "--ocr", paramLabel = "auto|off|always", defaultValue = "auto", descriptionKey = "ingest.ocr")
    private Ocr ocr = Ocr.AUTO;

    @CommandLine.ArgGroup(exclusive = false)
    private SparkOptions cluster = new SparkOptions();

    IngestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (jobs < 1) {
            throw new UserException("ingest.jobs.few", jobs);
        }
        if (timeout < 1) {
            throw new UserException("ingest.timeout.few", timeout);
        }
        if (memory < Limits.LEAST_MB) {
            throw new UserException("ingest.memory.few", Limits.LEAST_MB, memory);
        }
        if (paths.isEmpty() && !retryFailed) {
            throw new UserException("ingest.path.none");
        }
        if (cluster.wanted()) {
            return cluster.run(session, paths, new SparkOptions.Reading(timeout, memory, ocr, retryFailed));
        }
        session.requireWorkspace();
        var limits = Limits.USUAL.withTime(Duration.ofSeconds(timeout)).withMemoryMb(memory);
        var importer = session.importer(session.workspace(),
                new Settings(jobs, limits, retryFailed, ocr, Math.max(1, commitEvery)));
        var interrupt = new Interrupt(importer);
        try {
            var account = importer.run(paths, new ProgressLine(session.console()));
            return new AccountLines(session.console()).print(account, session.workspace());
        } finally {
            interrupt.over();
        }
    }

    /// Ctrl-C ends the import, not the program in the middle of it.
    private static final class Interrupt {

        private final CountDownLatch done = new CountDownLatch(1);
        private final Thread hook;

        Interrupt(Importer importer) {
            hook = new Thread(() -> {
                importer.stop();
                awaitEnd();
            }, "interrupt");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private void awaitEnd() {
            try {
                if (!done.await(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void over() {
            done.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It is at work; the program ends with it.
                return;
            }
        }
    }
}
