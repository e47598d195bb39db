package cn.jixiao.ingest;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.Workspace;
import cn.jixiao.index.WorkspaceWriter;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.Archive;
import cn.jixiao.read.Reader;
import cn.jixiao.read.ocr.Ocr;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Imports files into a workspace: reads several at once, writes them in the order of their paths, so that any number
/// of readers gives the same records, and holds no more than a few files in memory.
///
/// A file that did not change since it was read by the same recipe is passed over without being opened. Files that
/// could not be read are tried again by every import: the disk, the rights or the OCR may have been mended.
public final class Importer {

    private static final int COMMIT_EVERY = 200;

    private final Workspace workspace;
    private final Pipeline pipeline;
    private final String recipe;
    private final int jobs;

    /// @param jobs how many files are read at once, at least 1
    /// @param ocr which pages are read from their picture, where Tesseract is installed
    public Importer(Workspace workspace, Dictionaries dictionaries, int jobs, Ocr ocr) {
        this.workspace = workspace;
        this.pipeline = new Pipeline(dictionaries, new Reader(ocr));
        this.recipe = Recipe.of(dictionaries.shelf(), ocr);
        this.jobs = jobs;
    }

    /// One path's result, made by a reader: what to write, and what to account for.
    private sealed interface Result {
        SourceEntry entry();

        record Read(SourceEntry entry, Extraction extraction) implements Result {
        }

        record Known(SourceEntry entry) implements Result {
        }

        /// The content is in under another path. The source is kept in case that path is written over in the meantime.
        record Again(SourceEntry entry, Source source) implements Result {
        }
    }

    /// Imports files, folders and archives.
    ///
    /// @param paths as the user named them
    /// @throws cn.jixiao.index.WorkspaceException if the workspace is busy, cannot be written, or its disk is full; what
    ///         was committed before stays
    public Account run(List<String> paths, Progress progress) {
        var list = FileList.of(paths);
        var account = new Account(list.unreachable());
        progress.found(list.files().size());
        try (var writer = workspace.write(); var readers = Executors.newFixedThreadPool(jobs)) {
            try {
                importAll(list.files(), writer, readers, account, progress);
            } finally {
                readers.shutdownNow();
            }
            writer.commit();
        }
        return account;
    }

    private void importAll(List<FileList.Found> files, WorkspaceWriter writer, ExecutorService readers, Account account,
            Progress progress) {
        var waiting = new ArrayDeque<Future<List<Result>>>();
        Set<String> put = new HashSet<>();
        int written = 0;
        for (var file : files) {
            if (waiting.size() >= 2 * jobs) {
                written += write(waiting.removeFirst(), writer, put, account, progress);
            }
            waiting.add(readers.submit(() -> read(file, writer)));
            if (written >= COMMIT_EVERY) {
                writer.commit();
                written = 0;
            }
        }
        while (!waiting.isEmpty()) {
            write(waiting.removeFirst(), writer, put, account, progress);
        }
    }

    private List<Result> read(FileList.Found file, WorkspaceWriter writer) {
        var before = writer.source(file.path());
        if (before.isPresent() && before.get().unchanged(file.size(), file.modified(), recipe)) {
            return List.of(new Result.Known(before.get()));
        }
        var results = new ArrayList<Result>();
        var source = Source.ofFile(file.path(), file.file());
        if (Archive.is(source)) {
            Archive.expand(source, member -> results.add(read(member, file, writer)),
                    failure -> results.add(read(file, pipeline.extract(failure))));
        } else {
            results.add(read(source, file, writer));
        }
        return results;
    }

    private Result read(Source source, FileList.Found file, WorkspaceWriter writer) {
        var entry = identity(source).map(id -> entry(source.path(), id, file, recipe));
        if (entry.isPresent() && writer.source(source.path()).equals(entry)) {
            return new Result.Known(entry.get());
        }
        if (entry.isPresent() && writer.contains(entry.get().docId(), recipe)) {
            return new Result.Again(entry.get(), source);
        }
        return read(file, pipeline.run(source));
    }

    private Result read(FileList.Found file, Extraction extraction) {
        return new Result.Read(entry(extraction.document().source(), extraction.document().id(), file, recipe(extraction)),
                extraction);
    }

    private static Optional<String> identity(Source source) {
        try {
            return Optional.of(source.id());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static SourceEntry entry(String path, String id, FileList.Found file, String recipe) {
        return new SourceEntry(path, id, file.size(), file.modified(), recipe);
    }

    /// What could not be read is filed under no recipe, so that the next import tries again; so is a file of which some
    /// pages wait for OCR.
    private String recipe(Extraction extraction) {
        return switch (extraction.document().status()) {
            case OK -> recipe;
            case PARTIAL -> hasScannedPage(extraction) ? "" : recipe;
            case NEEDS_OCR, FAILED -> "";
        };
    }

    private static boolean hasScannedPage(Extraction extraction) {
        return extraction.document().problems().stream()
                .anyMatch(problem -> problem.kind() == Problem.Kind.PAGE_SCANNED);
    }

    private int write(Future<List<Result>> future, WorkspaceWriter writer, Set<String> put, Account account,
            Progress progress) {
        int written = 0;
        for (var result : get(future)) {
            var entry = switch (result) {
                case Result.Known known -> Account.Entry.unchanged(known.entry().path());
                case Result.Again again -> write(again, writer);
                case Result.Read read -> write(read, writer, put);
            };
            account.add(entry);
            progress.done(entry);
            written++;
        }
        return written;
    }

    private Account.Entry write(Result.Again again, WorkspaceWriter writer) {
        if (!writer.contains(again.entry().docId())) {
            var extraction = pipeline.run(again.source());
            writer.put(extraction, again.entry());
            return Account.Entry.of(extraction.document());
        }
        return duplicate(again.entry(), writer);
    }

    private static Account.Entry duplicate(SourceEntry entry, WorkspaceWriter writer) {
        writer.also(entry);
        return Account.Entry.duplicate(entry.path());
    }

    private static Account.Entry write(Result.Read read, WorkspaceWriter writer, Set<String> put) {
        if (!put.add(read.entry().docId())) {
            return duplicate(read.entry(), writer);
        }
        writer.put(read.extraction(), read.entry());
        return Account.Entry.of(read.extraction().document());
    }

    private static List<Result> get(Future<List<Result>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while importing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
