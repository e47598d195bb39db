package cn.jixiao.read.pdf;

import cn.jixiao.document.Document;
import cn.jixiao.document.Page;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Problem.Kind;
import cn.jixiao.document.Source;
import cn.jixiao.read.ocr.Ocr;
import cn.jixiao.read.ocr.PageOcr;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Reads pictures of pages (PNG, JPEG, BMP, and TIFF of several pages) as pages of a scanned PDF are read.
public final class PictureReader {

    /// Scans are taken to show a page of A4, 8.27 by 11.69 inches, upright or lying.
    private static final double SHORT_SIDE = 8.27;
    private static final double SHARP = 300;
    private static final int MOST_PIXELS = 100_000_000;
    private static final int MOST_PAGES = 500;

    private final String mediaType;
    private final Ocr ocr;

    public PictureReader(String mediaType, Ocr ocr) {
        this.mediaType = mediaType;
        this.ocr = ocr;
    }

    /// @throws IOException if no picture can be read from the file
    public Document read(String id, Source source) throws IOException {
        var problems = new ArrayList<Problem>();
        var program = ocr == Ocr.OFF ? Optional.<PageOcr>empty() : PageOcr.installed();
        var pages = new ArrayList<PageBody>();
        try (var bytes = source.content().open(); var in = ImageIO.createImageInputStream(bytes)) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, false, true);
                int count = Math.min(MOST_PAGES, reader.getNumImages(true));
                for (int i = 0; i < count; i++) {
                    if ((long) reader.getWidth(i) * reader.getHeight(i) > MOST_PIXELS) {
                        problems.add(new Problem(Kind.PARTLY_READ, PdfReader.place(i + 1), "> " + MOST_PIXELS));
                        continue;
                    }
                    pages.add(page(i + 1, reader.read(i), program, problems));
                }
            } finally {
                reader.dispose();
            }
        }
        problems.addAll(Findings.of(pages));
        return new Assembly(id, source, mediaType).document(pages, Flow.of(pages), problems);
    }

    private static PageBody page(int number, BufferedImage image, Optional<PageOcr> program, List<Problem> problems) {
        double dpi = Math.min(image.getWidth(), image.getHeight()) / SHORT_SIDE;
        double width = image.getWidth() * 72 / dpi;
        double height = image.getHeight() * 72 / dpi;
        var unread = new PageBody(new Page(number, width, height, Page.Origin.NONE), width, height, List.of(), 0, 0, "",
                1, false);
        if (program.isEmpty()) {
            return unread;
        }
        try {
            var sharp = sharpened(image, SHARP / dpi);
            return ScannedPages.page(number, width, height, program.get().read(sharp, SHARP));
        } catch (IOException | RuntimeException e) {
            problems.add(new Problem(Kind.PARTLY_READ, PdfReader.place(number), "OCR: " + e.getMessage()));
            return unread;
        }
    }

    /// Tesseract was taught with pictures of 300 dots an inch.
    private static BufferedImage sharpened(BufferedImage image, double scale) {
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        var sharp = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_BYTE_GRAY);
        var pen = sharp.createGraphics();
        pen.setRenderingHint(java.awt.RenderingHints.KEY_INTERPOLATION,
                java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return sharp;
    }
}
