package cn.jixiao.ingest;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.WorkspaceWriter;
import cn.jixiao.ingest.FileReading.Result;
import cn.jixiao.read.Archive;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// One import at work: hands files to readers a few ahead, and what comes back on to be written, in the order of the paths.
final class Intake {

    /// Observations of reports that may wait to be written: what is read while a segment of the index is written.
    private static final int MOST_FIGURES = 12_000;

    /// Bytes of archive members that may wait in memory.
    private static final long MOST_WAITING = 64_000_000;
    private static final String MEMBER = Passing.MEMBER;

    private final WorkspaceWriter writer;
    private final Passing passing;
    private final Settings settings;
    private final FileReading reading;
    private final ExecutorService readers;
    private final Account account;
    private final Progress progress;
    private final BooleanSupplier stopping;
    private final Set<String> gone = new TreeSet<>();
    private final Writing writing;
    private final Steps steps;

    Intake(WorkspaceWriter writer, Passing passing, Settings settings, FileReading reading, ExecutorService readers,
            Steps steps, Account account, Progress progress, BooleanSupplier stopping) {
        this.writer = writer;
        this.passing = passing;
        this.settings = settings;
        this.reading = reading;
        this.readers = readers;
        this.account = account;
        this.progress = progress;
        this.stopping = stopping;
        this.steps = steps;
        this.writing = new Writing(writer, passing, settings.commitEvery(), account, progress, gone);
    }

    static Steps steps() {
        return new Steps(MOST_FIGURES);
    }

    /// @param warm starts a worker ahead of the first file that needs one, told how many do
    void run(FileList list, IntConsumer warm) {
        gone.addAll(passing.missing(list));
        long parsed = list.files().stream().filter(file -> passing.passed(file).isEmpty() && !PlainFiles.named(file.path())).count();
        if (parsed > 0) {
            warm.accept((int) parsed);
        }
        var window = new Window();
        for (var file : list.files()) {
            if (stopping.getAsBoolean()) {
                break;
            }
            window.add(task(file), 0);
        }
        window.drain();
        steps.settle();
        if (stopping.getAsBoolean()) {
            account.stopped();
        } else {
            gone.forEach(writing::forget);
        }
    }

    private Callable<Result> task(FileList.Found file) {
        var known = passing.passed(file);
        if (known.isEmpty()) {
            return () -> reading.read(file);
        }
        var entry = known.get();
        return passing.asToday(entry) ? () -> new Result.Known(entry) : () -> reading.renew(entry, file);
    }

    /// Files in reading, oldest first; a bounded number, and of archive members a bounded number of bytes.
    private final class Window {

        private record Waiting(Future<Result> result, long bytes) {
        }

        private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
        private long bytes;

        void add(Callable<Result> task, long itsBytes) {
            while (waiting.size() >= 2 * settings.underWay() || !waiting.isEmpty() && bytes + itsBytes > MOST_WAITING) {
                writeFirst();
            }
            waiting.add(new Waiting(readers.submit(task), itsBytes));
            bytes += itsBytes;
        }

        void drain() {
            while (!waiting.isEmpty()) {
                writeFirst();
            }
        }

        private void writeFirst() {
            var first = waiting.removeFirst();
            bytes -= first.bytes();
            get(first.result()).ifPresent(Intake.this::write);
        }
    }

    /// Nothing once the import is asked to stop: a file in reading may take as long as its limit.
    private Optional<Result> get(Future<Result> future) {
        try {
            while (true) {
                if (stopping.getAsBoolean() && !future.isDone()) {
                    return Optional.empty();
                }
                try {
                    return Optional.of(future.get(100, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while importing", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    private void write(Result result) {
        switch (result) {
            case Result.Known known -> steps.later(1, () -> writing.known(known));
            case Result.Read read -> steps.later(read.figures(), () -> writing.read(read));
            case Result.Again again -> {
                steps.settle();
                if (!writing.again(again.entry())) {
                    write(reading.readAnew(again.source(), again.file(), null));
                }
            }
            case Result.Opened opened -> {
                steps.settle();
                open(opened);
            }
        }
    }

    private void open(Result.Opened opened) {
        var members = new Members(opened.file(), opened.source());
        progress.more(-1);
        if (opened.within() == null) {
            Archive.expand(opened.source(), members);
        } else {
            opened.within().open(opened.source(), members);
        }
        members.window.drain();
        steps.settle();
        if (stopping.getAsBoolean()) {
            return;
        }
        if (opened.within() == null) {
            opened(opened, members);
        }
    }

    private void opened(Result.Opened opened, Members members) {
        var path = opened.entry().path();
        int count = 0;
        for (var known : writer.sources(path + MEMBER)) {
            if (seen.contains(known.path())) {
                count++;
            } else {
                writing.forget(known.path());
            }
        }
        seen.clear();
        account.members(count);
        if (!members.broken) {
            writing.archive(opened.entry());
        }
    }

    /// Member paths of the archive that is open.
    private final Set<String> seen = new HashSet<>();

    private final class Members implements Archive.Members {

        private final Window window = new Window();
        private final FileList.Found file;
        private final String path;
        private boolean broken;

        Members(FileList.Found file, Source archive) {
            this.file = file;
            this.path = archive.path();
        }

        @Override
        public void file(Source source, Archive from) {
            add(source.path(), () -> reading.read(source, file, from), size(source));
        }

        @Override
        public void failed(Document failure) {
            broken |= failure.source().equals(path);
            add(failure.source(), () -> reading.result(failure, file), 0);
        }

        private void add(String member, Callable<Result> task, long bytes) {
            if (!stopping.getAsBoolean()) {
                seen.add(member);
                steps.later(1, () -> progress.more(1));
                window.add(task, bytes);
            }
        }

        private static long size(Source source) {
            return source.content() instanceof Content.OfBytes bytes ? bytes.bytes().length : 0;
        }
    }
}
