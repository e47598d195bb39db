package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Threads that put contents under paths, and paths that change hands: no report is lost, double, or left behind.
class ConcurrentPutTest {

    private static final int THREADS = 4;
    private static final int PATHS = 4;
    private static final int STEPS = 60;

    @TempDir
    Path folder;

    private static Reports report(int path, int content) {
        return Reports.at("r" + path + ".txt").of(Reports.county(1, "青石县"), "青石县司法局", 2023).told("办理案件" + content + "件。",
                "legal_aid.cases", "" + content, "件", content + "件");
    }

    /// What one thread does, the same for the same seed.
    private static Callable<Void> steps(WorkspaceWriter writer, Random random) {
        return () -> {
            for (int i = 0; i < STEPS; i++) {
                var report = report(random.nextInt(PATHS), random.nextInt(PATHS));
                switch (random.nextInt(40)) {
                    case 0 -> writer.commit();
                    case 1, 2, 3, 4, 5 -> writer.forget(report.entry().path());
                    case 6, 7, 8, 9, 10 -> writer.remove(report.id());
                    default -> writer.put(report.extraction(), report.entry());
                }
            }
            return null;
        };
    }

    @Test
    void everyPathHasItsReportAndEveryReportItsPaths() throws Exception {
        long seed = Seed.next();
        var workspace = new Workspace(folder.resolve("w"), Lexicon.NONE);
        var random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            try (var writer = workspace.write(); var threads = Executors.newFixedThreadPool(THREADS)) {
                var works = new ArrayList<Callable<Void>>();
                for (int i = 0; i < THREADS; i++) {
                    works.add(steps(writer, new Random(random.nextLong())));
                }
                for (var done : threads.invokeAll(works)) {
                    done.get();
                }
                writer.link();
                writer.commit();
            }
            assertWhole(workspace, "seed " + seed + " round " + round);
        }
    }

    private static void assertWhole(Workspace workspace, String when) {
        try (var records = workspace.read(); var sources = records.sources()) {
            var filed = sources.collect(Collectors.groupingBy(SourceEntry::docId,
                    Collectors.mapping(SourceEntry::path, Collectors.toCollection(TreeSet::new))));
            var reports = records.documents().toList();
            assertEquals(new TreeSet<>(filed.keySet()), reports.stream().map(Report::docId).collect(Collectors.toCollection(TreeSet::new)),
                    when);
            assertEquals(filed.size(), reports.size(), when);
            for (var report : reports) {
                assertEquals(filed.get(report.docId()), new TreeSet<>(report.sources()), when);
                assertTrue(report.sources().contains(report.source()), when);
                assertEquals(report.source(), records.extraction(report.docId()).orElseThrow().document().source(), when);
            }
            assertEquals(reports.size(), records.observations(ObservationFilter.ALL).count(), when);
        }
    }

    /// A path that changed hands between the making of a report and its putting in: what was made is of no use.
    @Test
    void whatWasMadeReadyIsMadeAnewWhereItGoesByAnotherPath() {
        var workspace = new Workspace(folder.resolve("w"), Lexicon.NONE);
        var first = report(1, 7);
        var second = report(2, 7);
        try (var writer = workspace.write()) {
            var ready = writer.prepare(second.extraction(), second.entry());
            assertTrue(writer.holding(first.id()).isEmpty(), "making ready changes nothing");
            writer.put(first.extraction(), first.entry());
            writer.put(ready);
            writer.put(ready);
            writer.commit();
        }
        assertWhole(workspace, "put twice");
        try (var records = workspace.read()) {
            assertEquals("r1.txt", records.documents().findFirst().orElseThrow().source());
        }
    }
}
