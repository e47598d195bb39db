package cn.jixiao.read.pdf;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Prints pages for tests: words and lines at places measured from the upper left of an A4 sheet.
final class Printer implements AutoCloseable {

    /// How programs draw the edges of cells.
    enum Pen { STROKE, THIN_FILL, DOUBLE }

    static final double SIZE = 10;

    static final PDFont FONT = new PDType1Font(FontName.HELVETICA);

    private final PDDocument document = new PDDocument();
    private final float height = PDRectangle.A4.getHeight();
    private PDPageContentStream page = next(0);

    Printer() throws IOException {
    }

    private PDPageContentStream next(int rotation) throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        sheet.setRotation(rotation);
        document.addPage(sheet);
        return new PDPageContentStream(document, sheet);
    }

    Printer page() throws IOException {
        page.close();
        page = next(0);
        return this;
    }

    Printer rotated(int rotation) {
        document.getPage(document.getNumberOfPages() - 1).setRotation(rotation);
        return this;
    }

    Printer text(double x, double baseline, String words) throws IOException {
        return text(x, baseline, SIZE, words);
    }

    Printer text(double x, double baseline, double size, String words) throws IOException {
        page.beginText();
        page.setFont(FONT, (float) size);
        page.newLineAtOffset((float) x, (float) (height - baseline));
        page.showText(words);
        page.endText();
        return this;
    }

    static double width(String words) throws IOException {
        return FONT.getStringWidth(words) / 1000 * SIZE;
    }

    Printer rule(double x1, double y1, double x2, double y2, Pen pen) throws IOException {
        switch (pen) {
            case STROKE -> stroke(x1, y1, x2, y2);
            case THIN_FILL -> {
                page.addRect((float) x1 - 0.25f, (float) (height - y2) - 0.25f, (float) (x2 - x1) + 0.5f,
                        (float) (y2 - y1) + 0.5f);
                page.fill();
            }
            case DOUBLE -> {
                boolean across = y1 == y2;
                stroke(x1, y1, x2, y2);
                stroke(x1 + (across ? 0 : 1.5), y1 + (across ? 1.5 : 0), x2 + (across ? 0 : 1.5),
                        y2 + (across ? 1.5 : 0));
            }
        }
        return this;
    }

    private void stroke(double x1, double y1, double x2, double y2) throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo((float) x1, (float) (height - y1));
        page.lineTo((float) x2, (float) (height - y2));
        page.stroke();
    }

    /// A grid with all its lines and one line of words in each cell.
    Printer grid(double left, double top, double wide, double high, List<List<String>> rows) throws IOException {
        int columns = rows.getFirst().size();
        for (int r = 0; r <= rows.size(); r++) {
            rule(left, top + r * high, left + columns * wide, top + r * high, Pen.STROKE);
        }
        for (int c = 0; c <= columns; c++) {
            rule(left + c * wide, top, left + c * wide, top + rows.size() * high, Pen.STROKE);
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                text(left + c * wide + 4, top + r * high + high - 6, rows.get(r).get(c));
            }
        }
        return this;
    }

    PDDocument document() {
        return document;
    }

    PDPageContentStream stream() {
        return page;
    }

    byte[] bytes() throws IOException {
        page.close();
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    Document read() throws IOException {
        return read(bytes());
    }

    static Document read(byte[] bytes) {
        return new PdfReader().read("id", new Source("printed.pdf", new Content.OfBytes(bytes)));
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
