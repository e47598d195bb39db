package cn.jixiao.ingest;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Source;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.ingest.worker.Workers;
import cn.jixiao.observation.Extraction;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;

/// Reads files for a scheduler that is not ours, as an import into a workspace reads them: in worker processes, within
/// limits, archives opened, whatever goes wrong told of the one file.
///
/// Dictionaries are read when the first file is; workers start when they are needed and end with [#close()]. Safe for many
/// threads, each with files of its own; nothing of one file is kept for another.
public final class Station implements AutoCloseable {

    /// What a path came to. A file is one item; an archive is its members and, last, itself.
    public sealed interface Item {

        String path();

        String docId();

        /// The content is in already, by the same recipe.
        record Known(String path, String docId) implements Item {
        }

        /// A file that was read, or could not be: the document says so.
        ///
        /// @param recipe what a source entry keeps; empty where another try may do better
        record Read(Extraction extraction, String recipe, SourceEntry.State state) implements Item {

            @Override
            public String path() {
                return extraction.document().source();
            }

            @Override
            public String docId() {
                return extraction.document().id();
            }
        }

        /// An archive that could be opened, after its members.
        record Opened(String path, String docId, String recipe) implements Item {
        }
    }

    private final Recipe recipe;
    private final Extractor extractor;
    private final Workers workers;
    private final Path scratch;

    /// @param scratch a folder of the station's own, for what parsers and archives put aside; deleted with its workers
    public Station(Shelf shelf, Settings settings, Path scratch) {
        this.scratch = scratch;
        recipe = Recipe.of(shelf, settings.ocr());
        workers = new Workers(settings.jobs(), settings.limits(), shelf, scratch);
        extractor = new Extractor(new Once<>(() -> new Pipeline(Dictionaries.load(shelf))), new Isolated(workers, settings));
    }

    /// What makes records here; paths that were filed under it need not be read again.
    public String recipe() {
        return recipe.text();
    }

    /// What a path came to, read while it is iterated, so that one document is held at a time.
    ///
    /// @param path as records name it
    /// @param file where its bytes lie
    /// @param known tells ids of contents that are in as reports
    public Iterator<Item> items(String path, Path file, Predicate<String> known) {
        return new FileItems(Source.ofFile(path, file), extractor, recipe, known, scratch.resolve("members"));
    }

    @Override
    public void close() {
        workers.close();
    }
}
