package cn.jixiao.read.ocr;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The Tesseract program, run as a process of its own: one run a page, one thread a run.
public final class Tesseract {

    /// Where another program than the first `tesseract` on the path is to be used.
    private static final String PROPERTY = "jixiao.tesseract";
    static final String CHINESE = "chi_sim";
    static final String ENGLISH = "eng";
    private static final Duration ASKING = Duration.ofSeconds(20);

    private final String program;
    private final Duration limit;

    private Tesseract(String program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    private static final class Installed {
        private static final Set<String> LANGUAGES = languages(program());
    }

    private static String program() {
        return System.getProperty(PROPERTY, "tesseract");
    }

    /// Tesseract, if it is installed with data for simplified Chinese. Asked once.
    ///
    /// @param limit how long the recognition of one page may take
    public static Optional<Tesseract> installed(Duration limit) {
        return Installed.LANGUAGES.contains(CHINESE) ? Optional.of(new Tesseract(program(), limit)) : Optional.empty();
    }

    /// Whether data of a language is installed.
    boolean knows(String language) {
        return Installed.LANGUAGES.contains(language);
    }

    private static Set<String> languages(String program) {
        try {
            var output = Files.createTempFile("jixiao-ocr", ".txt");
            try {
                return run(List.of(program, "--list-langs"), output, ASKING)
                        ? Files.readAllLines(output).stream().map(String::strip).collect(Collectors.toUnmodifiableSet()) : Set.of();
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            // No such program.
            return Set.of();
        }
    }

    /// Reads pictures of single lines.
    ///
    /// @return Tesseract's hOCR: one page for each picture, in order
    /// @throws IOException if it fails or takes longer than the limit
    String lines(List<Picture> pictures, String language) throws IOException {
        var folder = Files.createTempDirectory("jixiao-ocr");
        try {
            return lines(pictures, language, folder);
        } finally {
            delete(folder);
        }
    }

    private String lines(List<Picture> pictures, String language, Path folder) throws IOException {
        var names = new ArrayList<String>();
        for (int i = 0; i < pictures.size(); i++) {
            var file = folder.resolve(i + ".pgm");
            write(pictures.get(i), file);
            names.add(file.toString());
        }
        var list = Files.write(folder.resolve("list.txt"), names);
        var output = folder.resolve("out.hocr");
        // One language a run: with both at once English makes letters of Han characters.
        var command = List.of(program, list.toString(), "stdout", "-l", language, "--psm", "7", "--dpi", "300",
                "-c", "tessedit_create_hocr=1", "-c", "hocr_char_boxes=1");
        if (!run(command, output, limit)) {
            throw new IOException("tesseract failed, or took longer than " + limit.toSeconds() + " s");
        }
        return Files.readString(output);
    }

    /// Portable grey map: the simplest that Tesseract reads.
    private static void write(Picture picture, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("P5 " + picture.width + " " + picture.height + " 255\n").getBytes(StandardCharsets.US_ASCII));
            out.write(picture.shades());
        }
    }

    private static boolean run(List<String> command, Path output, Duration limit) throws IOException {
        var builder = new ProcessBuilder(command).redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var process = builder.start();
        try {
            process.getOutputStream().close();
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.deleteIfExists(folder);
    }
}
