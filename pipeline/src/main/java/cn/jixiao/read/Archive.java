package cn.jixiao.read;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.text.Decoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.UUID;
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

    private static final int LONGEST_NAME = 1000;

    /// What systems and programs leave behind.
    private static final Pattern LITTER = Pattern.compile(
            "(?:.*/)?(?:__MACOSX/.*|\\.DS_Store|\\._[^/]*|Thumbs\\.db|desktop\\.ini|~\\$[^/]*)");

    /// Is told what an archive holds, in the order of its directory.
    public interface Members {

        /// One file, its bytes in memory.
        ///
        /// @param from opens the file if it turns out to be an archive itself
        void file(Source source, Archive from);

        /// A member, or the archive itself, that could not be opened.
        void failed(Document failure);
    }

    /// What all archives within one file may use up together.
    private static final class Allowance {
        private int count;
        private long bytes;

        boolean spent() {
            return count > MOST_MEMBERS || bytes > MOST_BYTES;
        }
    }

    private final int depth;
    private final Allowance allowance;

    private Archive(int depth, Allowance allowance) {
        this.depth = depth;
        this.allowance = allowance;
    }

    /// Whether a document says that its content is a ZIP archive of files, and no Office document in a ZIP's clothes.
    public static boolean is(Document document) {
        return document.mediaType().equals(ZIP) && document.problems().stream()
                .anyMatch(problem -> problem.kind() == Problem.Kind.UNSUPPORTED_FORMAT);
    }

    /// Hands out every file of the archive. What `members` throws goes on to the caller.
    public static void expand(Source source, Members members) {
        new Archive(0, new Allowance()).open(source, members);
    }

    /// Opens an archive that was found in this one, one level deeper and within the same limits.
    public void open(Source source, Members members) {
        new Archive(depth + 1, allowance).expandAll(source, members);
    }

    private void expandAll(Source source, Members members) {
        if (depth > DEEPEST) {
            fail(source.path(), Problem.Kind.TOO_LARGE, "archives nested deeper than " + DEEPEST, members);
            return;
        }
        ZipFile opened;
        try {
            opened = zip(source);
        } catch (IOException | RuntimeException e) {
            // Directories of damaged archives make the library throw unchecked exceptions.
            fail(source.path(), Problem.Kind.DAMAGED, String.valueOf(e.getMessage()), members);
            return;
        }
        try (var zip = opened) {
            var names = new HashMap<String, Integer>();
            for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                var name = name(entry);
                if (entry.isDirectory() || LITTER.matcher(name).matches()) {
                    continue;
                }
                allowance.count++;
                if (allowance.spent()) {
                    fail(source.path(), Problem.Kind.TOO_LARGE,
                            allowance.count + " files, " + allowance.bytes + " bytes", members);
                    return;
                }
                member(zip, entry, source.path() + "!/" + unique(name, names), members);
            }
        } catch (IOException e) {
            fail(source.path(), Problem.Kind.DAMAGED, String.valueOf(e.getMessage()), members);
        }
    }

    /// A second member of the same name is another file, and gets a name of its own. What is longer than any system allows
    /// is no name that could be used for anything; its beginning and a sign of the whole stand for it.
    private static String unique(String full, HashMap<String, Integer> names) {
        var name = full.length() <= LONGEST_NAME ? full
                : full.substring(0, LONGEST_NAME) + "…" + UUID.nameUUIDFromBytes(full.getBytes(StandardCharsets.UTF_8));
        int before = names.merge(name, 1, Integer::sum) - 1;
        return before == 0 ? name : unique(name + "#" + (before + 1), names);
    }

    private void member(ZipFile zip, ZipArchiveEntry entry, String path, Members members) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            fail(path, Problem.Kind.ENCRYPTED, "", members);
            return;
        }
        if (!zip.canReadEntryData(entry)) {
            fail(path, Problem.Kind.UNSUPPORTED_FORMAT, "compression method " + entry.getMethod(), members);
            return;
        }
        byte[] content;
        try (var in = zip.getInputStream(entry)) {
            content = read(in, entry.getCompressedSize());
        } catch (IOException | RuntimeException e) {
            fail(path, e instanceof BombException ? Problem.Kind.TOO_LARGE : Problem.Kind.DAMAGED,
                    String.valueOf(e.getMessage()), members);
            return;
        }
        allowance.bytes += content.length;
        members.file(new Source(path, new Content.OfBytes(content)), this);
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

    private static ZipFile zip(Source source) throws IOException {
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

    private static void fail(String path, Problem.Kind kind, String detail, Members members) {
        try {
            var id = Source.ofText(path, "unreadable " + path).id();
            members.failed(Document.failed(id, path, ZIP, Problem.of(kind, detail)));
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
    }
}
