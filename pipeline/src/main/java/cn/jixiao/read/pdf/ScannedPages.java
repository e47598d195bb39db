package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import cn.jixiao.read.ocr.Ocr;
import cn.jixiao.read.ocr.PageOcr;
import cn.jixiao.read.ocr.Scan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Reads pages from their picture: as if it were ink of a text layer, so that tables and paragraphs are found alike.
final class ScannedPages {

    private static final int DPI = 300;

    /// Larger pages are rendered coarser: a picture of this many pixels takes as many bytes.
    private static final double MOST_PIXELS = 36_000_000;

    private final Ocr mode;

    ScannedPages(Ocr mode) {
        this.mode = mode;
    }

    /// Whether the page is to be read by OCR, and can be.
    Optional<PageOcr> wantedFor(PageBody page) {
        boolean wanted = switch (mode) {
            case OFF -> false;
            case AUTO -> Findings.isScan(page) || Findings.isGarbled(page);
            case ALWAYS -> true;
        };
        return wanted ? PageOcr.installed() : Optional.empty();
    }

    /// @throws IOException if the page cannot be rendered, or OCR fails or takes too long
    static PageBody read(PDDocument pdf, int number, PageBody before, PageOcr ocr) throws IOException {
        var page = before.page();
        double dpi = Math.min(DPI, Math.sqrt(MOST_PIXELS / (page.width() * page.height())) * 72);
        BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(number - 1, (float) dpi, ImageType.GRAY);
        return page(number, page.width(), page.height(), ocr.read(image, dpi));
    }

    /// The picture is the text now: no page waits for OCR after it.
    static PageBody page(int number, double width, double height, Scan scan) {
        return PageReading.of(new PageInk(number, width, height, glyphs(scan), rulings(scan), 0, false));
    }

    private static List<Glyph> glyphs(Scan scan) {
        return scan.letters().stream().map(letter -> glyph(letter.text(), letter.box(), letter.shown()))
                .toList();
    }

    /// Drawn as nothing over a picture, like the text layers that scanners write.
    private static Glyph glyph(String text, Box box, Box shown) {
        return new Glyph(text, box.left(), box.top(), box.right(), box.bottom(), box.bottom() - box.top(), 0, false,
                true, shown);
    }

    private static List<Ruling> rulings(Scan scan) {
        return scan.strokes().stream()
                .map(stroke -> new Ruling(stroke.horizontal(), stroke.at(), stroke.from(), stroke.to())).toList();
    }
}
