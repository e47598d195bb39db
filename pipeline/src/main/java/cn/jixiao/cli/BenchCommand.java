package cn.jixiao.cli;

import cn.jixiao.Pipeline;
import cn.jixiao.document.Source;
import cn.jixiao.ingest.FileList;
import cn.jixiao.ingest.Progress;
import cn.jixiao.ingest.Settings;
import cn.jixiao.read.TikaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench PATH...`: Tika's text extraction alone, the pipeline without indexing, and the whole import, on the same files
/// in one run with one thread. The steps take turns, so that a machine that slows down slows all of them.
@Command(name = "bench", hidden = true)
final class BenchCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "PATH", arity = "0..*", descriptionKey = "bench.path")
    private List<String> paths = List.of();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", descriptionKey = "bench.rounds")
    private int rounds;

    /// Something to measure.
    private interface Step {
        void run() throws IOException;
    }

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (paths.isEmpty()) {
            throw new UserException("bench.none");
        }
        var files = FileList.of(paths).files();
        var sources = files.stream().map(each -> Source.ofFile(each.path(), each.file())).toList();
        var pipeline = new Pipeline(session.dictionaries());
        var steps = new LinkedHashMap<String, Step>();
        steps.put("tika", () -> sources.forEach(TikaText::of));
        steps.put("pipeline", () -> sources.forEach(pipeline::run));
        steps.put("import", this::importAll);
        var read = sources.stream().map(pipeline::run).toList();
        steps.put("extract", () -> read.forEach(each -> pipeline.observations(each.document(), each.outline())));
        var medians = measure(steps);
        long bytes = files.stream().mapToLong(FileList.Found::size).sum();
        medians.forEach((name, median) -> session.console().say("bench.line", name,
                String.format(Locale.ROOT, "%.1f", median / 1e6), rounds, files.size(), bytes / 1024));
        // Of this thread's own time, so that what else the machine does is left out.
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int round = 0; round < rounds; round++) {
            steps.get("extract").run();
        }
        long spent = Math.max(1, (threads.getCurrentThreadCpuTime() - before) / rounds);
        long chars = read.stream().mapToLong(each -> each.document().text().length()).sum();
        session.console().say("bench.speed", "extract", String.format(Locale.ROOT, "%.2f", chars * 1e3 / spent), chars);
        ratio(medians, "pipeline", "tika");
        ratio(medians, "import", "pipeline");
        ratio(medians, "import", "tika");
        return ExitStatus.DONE;
    }

    private Map<String, Long> measure(Map<String, Step> steps) throws IOException {
        var times = new LinkedHashMap<String, List<Long>>();
        for (int round = -2; round < rounds; round++) {
            for (var step : steps.entrySet()) {
                long start = System.nanoTime();
                step.getValue().run();
                long time = System.nanoTime() - start;
                if (round >= 0) {
                    times.computeIfAbsent(step.getKey(), each -> new ArrayList<>()).add(time);
                }
            }
        }
        var medians = new LinkedHashMap<String, Long>();
        times.forEach((name, each) -> medians.put(name, each.stream().sorted().toList().get(each.size() / 2)));
        return medians;
    }

    private void importAll() throws IOException {
        var folder = Files.createTempDirectory("jixiao-bench");
        try {
            session.importer(folder, Settings.of(1)).run(paths, Progress.SILENT);
        } finally {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void ratio(Map<String, Long> medians, String a, String b) {
        session.console().say("bench.ratio", a, b,
                String.format(Locale.ROOT, "%.2f", (double) medians.get(a) / medians.get(b)));
    }
}
