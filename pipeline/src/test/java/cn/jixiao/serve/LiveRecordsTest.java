package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.Workspace;
import cn.jixiao.observation.Extraction;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LiveRecordsTest {

    private static final int READERS = 8;

    private static void put(Workspace workspace, Extraction extraction) {
        try (var writer = workspace.write()) {
            var document = extraction.document();
            writer.put(extraction, new SourceEntry(document.source(), document.id(), 1, 1, "", SourceEntry.State.REPORT));
            writer.commit();
        }
    }

    /// Readers at work see one commit from their beginning to their end; the next question sees the newest.
    @Test
    void everyCommitIsSeenByTheNextQuestionAndByNoneBefore() throws Exception {
        var workspace = new Workspace(Pages.emptyFolder().resolve("w"), Lexicon.NONE);
        put(workspace, Corpus.EXTRACTIONS.getFirst());
        var over = new AtomicBoolean();
        try (var live = new LiveRecords(workspace); var readers = Executors.newFixedThreadPool(READERS)) {
            Callable<Integer> reading = () -> {
                int last = 0;
                while (!over.get()) {
                    int seen = live.with(records -> {
                        int before = records.documents().toList().size();
                        assertEquals(before, records.documents().toList().size());
                        return before;
                    });
                    assertTrue(seen >= last, seen + " after " + last);
                    last = seen;
                }
                return last;
            };
            var running = java.util.stream.IntStream.range(0, READERS).mapToObj(i -> readers.submit(reading)).toList();
            for (int count = 2; count <= 6; count++) {
                put(workspace, Corpus.EXTRACTIONS.get(count));
                int seen = live.with(records -> records.documents().toList().size());
                assertEquals(count, seen);
            }
            over.set(true);
            for (var each : running) {
                assertTrue(each.get() >= 1);
            }
        }
    }

    @Test
    void whatWasNeverImportedIsNotThereUntilItIs() {
        var workspace = new Workspace(Pages.emptyFolder().resolve("w"), Lexicon.NONE);
        try (var live = new LiveRecords(workspace)) {
            assertEquals(cn.jixiao.index.WorkspaceException.Reason.MISSING, org.junit.jupiter.api.Assertions.assertThrows(
                    cn.jixiao.index.WorkspaceException.class, () -> live.with(records -> 0)).reason());
            put(workspace, Corpus.EXTRACTIONS.getFirst());
            assertEquals(List.of(Corpus.EXTRACTIONS.getFirst().document().id()),
                    live.with(records -> records.documents().map(each -> each.docId()).toList()));
        }
    }
}
