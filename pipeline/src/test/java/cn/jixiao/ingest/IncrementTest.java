package cn.jixiao.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Problem;
import cn.jixiao.ingest.Account.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a second import makes of files that stayed, changed, moved or went.
class IncrementTest {

    private static final String A = "某县司法局2023年度绩效自评报告\n办理法律援助案件87件。\n";
    private static final String B = "某县司法局2022年度绩效自评报告\n办理法律援助案件65件。\n";

    @TempDir
    private Path folder;
    private Stand stand;

    @BeforeEach
    void twoReports() throws IOException {
        stand = new Stand(folder);
        stand.text("a.txt", A);
        stand.text("sub/b.txt", B);
    }

    private static Map<Outcome, Integer> counts(Account account) {
        int sum = 0;
        for (var outcome : Outcome.values()) {
            sum += account.count(outcome);
        }
        assertEquals(account.entries().size(), sum);
        assertEquals(account.found() - account.archives() + account.members(), sum);
        return account.entries().stream().collect(Collectors.toMap(Account.Entry::outcome, each -> 1, Integer::sum));
    }

    private List<String> gone(Account account) {
        return account.gone().stream().map(each -> each.replace(stand.files + "/", "")).toList();
    }

    @Test
    void anUnchangedFileIsNotOpened() throws IOException {
        assertEquals(Map.of(Outcome.IMPORTED, 2), counts(stand.run()));
        var time = Files.getLastModifiedTime(stand.files.resolve("a.txt"));
        // Other bytes of the same length and time: only who opens the file can know.
        stand.text("a.txt", A.replace("87", "99"));
        Files.setLastModifiedTime(stand.files.resolve("a.txt"), time);
        assertEquals(Map.of(Outcome.UNCHANGED, 2), counts(stand.run()));
        assertTrue(stand.export().contains("87件"));
    }

    @Test
    void aTouchedFileIsUnchanged() throws IOException {
        stand.run();
        Files.setLastModifiedTime(stand.files.resolve("a.txt"), FileTime.fromMillis(1_600_000_000_000L));
        assertEquals(Map.of(Outcome.UNCHANGED, 2), counts(stand.run()));
    }

    @Test
    void aChangedFileReplacesItsRecords() throws IOException {
        stand.run();
        stand.text("a.txt", A.replace("87", "1987"));
        assertEquals(Map.of(Outcome.IMPORTED, 1, Outcome.UNCHANGED, 1), counts(stand.run()));
        assertTrue(stand.export().contains("1987件"));
        assertEquals(List.of("a.txt", "sub/b.txt"), stand.sources());
    }

    @Test
    void aMovedFileKeepsItsRecords() throws IOException {
        stand.run();
        Files.move(stand.files.resolve("a.txt"), stand.files.resolve("sub/renamed.txt"));
        var account = stand.run();
        assertEquals(Map.of(Outcome.MOVED, 1, Outcome.UNCHANGED, 1), counts(account));
        assertEquals(List.of("a.txt"), gone(account));
        assertEquals(List.of("sub/b.txt", "sub/renamed.txt"), stand.sources());
        assertTrue(stand.export().lines().noneMatch(line -> line.contains("a.txt")));
    }

    @Test
    void aDeletedFileIsForgottenIfItsFolderWasNamed() throws IOException {
        stand.run();
        Files.delete(stand.files.resolve("sub/b.txt"));
        var other = stand.importer(Settings.of(1)).run(List.of(stand.files + "/a.txt"), Progress.SILENT);
        assertEquals(List.of(), gone(other));
        assertEquals(2, stand.reports().size());
        assertEquals(List.of("sub/b.txt"), gone(stand.run()));
        assertEquals(List.of("a.txt"), stand.sources());
    }

    @Test
    void aMissingFolderTakesNothingAway() throws IOException {
        stand.run();
        Files.move(stand.files, folder.resolve("elsewhere"));
        assertEquals(List.of(), stand.run().gone());
        assertEquals(2, stand.reports().size());
    }

    @Test
    void theSameBytesTwiceAreOneReport() throws IOException {
        stand.text("copy.txt", A);
        assertEquals(Map.of(Outcome.IMPORTED, 2, Outcome.DUPLICATE, 1), counts(stand.run()));
        assertEquals(Map.of(Outcome.UNCHANGED, 3), counts(stand.run()));
        Files.delete(stand.files.resolve("a.txt"));
        assertEquals(List.of("a.txt"), gone(stand.run()));
        assertEquals(List.of("copy.txt", "sub/b.txt"), stand.sources());
    }

    @Test
    void otherDictionariesRenewFromTheStoredText() throws IOException {
        stand.text("copy.txt", A);
        stand.zip("c.zip", Map.of("c.txt", B + "另一段。"));
        stand.run();
        var overlay = Files.createDirectories(folder.resolve("overlay"));
        Files.writeString(overlay.resolve("none.txt"), "# nothing\n");
        stand.shelf = new Shelf(List.of(Stand.HOME.resolve("dictionaries"), overlay));
        assertEquals(Map.of(Outcome.RENEWED, 3, Outcome.UNCHANGED, 1), counts(stand.run()));
        assertEquals(Map.of(Outcome.UNCHANGED, 4), counts(stand.run()));
    }

