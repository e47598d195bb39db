package cn.jixiao.read;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.Fault;
import cn.jixiao.read.ocr.Ocr;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;
import org.apache.poi.util.RecordFormatException;

/// Reads a report file of any known format: the kind is decided by its content, and whatever is wrong with it becomes
/// a named problem of the document. Safe for many threads.
public final class Reader {

    /// Reports are small; what is larger than this is not one (the largest seen by us has 30 MB, with pictures).
    private static final long MOST_BYTES = 300_000_000;
    private static final String UNKNOWN = "application/octet-stream";

    /// POI's own guards: one record, one zip entry, and the ratio by which an entry may grow. They stand from the first file
    /// on: who only asks questions reads none, and need not wait for POI.
    private static final class Guards {

        static {
            IOUtils.setByteArrayMaxOverride(200_000_000);
            ZipSecureFile.setMaxEntrySize(400_000_000);
            ZipSecureFile.setMinInflateRatio(0.002);
            ZipSecureFile.setMaxFileCount(20_000);
        }

        static void stand() {
        }
    }

    private final Ocr ocr;

    /// A reader that reads pictures of pages where Tesseract is installed.
    public Reader() {
        this(Ocr.AUTO);
    }

    public Reader(Ocr ocr) {
        this.ocr = ocr;
    }

    /// Reads one file. Never throws for what a file holds or lacks.
    public Document read(Source source) {
        Guards.stand();
        String id;
        try {
            id = source.id();
            if (source.content().size() == 0) {
                return failed(id, source, UNKNOWN, Problem.of(Problem.Kind.EMPTY_FILE));
            }
            if (source.content().size() > MOST_BYTES) {
                return failed(id, source, UNKNOWN,
                        Problem.of(Problem.Kind.TOO_LARGE, source.content().size() + " bytes"));
            }
        } catch (IOException | SecurityException e) {
            return failed(unread(source), source, UNKNOWN, problem(e, Problem.Kind.UNREADABLE));
        }
        return read(id, source);
    }

    private Document read(String id, Source source) {
        var mediaType = UNKNOWN;
        try {
            mediaType = MediaTypes.detect(source);
            var format = Format.of(mediaType);
            if (format.isEmpty()) {
                return failed(id, source, mediaType, Problem.of(Problem.Kind.UNSUPPORTED_FORMAT, mediaType));
            }
            return format.get().reader(ocr).read(id, source);
        } catch (IOException | RuntimeException e) {
            // The parsers throw every kind of unchecked exception at damaged bytes.
            var problem = problem(e, Problem.Kind.DAMAGED);
            return failed(id, source, mediaType, problem.kind() == Problem.Kind.DAMAGED && e instanceof RuntimeException
                    ? Fault.of(e) : problem);
        } catch (StackOverflowError e) {
            return failed(id, source, mediaType, Problem.of(Problem.Kind.DAMAGED, "nested too deeply"));
        } catch (OutOfMemoryError e) {
            return failed(id, source, mediaType, Problem.of(Problem.Kind.TOO_LARGE, "memory"));
        }
    }

    /// What could not be opened has no content; its path stands in.
    private static String unread(Source source) {
        try {
            return Source.ofText(source.path(), "unreadable " + source.path()).id();
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
    }

    private static Document failed(String id, Source source, String mediaType, Problem problem) {
        return Document.failed(id, source.path(), mediaType, problem);
    }

    private static Problem problem(Throwable thrown, Problem.Kind otherwise) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var words = String.valueOf(cause.getMessage());
            switch (cause) {
                case EncryptedDocumentException e -> {
                    return Problem.of(Problem.Kind.ENCRYPTED, "");
                }
                case AccessDeniedException e -> {
                    return Problem.of(Problem.Kind.UNREADABLE, words);
                }
                case NoSuchFileException e -> {
                    return Problem.of(Problem.Kind.UNREADABLE, words);
                }
                case CharacterCodingException e -> {
                    return Problem.of(Problem.Kind.GARBLED_TEXT, words);
                }
                case RecordFormatException e when words.contains("exceed") || words.contains("maximum length") -> {
                    return Problem.of(Problem.Kind.TOO_LARGE, words);
                }
                case IOException e when words.contains("Zip bomb") -> {
                    return Problem.of(Problem.Kind.TOO_LARGE, "zip bomb");
                }
                default -> { }
            }
        }
        return Problem.of(otherwise, thrown.getClass().getSimpleName()
                + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage().lines().findFirst().orElse("")));
    }
}
