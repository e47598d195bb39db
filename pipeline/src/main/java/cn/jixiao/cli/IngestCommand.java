package cn.jixiao.cli;

import cn.jixiao.read.ocr.Ocr;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest PATH...`: imports files, folders and archives.
@Command(name = "ingest")
final class IngestCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "ingest.path")
    private List<String> paths = List.of();

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", descriptionKey = "ingest.jobs")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--ocr", paramLabel = "auto|off|always", defaultValue = "auto", descriptionKey = "ingest.ocr")
    private Ocr ocr = Ocr.AUTO;

    IngestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (jobs < 1) {
            throw new UserException("ingest.jobs.few", jobs);
        }
        var importer = session.importer(session.workspace(), jobs, ocr);
        var account = importer.run(paths, new ProgressLine(session.console()));
        return new AccountLines(session.console()).print(account, session.workspace());
    }
}
