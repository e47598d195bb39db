package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is put in comes out again, whole and in order; a workspace that cannot be used says why.
class WorkspaceTest {

    @TempDir
    Path folder;
    Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder.resolve("w"), Lexicon.NONE);
    }

    private static Reports report(String path, int year, int cases) {
        return Reports.at(path).of(Reports.county(1, "青石县"), "青石县司法局", year).projects("法律援助")
                .told("全年办理案件" + cases + "件。", "legal_aid.cases", "" + cases, "件", cases + "件")
                .row("数量指标", "办理案件", "12.50万元").figure("fund.spent", "1.25E+5", "CNY", "12.50万元", draft -> { })
                .finding("sum.listed", false, "3 + 4 应为 7");
    }

    private void put(Reports... reports) {
        try (var writer = workspace.write()) {
            for (var report : reports) {
                writer.put(report.extraction(), report.entry());
            }
            writer.commit();
        }
    }

    private List<String> sources() {
        try (var records = workspace.read()) {
            return records.documents().map(Report::source).toList();
        }
    }

    @Test
    void anExtractionComesBackAsItWas() {
        var report = report("a.txt", 2023, 87);
        put(report);
        try (var records = workspace.read()) {
            assertEquals(report.extraction().document(), records.extraction(report.id()).orElseThrow().document());
            assertEquals(report.extraction().outline(), records.extraction(report.id()).orElseThrow().outline());
            var figures = records.observations(ObservationFilter.ALL).toList();
            assertEquals(0, figures.get(1).quantity().value().compareTo(new java.math.BigDecimal("125000")));
            assertEquals(report.extraction().observations().getFirst(), figures.getFirst());
            assertEquals(report.extraction().findings(), records.findings().toList());
        }
    }

    @Test
    void documentsComeBySourceWhateverTheOrderOfImport() {
        put(report("b.txt", 2023, 2), report("c.txt", 2023, 3));
        put(report("a.txt", 2023, 1));
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), sources());
        try (var records = workspace.read()) {
            assertEquals(List.of("1件", "12.50万元", "2件", "12.50万元", "3件", "12.50万元"),
                    records.observations(ObservationFilter.ALL).map(each -> each.raw()).toList());
        }
    }

    @Test
    void aPathWithNewContentReplacesTheOld() {
        put(report("a.txt", 2023, 1));
        put(report("a.txt", 2023, 2));
        try (var records = workspace.read()) {
            assertEquals(1, records.documents().count());
            assertEquals(2, records.observations(ObservationFilter.ALL).count());
            assertEquals("2件", records.observations(ObservationFilter.ALL).findFirst().orElseThrow().raw());
        }
    }

    @Test
    void theSameContentUnderTwoPathsIsOneDocument() {
        var first = report("b.txt", 2023, 1);
        var again = new SourceEntry("a.txt", first.id(), 9, 9, "test", SourceEntry.State.REPORT);
        put(first);
        try (var writer = workspace.write()) {
            assertTrue(writer.contains(first.id()));
            writer.also(again);
            writer.commit();
        }
        try (var records = workspace.read()) {
            var report = records.documents().findFirst().orElseThrow();
            assertEquals("b.txt", report.source());
            assertEquals(List.of("a.txt", "b.txt"), report.sources());
            assertEquals(report, records.find("a.txt").getFirst());
        }
        try (var writer = workspace.write()) {
            assertTrue(writer.source("a.txt").orElseThrow().unchanged(9, 9, "test"));
            assertFalse(writer.source("a.txt").orElseThrow().unchanged(9, 10, "test"));
            writer.forget("b.txt");
            writer.commit();
        }
        assertEquals(List.of("a.txt"), sources());
        try (var records = workspace.read()) {
            assertTrue(records.observations(ObservationFilter.ALL).allMatch(each -> each.source().equals("a.txt")));
        }
        try (var writer = workspace.write()) {
            writer.forget("a.txt");
            assertFalse(writer.contains(first.id()));
            writer.commit();
        }
        assertEquals(List.of(), sources());
    }

    @Test
    void manyThreadsPutWhatOnePuts() throws Exception {
        var reports = java.util.stream.IntStream.range(0, 60).mapToObj(i -> report("r" + i + ".txt", 2023, i % 20)).toList();
        try (var writer = workspace.write(); var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            var done = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            reports.forEach(each -> done.add(threads.submit(() -> writer.put(each.extraction(), each.entry()))));
            for (var each : done) {
                each.get();
            }
            writer.commit();
        }
        try (var records = workspace.read()) {
            assertEquals(20, records.documents().count());
            assertEquals(60, records.sources().count());
            records.documents().forEach(each -> {
                assertEquals(3, each.sources().size());
                assertEquals(each.source(), records.extraction(each.docId()).orElseThrow().document().source());
            });
        }
        try (var writer = workspace.write()) {
            for (int i = 0; i < 40; i++) {
                writer.forget("r" + i + ".txt");
            }
            writer.commit();
        }
        assertEquals(java.util.stream.IntStream.range(40, 60).mapToObj(i -> "r" + i + ".txt").toList(), sources());
    }

    @Test
    void whatIsNotCommittedIsGivenUp() {
        put(report("a.txt", 2023, 1));
        try (var writer = workspace.write()) {
            var lost = report("b.txt", 2023, 2);
            writer.put(lost.extraction(), lost.entry());
            writer.remove(report("a.txt", 2023, 1).id());
        }
        assertEquals(List.of("a.txt"), sources());
    }

    @Test
    void findsAReportByWhatPeopleCallIt() {
        var report = report("in/2023/qingshi.txt", 2023, 1);
        put(report, report("in/2024/qingshi-2024.txt", 2024, 2));
        try (var records = workspace.read()) {
            for (var name : List.of(report.id(), report.id().substring(0, 6), "in/2023/qingshi.txt", "qingshi.txt",
                    "qingshi", "2023年报告")) {
                assertEquals(List.of("in/2023/qingshi.txt"), records.find(name).stream().map(Report::source).toList(), name);
            }
            assertEquals(2, records.find("qing").size());
            assertEquals(List.of(), records.find("nothing"));
        }
    }

    @Test
    void aSecondImportIsToldThatTheWorkspaceIsBusy() {
        try (var first = workspace.write()) {
            var busy = assertThrows(WorkspaceException.class, workspace::write);
            assertEquals(WorkspaceException.Reason.BUSY, busy.reason());
            assertEquals(workspace.folder(), busy.folder());
            first.commit();
        }
        workspace.write().close();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var blocked = new Workspace(file.resolve("w"), Lexicon.NONE);
        var problem = assertThrows(WorkspaceException.class, blocked::write);
        assertEquals(WorkspaceException.Reason.UNWRITABLE, problem.reason());
        assertTrue(problem.getMessage().contains(blocked.folder().toString()));
    }

    @Test
    void aFullDiskIsCalledThat() {
        var problem = workspace.problem(new IOException("No space left on device"), WorkspaceException.Reason.UNWRITABLE);
        assertEquals(WorkspaceException.Reason.FULL, problem.reason());
    }

    @Test
    void readingWhatWasNeverImportedMakesNoFolder() {
        var problem = assertThrows(WorkspaceException.class, workspace::read);
        assertEquals(WorkspaceException.Reason.MISSING, problem.reason());
        assertFalse(Files.exists(workspace.folder()));
        assertFalse(workspace.exists());
    }

    @Test
    void aBrokenIndexIsCalledDamaged() throws IOException {
        put(report("a.txt", 2023, 1));
        try (var files = Files.list(folder.resolve("w/index"))) {
            for (var segments : files.filter(file -> file.getFileName().toString().startsWith("segments")).toList()) {
                Files.write(segments, new byte[200]);
            }
        }
        assertEquals(WorkspaceException.Reason.DAMAGED, assertThrows(WorkspaceException.class, workspace::read).reason());
    }
}
