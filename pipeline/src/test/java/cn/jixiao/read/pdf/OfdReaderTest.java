package cn.jixiao.read.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.Archive;
import cn.jixiao.read.Reader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// Packages of one page, objects as GB/T 33190-2016 describes them. The file names lie, since names decide nothing.
class OfdReaderTest {

    private static final String NAMESPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    private static Document read(String objects) throws IOException {
        return read(Map.of("Doc_0/Pages/Page_0/Content.xml",
                "<ofd:Page" + NAMESPACE + "><ofd:Content><ofd:Layer>" + objects + "</ofd:Layer></ofd:Content></ofd:Page>"));
    }

    private static Document read(Map<String, String> pages) throws IOException {
        return new Reader().read(source(pages));
    }

    private static Source source(Map<String, String> pages) throws IOException {
        var files = new TreeMap<>(pages);
        files.put("OFD.xml", "<ofd:OFD" + NAMESPACE + "><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot>"
                + "</ofd:DocBody></ofd:OFD>");
        files.put("Doc_0/Document.xml", "<ofd:Document" + NAMESPACE + "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
                + "0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID=\"9\" BaseLoc=\"Tpls/T.xml\"/>"
                + "</ofd:CommonData><ofd:Pages><ofd:Page BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Source("report.zip", new Content.OfBytes(out.toByteArray()));
    }

    private static String words(double x, double y, String text) {
        return "<ofd:TextObject Boundary=\"" + x + " " + y + " 100 5\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g "
                + (text.length() - 1) + " 4\">" + text + "</ofd:TextCode></ofd:TextObject>";
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "<ofd:PathObject Boundary=\"" + x1 + " " + y1 + " 200 200\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M 0 0 L "
                + (x2 - x1) + " " + (y2 - y1) + "</ofd:AbbreviatedData></ofd:PathObject>";
    }

    @Test
    void wordsStandWhereTheyAreDrawn() throws IOException {
        var document = read(words(30, 50, "办理法律援助案件"));
        assertEquals("办理法律援助案件", document.text());
        assertEquals(OfdReader.MEDIA_TYPE, document.mediaType());
        assertEquals(Document.Status.OK, document.status());
        var box = document.layout().places(document.blocks().getFirst().span()).getFirst().box();
        assertEquals(30 * 72 / 25.4, box.left(), 0.1);
        assertEquals(62 * 72 / 25.4, box.right(), 0.1);
        assertEquals(54 * 72 / 25.4, box.bottom(), 2);
    }

    @Test
    void tablesByTheirRulings() throws IOException {
        var drawn = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            drawn.append(line(20, 40 + i * 10, 120, 40 + i * 10)).append(line(20 + i * 50, 40, 20 + i * 50, 60));
        }
        var document = read(drawn + words(22, 43, "预算数") + words(72, 43, "执行数") + words(22, 53, "326") + words(72, 53, "338"));
        assertEquals("预算数\t执行数\n326\t338", document.textOf(document.tables().findFirst().orElseThrow().span()));
    }

    @Test
    void theTemplateOfAPageIsPartOfIt() throws IOException {
        var document = read(Map.of("Doc_0/Tpls/T.xml", "<ofd:Page" + NAMESPACE + "><ofd:Content>" + words(30, 20, "自评报告")
                + "</ofd:Content></ofd:Page>", "Doc_0/Pages/Page_0/Content.xml", "<ofd:Page" + NAMESPACE
                + "><ofd:Template TemplateID=\"9\"/><ofd:Content>" + words(30, 50, "共87件") + "</ofd:Content></ofd:Page>"));
        assertEquals("自评报告\n共87件", document.text());
    }

    @Test
    void whatIsNotVisibleIsNotRead() throws IOException {
        assertEquals("共87件", read(words(30, 50, "共87件")
                + words(30, 80, "草稿").replace("<ofd:TextObject", "<ofd:TextObject Visible=\"false\"")).text());
    }

    @Test
    void aPageThatIsMissing() throws IOException {
        var document = read(Map.of());
        assertTrue(document.problems().stream().anyMatch(problem -> problem.kind() == Problem.Kind.PARTLY_READ
                && problem.place().equals("第1页")), document.problems().toString());
    }

    @Test
    void pagesOfImagesWaitForOcr() throws IOException {
        var document = read("<ofd:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"5\"/>");
        assertEquals(Document.Status.NEEDS_OCR, document.status());
    }

    @Test
    void nonsenseDoesNotThrow() throws IOException {
        read("<ofd:TextObject Size=\"x\" Boundary=\"1 2\"><ofd:TextCode DeltaX=\"g g g 99999999999 a\">甲乙</ofd:TextCode>"
                + "</ofd:TextObject><ofd:TextObject Size=\"1e300\" CTM=\"1e300 0 0 1e300 0 0\"><ofd:TextCode>甲</ofd:TextCode>"
                + "</ofd:TextObject><ofd:PathObject CTM=\"0 0 0 0 0 0\"><ofd:AbbreviatedData>M L 1 B C NaN 2 L NaN NaN"
                + "</ofd:AbbreviatedData></ofd:PathObject><ofd:ImageObject Boundary=\"\"/>");
    }

    @Test
    void aPackageIsNoArchive() throws IOException {
        assertFalse(Archive.is(read(Map.of())));
    }
}
