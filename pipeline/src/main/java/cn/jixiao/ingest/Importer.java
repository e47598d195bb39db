package cn.jixiao.ingest;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.Workspace;
import cn.jixiao.index.WorkspaceWriter;
import cn.jixiao.ingest.worker.Workers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Imports files into a workspace: reads several at once in processes of their own, writes them in the order of their
/// paths, so that any number of readers gives the same records, and holds no more than a few files in memory.
///
/// A file that did not change since it was read by the same recipe is passed over without being opened; what failed
/// then is passed over too, unless it is asked for.
public final class Importer {

    /// Where the workers put their files aside. The workspace admits one import at a time, so the folder is ours.
    private static final String SCRATCH = "workers";

    private final Workspace workspace;
    private final Shelf shelf;
    private final Supplier<Dictionaries> dictionaries;
    private final Settings settings;
    private volatile boolean stopping;

    /// @param dictionaries are asked for when the first file has to be read
    public Importer(Workspace workspace, Shelf shelf, Supplier<Dictionaries> dictionaries, Settings settings) {
        this.workspace = workspace;
        this.shelf = shelf;
        this.dictionaries = dictionaries;
        this.settings = settings;
    }

    /// Imports files, folders and archives. What a folder held at an earlier import and holds no longer is forgotten.
    ///
    /// @param paths as the user named them; none stands for all that failed before
    /// @throws cn.jixiao.index.WorkspaceException if the workspace is busy, cannot be written, or its disk is full; what
    ///         was committed before stays
    public Account run(List<String> paths, Progress progress) {
        var recipe = Recipe.of(shelf, settings.ocr());
        var unchanged = unchanged(paths, recipe, progress);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        try (var writer = workspace.write()) {
            var list = FileList.of(paths.isEmpty() ? failed(writer) : paths);
            var account = new Account(list);
            progress.found(list.files().size());
            readAll(list, writer, recipe, account, progress);
            writer.link();
            writer.commit();
            return account;
        }
    }

    /// The whole import, where there is nothing to do: no lock is taken, no worker started, nothing written.
    private Optional<Account> unchanged(List<String> paths, Recipe recipe, Progress progress) {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        return workspace.settled().flatMap(known ->
                new Passing(known, recipe, settings.retryFailed()).all(FileList.of(paths), progress));
    }

    /// Asks a running import to end: nothing more is read, what is done is committed.
    public void stop() {
        stopping = true;
    }

    private void readAll(FileList list, WorkspaceWriter writer, Recipe recipe, Account account, Progress progress) {
        var pipeline = new Once<>(() -> new Pipeline(dictionaries.get()));
        var readers = Executors.newFixedThreadPool(settings.underWay());
        try (var steps = Intake.steps();
                var workers = new Workers(settings.jobs(), settings.limits(), shelf, workspace.folder().resolve(SCRATCH))) {
            var reading = new FileReading(writer, recipe, new Extractor(pipeline, new Isolated(workers, settings)));
            new Intake(writer, new Passing(writer, recipe, settings.retryFailed()), settings, reading, readers, steps,
                    account, progress, () -> stopping)
                    .run(list, workers::warm);
        } finally {
            readers.shutdownNow();
            readers.close();
        }
    }

    private static List<String> failed(WorkspaceWriter writer) {
        return writer.sources("").stream().filter(each -> each.state() == SourceEntry.State.FAILED)
                .map(each -> Passing.file(each.path(), path -> writer.source(path).isPresent())).distinct().toList();
    }
}
