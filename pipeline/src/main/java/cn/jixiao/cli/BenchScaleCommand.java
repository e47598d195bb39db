package cn.jixiao.cli;

import cn.jixiao.compare.ComparisonQuery;
import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.WorkspaceWriter;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Region;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench scale`: makes a workspace of invented reports, or takes the one that is there, and measures comparisons and searches
/// in it, warm, in one process. Give the heap by `JIXIAO_JAVA_OPTIONS=-Xmx1g`.
@Command(name = "scale", hidden = true)
final class BenchScaleCommand implements Callable<Integer> {

    private static final int FIRST_YEAR = 2010;
    private static final int YEARS = 15;
    private static final long SEED = 20_260_101;

    private final Session session;

    @Option(names = "--regions", paramLabel = "N", defaultValue = "3000", descriptionKey = "scale.regions")
    private int regions;

    @Option(names = "--indicators", paramLabel = "N", defaultValue = "100", descriptionKey = "scale.indicators")
    private int indicators;

    @Option(names = "--observations", paramLabel = "N", defaultValue = "1000000", descriptionKey = "scale.observations")
    private long observations;

    @Option(names = "--passages", paramLabel = "N", defaultValue = "1000000", descriptionKey = "scale.passages")
    private long passages;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "200", descriptionKey = "bench.rounds")
    private int rounds;

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "2", descriptionKey = "scale.jobs")
    private int jobs;

    @Option(names = "--buffer", paramLabel = "MB", defaultValue = "256", descriptionKey = "scale.buffer")
    private double buffer;

    @Option(names = "--segments", paramLabel = "N", defaultValue = "0", descriptionKey = "scale.segments")
    private int segments;

    BenchScaleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (!session.place(session.workspace()).exists()) {
            build();
        }
        long bytes;
        try (var files = Files.walk(session.workspace())) {
            bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
        print("index %,d MB, heap %,d MB at most", bytes >> 20, Runtime.getRuntime().maxMemory() >> 20);
        try (var records = session.records()) {
            measure(records);
        }
        return ExitStatus.DONE;
    }

    private void build() {
        // Counties first; there are fewer than three thousand of them.
        var areas = session.regions().all().stream().filter(each -> each.level() != Region.Level.PROVINCE)
                .sorted(Comparator.comparing(Region::level).reversed().thenComparing(Region::code)).limit(regions).toList();
        var known = session.indicators().all().stream().filter(each -> each.kind() != Kind.SCORE).limit(indicators).toList();
        int perReport = (int) Math.ceilDiv(observations, (long) areas.size() * YEARS);
        int perPassage = (int) Math.max(1, observations / Math.max(1, passages));
        var reports = new SyntheticReports(areas, known, perReport, perPassage, SEED);
        long start = System.nanoTime();
        try (var writer = session.place(session.workspace()).write(buffer)) {
            try (var pool = Executors.newFixedThreadPool(jobs)) {
                var works = IntStream.range(0, areas.size()).mapToObj(region -> Executors.callable(() -> put(reports, region, writer)))
                        .toList();
                for (var done : pool.invokeAll(works)) {
                    done.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("the workspace could not be made", e);
            }
            print("put in after %,d s", seconds(start));
            if (segments > 0) {
                writer.settle(segments);
            }
            writer.commit();
        }
        print("%,d observations of %,d areas, %d years, %d indicators, built by %d threads in %,d s",
                (long) perReport * areas.size() * YEARS, areas.size(), YEARS, known.size(), jobs, seconds(start));
    }

    private static void put(SyntheticReports reports, int region, WorkspaceWriter writer) {
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            var report = reports.report(region, year);
            writer.put(report, new SourceEntry(report.document().source(), report.document().id(),
                    report.document().text().length(), 0, "synthetic", SourceEntry.State.REPORT));
        }
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private interface Work {
        int run(SplittableRandom random);
    }

    private void measure(Records records) {
        var known = session.indicators().all().stream().filter(each -> each.kind() != Kind.SCORE).limit(indicators)
                .map(Indicator::id).toList();
        var comparer = session.comparer(records);
        time("compare, all areas, 10 years, cells", random -> {
            var table = comparer.compare(ComparisonQuery.of(known.get(random.nextInt(known.size()))).years(2013, 2022)).tables().getFirst();
            return table.rows().size() * 10;
        });
        var words = List.of("农民工", "未成年人", "案卷评查", "宣传形式", "覆盖所有乡镇", "资金使用合规", "服务质量");
        time("filtered search with facets, passages, hits", random -> {
            int from = FIRST_YEAR + random.nextInt(YEARS - 3);
            var text = words.get(random.nextInt(words.size())) + " year:[" + from + " TO " + (from + 2) + "]";
            return (int) records.search(SearchQuery.of(text).at(SearchQuery.Level.PASSAGES)).total();
        });
        time("the same within one province, hits", random -> {
            var text = words.get(random.nextInt(words.size())) + " region:" + List.of("620000", "440000", "360000").get(random.nextInt(3));
            return (int) records.search(SearchQuery.of(text).at(SearchQuery.Level.PASSAGES)).total();
        });
    }

    private void time(String what, Work work) {
        var random = new SplittableRandom(SEED);
        var times = new ArrayList<Long>();
        var worked = new ArrayList<Long>();
        var alone = new ArrayList<Long>();
        var threads = ManagementFactory.getThreadMXBean();
        // Of all threads, those that compile and collect among them.
        var process = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long found = 0;
        for (int round = -rounds / 4; round < rounds; round++) {
            long start = System.nanoTime();
            long processor = process.getProcessCpuTime();
            long thread = threads.getCurrentThreadCpuTime();
            int its = work.run(random);
            if (round >= 0) {
                alone.add(threads.getCurrentThreadCpuTime() - thread);
                worked.add(process.getProcessCpuTime() - processor);
                times.add(System.nanoTime() - start);
                found += its;
            }
        }
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        var processor = worked.stream().mapToLong(Long::longValue).sorted().toArray();
        var thread = alone.stream().mapToLong(Long::longValue).sorted().toArray();
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        print("%s %,d on average: p50 %.1f ms, p95 %.1f ms, least %.1f ms; on the processor p50 %.1f ms, p95 %.1f ms, of "
                + "the thread that answers p50 %.1f ms, p95 %.1f ms; %d rounds; heap in "
                + "use after it %,d MB", what, found / rounds, at(sorted, 50), at(sorted, 95), sorted[0] / 1e6, at(processor, 50),
                at(processor, 95), at(thread, 50), at(thread, 95), rounds, heap >> 20);
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private void print(String format, Object... values) {
        session.console().print(String.format(Locale.ROOT, format, values));
    }
}
