package cn.jixiao.ingest.worker;

import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.ingest.worker.WorkerProcess.Answer;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Outline;
import cn.jixiao.read.ocr.Ocr;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/// A fixed number of worker processes, started when they are needed, and replaced when a file was too much for one.
///
/// A worker that dies over a file may have been worn by the files before; the file is then given to a fresh one, so that
/// what becomes of a file does not depend on its neighbours. Safe for many threads.
public final class Workers implements DocumentReader, DocumentExtractor, AutoCloseable {

    /// So many files are read by one worker sooner than another has started and warmed up.
    private static final int WORTH_A_WORKER = 40;

    /// From so many files a worker on, compiling its code well costs less than it saves.
    private static final int WORTH_COMPILING = 3000;

    private final Limits limits;
    private final Shelf shelf;
    private final Path folder;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("limits").factory());
    private final List<Place> places = new ArrayList<>();
    /// Last used, first used again: its code is warm.
    private final ArrayDeque<Place> idle = new ArrayDeque<>();
    private int asked;
    private volatile boolean many;
    private volatile boolean closed;

    /// Where a worker may stand.
    private static final class Place {
        private boolean started;
        private @Nullable WorkerProcess worker;
    }

    /// @param count how many work at once
    /// @param shelf dictionaries, read by workers that have to extract
    /// @param folder for what the parsers put aside; its content is the workers' to delete, whatever a killed import left
    ///               there included
    public Workers(int count, Limits limits, Shelf shelf, Path folder) {
        this.limits = limits;
        this.shelf = shelf;
        this.folder = folder;
        Scratch.delete(folder);
        for (int i = 0; i < count; i++) {
            places.add(new Place());
        }
    }

    /// Starts the first worker ahead of the first file, without waiting for it.
    ///
    /// @param files how many are to be read, as far as it is known
    public synchronized void warm(int files) {
        many = Math.min(limits.files(), files / places.size()) >= WORTH_COMPILING;
        if (places.stream().noneMatch(each -> each.started)) {
            var first = places.getFirst();
            first.started = true;
            first.worker = WorkerProcess.start(limits, many, shelf, folder, clock);
            idle.addFirst(first);
        }
    }

    /// Reads a source in a worker. What costs too much, or kills the worker, is a failed document that says so.
    ///
    /// @throws java.io.UncheckedIOException if no process can be started
    /// @throws IllegalStateException if a worker does not come up, or the thread is interrupted
    @Override
    public Document read(Source source) {
        return read(source, Ocr.OFF, limits.time());
    }

    /// Reads a source in a worker, some of its pages from their picture.
    ///
    /// @param time how long it may take
    public Document read(Source source, Ocr ocr, Duration time) {
        return switch (answer(new Wire.Request.Reading(source, ocr), time, Document.class)) {
            case Answer.Made<Document>(var document) -> document;
            case Answer.Lost<Document>(var kind, var detail) -> failed(source, Problem.of(kind, detail));
        };
    }

    /// Makes records of a document in a worker, within the time that reading one may take.
    @Override
    public Extraction extract(Document document) {
        return switch (answer(new Wire.Request.Extracting(document), limits.time(), Extraction.class)) {
            case Answer.Made<Extraction>(var extraction) -> extraction;
            case Answer.Lost<Extraction>(var kind, var detail) -> failed(document, Problem.of(kind, "extraction: " + detail));
        };
    }

    /// What is left of a document whose extraction went wrong.
    public static Extraction failed(Document document, Problem problem) {
        var failed = Document.failed(document.id(), document.source(), document.mediaType(), problem);
        return new Extraction(failed, Outline.NONE, Mentions.NONE, List.of(), List.of());
    }

    private <T> Answer<T> answer(Wire.Request request, Duration time, Class<T> type) {
        var place = take();
        try {
            var answer = ask(place, request, time, type);
            if (answer instanceof Answer.Lost<T> lost && worn(place) && lost.kind() != Problem.Kind.TIMED_OUT) {
                place.worker = null;
                answer = ask(place, request, time, type);
            }
            return answer;
        } finally {
            give(place);
        }
    }

    /// A worker that stands ready, or a place for a new one once those at work have enough to do.
    private synchronized Place take() {
        asked++;
        try {
            while (idle.isEmpty()) {
                int started = (int) places.stream().filter(each -> each.started).count();
                if (started < places.size() && asked > started * WORTH_A_WORKER) {
                    var next = places.get(started);
                    next.started = true;
                    return next;
                }
                wait();
            }
            return idle.removeFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a worker", e);
        }
    }

    private synchronized void give(Place place) {
        idle.addFirst(place);
        notifyAll();
    }

    private <T> Answer<T> ask(Place place, Wire.Request request, Duration time, Class<T> type) {
        if (closed) {
            throw new IllegalStateException("the workers are closed");
        }
        var worker = place.worker;
        if (worker == null || !worker.fit()) {
            if (worker != null) {
                worker.close();
            }
            worker = WorkerProcess.start(limits, many, shelf, folder, clock);
            place.worker = worker;
        }
        return worker.ask(request, time, type);
    }

    private static boolean worn(Place place) {
        return place.worker != null && place.worker.worn();
    }

    private static Document failed(Source source, Problem problem) {
        try {
            return Document.failed(source.id(), source.path(), "application/octet-stream", problem);
        } catch (IOException e) {
            return Document.failed(unread(source), source.path(), "application/octet-stream", problem);
        }
    }

    private static String unread(Source source) {
        try {
            return Source.ofText(source.path(), "unread " + source.path()).id();
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
        for (var place : places) {
            if (place.worker != null) {
                place.worker.close();
            }
        }
        Scratch.delete(folder);
    }
}
