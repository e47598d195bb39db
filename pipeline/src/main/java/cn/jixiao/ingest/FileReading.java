package cn.jixiao.ingest;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.WorkspaceWriter;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.Archive;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a result of one file, by many threads at once: what is in already is not read again, plain text is read here,
/// everything else by a worker.
final class FileReading {

    /// One path's result: what to write, and what to account for.
    sealed interface Result {

        /// As it was.
        record Known(SourceEntry entry) implements Result {
        }

        /// To be put in.
        ///
        /// @param document whose records they are
        /// @param put does it
        /// @param figures how many observations it holds
        /// @param renewed whether it was made from the stored document
        record Read(SourceEntry entry, Document document, Runnable put, int figures, boolean renewed) implements Result {
        }

        /// The content is in under some path. The source is kept in case that path is written over in the meantime.
        record Again(SourceEntry entry, FileList.Found file, Source source) implements Result {
        }

        /// An archive, to be opened.
        ///
        /// @param within the archive that it was found in, or null for a file
        record Opened(SourceEntry entry, FileList.Found file, Source source, @Nullable Archive within)
                implements Result {
        }
    }

    /// Observations of a report that may wait with its index documents made.
    private static final int MOST_AHEAD = 2000;

    private final WorkspaceWriter writer;
    private final Recipe recipe;
    private final Extractor extractor;

    FileReading(WorkspaceWriter writer, Recipe recipe, Extractor extractor) {
        this.writer = writer;
        this.recipe = recipe;
        this.extractor = extractor;
    }

    /// Makes records of a stored document by today's recipe; reads the file if there is none.
    Result renew(SourceEntry known, FileList.Found file) {
        return renewed(entry(known.path(), known.docId(), file, recipe.text(), SourceEntry.State.REPORT))
                .orElseGet(() -> read(file));
    }

    private Optional<Result> renewed(SourceEntry entry) {
        return writer.stored(entry.docId()).map(document -> read(entry, extractor.extract(document), true));
    }

    /// Reads a file from disk; once more if it was written to in the meantime.
    Result read(FileList.Found listed) {
        var file = listed.now();
        var source = Source.ofFile(file.path(), file.file());
        var result = read(source, file, null);
        if (file.equals(file.now())) {
            return result;
        }
        var later = listed.now();
        var second = read(source, later, null);
        return later.equals(later.now()) ? second : changing(source, later);
    }

    private Result changing(Source source, FileList.Found file) {
        return result(Document.failed(unread(source), source.path(), "application/octet-stream",
                Problem.of(Problem.Kind.CHANGING)), file);
    }

    /// Reads a source.
    ///
    /// @param within the archive that it was found in, or null for a file
    Result read(Source source, FileList.Found file, @Nullable Archive within) {
        var id = identity(source);
        if (id.isPresent()) {
            var known = known(source, id.get(), file);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return readAnew(source, id, file, within);
    }

    /// Reads a source whatever is known of it.
    Result readAnew(Source source, FileList.Found file, @Nullable Archive within) {
        return readAnew(source, identity(source), file, within);
    }

    private Result readAnew(Source source, Optional<String> id, FileList.Found file, @Nullable Archive within) {
        var document = extractor.read(source, id);
        if (Archive.is(document)) {
            return new Result.Opened(entry(source.path(), document.id(), file, recipe.text(), SourceEntry.State.ARCHIVE),
                    file, source, within);
        }
        return result(document, file);
    }

    /// The result of a file that could not be read.
    Result result(Document document, FileList.Found file) {
        var extraction = extractor.extract(document);
        var read = extraction.document();
        return read(entry(read.source(), read.id(), file, recipe.of(read), Extractor.state(read)), extraction, false);
    }

    /// Index documents are made here too, by many threads; those of a very long report, which are large, only once it is put in.
    private Result read(SourceEntry entry, Extraction extraction, boolean renewed) {
        int figures = extraction.observations().size();
        return new Result.Read(entry, extraction.document(), figures <= MOST_AHEAD ? writer.ready(extraction, entry)
                : () -> writer.put(extraction, entry), figures, renewed);
    }

    private Optional<Result> known(Source source, String id, FileList.Found file) {
        var entry = entry(source.path(), id, file, recipe.text(), SourceEntry.State.REPORT);
        if (writer.source(source.path()).equals(Optional.of(entry))) {
            return Optional.of(new Result.Known(entry));
        }
        if (writer.contains(id, recipe.text())) {
            return Optional.of(new Result.Again(entry, file, source));
        }
        return writer.holding(id).stream()
                .filter(held -> held.state() == SourceEntry.State.REPORT && recipe.sameReader(held.recipe())).findFirst()
                .flatMap(held -> renewed(entry));
    }

    private static SourceEntry entry(String path, String id, FileList.Found file, String recipe, SourceEntry.State state) {
        return new SourceEntry(path, id, file.size(), file.modified(), recipe, state);
    }

    private static Optional<String> identity(Source source) {
        try {
            return Optional.of(source.id());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String unread(Source source) {
        try {
            return Source.ofText(source.path(), "unread " + source.path()).id();
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
    }
}
