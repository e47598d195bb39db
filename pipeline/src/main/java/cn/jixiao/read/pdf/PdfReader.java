package cn.jixiao.read.pdf;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Problem.Kind;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.Fault;
import cn.jixiao.read.ocr.Ocr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Reads PDF files: text, tables, and where everything stands.
///
/// Whatever the file is like, a document comes back: one that cannot be opened or that holds no text layer says so in
/// its problems. Instances hold no state and may be shared by threads.
public final class PdfReader {

    public static final String MEDIA_TYPE = "application/pdf";

    /// Beyond it a file is no report; reading on would fill the memory.
    private static final int MOST_GLYPHS = 4_000_000;

    /// Larger files keep their decoded streams on disk.
    private static final long IN_MEMORY = 30_000_000;

    private final ScannedPages scanned;

    /// A reader that reads no pictures of pages, only names them.
    public PdfReader() {
        this(Ocr.OFF);
    }

    public PdfReader(Ocr ocr) {
        this.scanned = new ScannedPages(ocr);
    }

    /// @param id content identity of the source, see [Source#id()]
    public Document read(String id, Source source) {
        try (var pdf = open(source.content())) {
            var problems = new ArrayList<Problem>();
            return document(id, source, pages(pdf, problems), problems);
        } catch (InvalidPasswordException e) {
            return failed(id, source, Problem.of(Kind.ENCRYPTED));
        } catch (IOException e) {
            return failed(id, source, Problem.of(Kind.DAMAGED, words(e)));
        } catch (RuntimeException | StackOverflowError e) {
            return failed(id, source, Fault.of(e));
        }
    }

    private static PDDocument open(Content content) throws IOException {
        return switch (content) {
            case Content.OfFile(var path) -> Loader.loadPDF(path.toFile(), "", null, null,
                    content.size() > IN_MEMORY ? IOUtils.createTempFileOnlyStreamCache()
                            : IOUtils.createMemoryOnlyStreamCache());
            case Content.OfBytes(var bytes) -> Loader.loadPDF(bytes);
        };
    }

    private static Document failed(String id, Source source, Problem problem) {
        return Document.failed(id, source.path(), MEDIA_TYPE, problem);
    }

    private Document document(String id, Source source, List<PageBody> pages, List<Problem> problems) {
        if (pages.isEmpty()) {
            problems.add(Problem.of(Kind.DAMAGED, "0 pages"));
        }
        problems.addAll(Findings.of(pages));
        return new Assembly(id, source, MEDIA_TYPE).document(pages, Flow.of(pages), problems);
    }

    private List<PageBody> pages(PDDocument pdf, List<Problem> problems) {
        var pages = new ArrayList<PageBody>();
        int count = pdf.getNumberOfPages();
        long glyphs = 0;
        for (int number = 1; number <= count; number++) {
            if (glyphs > MOST_GLYPHS) {
                problems.add(new Problem(Kind.PARTLY_READ, place(number), number - 1 + "/" + count));
                break;
            }
            var page = page(pdf, number, problems);
            glyphs += page.glyphs();
            pages.add(page);
        }
        return pages;
    }

    /// One page; where its instructions break off, what came before.
    private PageBody page(PDDocument pdf, int number, List<Problem> problems) {
        var ink = new PageInk(number, 0, 0, List.of(), List.of(), 0, false);
        try {
            var engine = new InkEngine(pdf.getPage(number - 1), number);
            ink = engine.ink();
            engine.run();
            ink = engine.ink();
        } catch (RuntimeException | StackOverflowError e) {
            if (Fault.isOurs(e)) {
                throw e;
            }
            problems.add(new Problem(Kind.PARTLY_READ, place(number), words(e)));
        } catch (IOException e) {
            problems.add(new Problem(Kind.PARTLY_READ, place(number), words(e)));
        }
        return seen(pdf, number, PageReading.of(ink), problems);
    }

    /// The page by its picture, where its text layer does not tell.
    private PageBody seen(PDDocument pdf, int number, PageBody page, List<Problem> problems) {
        var ocr = scanned.wantedFor(page);
        if (ocr.isEmpty()) {
            return page;
        }
        try {
            return ScannedPages.read(pdf, number, page, ocr.get());
        } catch (IOException | RuntimeException e) {
            problems.add(new Problem(Kind.PARTLY_READ, place(number), "OCR: " + words(e)));
            return page;
        }
    }

    static String place(int page) {
        return "第" + page + "页";
    }

    private static String words(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
