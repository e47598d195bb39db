package cn.jixiao.read;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.text.Decoding;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// The files inside a ZIP archive, handed out one at a time, archives within it opened too.
///
/// Names are read as their bytes tell: Chinese Windows writes GBK without saying so. Nothing is written to disk. What
/// cannot be taken out (locked members, bombs, archives nested too deeply) is a failed document of its own.
public final class Archive {

    private static final String ZIP = "application/zip";
    private static final int DEEPEST = 3;
    private static final int MOST_MEMBERS = 20_000;
    private static final long MOST_BYTES = 4_000_000_000L;
    private static final long MOST_BYTES_OF_ONE = 300_000_000;

    /// Deflate cannot do better than about 1000; no honest report comes near this, and small members are let be.
    private static final long MOST_RATIO = 300;
    private static final long RATIO_MATTERS_FROM = 20_000_000;

    /// What systems and programs leave behind.
    private static final Pattern LITTER = Pattern.compile(
            "(?:.*/)?(?:__MACOSX/.*|\\.DS_Store|\\._[^/]*|Thumbs\\.db|desktop\\.ini|~\\$[^/]*)");

    private final Consumer<Source> members;
    private final Consumer<Document> failures;
    private int count;
    private long bytes;

    private Archive(Consumer<Source> members, Consumer<Document> failures) {
        this.members = members;
        this.failures = failures;
    }

    /// Whether the content is a ZIP archive of files, and no Office document in a ZIP's clothes. False for what cannot
    /// be read; reading it will say why.
    public static boolean is(Source source) {
        try (var in = source.content().open()) {
            var head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && ZIP.equals(MediaTypes.detect(source));
        } catch (IOException | RuntimeException e) {
            // Damaged bytes make the detectors throw unchecked exceptions.
            return false;
        }
    }

    /// Hands out every file of the archive in the order of its directory, and what failed as documents.
    ///
    /// What the consumers throw goes on to the caller.
    ///
    /// @param members is given one file at a time, its bytes in memory
    /// @param failures is given a failed document for each member, or for the archive itself, that could not be opened
    public static void expand(Source source, Consumer<Source> members, Consumer<Document> failures) {
        new Archive(members, failures).expand(source, 1);
    }

    private void expand(Source source, int depth) {
        if (depth > DEEPEST) {
            fail(source.path(), Problem.Kind.TOO_LARGE, "archives nested deeper than " + DEEPEST);
            return;
        }
        ZipFile opened;
        try {
            opened = open(source);
        } catch (IOException | RuntimeException e) {
            // Directories of damaged archives make the library throw unchecked exceptions.
            fail(source.path(), Problem.Kind.DAMAGED, String.valueOf(e.getMessage()));
            return;
        }
        try (var zip = opened) {
            for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                var path = source.path() + "!/" + name(entry);
                if (entry.isDirectory() || LITTER.matcher(name(entry)).matches()) {
                    continue;
                }
                if (++count > MOST_MEMBERS || bytes > MOST_BYTES) {
                    fail(source.path(), Problem.Kind.TOO_LARGE, count + " files, " + bytes + " bytes");
                    return;
                }
                member(zip, entry, path, depth);
            }
        } catch (IOException e) {
            fail(source.path(), Problem.Kind.DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private void member(ZipFile zip, ZipArchiveEntry entry, String path, int depth) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            fail(path, Problem.Kind.ENCRYPTED, "");
            return;
        }
        if (!zip.canReadEntryData(entry)) {
            fail(path, Problem.Kind.UNSUPPORTED_FORMAT, "compression method " + entry.getMethod());
            return;
        }
        byte[] content;
        try (var in = zip.getInputStream(entry)) {
            content = read(in, entry.getCompressedSize());
        } catch (IOException | RuntimeException e) {
            fail(path, e instanceof BombException ? Problem.Kind.TOO_LARGE : Problem.Kind.DAMAGED,
                    String.valueOf(e.getMessage()));
            return;
        }
        bytes += content.length;
        var source = new Source(path, new Content.OfBytes(content));
        if (is(source)) {
            expand(source, depth + 1);
        } else {
            members.accept(source);
        }
    }

    private static final class BombException extends IOException {
        BombException(String message) {
            super(message);
        }
    }

    private static byte[] read(InputStream in, long compressed) throws IOException {
        var content = in.readNBytes((int) RATIO_MATTERS_FROM);
        if (content.length < RATIO_MATTERS_FROM) {
            return content;
        }
        long most = Math.min(MOST_BYTES_OF_ONE, Math.max(RATIO_MATTERS_FROM, compressed * MOST_RATIO));
        var rest = in.readNBytes((int) (most - content.length) + 1);
        if (content.length + (long) rest.length > most) {
            throw new BombException("more than " + most + " bytes from " + compressed);
        }
        var all = Arrays.copyOf(content, content.length + rest.length);
        System.arraycopy(rest, 0, all, content.length, rest.length);
        return all;
    }

    private static ZipFile open(Source source) throws IOException {
        var builder = ZipFile.builder();
        return switch (source.content()) {
            case Content.OfFile file -> builder.setPath(file.path()).get();
            case Content.OfBytes bytes ->
                builder.setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes.bytes())).get();
        };
    }

    private static String name(ZipArchiveEntry entry) {
        boolean told = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        var name = told ? entry.getName() : Decoding.of(entry.getRawName(), null).text();
        return name.replace('\\', '/');
    }

    private void fail(String path, Problem.Kind kind, String detail) {
        try {
            var id = Source.ofText(path, "unreadable " + path).id();
            failures.accept(Document.failed(id, path, ZIP, Problem.of(kind, detail)));
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
    }
}
