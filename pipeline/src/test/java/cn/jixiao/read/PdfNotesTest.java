package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.document.Source;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.pdf.PdfNotes;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;

/// The boxes drawn round the operands of findings hold just these operands; the notes are Chinese; the original stays.
class PdfNotesTest {

    @Test
    void boxesHoldTheFiguresThatTheyAreDrawnRound() throws IOException {
        var report = Corpus.EXTRACTIONS.stream().filter(each -> each.document().source().endsWith("beichuankou-2024.pdf"))
                .findFirst().orElseThrow();
        var file = Corpus.REPORTS.resolve("beichuankou-2024.pdf");
        var original = Files.readAllBytes(file);
        var finding = report.findings().stream().filter(each -> !each.holds() && each.rule().equals("sum.score")).findFirst()
                .orElseThrow();
        var raws = new ArrayList<String>();
        var spans = new ArrayList<Span>();
        operands(report, finding.observations(), raws, spans);
        var copies = new ArrayList<byte[]>();
        for (int i = 0; i < 2; i++) {
            var out = new ByteArrayOutputStream();
            assertEquals(1, PdfNotes.write(Source.ofFile(report.document().source(), file), report.document(),
                    List.of(new PdfNotes.Note(spans, "错误", finding.message(), 0xd0021b)), out));
            copies.add(out.toByteArray());
        }
        assertArrayEquals(copies.get(0), copies.get(1), "two copies of one report");
        assertArrayEquals(original, Files.readAllBytes(file), "the original");
        try (var pdf = Loader.loadPDF(copies.getFirst())) {
            var boxed = new ArrayList<String>();
            for (var page : pdf.getPages()) {
                for (var mark : page.getAnnotations()) {
                    assertEquals(finding.message(), mark.getContents());
                    if (mark instanceof PDAnnotationSquare square) {
                        assertTrue(square.getNormalAppearanceStream() != null, "a box that is drawn");
                        boxed.add(words(page, square));
                    } else {
                        assertTrue(mark instanceof PDAnnotationText, mark.getSubtype());
                    }
                }
            }
            assertEquals(raws, boxed);
        }
    }

    private static void operands(Extraction report, List<String> ids, List<String> raws, List<Span> spans) {
        var byId = new HashMap<String, Span>();
        report.observations().forEach(each -> byId.put(each.id(), each.evidence().span()));
        for (var id : ids) {
            spans.add(byId.get(id));
            raws.add(byId.get(id).of(report.document().text()).strip());
        }
    }

    /// What is printed inside a box, by another way than the one that placed it.
    private static String words(PDPage page, PDAnnotationSquare square) throws IOException {
        var box = square.getRectangle();
        var height = page.getCropBox().getHeight();
        var stripper = new PDFTextStripperByArea();
        stripper.addRegion("box", new Rectangle2D.Float(box.getLowerLeftX(), height - box.getUpperRightY(), box.getWidth(),
                box.getHeight()));
        stripper.extractRegions(page);
        return stripper.getTextForRegion("box").strip();
    }
}
