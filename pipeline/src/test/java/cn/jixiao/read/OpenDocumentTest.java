package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// OpenDocument texts and sheets as ISO/IEC 26300 describes them.
class OpenDocumentTest {

    private static final String STYLES = """
            <office:automatic-styles>
              <style:style style:name="P1" style:parent-style-name="Heading_20_1"/>
              <style:style style:name="ce1" style:family="table-cell"><style:table-cell-properties fo:border="0.06pt solid"/></style:style>
              <style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>
              <text:list-style style:name="L1">
                <text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
                <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1"/>
              </text:list-style>
            </office:automatic-styles>""";

    private static Document text(String body) throws IOException {
        return read("text", "<office:text>" + body + "</office:text>", "");
    }

    private static Document sheet(String rows) throws IOException {
        return read("spreadsheet", "<office:spreadsheet>" + rows + "</office:spreadsheet>", "");
    }

    private static Document read(String kind, String body, String manifest) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument." + kind);
            put(zip, "content.xml", "<office:document-content>" + STYLES + "<office:body>" + body
                    + "</office:body></office:document-content>");
            put(zip, "META-INF/manifest.xml", "<manifest:manifest>" + manifest + "</manifest:manifest>");
        }
        return new Reader().read(new Source("report.doc", new Content.OfBytes(out.toByteArray())));
    }

    /// Stored, as the standard wants the first file to be.
    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "<text:p text:style-name='P1'>自评报告</text:p><text:h text:outline-level='2'>一、概况</text:h> | H1 自评报告/H2 一、概况",
        "<text:p>办理<text:span>87</text:span>件<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>含上年结转</text:p></text:note-body></text:note>。</text:p> | P 办理87件。/FOOTNOTE 含上年结转",
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>99件</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>87件<text:change text:change-id='c'/></text:p> | P 87件",
        "<text:p>甲<office:annotation><text:p>批注</text:p></office:annotation>乙<text:s text:c='2'/>丙</text:p> | P 甲乙  丙",
        "<text:p><draw:frame><draw:text-box><text:p>框中87件</text:p></draw:text-box></draw:frame></text:p> | P 框中87件"})
    void wordsOfATextThat(String body, String expected) throws IOException {
        assertEquals(expected, lines(text(body)));
    }

    @Test
    void numbersOfLists() throws IOException {
        var item = "<text:list-item><text:p>%s</text:p></text:list-item>";
        assertEquals("P 一、概况/P 二、成效/P 1.办案/P 三、问题/P 一、再起", lines(text("<text:list text:style-name='L1'>"
                + item.formatted("概况") + "<text:list-item><text:p>成效</text:p><text:list>" + item.formatted("办案")
                + "</text:list></text:list-item></text:list><text:p/><text:list text:style-name='L1' text:continue-numbering='true'>"
                + item.formatted("问题") + "</text:list><text:list text:style-name='L1'>" + item.formatted("再起")
                + "</text:list>")));
    }

    @Test
    void mergedCellsOfATable() throws IOException {
        var document = text("<table:table><table:table-header-rows><table:table-row><table:table-cell "
                + "table:number-columns-spanned='2'><text:p>资金</text:p></table:table-cell><table:covered-table-cell/>"
                + "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>预算</text:p>"
                + "</table:table-cell><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table>");
        var table = document.tables().findFirst().orElseThrow();
        assertEquals("资金\n预算\t5", document.textOf(table.span()));
        assertEquals(2, table.cells().getFirst().columns());
    }

    @Test
    void cellsOfASheetAsTheyAreShown() throws IOException {
        var document = sheet("<table:table table:name='收支'><table:table-row><table:table-cell><text:p>项目</text:p>"
                + "</table:table-cell><table:table-cell table:style-name='ce1'/><table:table-cell office:value='0.94'><text:p>94.00%</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated='16380'/></table:table-row><table:table-row>"
                + "<table:table-cell><text:p>合计</text:p></table:table-cell><table:table-cell table:number-columns-repeated='2'>"
                + "<text:p>7</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated='1048000'>"
                + "<table:table-cell/></table:table-row></table:table>");
        var table = document.tables().findFirst().orElseThrow();
        assertEquals("项目\t\t94.00%\n合计\t7\t7", document.textOf(table.span()));
        assertEquals("收支!C1", table.at(0, 2).orElseThrow().address());
    }

    @Test
    void hiddenSheetsAreNamed() throws IOException {
        var document = sheet("<table:table table:name='草稿' table:style-name='gone'><table:table-row><table:table-cell>"
                + "<text:p>99</text:p></table:table-cell></table:table-row></table:table><table:table table:name='表'>"
                + "<table:table-row><table:table-cell><text:p>87</text:p></table:table-cell></table:table-row></table:table>");
        assertEquals(Problem.Kind.HIDDEN_LEFT_OUT, document.problems().getFirst().kind());
        assertEquals("HEADER 表/P 87", lines(document));
    }

    @Test
    void lockedByAPassword() throws IOException {
        assertEquals(Problem.Kind.ENCRYPTED,
                read("text", "", "<manifest:encryption-data/>").problems().getFirst().kind());
    }

    private static String lines(Document document) {
        return Rendering.of(document).replace("\n", "/");
    }
}
