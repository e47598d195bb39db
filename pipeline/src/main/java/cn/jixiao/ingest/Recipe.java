package cn.jixiao.ingest;

import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Document;
import cn.jixiao.ingest.worker.ClassPath;
import cn.jixiao.read.ocr.Ocr;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What makes records out of bytes, in two parts: with another `reader` a file must be parsed anew; with another
/// `extraction` alone the stored document is enough.
///
/// @param reader fingerprint of the code that makes documents of files, and of the libraries it stands on
/// @param extraction fingerprint of the code that makes records of documents, and of every dictionary file
record Recipe(String reader, String extraction) {

    private static final List<String> READING = List.of("cn/jixiao/document/", "cn/jixiao/read/");
    private static final List<String> EXTRACTING = List.of("cn/jixiao/observation/", "cn/jixiao/dictionary/",
            "cn/jixiao/structure/", "cn/jixiao/mention/", "cn/jixiao/observe/", "cn/jixiao/check/", "cn/jixiao/Pipeline",
            "cn/jixiao/RowRegions");
    private static final char PARTED = '/';

    /// Of this program with these dictionaries. The wish to read all pages by OCR makes other documents; whether the
    /// pages that need it were read so is no part of it, for those that were not are filed as such.
    static Recipe of(Shelf shelf, Ocr ocr) {
        var reader = sha256();
        if (ocr == Ocr.ALWAYS) {
            add(reader, ocr.name());
        }
        code(READING).forEach(line -> add(reader, line));
        libraries().forEach(line -> add(reader, line));
        var extraction = sha256();
        code(EXTRACTING).forEach(line -> add(extraction, line));
        for (var ending : List.of(".yaml", ".tsv", ".txt")) {
            for (var book : shelf.books("", ending)) {
                add(extraction, book.name());
                add(extraction, book.text());
            }
        }
        return new Recipe(hex(reader), hex(extraction));
    }

    /// As a source entry keeps it.
    String text() {
        return reader + PARTED + extraction;
    }

    /// As the entry of a document keeps it. What the next import may find mended is filed under no recipe, so that it is
    /// tried again.
    String of(Document document) {
        boolean passing = document.problems().stream().anyMatch(problem -> switch (problem.kind()) {
            case UNREADABLE, CHANGING, SCANNED, PAGE_SCANNED -> true;
            default -> false;
        });
        return passing ? "" : text();
    }

    /// Whether a file with this entry was parsed as it would be today.
    boolean sameReader(String text) {
        return text.startsWith(reader + PARTED);
    }

    private static void add(MessageDigest digest, String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// Name and checksum of the compiled classes whose names begin so.
    private static List<String> code(List<String> prefixes) {
        try {
            var place = Path.of(Recipe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(place) ? inFolder(place, prefixes) : inJar(place.toFile(), prefixes);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own classes cannot be read", e);
        }
    }

    private static List<String> inJar(File jar, List<String> prefixes) throws IOException {
        try (var zip = new ZipFile(jar)) {
            return zip.stream().filter(entry -> wanted(entry.getName(), prefixes))
                    .map((ZipEntry entry) -> entry.getName() + " " + entry.getCrc()).sorted().toList();
        }
    }

    private static List<String> inFolder(Path folder, List<String> prefixes) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> wanted(folder.relativize(file).toString().replace('\\', '/'), prefixes))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/') + " " + checksum(file))
                    .sorted().toList();
        }
    }

    private static boolean wanted(String name, List<String> prefixes) {
        return name.endsWith(".class") && prefixes.stream().anyMatch(name::startsWith);
    }

    private static long checksum(Path file) {
        try {
            var sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of the libraries carry their versions.
    private static List<String> libraries() {
        return Stream.of(ClassPath.own().split(File.pathSeparator))
                .map(each -> Path.of(each).getFileName()).filter(java.util.Objects::nonNull).map(Path::toString)
                .filter(name -> name.endsWith(".jar")).sorted().toList();
    }
}
