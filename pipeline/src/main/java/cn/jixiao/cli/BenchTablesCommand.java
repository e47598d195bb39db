package cn.jixiao.cli;

import cn.jixiao.document.Source;
import cn.jixiao.evaluate.Tally;
import cn.jixiao.evaluate.table.DocumentTables;
import cn.jixiao.evaluate.table.TableRegion;
import cn.jixiao.evaluate.table.TableScore;
import cn.jixiao.evaluate.table.TableTruth;
import cn.jixiao.read.pdf.PdfReader;
import cn.jixiao.read.pdf.StripperText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench tables FOLDER`: the tables of a folder's PDFs against the truth beside them, and what reading them costs,
/// next to tabula-java and to PDFBox's text alone, on the same files in one run with one thread.
///
/// Files without a truth are timed and not scored. The programs take turns file by file, so that a machine that slows
/// down slows all of them; of each program's times for a file the median of the rounds counts.
@Command(name = "tables", hidden = true)
final class BenchTablesCommand implements Callable<Integer> {

    private static final String OURS = "jixiao";
    private static final String TEXT = "PDFTextStripper";
    private static final int WARM_UP = 3;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final Session session;

    @Parameters(paramLabel = "FOLDER", descriptionKey = "bench.tables.folder")
    private Path folder = Path.of(".");

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", descriptionKey = "bench.rounds")
    private int rounds;

    @Option(names = "--rival", paramLabel = "DIR", descriptionKey = "bench.tables.rival")
    private @Nullable Path rival;

    @Option(names = "--files", descriptionKey = "bench.tables.files")
    private boolean eachFile;

    /// What one reading takes by the clock, and of the processor: the latter says more on a machine that others use.
    private record Time(long wall, long cpu) {

        Time plus(Time other) {
            return new Time(wall + other.wall, cpu + other.cpu);
        }

        static Time median(List<Time> times) {
            return new Time(times.stream().map(Time::wall).sorted().toList().get(times.size() / 2),
                    times.stream().map(Time::cpu).sorted().toList().get(times.size() / 2));
        }
    }

    /// Something that reads a file; what has no tables to show gives none.
    private interface Program {
        List<TableRegion> read(Path pdf) throws IOException;
    }

    BenchTablesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        var jars = rival == null ? session.home().resolve("pipeline/benchmarks/target/lib") : rival;
        Map<String, Program> programs = new LinkedHashMap<>();
        programs.put(TEXT, pdf -> {
            StripperText.of(pdf);
            return List.of();
        });
        programs.put(OURS, pdf -> DocumentTables.of(new PdfReader().read("", Source.ofFile(pdf.toString(), pdf))));
        if (!Files.isDirectory(jars)) {
            session.console().tell("bench.tables.alone", jars);
            measure(programs);
            return ExitStatus.DONE;
        }
        try (var other = new Rival(jars)) {
            Rival.MODES.forEach(mode -> programs.put("tabula " + mode, pdf -> other.tables(mode, pdf)));
            measure(programs);
        }
        return ExitStatus.DONE;
    }

    private void measure(Map<String, Program> programs) throws IOException {
        Map<String, List<TableScore>> scores = new LinkedHashMap<>();
        for (var pdf : pdfs()) {
            var truth = truth(pdf);
            for (var program : programs.entrySet()) {
                var score = score(program.getValue(), pdf, truth);
                if (truth != null && !program.getKey().equals(TEXT)) {
                    scores.computeIfAbsent(program.getKey(), key -> new ArrayList<>()).add(score);
                    if (eachFile) {
                        session.console().print(pdf.getFileName() + "  " + program.getKey() + "  "
                                + figures(score.whole()) + "  " + figures(score.structure()));
                    }
                }
            }
        }
        print(scores, times(programs));
    }

    private List<Path> pdfs() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(each -> each.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")).sorted().toList();
        }
    }

    private static @Nullable List<TableRegion> truth(Path pdf) throws IOException {
        var xml = TableTruth.beside(pdf);
        var pages = new PdfReader().read("", Source.ofFile(pdf.toString(), pdf)).pages();
        return Files.exists(xml) ? TableTruth.read(xml, pages) : null;
    }

    /// A program that fails on a file has found nothing in it.
    private TableScore score(Program program, Path pdf, @Nullable List<TableRegion> truth) {
        var expected = truth == null ? List.<TableRegion>of() : truth;
        try {
            return TableScore.of(expected, program.read(pdf));
        } catch (IOException | RuntimeException e) {
            session.console().tell("bench.tables.failed", pdf, e.toString());
            return TableScore.of(expected, List.of());
        }
    }

    /// Nanoseconds of each program for all files. The first rounds only warm up.
    private Map<String, Time> times(Map<String, Program> programs) throws IOException {
        Map<String, Map<Path, List<Time>>> all = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (var pdf : pdfs()) {
                for (var program : programs.entrySet()) {
                    var time = time(program.getValue(), pdf);
                    if (round >= 0) {
                        all.computeIfAbsent(program.getKey(), key -> new LinkedHashMap<>())
                                .computeIfAbsent(pdf, key -> new ArrayList<>()).add(time);
                    }
                }
            }
        }
        Map<String, Time> sums = new LinkedHashMap<>();
        all.forEach((name, files) -> files.values().forEach(each -> sums.merge(name, Time.median(each), Time::plus)));
        return sums;
    }

    private static Time time(Program program, Path pdf) {
        long cpu = THREAD.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        try {
            program.read(pdf);
        } catch (IOException | RuntimeException e) {
            // Told when it was scored; the time until it failed counts.
        }
        return new Time(System.nanoTime() - wall, THREAD.getCurrentThreadCpuTime() - cpu);
    }

    private void print(Map<String, List<TableScore>> scores, Map<String, Time> times) {
        var console = session.console();
        scores.forEach((name, each) -> {
            var whole = each.stream().reduce(TableScore.NONE, TableScore::plus);
            console.say("bench.tables.score", name, each.size(), figures(whole.whole()), figures(whole.structure()),
                    mean(each.stream().map(TableScore::whole).toList()));
        });
        times.forEach((name, time) -> console.say("bench.tables.time", name, millis(time.cpu()), millis(time.wall()),
                rounds, ratio(times.get(OURS).cpu(), time.cpu())));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
    }

    private static String ratio(long one, long other) {
        return String.format(Locale.ROOT, "%.2f", (double) one / other);
    }

    private static String figures(Tally tally) {
        return figures(tally.precision(), tally.recall(), tally.f1());
    }

    /// Precision and recall as the mean over the files, as the competition told them.
    private static String mean(List<Tally> files) {
        double precision = files.stream().mapToDouble(Tally::precision).average().orElse(0);
        double recall = files.stream().mapToDouble(Tally::recall).average().orElse(0);
        return figures(precision, recall, 2 * precision * recall / Math.max(1e-9, precision + recall));
    }

    private static String figures(double precision, double recall, double f1) {
        return String.format(Locale.ROOT, "P %.3f R %.3f F1 %.3f", precision, recall, f1);
    }
}
