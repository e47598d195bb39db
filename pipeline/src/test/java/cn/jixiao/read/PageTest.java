package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Content;
import cn.jixiao.document.Source;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("line breaks of the source are no spaces",
                        "<p>共办理\n  法律援助案件\n87件</p>", "P 共办理法律援助案件87件"),
                Arguments.of("an article of lines",
                        "<div>　　一、项目概况<br><br>　　2023年支出5万元。<br>　　二、成效<br>　　办案87件。</div>",
                        "P 一、项目概况\nP 2023年支出5万元。\nP 二、成效\nP 办案87件。"),
                Arguments.of("spans, wrapped cells and an unseen row",
                        "<p>表2 支出（单位：万元）</p><table border=1><tr><th colspan=2>项目</th><th>执行率</th></tr>"
                                + "<tr style='display: none'><td>x</td></tr>"
                                + "<tr><td rowspan=2>资金</td><td>年度资金<br>总额</td><td><p>97.76</p><p>%</p></td></tr>"
                                + "<tr><td>&nbsp;其他&nbsp;</td><td>无</td></tr></table>",
                        """
                        P 表2 支出（单位：万元）
                        T 3x3 caption=表2 支出（单位：万元） unit=单位：万元
                          项目[1x2] | 执行率
                          资金[2x1] | 年度资金总额 | 97.76%
                          其他 | 无"""),
                Arguments.of("a table that only lays out the page",
                        "<table width=100%><tr><td><h1>报告</h1><p>" + "全文很长。".repeat(80)
                                + "</p><table border=1><tr><td>甲</td><td>1</td></tr></table></td><td>广告</td></tr>"
                                + "</table>",
                        "H1 报告\nP " + "全文很长。".repeat(80) + "\nT 1x2\n  甲 | 1\nP 广告"),
                Arguments.of("an article in a column of a table",
                        "<table width=900><tr><td class=dqwz>当前位置：首页 &gt; 绩效</td></tr><tr><td>自评报告</td></tr>"
                                + "<tr><td><p>支出5万元。</p><table class=MsoNormalTable><tr><td>办案</td><td>87件</td>"
                                + "</tr></table></td></tr><tr><td>【打印本页】</td></tr></table>",
                        "NAVIGATION 当前位置：首页 > 绩效\nP 自评报告\nP 支出5万元。\nT 1x2\n  办案 | 87件\n"
                                + "NAVIGATION 【打印本页】"),
                Arguments.of("the furniture of a government site",
                        "<ul class='nav'><li><a href=/>首页</a></li><li><a href=/zw>政务公开</a></li></ul>"
                                + "<div>您现在的位置：<a href=/>首页</a> > <a href=/zw>预算</a></div><h1>绩效自评报告</h1>"
                                + "<p>发布时间：2024-03-05 来源：某局 浏览次数：1024</p><p>全年支出5万元。</p>"
                                + "<p>附件：<a href=1.xls>附表1</a></p>"
                                + "<div class='footer'>版权所有 某县人民政府 ICP备12345678号</div>"
                                + "<script>var a = 5;</script>",
                        """
                        NAVIGATION 首页
                        NAVIGATION 政务公开
                        NAVIGATION 您现在的位置：首页 > 预算
                        H1 绩效自评报告
                        NAVIGATION 发布时间：2024-03-05 来源：某局 浏览次数：1024
                        P 全年支出5万元。
                        P 附件：附表1
                        NAVIGATION 版权所有 某县人民政府 ICP备12345678号"""),
                Arguments.of("an ordered list shows its numbers",
                        "<ol start=3><li>办案87件</li><li>宣传5场</li></ol><ul><li>其他</li></ul>",
                        "P 3. 办案87件\nP 4. 宣传5场\nP 其他"),
                Arguments.of("a report in a container with a misleading name is not lost",
                        "<div class='footer'><p>全年办理法律援助案件87件，挽回经济损失200万元。</p></div>",
                        "P 全年办理法律援助案件87件，挽回经济损失200万元。"),
                Arguments.of("nested data tables",
                        "<table border=1><tr><td>外</td><td><table border=1><tr><td>内1</td><td>内2</td></tr></table>"
                                + "</td></tr></table>", "T 1x2\n  外 | 内1~内2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void shows(String why, String body, String expected) {
        assertEquals(expected, Rendering.of(new Reader().read(
                Source.ofText("网页.html", "<html><body>" + body + "</body></html>"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "Big5", "UTF-16"})
    void encodingsAreKnownByTheirBytes(String charset) {
        var page = "<html><head><title>x</title></head><body><p>法院支出，二零二三年工作成果甚多。</p></body></html>";
        var bytes = page.getBytes(Charset.forName(charset));
        assertEquals("P 法院支出，二零二三年工作成果甚多。", Rendering.of(new Reader().read(
                new Source("网页", new Content.OfBytes(bytes)))));
    }

    @Test
    void aWrongDeclarationDoesNotGarble() {
        var page = "<html><head><meta charset=utf-8></head><body><p>绩效自评报告显示支出合规</p></body></html>";
        var bytes = page.getBytes(Charset.forName("GBK"));
        assertEquals("P 绩效自评报告显示支出合规", Rendering.of(new Reader().read(
                new Source("网页.html", new Content.OfBytes(bytes)))));
    }

    /// As browsers save a page in one file, the page itself quoted or in base 64.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageSavedInOneFile(boolean quoted) {
        var words = "办理法律援助案件=87件";
        var html = ("<html><head><meta charset=utf-8></head><body><p>" + words + "</p></body></html>")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var quotes = new StringBuilder();
        for (int i = 0; i < html.length; i++) {
            quotes.append(html[i] < 0x20 || html[i] == '=' ? "=%02X".formatted(html[i] & 0xFF) : (char) html[i])
                    .append(i % 30 == 29 ? "=\r\n" : "");
        }
        var body = quoted ? quotes.toString() : java.util.Base64.getMimeEncoder().encodeToString(html);
        var file = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--x--\"\r\n\r\n"
                + "----x--\r\nContent-Type: text/css\r\n\r\np { }\r\n----x--\r\nContent-Type: text/html\r\n"
                + "Content-Transfer-Encoding: " + (quoted ? "quoted-printable" : "base64") + "\r\n\r\n" + body
                + "\r\n----x----\r\n";
        var read = new Reader().read(Source.ofText("page.doc", file));
        assertEquals("P " + words, Rendering.of(read));
    }
}
