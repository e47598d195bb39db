package cn.jixiao.read.pdf;

import cn.jixiao.document.Content;
import cn.jixiao.document.Source;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A page of a PDF as people see it, for showing beside what was read. The picture's left upper corner is that of the
/// page's boxes, so that a box in points times the scale is its place in the picture.
public final class PagePicture {

    private static final float POINTS = 72;

    private PagePicture() {
    }

    /// @param page 1-based
    /// @param dpi wished for; less where the picture would have more than `most` pixels
    /// @return a PNG
    /// @throws IOException if there is no such page, or it cannot be drawn
    public static byte[] png(Source source, int page, int dpi, long most) throws IOException {
        try (var pdf = open(source.content())) {
            if (page < 1 || page > pdf.getNumberOfPages()) {
                throw new IOException("no page " + page + " of " + pdf.getNumberOfPages());
            }
            var box = pdf.getPage(page - 1).getCropBox();
            double points = (double) box.getWidth() * box.getHeight();
            if (!(points > 0)) {
                throw new IOException("page " + page + " is empty: " + box);
            }
            double scale = Math.min(dpi / POINTS, Math.sqrt(most / points));
            var renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            return encoded(renderer.renderImage(page - 1, (float) scale, ImageType.RGB));
        } catch (RuntimeException | StackOverflowError e) {
            // Of a broken file PDFBox can throw nearly anything.
            if (e instanceof CancellationException cancelled) {
                throw cancelled;
            }
            throw new IOException("page " + page + " cannot be drawn", e);
        }
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static PDDocument open(Content content) throws IOException {
        var memory = IOUtils.createTempFileOnlyStreamCache();
        return switch (content) {
            case Content.OfFile(var path) -> Loader.loadPDF(path.toFile(), "", null, null, memory);
            case Content.OfBytes(var bytes) -> Loader.loadPDF(bytes, "", null, null, memory);
        };
    }
}
