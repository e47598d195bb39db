package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clerk at the command line: looks at what is doubtful, mends it, and finds it mended.
class ReviewCommandTest {

    private static final String REPORT = """
            云岭县司法局2023年度法律援助项目绩效自评报告
            2023年，全县办理法律援助案件120件，其中民事案件70件，刑事案件40件。
            项目预算100万元，全年支出87万元，预算执行率78%。
            """;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @BeforeEach
    void imported() throws IOException {
        Files.writeString(folder.resolve("yunling-2023.txt"), REPORT);
        ingest();
    }

    private void ingest() {
        run("ingest", folder.resolve("yunling-2023.txt").toString());
    }

    private Run run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-w", folder.resolve("w").toString()));
        var run = Run.zh(all.toArray(String[]::new));
        assertEquals(ExitStatus.DONE, run.status(), run.err());
        return run;
    }

    private String id(String raw) {
        var line = run("export").out().lines().filter(each -> each.contains("\"raw\":\"" + raw + "\"")).findFirst().orElseThrow();
        var found = ID.matcher(line);
        assertTrue(found.find());
        return found.group(1);
    }

    @Test
    void aFigureIsCorrectedFoundAgainAfterAnotherImportAndMeasuredAsGold() throws IOException {
        assertTrue(run("review", "list").out().contains(id("87万元")));
        var entry = run("review", "correct", id("87万元"), "--value", "78", "--unit", "万元", "--who", "王审核", "--why", "抄错")
                .out().strip();
        run("review", "confirm", id("100万元"));
        ingest();
        assertTrue(run("export").out().contains("\"corrected\":true"));
        assertFalse(run("review", "list").out().contains(id("87万元") + " "));
        var log = run("review", "log", "yunling").out();
        assertTrue(log.contains(entry) && log.contains("王审核") && log.contains("value:870000→780000") && log.contains("抄错"), log);

        run("review", "gold", "--out", folder.resolve("gold").toString());
        var evaluated = run("evaluate", folder.resolve("gold").toString()).out();
        assertTrue(evaluated.contains("value                                      P 1.0000  R 1.0000"), evaluated);
        var afresh = run("evaluate", folder.resolve("gold").toString(), folder.resolve("yunling-2023.txt").toString()).out();
        assertTrue(afresh.contains("1 missed"), afresh);

        run("review", "undo", entry);
        assertFalse(run("export").out().contains("\"corrected\":true"));
        assertTrue(run("review", "log").out().contains("已撤销"));
    }

    @Test
    void wordsThatWereNotReadAreAdded() {
        run("review", "add", "yunling", "全县", "--after", "2023年，", "--value", "1", "--unit", "个", "--label", "县");
        assertTrue(run("export").out().contains("\"review\":\"added\""));
        assertTrue(run("show", "yunling").out().contains("全县  "));
    }

    @Test
    void whoeverSawLessIsToldWhatCameSince() {
        var id = id("87万元");
        var entry = run("review", "reject", id).out().strip();
        run("review", "undo", entry);
        var late = Run.zh("review", "reject", id, "--saw", entry, "-w", folder.resolve("w").toString());
        assertEquals(ExitStatus.USAGE, late.status());
        assertTrue(late.err().contains("撤销"), late.err());
    }

    @Test
    void aFindingIsDismissedAndStaysSo() {
        var audit = run("audit", "yunling").out();
        var named = Pattern.compile("#([0-9a-f]{8})").matcher(audit);
        assertTrue(named.find(), audit);
        run("audit", "--dismiss", named.group(1), "--reason", "口径不同");
        ingest();
        assertFalse(run("audit", "yunling").out().contains(named.group(1)));
        assertTrue(run("audit", "yunling", "--passed").out().contains("口径不同"));
    }
}
