package cn.jixiao.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.document.Problem;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.ingest.Account.Outcome;
import cn.jixiao.ingest.worker.FaultyReader;
import cn.jixiao.ingest.worker.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a parser does, exactly its file is lost, with its cause, and nothing is left behind.
@Timeout(300)
class IsolationTest {

    private static final Limits TIGHT = new Limits(Duration.ofSeconds(20), 128, 1000);

    @TempDir
    private Path folder;
    private Stand stand;

    @BeforeEach
    void aWorstParser() throws IOException {
        System.setProperty("jixiao.worker.reader", FaultyReader.class.getName());
        stand = new Stand(folder);
    }

    @AfterEach
    void theUsualParser() {
        System.clearProperty("jixiao.worker.reader");
    }

    @Test
    void eachFaultCostsItsFileAndNoOther() throws IOException {
        // Each a neighbour of good files, which the same worker would have read next.
        for (var fault : List.of("crash", "deep", "exit", "flood", "heap", "litter", "spill")) {
            stand.html(fault + ".html", fault);
            stand.html("a-" + fault + ".html", "before " + fault);
        }
        stand.html("zz-last.html", "the last");
        var account = stand.run(new Settings(2, TIGHT, false));
        assertEquals(Map.of("crash.html", Problem.Kind.CRASHED, "deep.html", Problem.Kind.CRASHED, "exit.html",
                Problem.Kind.CRASHED, "flood.html", Problem.Kind.CRASHED, "heap.html", Problem.Kind.TOO_LARGE,
                "spill.html", Problem.Kind.TOO_LARGE), causes(account));
        assertEquals(9, account.count(Outcome.IMPORTED));
        assertEquals(15, account.entries().size());
        assertEquals(15, stand.reports().size());
        stand.assertNothingLeft();
        assertEquals(Map.of(), causes(stand.run(new Settings(2, TIGHT, false))), "what failed is passed over");
    }

    @Test
    void aHangEndsAtTheLimitAndCanBeTriedAgain() throws IOException {
        stand.html("a.html", "first");
        stand.html("hang.html", "never");
        stand.html("z.html", "last");
        var account = stand.run(new Settings(1, TIGHT.withTime(Duration.ofSeconds(5)), false));
        assertEquals(Map.of("hang.html", Problem.Kind.TIMED_OUT), causes(account));
        assertEquals(2, account.count(Outcome.IMPORTED));
        stand.assertNothingLeft();

        var second = stand.run(Settings.of(1));
        assertEquals(1, second.count(Outcome.STILL_FAILED));
        assertEquals(2, second.count(Outcome.UNCHANGED));

        System.clearProperty("jixiao.worker.reader");
        var retried = stand.retry();
        assertEquals(1, retried.entries().size());
        assertEquals(1, retried.count(Outcome.IMPORTED));
        assertTrue(stand.reports().stream().noneMatch(each -> each.problems().size() > 0));
    }

    @Test
    void anExtractionThatNeverEndsCostsItsDocument() throws IOException {
        stand.html("a.html", "first");
        stand.html("endless.html", "长".repeat(Extractor.LONGEST_HERE));
        stand.html("long.html", "长".repeat(Extractor.LONGEST_HERE + 1));
        stand.html("z.html", "last");
        var account = stand.run(new Settings(1, TIGHT.withTime(Duration.ofSeconds(5)), false));
        assertEquals(Map.of("endless.html", Problem.Kind.TIMED_OUT), causes(account));
        assertEquals(3, account.count(Outcome.IMPORTED));
        stand.assertNothingLeft();
    }

    @Test
    void aLongDocumentSaysTheSameFromAWorker() throws IOException {
        System.clearProperty("jixiao.worker.reader");
        stand.html("long.html", "全年办理法律援助案件87件，支出12.5万元。".repeat(Extractor.LONGEST_HERE / 20));
        assertEquals(1, stand.run().count(Outcome.IMPORTED));
        var document = stand.reports().getFirst();
        assertTrue(document.observations() > 1000, document.observations() + " observations");
        try (var records = stand.workspace.read(); var all = records.observations(ObservationFilter.ALL)) {
            var read = records.extraction(document.docId()).orElseThrow().document();
            assertTrue(read.text().length() > Extractor.LONGEST_HERE, "extracted by a worker");
            var here = new Pipeline(Dictionaries.load(Stand.shelf())).extract(read).observations();
            assertEquals(here.stream().map(Object::toString).sorted().toList(), all.map(Object::toString).sorted().toList());
        }
    }

    @Test
    void theSameBrokenFileIsReadOnce() throws IOException {
        var broken = "<html><body><p>mark=" + folder.resolve("mark") + ";</p></body></html>";
        stand.zip("many.zip", Map.of("a/once.html", broken, "b/once.html", broken, "c/once.html", broken));
        var account = stand.run(new Settings(1, TIGHT, false));
        assertEquals(3, account.count(Outcome.FAILED), account.entries().toString());
        var retried = stand.retry();
        assertEquals(1, retried.count(Outcome.IMPORTED), "the file is whole by now: " + retried.entries());
        assertEquals(0, retried.count(Outcome.FAILED));
    }

    @Test
    void aFileThatIsWrittenToAllTheTimeIsNamed() throws IOException {
        stand.html("changing.html", "never the same");
        stand.html("z.html", "last");
        var account = stand.run(new Settings(1, TIGHT, false));
        assertEquals(Map.of("changing.html", Problem.Kind.CHANGING), causes(account));
        assertEquals(1, account.count(Outcome.IMPORTED));
        System.clearProperty("jixiao.worker.reader");
        assertEquals(1, stand.run().count(Outcome.IMPORTED), "tried again once it lies still");
    }

    @Test
    void aWorkerThatCannotStartIsNoFailureOfTheFile() throws IOException {
        System.setProperty("jixiao.worker.reader", "no.such.Reader");
        stand.html("a.html", "first");
        var thrown = org.junit.jupiter.api.Assertions.assertThrows(IllegalStateException.class,
                () -> stand.run(Settings.of(1)));
        assertTrue(thrown.getMessage().contains("did not start"), thrown.getMessage());
        assertFalse(Files.exists(folder.resolve("workspace/workers")));
    }

    private static Map<String, Problem.Kind> causes(Account account) {
        return account.entries().stream().filter(each -> each.outcome() == Outcome.FAILED)
                .collect(Collectors.toMap(each -> Path.of(each.path()).getFileName().toString(),
                        each -> each.problem().orElseThrow().kind(), (a, b) -> a, TreeMap::new));
    }
}
