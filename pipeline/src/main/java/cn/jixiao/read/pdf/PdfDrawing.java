package cn.jixiao.read.pdf;

import cn.jixiao.document.Block;
import cn.jixiao.document.Box;
import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Source;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Draws what the machine saw over what a person sees: a page as an image, with a box around each paragraph (blue),
/// each table (orange) and cell (green), whatever was set apart (grey) and any spans to be shown (red).
public final class PdfDrawing {

    private static final Color PARAGRAPH = new Color(30, 90, 220);
    private static final Color TABLE = new Color(230, 140, 0);
    private static final Color CELL = new Color(0, 140, 60);
    private static final Color ASIDE = new Color(130, 130, 130);
    private static final Color MARK = new Color(220, 30, 30);

    private final Document document;
    private final double scale;

    private PdfDrawing(Document document, double dpi) {
        this.document = document;
        this.scale = dpi / 72;
    }

    /// Takes the pages one by one.
    public interface Drawn {
        void page(int number, BufferedImage image) throws IOException;
    }

    /// Draws every page.
    ///
    /// @param source the PDF that `document` was read from
    /// @param marks further spans to be shown, those of observations for example
    /// @return how many pages there are
    /// @throws IOException if the file cannot be rendered
    public static int each(Source source, Document document, int dpi, List<Span> marks, Drawn drawn)
            throws IOException {
        try (var pdf = open(source.content())) {
            var renderer = new PDFRenderer(pdf);
            var drawing = new PdfDrawing(document, dpi);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var image = renderer.renderImageWithDPI(page - 1, dpi, ImageType.RGB);
                drawing.page(page, marks, image, dpi);
                drawn.page(page, image);
            }
            return pdf.getNumberOfPages();
        }
    }

    private void page(int page, List<Span> marks, BufferedImage image, int dpi) {
        var pen = image.createGraphics();
        pen.setStroke(new BasicStroke(dpi / 96f));
        document.blocks().forEach(block -> block(block, page, pen));
        marks.forEach(mark -> each(mark, page, MARK, pen));
        pen.dispose();
    }

    private static PDDocument open(Content content) throws IOException {
        return switch (content) {
            case Content.OfFile(var path) -> Loader.loadPDF(path.toFile(), "");
            case Content.OfBytes(var bytes) -> Loader.loadPDF(bytes, "");
        };
    }

    private void block(Block block, int page, Graphics2D pen) {
        switch (block) {
            case Paragraph paragraph -> whole(paragraph.span(), page, PARAGRAPH, pen);
            case Heading heading -> whole(heading.span(), page, PARAGRAPH, pen);
            case Marginal marginal -> whole(marginal.span(), page, ASIDE, pen);
            case Table table -> {
                whole(table.span(), page, TABLE, pen);
                cells(table, page, pen);
            }
        }
    }

    private void cells(Table table, int page, Graphics2D pen) {
        for (var cell : table.cells()) {
            whole(cell.span(), page, CELL, pen);
            cell.nested().forEach(inner -> cells(inner, page, pen));
        }
    }

    private void whole(Span span, int page, Color colour, Graphics2D pen) {
        document.layout().places(span).stream().filter(place -> place.page() == page).map(Layout.Place::box)
                .reduce(Box::union).ifPresent(box -> draw(box, colour, pen));
    }

    private void each(Span span, int page, Color colour, Graphics2D pen) {
        document.layout().places(span).stream().filter(place -> place.page() == page)
                .forEach(place -> draw(place.box(), colour, pen));
    }

    private void draw(Box box, Color colour, Graphics2D pen) {
        pen.setColor(colour);
        pen.draw(new Rectangle2D.Double(box.left() * scale, box.top() * scale,
                (box.right() - box.left()) * scale, (box.bottom() - box.top()) * scale));
    }
}
