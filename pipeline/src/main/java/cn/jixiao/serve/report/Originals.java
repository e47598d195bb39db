package cn.jixiao.serve.report;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.index.Report;
import cn.jixiao.read.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files that reports were read from, as long as they still hold the same bytes. Nothing but a path of the
/// workspace's own list is ever opened.
final class Originals {

    private static final String MEMBER = "!/";
    private static final long LARGEST_ARCHIVE = 200L << 20;
    private static final int REMEMBERED = 500;

    /// What a file looked like when its bytes were compared.
    private record Seen(long size, long modified, String docId) {
    }

    private final Map<Path, Seen> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// The first of a report's paths that still holds it.
    Optional<Source> of(Report report) {
        return report.sources().stream().map(path -> source(path, report.docId())).flatMap(Optional::stream).findFirst();
    }

    private Optional<Source> source(String path, String docId) {
        try {
            int member = path.indexOf(MEMBER);
            var file = Path.of(member < 0 ? path : path.substring(0, member));
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (member >= 0) {
                return Optional.ofNullable(member(path, file, docId));
            }
            var source = Source.ofFile(path, file);
            return id(file, source).equals(docId) ? Optional.of(source) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private synchronized String id(Path file, Source source) throws IOException {
        long size = Files.size(file);
        long modified = Files.getLastModifiedTime(file).toMillis();
        var before = seen.get(file);
        if (before != null && before.size() == size && before.modified() == modified) {
            return before.docId();
        }
        var docId = source.id();
        seen.put(file, new Seen(size, modified, docId));
        return docId;
    }

    private static @Nullable Source member(String path, Path archive, String docId) throws IOException {
        if (Files.size(archive) > LARGEST_ARCHIVE) {
            return null;
        }
        var wanted = new Wanted(path);
        Archive.expand(Source.ofFile(path.substring(0, path.indexOf(MEMBER)), archive), wanted);
        var found = wanted.found;
        return found != null && found.id().equals(docId) ? found : null;
    }

    /// Takes one member of an archive, those of archives in it too.
    private static final class Wanted implements Archive.Members {

        private final String path;
        private @Nullable Source found;

        Wanted(String path) {
            this.path = path;
        }

        @Override
        public void file(Source source, Archive from) {
            if (source.path().equals(path) && source.content() instanceof Content.OfBytes) {
                found = source;
            } else if (path.startsWith(source.path() + MEMBER)) {
                from.open(source, this);
            }
        }

        @Override
        public void failed(Document failure) {
            // Another member's trouble is not this one's.
        }
    }
}
