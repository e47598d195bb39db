package cn.jixiao.read.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Page;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.ocr.Ocr;
import cn.jixiao.read.ocr.PageOcr;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

/// Pages that are pictures. The figures are Latin, so that no Chinese font is needed to draw them.
class ScannedPagesTest {

    private static final int DPI = 300;

    /// A page of A4 with a line of words and a ruled table of two rows and three columns.
    private static BufferedImage page() {
        var image = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setRenderingHint(java.awt.RenderingHints.KEY_TEXT_ANTIALIASING,
                java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 2480, 3508);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 56));
        pen.drawString("2023 12348", 300, 400);
        String[][] cells = {{"345.86", "338.12", "97.76%"}, {"1,200", "87", "100%"}};
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                pen.drawRect(300 + column * 600, 600 + row * 150, 600, 150);
                pen.drawRect(301 + column * 600, 601 + row * 150, 598, 148);
                pen.drawString(cells[row][column], 400 + column * 600, 690 + row * 150);
            }
        }
        pen.dispose();
        return image;
    }

    private static byte[] pdf(String words) throws IOException {
        try (var pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(LosslessFactory.createFromImage(pdf, page()), 0, 0, page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            if (!words.isEmpty()) {
                var second = new PDPage(PDRectangle.A4);
                pdf.addPage(second);
                try (var content = new PDPageContentStream(pdf, second)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(100, 700);
                    content.showText(words);
                    content.endText();
                }
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static Document read(byte[] bytes, Ocr ocr) {
        return new PdfReader(ocr).read("id", new Source("scan.pdf", new Content.OfBytes(bytes)));
    }

    private static void assumeTesseract() {
        assumeTrue(PageOcr.installed().isPresent(), "Tesseract with Chinese data is not installed");
    }

    @Test
    void withoutOcrItWaits() throws IOException {
        var document = read(pdf(""), Ocr.OFF);
        assertEquals(Document.Status.NEEDS_OCR, document.status());
        assertEquals(Problem.Kind.SCANNED, document.problems().getFirst().kind());
    }

    @Test
    void wordsAndTableOfAPicture() throws IOException {
        assumeTesseract();
        var document = read(pdf(""), Ocr.AUTO);
        assertSeen(document, 1);
        assertEquals(Document.Status.OK, document.status());
        assertEquals(Problem.Kind.READ_BY_OCR, document.problems().getFirst().kind());
    }

    @Test
    void onlyThePageThatNeedsIt() throws IOException {
        assumeTesseract();
        var document = read(pdf("A text layer of its own"), Ocr.AUTO);
        assertEquals(Page.Origin.OCR, document.pages().get(0).origin());
        assertEquals(Page.Origin.TEXT, document.pages().get(1).origin());
        assertTrue(document.text().endsWith("A text layer of its own"), document.text());
    }

    @Test
    void everyPageIfAsked() throws IOException {
        assumeTesseract();
        var document = read(pdf("A text layer of its own 2023"), Ocr.ALWAYS);
        assertEquals(Page.Origin.OCR, document.pages().get(1).origin());
        assertTrue(document.text().contains("2023"), document.text());
    }

    @Test
    void aPictureFile() throws IOException {
        assumeTesseract();
        assertSeen(picture(Ocr.AUTO), 1);
    }

    @Test
    void aPictureFileWithoutOcrWaits() throws IOException {
        assertEquals(Document.Status.NEEDS_OCR, picture(Ocr.OFF).status());
    }

    private static Document picture(Ocr ocr) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(page(), "png", out);
        return new PictureReader("image/png", ocr).read("id", new Source("scan.png", new Content.OfBytes(out.toByteArray())));
    }

    private static void assertSeen(Document document, int page) {
        assertTrue(document.text().startsWith("2023 12348"), document.text());
        var table = document.tables().findFirst().orElseThrow();
        assertEquals("345.86\t338.12\t97.76%\n1,200\t87\t100%", document.textOf(table.span()));
        var cell = table.at(1, 2).orElseThrow();
        var place = document.layout().places(cell.span()).getFirst();
        assertEquals(page, place.page());
        double points = 72.0 / DPI;
        assertEquals(1600 * points, place.box().left(), 4);
        assertEquals(820 * points, (place.box().top() + place.box().bottom()) / 2, 8);
    }
}
