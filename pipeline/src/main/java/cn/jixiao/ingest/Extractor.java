package cn.jixiao.ingest;

import cn.jixiao.Pipeline;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.ingest.worker.DocumentReader;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Outline;
import cn.jixiao.read.Reader;
import cn.jixiao.read.ocr.Ocr;
import java.util.List;
import java.util.function.Supplier;

/// The pipeline as every import runs it, whoever schedules the files: plain text is read here, everything else by a worker,
/// and no document stops the others. Safe for many threads.
final class Extractor implements DocumentReader {

    private static final int MOST_FIGURES = 30_000;

    /// Of the sentences that figures were read in, each counted with each of its figures.
    private static final long MOST_CHARACTERS = 10_000_000;

    private final Supplier<Pipeline> pipeline;
    private final DocumentReader plain = new Reader(Ocr.OFF)::read;
    private final DocumentReader isolated;

    Extractor(Supplier<Pipeline> pipeline, DocumentReader isolated) {
        this.pipeline = pipeline;
        this.isolated = isolated;
    }

    @Override
    public Document read(Source source) {
        return (PlainFiles.are(source) ? plain : isolated).read(source);
    }

    /// A fault of ours over one document must not cost the others: it is named and told like a parser's.
    Extraction extract(Document document) {
        try {
            return bounded(pipeline.get().extract(document));
        } catch (RuntimeException | StackOverflowError e) {
            return failed(document, Problem.of(Problem.Kind.CRASHED, "extraction: " + e));
        } catch (OutOfMemoryError e) {
            // What the extraction held is free again; a document that needs so much has no report in it.
            return failed(document, Problem.of(Problem.Kind.TOO_LARGE, "extraction: " + e));
        }
    }

    /// No report tells so many figures, and all of them must be held in memory to be put in together.
    private static Extraction bounded(Extraction extraction) {
        var figures = extraction.observations();
        long characters = figures.stream().mapToLong(each -> each.evidence().sentence().length()).sum();
        return figures.size() <= MOST_FIGURES && characters <= MOST_CHARACTERS ? extraction
                : failed(extraction.document(), Problem.of(Problem.Kind.TOO_LARGE, figures.size() + " figures"));
    }

    private static Extraction failed(Document document, Problem problem) {
        var failed = Document.failed(document.id(), document.source(), document.mediaType(), problem);
        return new Extraction(failed, Outline.NONE, Mentions.NONE, List.of(), List.of());
    }

    /// What a document's path is filed as.
    static SourceEntry.State state(Document document) {
        return switch (document.status()) {
            case OK, PARTIAL -> SourceEntry.State.REPORT;
            case NEEDS_OCR, FAILED -> SourceEntry.State.FAILED;
        };
    }
}
