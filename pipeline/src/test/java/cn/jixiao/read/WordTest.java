package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordTest {

    private static String p(String inner) {
        return "<w:p>" + inner + "</w:p>";
    }

    private static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String tc(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(r(text)) + "</w:tc>";
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("runs are joined", p(r("办理") + r("87") + r("件")), "P 办理87件"),
                Arguments.of("a title broken by hand stays one heading",
                        p("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + r("某县2023年度") + "<w:r><w:br/></w:r>"
                                + r("绩效自评报告")), "H1 某县2023年度绩效自评报告"),
                Arguments.of("short lines of a paragraph are apart",
                        p(r("联系人：张三") + "<w:r><w:br/></w:r>" + r("电话：1234567")),
                        "P 联系人：张三\nP 电话：1234567"),
                Arguments.of("a sign of percent is never cut off",
                        p(r("执行率97.76") + "<w:r><w:br/></w:r>" + r("%。")), "P 执行率97.76%。"),
                Arguments.of("deleted text goes, inserted text stays",
                        p(r("支出") + "<w:del><w:r><w:delText>35</w:delText></w:r></w:del><w:ins>" + r("36")
                                + "</w:ins>" + r("万元")), "P 支出36万元"),
                Arguments.of("field codes go, results stay",
                        p("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"x\""
                                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("附表")
                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r("见后")), "P 附表见后"),
                Arguments.of("a ringed figure is drawn by its field",
                        p("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>eq \\o\\ac(○,2)"
                                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r("宣传")),
                        "P ②宣传"),
                Arguments.of("a field without end does not swallow the rest",
                        p("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + r("PAGE")) + p(r("正文")), "P 正文"),
                Arguments.of("hidden text is not seen",
                        p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>" + r("明")), "P 明"),
                Arguments.of("a text box told twice is read once",
                        p(r("正文") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p(r("框内"))
                                + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p(r("框内"))
                                + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"),
                        "P 正文\nP 框内"),
                Arguments.of("merged cells, a wrapped cell and a unit line",
                        p(r("表1 资金使用情况")) + p(r("单位：万元")) + "<w:tbl><w:tr>"
                                + tc("<w:gridSpan w:val=\"2\"/>", "项目") + tc("", "执行数") + "</w:tr><w:tr>"
                                + tc("<w:vMerge w:val=\"restart\"/>", "资金") + "<w:tc>" + p(r("年度资金"))
                                + p(r("总额")) + "</w:tc>" + tc("", "338.12") + "</w:tr><w:tr>"
                                + tc("<w:vMerge/>", "") + tc("", "其他") + tc("", "97.76") + "</w:tr></w:tbl>",
                        """
                        P 表1 资金使用情况
                        P 单位：万元
                        T 3x3 caption=表1 资金使用情况 unit=单位：万元
                          项目[1x2] | 执行数
                          资金[2x1] | 年度资金总额 | 338.12
                          其他 | 97.76"""),
                Arguments.of("figures in one cell are never glued",
                        "<w:tbl><w:tr>" + tc("", "甲") + "<w:tc>" + p(r("5.2")) + p(r("4.6"))
                                + "</w:tc></w:tr></w:tbl>", "T 1x2\n  甲 | 5.2/4.6"),
                Arguments.of("a table in a table",
                        "<w:tbl><w:tr>" + tc("", "外") + "<w:tc>" + p(r("前")) + "<w:tbl><w:tr>" + tc("", "内1")
                                + tc("", "内2") + "</w:tr></w:tbl>" + p("") + "</w:tc></w:tr></w:tbl>",
                        "T 1x2\n  外 | 前/内1~内2"),
                Arguments.of("a frame around text is no table",
                        "<w:tbl><w:tr><w:tc>" + p(r("一、概况")) + p(r("全文。")) + "</w:tc></w:tr></w:tbl>",
                        "P 一、概况\nP 全文。"),
                Arguments.of("contents are set apart",
                        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj>"
                                + "</w:sdtPr><w:sdtContent>" + p(r("一、概况") + "<w:r><w:tab/></w:r>" + r("1"))
                                + "</w:sdtContent></w:sdt>" + p(r("一、概况")),
                        "CONTENTS 一、概况 1\nP 一、概况"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shows(String why, String body, String expected) {
        assertEquals(expected, Rendering.of(read(DocxFile.of(body))));
    }

    @Test
    void generatedNumbersAreText() {
        var numbering = """
                <w:abstractNum w:abstractNumId="1">
                <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
                <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
                </w:abstractNum>
                <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
                <w:num w:numId="8"><w:abstractNumId w:val="1"/>
                <w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>""";
        var body = numbered(7, 0, "概况") + numbered(7, 1, "资金") + numbered(7, 2, "5万元到位") + numbered(7, 2, "支出")
                + numbered(7, 0, "目标") + numbered(7, 1, "产出") + numbered(7, 2, "数量") + numbered(8, 0, "附则")
                + numbered(8, 0, "其他");
        assertEquals("""
                P 一、概况
                P （一）资金
                P 1. 5万元到位
                P 2.支出
                P 二、目标
                P （一）产出
                P 1.数量
                P 九、附则
                P 十、其他""", Rendering.of(read(DocxFile.of(body).with("numbering", "numbering", numbering))));
    }

    private static String numbered(int list, int level, String text) {
        return p("<w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr></w:pPr>"
                + r(text));
    }

    @Test
    void headingsByInheritedStyleAndMarginalParts() {
        var file = DocxFile.of(p("<w:pPr><w:pStyle w:val=\"a\"/></w:pPr>" + r("二、成效")) + p(r("正文")
                        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
                .with("styles", "styles", """
                        <w:style w:type="paragraph" w:styleId="a"><w:name w:val="我的"/><w:basedOn w:val="b"/></w:style>
                        <w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/></w:style>""")
                .with("header1", "hdr", p(r("某县司法局")))
                .with("footer1", "ftr", p(r("第1页")))
                .with("footnotes", "footnotes", "<w:footnote w:type=\"separator\" w:id=\"0\">" + p(r("x"))
                        + "</w:footnote><w:footnote w:id=\"2\">" + p(r("数据来自台账")) + "</w:footnote>");
        assertEquals("""
                HEADER 某县司法局
                H2 二、成效
                P 正文
                FOOTNOTE 数据来自台账
                FOOTER 第1页""", Rendering.of(read(file)));
    }

    private static Document read(DocxFile file) {
        return new Reader().read(new Source("报告.docx", new Content.OfBytes(file.bytes())));
    }
}
