package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bundled reports imported once for all tests, as a user would.
public final class CorpusWorkspace {

    public static final Path FOLDER = make();

    private CorpusWorkspace() {
    }

    private static Path make() {
        try {
            var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "corpus-workspace");
            var run = Run.zh("ingest", "-w", folder.toString(), Corpus.REPORTS.toString());
            assertEquals(ExitStatus.DONE, run.status(), run.err());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