    @Test
    void archivesAreTheFilesInThem() throws IOException {
        stand.zip("c.zip", Map.of("c.txt", B + "另一段。", "d.txt", A + "又一段。", "copy.txt", A));
        var first = stand.run();
        assertEquals(Map.of(Outcome.IMPORTED, 4, Outcome.DUPLICATE, 1), counts(first));
        assertEquals(1, first.archives());
        assertEquals(Map.of(Outcome.UNCHANGED, 5), counts(stand.run()));

        stand.zip("c.zip", Map.of("c.txt", B + "另一段。", "e.txt", A + "新的一段。"));
        var second = stand.run();
        assertEquals(Map.of(Outcome.IMPORTED, 1, Outcome.UNCHANGED, 3), counts(second));
        assertEquals(List.of("c.zip!/copy.txt", "c.zip!/d.txt"), gone(second));

        stand.text("c.zip", "不再是压缩包，只是一段文字。");
        assertEquals(List.of("c.zip!/c.txt", "c.zip!/e.txt"), gone(stand.run()));
        assertEquals(List.of("a.txt", "c.zip", "sub/b.txt"), stand.sources());
    }

    @Test
    void failuresAreRememberedUnlessTheyMayHavePassed() throws IOException {
        stand.text("empty.txt", "");
        var account = stand.run();
        assertEquals(Map.of(Outcome.IMPORTED, 2, Outcome.FAILED, 1), counts(account));
        assertEquals(Map.of(Outcome.UNCHANGED, 2, Outcome.STILL_FAILED, 1), counts(stand.run()));
        assertEquals(Map.of(Outcome.FAILED, 1), counts(stand.retry()));
        stand.text("empty.txt", A + "不空了。");
        assertEquals(Map.of(Outcome.UNCHANGED, 2, Outcome.IMPORTED, 1), counts(stand.run()));
        assertTrue(stand.reports().stream().allMatch(each -> each.problems().isEmpty()));
    }

    @Test
    void anyNumberOfReadersGivesTheSameBytes() throws IOException {
        for (int i = 0; i < 30; i++) {
            stand.text("many/" + i + ".txt", A.replace("87", "" + (100 + i % 20)));
        }
        stand.zip("many/z.zip", Map.of("1.txt", A.replace("87", "105"), "2.txt", A.replace("87", "777")));
        var one = stand.run(Settings.of(1));
        var other = new Stand(folder, "other");
        var four = other.run(Settings.of(4));
        assertEquals(one.entries(), four.entries());
        assertEquals(stand.export(), other.export());
    }

    @Test
    void aStoppedImportKeepsWhatIsDoneAndGoesOn() throws IOException {
        for (int i = 0; i < 50; i++) {
            stand.text("many/" + i + ".txt", A.replace("87", "" + (100 + i)));
        }
        var importer = stand.importer(Settings.of(2));
        var account = importer.run(List.of(stand.files.toString()), new Progress() {
            private int done;

            @Override
            public void found(int files) {
            }

            @Override
            public void more(int files) {
            }

            @Override
            public void done(Account.Entry entry) {
                if (++done == 20) {
                    importer.stop();
                }
            }
        });
        assertTrue(account.wasStopped());
        assertTrue(stand.reports().size() >= 20 && stand.reports().size() < 52, "" + stand.reports().size());
        stand.run();
        var whole = new Stand(folder, "other");
        whole.run();
        assertEquals(whole.export(), stand.export());
    }

    /// What happens to files between the listing and the reading.
    private Account runAfter(java.util.function.Consumer<Path> change) {
        return stand.importer(Settings.of(2)).run(List.of(stand.files.toString()), new Progress() {
            @Override
            public void found(int files) {
                change.accept(stand.files);
            }

            @Override
            public void more(int files) {
            }

            @Override
            public void done(Account.Entry entry) {
            }
        });
    }

    @Test
    void aFileSwappedForAFolderIsNamed() throws IOException {
        var account = runAfter(files -> {
            try {
                Files.delete(files.resolve("a.txt"));
                Files.createDirectory(files.resolve("a.txt"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertEquals(2, account.entries().size());
        assertEquals(1, account.count(Outcome.FAILED));
        assertEquals(Problem.Kind.UNREADABLE, account.entries().getFirst().problem().orElseThrow().kind());
        stand.assertNothingLeft();
    }

    /// A file of the system that not even its administrator may read, so that the test holds for every user.
    @Test
    void aFileThatNobodyMayReadIsNamed() throws IOException {
        var sealed = Path.of("/proc/sys/vm/compact_memory");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(sealed) && !Files.isReadable(sealed), "no such file here");
        Files.createSymbolicLink(stand.files.resolve("sealed.txt"), sealed);
        var account = stand.run();
        assertEquals(3, account.entries().size());
        var failed = account.unread().getFirst();
        assertTrue(failed.path().endsWith("sealed.txt"), failed.path());
        assertEquals(Problem.Kind.UNREADABLE, failed.problem().orElseThrow().kind());
        assertEquals(1, stand.run().count(Outcome.FAILED), "tried again each time: permission may have been given");
        Files.delete(stand.files.resolve("sealed.txt"));
    }

    @Test
    void aFileThatVanishesIsNamed() throws IOException {
        var list = FileList.of(List.of(stand.files.toString()));
        Files.delete(stand.files.resolve("a.txt"));
        assertEquals(0, list.files().getFirst().now().size());
        Files.createSymbolicLink(stand.files.resolve("a.txt"), folder.resolve("nowhere"));
        var account = stand.run();
        assertEquals(1, account.entries().size() - account.count(Outcome.FAILED) - account.unreachable().size(),
                account.entries().toString());
        assertTrue(account.entries().stream().flatMap(each -> each.problem().stream())
                .allMatch(each -> each.kind() == Problem.Kind.UNREADABLE));
    }
}
