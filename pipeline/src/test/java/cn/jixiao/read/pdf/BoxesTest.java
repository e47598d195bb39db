package cn.jixiao.read.pdf;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jixiao.Corpus;
import cn.jixiao.document.Box;
import cn.jixiao.document.Page;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/// The box that lights up on a page covers the printed digits, and nothing else: what PDFBox alone finds printed inside it
/// is the figure as it was read.
class BoxesTest {

    private static final String PDF = "application/pdf";

    /// A glyph by its middle.
    private record Printed(String words, double x, double y) {
    }

    @Test
    void theBoxesOfTheCorpusCoverTheirFigures() throws IOException {
        check(Corpus.REPORTS, Corpus.EXTRACTIONS);
    }

    @Test
    void theBoxesOfThePracticeReportsCoverTheirFigures() throws IOException {
        var material = System.getenv("JIXIAO_MATERIAL");
        assumeTrue(material != null, "JIXIAO_MATERIAL is not set: practice reports not looked at");
        var folder = Path.of(material, "practice", "pdf");
        check(folder, Corpus.read(folder));
    }

    private static void check(Path folder, List<Extraction> all) throws IOException {
        int right = 0;
        int figures = 0;
        var wrong = new ArrayList<String>();
        for (var extraction : all) {
            if (!extraction.document().mediaType().equals(PDF)) {
                continue;
            }
            var pages = printed(folder.resolve(extraction.document().source().substring(
                    extraction.document().source().lastIndexOf('/') + 1)));
            for (var each : extraction.observations()) {
                if (isPicture(extraction, each.evidence().span())) {
                    continue;
                }
                figures++;
                var under = under(extraction, each.evidence().span(), pages);
                if (bare(under).equals(bare(each.raw()))) {
                    right++;
                } else {
                    wrong.add(extraction.document().source() + ": '" + each.raw() + "' covers '" + under + "'");
                }
            }
        }
        System.out.println("boxes: " + right + " of " + figures + " figures are what is printed in their box");
        assertTrue(figures > 0 && right >= 0.99 * figures, right + " of " + figures + "\n" + String.join("\n", wrong));
    }

    private static boolean isPicture(Extraction extraction, Span span) {
        return extraction.document().layout().places(span).stream().anyMatch(place ->
                extraction.document().pages().get(place.page() - 1).origin() == Page.Origin.OCR);
    }

    private static String under(Extraction extraction, Span span, Map<Integer, List<Printed>> pages) {
        var words = new StringBuilder();
        for (var place : extraction.document().layout().places(span)) {
            pages.getOrDefault(place.page(), List.of()).stream().filter(each -> inside(each, place.box()))
                    .sorted(Comparator.comparingDouble(Printed::x)).forEach(each -> words.append(each.words()));
        }
        return words.toString();
    }

    private static boolean inside(Printed glyph, Box box) {
        return box.left() <= glyph.x() && glyph.x() <= box.right() && box.top() <= glyph.y() && glyph.y() <= box.bottom();
    }

    private static String bare(String words) {
        return words.replaceAll("[\\s\\u00A0\\u3000]", "");
    }

    private static Map<Integer, List<Printed>> printed(Path file) throws IOException {
        var pages = new HashMap<Integer, List<Printed>>();
        try (var pdf = Loader.loadPDF(file.toFile())) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    var page = pages.computeIfAbsent(getCurrentPageNo(), number -> new ArrayList<>());
                    for (var each : positions) {
                        page.add(new Printed(each.getUnicode(), each.getXDirAdj() + each.getWidthDirAdj() / 2,
                                each.getYDirAdj() - each.getHeightDir() / 2));
                    }
                }
            };
            stripper.getText(pdf);
        }
        return pages;
    }
}
