package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Imports in processes of their own, killed at random moments and resumed, end in what an undisturbed import gives.
///
/// `-Djixiao.kills=100` runs more of them, `-Djixiao.seed=N` the same ones again.
@Timeout(7200)
class KillTest {

    /// Several commits' worth.
    private static final int TEXTS = 120;
    private static final int COMMIT_EVERY = 20;

    @TempDir
    private Path folder;
    private Path files;

    @BeforeEach
    void filesOfSeveralKinds() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        for (int i = 0; i < TEXTS; i++) {
            Files.writeString(files.resolve("r" + i + ".txt"), "某县司法局" + (2019 + i % 5) + "年度法律援助项目绩效自评报告\n\n"
                    + "办理法律援助案件" + (50 + i % 300) + "件，支出" + i + "." + i % 10 + "万元。\n");
        }
        for (var name : List.of("songxiling-2020.html", "nanping-2020.doc", "wanghu-2023.docx")) {
            Files.copy(Path.of(System.getProperty("jixiao.home"), "corpus/reports", name), files.resolve("r2" + name));
        }
        Files.write(files.resolve("r3-damaged.pdf"), "%PDF-1.4 and nothing".getBytes());
    }

    @Test
    void aKilledImportGoesOnWhereItStood() throws Exception {
        long seed = Seed.next();
        int kills = Integer.getInteger("jixiao.kills", 2);
        System.out.println("KillTest: -Djixiao.seed=" + seed + " -Djixiao.kills=" + kills);
        var random = new Random(seed);
        var whole = folder.resolve("whole");
        assertEquals(ExitStatus.SOME_FILES_FAILED, start(whole).waitFor());
        var expected = export(whole);
        int all = committed(whole);
        assertTrue(all > TEXTS, "files");
        int midway = 0;
        for (int i = 0; i < kills; i++) {
            var workspace = folder.resolve("killed" + i);
            kill(workspace, i % 4 == 3 ? 0 : 1 + random.nextInt(TEXTS / COMMIT_EVERY - 2), random);
            int some = committed(workspace);
            midway += some > 0 && some < all ? 1 : 0;
            assertEquals(ExitStatus.SOME_FILES_FAILED, start(workspace).waitFor(), "kill " + i + " after " + some + " files");
            assertEquals(expected, export(workspace), "kill " + i + " after " + some + " files");
            assertNothingLeft(workspace);
            delete(workspace);
        }
        System.out.println("KillTest: " + midway + " of " + kills + " were killed when some of their files were committed, not all");
        // One in four is killed at any moment, before the first commit too; a machine may be too fast for one of the others.
        assertTrue(midway * 2 >= kills, midway + " of " + kills + " killed midway");
    }

    /// Kills an import some moments after so many commits, or at any moment if they are none.
    private void kill(Path workspace, int commits, Random random) throws Exception {
        int microseconds = random.nextInt(commits == 0 ? 2_000_000 : 60_000);
        var process = start(workspace);
        while (commits > 0 && commits(workspace) < commits && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
            continue;
        }
        process.waitFor(microseconds, TimeUnit.MICROSECONDS);
        process.destroyForcibly().waitFor();
    }

    /// How often the index was committed; Lucene numbers its commits in base 36.
    private static int commits(Path workspace) {
        var names = workspace.resolve("index").toFile().list((folder, name) -> name.startsWith("segments_"));
        return names == null || names.length == 0 ? 0
                : Stream.of(names).mapToInt(name -> Integer.parseInt(name.substring("segments_".length()), 36)).max().orElseThrow();
    }

    /// How many files are in, as a reader sees it.
    private static int committed(Path workspace) {
        var place = new Workspace(workspace, Lexicon.NONE);
        if (!place.exists()) {
            return 0;
        }
        try (var records = place.read(); var sources = records.sources()) {
            return (int) sources.count();
        }
    }

    @Test
    void anInterruptedImportCommitsAndEnds() throws Exception {
        var workspace = folder.resolve("interrupted");
        var process = start(workspace);
        var index = workspace.resolve("index");
        while (process.isAlive() && !Files.isDirectory(index)) {
            Thread.onSpinWait();
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        int status = process.waitFor();
        // It may have been done before the signal came.
        assertTrue(status == 130 || status == ExitStatus.SOME_FILES_FAILED, "status " + status);
        assertNothingLeft(workspace);
        assertEquals(ExitStatus.SOME_FILES_FAILED, start(workspace).waitFor());
        var whole = folder.resolve("whole");
        start(whole).waitFor();
        assertEquals(export(whole), export(workspace));
    }

    private Process start(Path workspace) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-Djixiao.home=" + System.getProperty("jixiao.home"), "-cp", System.getProperty("java.class.path"),
                Jixiao.class.getName(), "ingest", "--commit-every", Integer.toString(COMMIT_EVERY), "-w", workspace.toString(), files.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String export(Path workspace) {
        var all = new StringBuilder();
        for (var records : List.of("documents", "observations", "findings")) {
            var run = Run.zh("export", "--records", records, "-w", workspace.toString());
            assertEquals(ExitStatus.DONE, run.status(), run.err());
            all.append(run.out());
        }
        return all.toString();
    }

    private static void assertNothingLeft(Path workspace) {
        assertFalse(Files.exists(workspace.resolve("workers")), "workers' files");
        assertTrue(ProcessHandle.allProcesses().noneMatch(each -> each.info().commandLine().orElse("")
                .contains(workspace.resolve("workers").toString())), "workers");
    }

    private static void delete(Path workspace) throws IOException {
        try (var all = Files.walk(workspace)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
