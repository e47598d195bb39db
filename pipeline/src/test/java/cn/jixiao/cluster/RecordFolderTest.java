package cn.jixiao.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.jixiao.export.RecordFormat;
import cn.jixiao.export.RecordKind;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Reports;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a cluster committed comes in the same, however many threads make it ready.
class RecordFolderTest {

    private static final int REPORTS = 40;

    @TempDir
    Path folder;

    private static Reports report(int path, int content) {
        return Reports.at("r%02d.txt".formatted(path)).of(Reports.county(content % 5, "青石县"), "青石县司法局", 2020 + content % 3)
                .told("全年办理案件" + content + "件。", "legal_aid.cases", "" + content, "件", content + "件")
                .finding("sum.listed", false, "3 + 4 应为 7");
    }

    private static RunFolder stored(RunFolder run, Reports report) {
        return run.stored(report.extraction(), report.entry());
    }

    /// Forty reports and a copy; then two paths change places, one takes another's content, and one is an archive now.
    private void write() throws IOException, SQLException {
        var first = new RunFolder();
        for (int i = 0; i < REPORTS; i++) {
            stored(first, report(i, i));
        }
        first.also(report(90, 7).entry()).write(folder.resolve("run=000001"));
        var second = new RunFolder();
        stored(second, report(1, 2));
        stored(second, report(2, 1));
        second.also(report(7, 3).entry());
        var was = report(9, 9).entry();
        second.also(new SourceEntry(was.path(), "0".repeat(32), 1, 1, was.recipe(), SourceEntry.State.ARCHIVE));
        second.write(folder.resolve("run=000002"));
    }

    private List<String> loaded(int threads, int commitEvery) throws IOException {
        var workspace = new Workspace(folder.resolve("w" + threads + "-" + commitEvery), Lexicon.NONE);
        var told = new ArrayList<Long>();
        for (int again = 0; again < 2; again++) {
            told.clear();
            try (var writer = workspace.write()) {
                var loaded = new RecordFolder(folder).load(writer, threads, commitEvery, told::add);
                assertEquals(new RecordFolder.Loaded(2, REPORTS + 2, REPORTS + 5), loaded);
            }
            assertEquals(REPORTS + 2, told.getLast());
        }
        var lines = new ArrayList<String>();
        try (var records = workspace.read()) {
            for (var kind : RecordKind.values()) {
                var out = new ByteArrayOutputStream();
                RecordFormat.JSONL.write(records, kind, out);
                out.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
            records.search(SearchQuery.of("办理案件").page(0, REPORTS)).hits().forEach(hit -> lines.add(hit.report().toString()));
            records.sources().forEach(entry -> lines.add(entry.toString()));
        }
        return lines;
    }

    @Test
    void anyNumberOfThreadsGivesTheSameWorkspace() throws IOException, SQLException {
        write();
        var alone = loaded(1, 1_000);
        assertSame(alone, loaded(4, 1_000));
        assertSame(alone, loaded(3, 7));
        var paths = alone.stream().filter(line -> line.startsWith("SourceEntry")).toList();
        assertEquals(REPORTS + 1, paths.size());
        assertEquals(1, alone.stream().filter(line -> line.contains("\"r01.txt\"") && line.contains("办理案件2件")).count());
    }

    private static void assertSame(List<String> expected, List<String> found) {
        for (int i = 0; i < expected.size() && i < found.size(); i++) {
            assertEquals(expected.get(i), found.get(i), "line " + i);
        }
        assertEquals(expected.size(), found.size());
    }

    @Test
    void aReportThatCannotBeMadeEndsTheLoading() throws IOException, SQLException {
        var wrong = new SourceEntry("r00.txt", "0".repeat(32), 1, 1, "test", SourceEntry.State.REPORT);
        var run = stored(new RunFolder(), report(1, 1)).stored(report(0, 0).extraction(), wrong);
        stored(run, report(2, 2)).write(folder.resolve("run=000001"));
        var workspace = new Workspace(folder.resolve("w"), Lexicon.NONE);
        try (var writer = workspace.write()) {
            assertThrows(IllegalArgumentException.class, () -> new RecordFolder(folder).load(writer, 2, 10, reports -> { }));
        }
    }
}
