package cn.jixiao.ingest;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.ingest.Station.Item;
import cn.jixiao.read.Archive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The items of one file, one at a time. What an archive holds waits on disk, as large as it may be.
final class FileItems implements Iterator<Item> {

    /// What is still to be looked at.
    private sealed interface Waiting {

        /// @param within the archive that it was found in, or null for a file
        /// @param spooled whether its bytes are ours to delete
        record Unread(Source source, @Nullable Archive within, boolean spooled) implements Waiting {
        }

        record Failed(Document document) implements Waiting {
        }

        /// All members of an archive went before.
        record Ended(Item.Opened archive) implements Waiting {
        }
    }

    private final Extractor extractor;
    private final Recipe recipe;
    private final Predicate<String> known;
    private final Path spool;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    FileItems(Source source, Extractor extractor, Recipe recipe, Predicate<String> known, Path spool) {
        this.extractor = extractor;
        this.recipe = recipe;
        this.known = known;
        this.spool = spool;
        waiting.add(new Waiting.Unread(source, null, false));
    }

    @Override
    public boolean hasNext() {
        return !waiting.isEmpty();
    }

    @Override
    public Item next() {
        while (!waiting.isEmpty()) {
            var item = switch (waiting.removeFirst()) {
                case Waiting.Unread unread -> read(unread);
                case Waiting.Failed failed -> made(failed.document());
                case Waiting.Ended ended -> ended.archive();
            };
            if (item != null) {
                return item;
            }
        }
        throw new NoSuchElementException();
    }

    /// Null where it was an archive, whose members are waiting now.
    private @Nullable Item read(Waiting.Unread unread) {
        var source = unread.source();
        String id;
        try {
            id = source.id();
            if (known.test(id)) {
                return new Item.Known(source.path(), id);
            }
        } catch (IOException e) {
            // The reader tells what is wrong with it.
            return made(extractor.read(source, Optional.empty()));
        }
        try {
            var document = extractor.read(source, Optional.of(id));
            if (!Archive.is(document)) {
                return made(document);
            }
            open(unread, document);
            return null;
        } finally {
            discard(unread);
        }
    }

    private Item made(Document document) {
        var extraction = extractor.extract(document);
        var read = extraction.document();
        return new Item.Read(extraction, recipe.of(read), Extractor.state(read));
    }

    private void open(Waiting.Unread archive, Document document) {
        var members = new Members(archive.source().path());
        if (archive.within() == null) {
            Archive.expand(archive.source(), members);
            if (!members.broken) {
                members.found.add(new Waiting.Ended(
                        new Item.Opened(archive.source().path(), document.id(), recipe.text())));
            }
        } else {
            archive.within().open(archive.source(), members);
        }
        members.found.reversed().forEach(waiting::addFirst);
    }

    private static void discard(Waiting.Unread unread) {
        if (unread.spooled() && unread.source().content() instanceof Content.OfFile file) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                // It goes with the folder.
                return;
            }
        }
    }

    private final class Members implements Archive.Members {

        private final ArrayList<Waiting> found = new ArrayList<>();
        private final String path;
        private boolean broken;

        Members(String path) {
            this.path = path;
        }

        @Override
        public void file(Source source, Archive from) {
            try {
                Files.createDirectories(spool);
                var file = Files.createTempFile(spool, "member", "");
                try (var in = source.content().open(); var out = Files.newOutputStream(file)) {
                    in.transferTo(out);
                }
                found.add(new Waiting.Unread(Source.ofFile(source.path(), file), from, true));
            } catch (IOException e) {
                throw new UncheckedIOException("a member of " + path + " cannot be put aside", e);
            }
        }

        @Override
        public void failed(Document failure) {
            broken |= failure.source().equals(path);
            found.add(new Waiting.Failed(failure));
        }
    }
}
