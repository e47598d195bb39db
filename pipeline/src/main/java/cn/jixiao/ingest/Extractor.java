package cn.jixiao.ingest;

import cn.jixiao.Pipeline;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.ingest.worker.DocumentReader;
import cn.jixiao.ingest.worker.Workers;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.Reader;
import cn.jixiao.read.ocr.Ocr;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The pipeline as every import runs it, whoever schedules the files: plain text is read here, everything else by a worker,
/// and no document stops the others. Safe for many threads.
final class Extractor {

    private static final int MOST_FIGURES = 30_000;

    /// Of the sentences that figures were read in, each counted with each of its figures.
    private static final long MOST_CHARACTERS = 10_000_000;

    /// A longer document is extracted by a worker, within the time of its limits; what a shorter one can cost is bounded
    /// by its length, and not worth sending it there and back.
    static final int LONGEST_HERE = 60_000;

    /// So many failures of one import are remembered.
    private static final int MOST_FAILURES = 10_000;

    private final Supplier<Pipeline> pipeline;
    private final DocumentReader plain = new Reader(Ocr.OFF)::read;
    private final Isolated isolated;
    /// By the id of the content: what failed, and archives, which are no documents either.
    private final Map<String, Document> failures = new ConcurrentHashMap<>();
    /// Contents that are being read.
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    Extractor(Supplier<Pipeline> pipeline, Isolated isolated) {
        this.pipeline = pipeline;
        this.isolated = isolated;
    }

    /// Reads a source, unless the same content failed before: an archive may hold the same broken file a thousand times, and
    /// neighbours in it would cost a worker each.
    ///
    /// @param id of the source's content, none if it cannot be read
    Document read(Source source, Optional<String> id) {
        var mine = new CompletableFuture<Void>();
        id.ifPresent(content -> claim(content, mine));
        try {
            return readAlone(source, id);
        } finally {
            id.ifPresent(underWay::remove);
            mine.complete(null);
        }
    }

    /// Waits until nobody else reads the content.
    private void claim(String content, CompletableFuture<Void> mine) {
        for (var other = underWay.putIfAbsent(content, mine); other != null; other = underWay.putIfAbsent(content, mine)) {
            other.join();
        }
    }

    private Document readAlone(Source source, Optional<String> id) {
        var before = id.map(failures::get);
        if (before.isPresent()) {
            var failed = before.get();
            return new Document(failed.id(), source.path(), failed.mediaType(), failed.text(), failed.blocks(), failed.pages(),
                    failed.layout(), failed.problems());
        }
        var read = (PlainFiles.are(source) ? plain : isolated).read(source);
        if (id.isPresent() && id.get().equals(read.id()) && lasting(read) && failures.size() < MOST_FAILURES) {
            failures.putIfAbsent(read.id(), read);
        }
        return read;
    }

    /// Whether it would fail in the same way again.
    private static boolean lasting(Document read) {
        return read.status() == Document.Status.FAILED && read.text().isEmpty() && read.problems().stream().noneMatch(problem -> switch (problem.kind()) {
            case UNREADABLE, CHANGING -> true;
            default -> false;
        });
    }

    /// A fault of ours over one document must not cost the others: it is named and told like a parser's.
    Extraction extract(Document document) {
        try {
            return bounded(document.text().length() > LONGEST_HERE ? isolated.extract(document) : pipeline.get().extract(document));
        } catch (RuntimeException | StackOverflowError e) {
            return Workers.failed(document, Problem.of(Problem.Kind.CRASHED, "extraction: " + e));
        } catch (OutOfMemoryError e) {
            // What the extraction held is free again; a document that needs so much has no report in it.
            return Workers.failed(document, Problem.of(Problem.Kind.TOO_LARGE, "extraction: " + e));
        }
    }

    /// No report tells so many figures, and all of them must be held in memory to be put in together.
    private static Extraction bounded(Extraction extraction) {
        var figures = extraction.observations();
        long characters = figures.stream().mapToLong(each -> each.evidence().sentence().length()).sum();
        return figures.size() <= MOST_FIGURES && characters <= MOST_CHARACTERS ? extraction
                : Workers.failed(extraction.document(), Problem.of(Problem.Kind.TOO_LARGE, figures.size() + " figures"));
    }

    /// What a document's path is filed as.
    static SourceEntry.State state(Document document) {
        return switch (document.status()) {
            case OK, PARTIAL -> SourceEntry.State.REPORT;
            case NEEDS_OCR, FAILED -> SourceEntry.State.FAILED;
        };
    }
}
