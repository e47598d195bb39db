package cn.jixiao.cli;

import cn.jixiao.Pipeline;
import cn.jixiao.document.Source;
import cn.jixiao.export.RecordLines;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.WorkspaceWriter;
import cn.jixiao.ingest.FileList;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.Reader;
import cn.jixiao.read.ocr.Ocr;
import cn.jixiao.record.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench costs PATH...`: what each file takes of a processor, warm, step by step, and what it becomes in bytes; one line of
/// CSV a file. What the scale of a cluster is reckoned from (docs/scale.md).
@Command(name = "costs", hidden = true)
final class BenchCostsCommand implements Callable<Integer> {

    private static final String HEAD = "format,bytes,read_ms,extract_ms,records_ms,index_ms,records_bytes,body_bytes";

    private final Session session;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "bench.path")
    private List<String> paths = List.of();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", descriptionKey = "bench.rounds")
    private int rounds;

    BenchCostsCommand(Session session) {
        this.session = session;
    }

    private interface Step {
        void run();
    }

    @Override
    public Integer call() throws IOException {
        var pipeline = new Pipeline(session.dictionaries());
        var reader = new Reader(Ocr.OFF);
        var files = FileList.of(paths).files();
        var scratch = Files.createTempDirectory("jixiao-costs");
        try (var writer = session.place(scratch).write()) {
            // Once for the compiler.
            files.forEach(file -> index(writer, pipeline.run(Source.ofFile(file.path(), file.file()))));
            session.console().print(HEAD);
            for (var file : files) {
                line(file, reader, pipeline, writer);
            }
        } finally {
            BenchCommand.delete(scratch);
        }
        return ExitStatus.DONE;
    }

    private void line(FileList.Found file, Reader reader, Pipeline pipeline, WorkspaceWriter writer) {
        var source = Source.ofFile(file.path(), file.file());
        var document = reader.read(source);
        var made = pipeline.extract(document);
        double read = millis(() -> reader.read(source));
        double extract = millis(() -> pipeline.extract(document));
        double records = millis(() -> records(made));
        double index = millis(() -> index(writer, made));
        session.console().print(String.format(Locale.ROOT, "%s,%d,%.2f,%.2f,%.2f,%.2f,%d,%d",
                file.path().substring(file.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), file.size(), read, extract,
                records, index, records(made), Json.packed(made).length));
    }

    /// The median of the thread's own time, so that what else the machine does is left out.
    private double millis(Step step) {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long before = threads.getCurrentThreadCpuTime();
            step.run();
            times[i] = threads.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(times);
        return times[rounds / 2] / 1e6;
    }

    /// Everything that a cluster's task makes of a report beside reading it; answers its length.
    private static long records(Extraction it) {
        long length = RecordLines.document(it).length() + Json.packed(it).length;
        for (var lines : List.of(RecordLines.observations(it), RecordLines.findings(it), RecordLines.passages(it),
                RecordLines.problems(it))) {
            length += lines.stream().mapToLong(String::length).sum();
        }
        return length;
    }

    private static void index(WorkspaceWriter writer, Extraction it) {
        writer.put(it, new SourceEntry(it.document().source(), it.document().id(), 0, 0, "", SourceEntry.State.REPORT));
    }
}
