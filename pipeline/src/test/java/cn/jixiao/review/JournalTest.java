package cn.jixiao.review;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file that keeps what persons said loses nothing and is never rewritten.
class JournalTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("corrections.jsonl");
    }

    private static Entry entry(String words) {
        return Entry.of("某人", Desk.NOON, words, "", new Correction.Undo("none"));
    }

    @Test
    void aLineThatBrokeOffIsToldAndWrittenPast() throws IOException {
        var journal = new Journal(file);
        journal.append(contents -> List.of(entry("一"), entry("二")));
        var whole = Files.readAllBytes(file);
        for (int cut = 1; cut < whole.length; cut += 7) {
            Files.write(file, Arrays.copyOf(whole, cut));
            boolean torn = whole[cut - 1] != '\n';
            assertEquals(torn, journal.read().faults().stream().anyMatch(JournalFault::torn), "cut at " + cut);
            journal.append(contents -> List.of(entry("三")));
            var after = Files.readAllBytes(file);
            assertArrayEquals(Arrays.copyOf(whole, cut), Arrays.copyOf(after, cut));
            assertEquals(entry("三"), journal.read().entries().getLast());
        }
    }

    @Test
    void aLineThatIsNoneIsToldAndTheOthersCount() throws IOException {
        var journal = new Journal(file);
        journal.append(contents -> List.of(entry("一")));
        Files.writeString(file, "{\"id\":\"x\"\n", StandardOpenOption.APPEND);
        journal.append(contents -> List.of(entry("二")));
        assertEquals(List.of(entry("一"), entry("二")), journal.read().entries());
        assertEquals(List.of(2), journal.read().faults().stream().map(JournalFault::line).toList());
    }

    @Test
    void theStateTellsWhetherAJournalGoesOnWhereAnotherEnded() throws IOException {
        var journal = new Journal(file);
        assertEquals("", journal.state());
        journal.append(contents -> List.of(entry("一")));
        var first = journal.state();
        journal.append(contents -> List.of(entry("二")));
        assertTrue(journal.follows(first) && journal.follows("") && !journal.state().equals(first));
        Files.writeString(file, Files.readString(file).replace("一", "壹"));
        assertFalse(journal.follows(first));
    }

    @Test
    void manyHandsAtOnceLoseNothing() throws Exception {
        Desk.with(folder, Desk.WORDS);
        var desks = List.of(new Desk(folder), new Desk(folder), new Desk(folder), new Desk(folder));
        var shown = desks.getFirst().shown();
        var tasks = new ArrayList<Callable<String>>();
        for (var figure : shown.observations()) {
            for (var desk : desks) {
                tasks.add(() -> {
                    try (var records = desk.workspace.read()) {
                        return desk.corrections.enter(records, "某人", "手" + desks.indexOf(desk), "",
                                new Correction.Reject(Targets.of(shown.document(), figure), Reading.of(figure))).id();
                    } catch (ConflictException e) {
                        return "refused";
                    }
                });
            }
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            var told = new ArrayList<String>();
            for (var each : pool.invokeAll(tasks)) {
                told.add(each.get());
            }
            var accepted = told.stream().filter(each -> !each.equals("refused")).toList();
            assertEquals(shown.observations().size(), accepted.size());
            assertEquals(new HashSet<>(accepted), new HashSet<>(new Journal(file).read().entries().stream().map(Entry::id).toList()));
        }
        assertEquals(List.of(), desks.getFirst().shown().observations());
        assertEquals(shown.observations().size(), Files.readString(file, StandardCharsets.UTF_8).lines().count());
    }
}
