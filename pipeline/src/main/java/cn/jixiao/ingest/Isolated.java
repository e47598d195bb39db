package cn.jixiao.ingest;

import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.ingest.worker.DocumentExtractor;
import cn.jixiao.ingest.worker.DocumentReader;
import cn.jixiao.ingest.worker.Workers;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.ocr.Ocr;
import cn.jixiao.read.ocr.PageOcr;
import java.time.Duration;

/// Reads a file in a worker: first for its text, within the usual time; then, where pages are pictures and OCR is there
/// and wanted, once more with the time that so many pages need. So a file that hangs is noticed as soon as ever.
record Isolated(Workers workers, Settings settings) implements DocumentReader, DocumentExtractor {

    /// A dense page takes a tenth of it.
    private static final Duration A_PAGE = Duration.ofSeconds(30);

    @Override
    public Document read(Source source) {
        var read = workers.read(source);
        if (!wantsPictures(read) || PageOcr.installed().isEmpty()) {
            return read;
        }
        var seen = workers.read(source, settings.ocr(),
                settings.limits().time().plus(A_PAGE.multipliedBy(Math.max(1, read.pages().size()))));
        // What OCR cannot do must not cost what the text layer told.
        return seen.status() == Document.Status.FAILED ? read : seen;
    }

    @Override
    public Extraction extract(Document document) {
        return workers.extract(document);
    }

    private boolean wantsPictures(Document read) {
        return switch (settings.ocr()) {
            case OFF -> false;
            case ALWAYS -> !read.pages().isEmpty();
            case AUTO -> read.problems().stream().anyMatch(problem -> switch (problem.kind()) {
                case SCANNED, PAGE_SCANNED, GARBLED_TEXT -> true;
                default -> false;
            });
        };
    }
}
