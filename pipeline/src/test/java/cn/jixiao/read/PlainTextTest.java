package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Content;
import cn.jixiao.document.Source;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a sentence cut by a page goes on",
                        "（1）已建成公共法律服务中心：区级服务实体平台1个、村级服\n\n务工作室88个，覆盖全区。\n\n二、成效",
                        "P （1）已建成公共法律服务中心：区级服务实体平台1个、村级服务工作室88个，覆盖全区。\nP 二、成效"),
                Arguments.of("titles and headings are not joined",
                        "2023年某区司法局法律援助经费项目\n\n1-10月份绩效运行监控报告\n\n1、提高责任意识，增强管理能力\n\n目标是基础，必须牢固树立。",
                        "P 2023年某区司法局法律援助经费项目\nP 1-10月份绩效运行监控报告\nP 1、提高责任意识，增强管理能力\n"
                                + "P 目标是基础，必须牢固树立。"),
                Arguments.of("text wrapped at a width",
                        """
                        　　二〇二三年某县法律援助中心在县委、县政府的坚强领导下全年办理
                        各类法律援助案件八百余件，为受援人挽回经济损失三百二十四万余元，
                        群众满意度明显提高。
                        　　资金使用方面严格按照有关财务管理制度执行并且全部用于办理案件
                        补贴。""",
                        "P 二〇二三年某县法律援助中心在县委、县政府的坚强领导下全年办理各类法律援助案件八百余件，为受援人挽回"
                                + "经济损失三百二十四万余元，群众满意度明显提高。\nP 资金使用方面严格按照有关财务管理制度执行并且"
                                + "全部用于办理案件补贴。"),
                Arguments.of("a form set apart by spaces, its rows of different widths",
                        """
                        项目名称  校舍维修
                        项目资金  预算数  执行数  执行率
                        年度资金总额  50.00  48.00  96%
                        其他资金
                        指标 目标值 完成值 得分
                        维修校舍 3栋 3栋 20

                        一、说明""",
                        """
                        T 6x4
                          项目名称 | 校舍维修
                          项目资金 | 预算数 | 执行数 | 执行率
                          年度资金总额 | 50.00 | 48.00 | 96%
                          其他资金[1x4]
                          指标 | 目标值 | 完成值 | 得分
                          维修校舍 | 3栋 | 3栋 | 20
                        P 一、说明"""),
                Arguments.of("a table of strokes, with the rule of Markdown",
                        "| 指标 | 目标 | 完成 | 得分 |\n|---|---|---|---|\n| 讲座 | 5 | 6 | 10 |\n| 咨询 | 8 | 9 | 10 |\n首页 | 新闻",
                        "T 4x4\n  指标 | 目标 | 完成 | 得分\n  讲座 | 5 | 6 | 10\n  咨询 | 8 | 9 | 10\n  首页 | 新闻"),
                Arguments.of("a form that lost the empty cells at the ends of its rows",
                        "项目资金\t预算数\t执行数\n\t10\t9\n指标\t值\t得分\t备注\n\t5\t4",
                        "T 4x4\n  项目资金[2x1] | 预算数 | 执行数\n  10 | 9\n  指标[2x1] | 值 | 得分 | 备注\n  5 | 4"),
                Arguments.of("a table of tabs cut by a page, its head repeated",
                        "表1 目标\n\n一级\t二级\t指标值\n产出\t数量\t≥70件\n\n一级\t二级\t指标值\n\t质量\t≥90%\n效益\t社会\t提升\n\n二、成效",
                        """
                        P 表1 目标
                        T 4x3 caption=表1 目标
                          一级 | 二级 | 指标值
                          产出[2x1] | 数量 | ≥70件
                          质量 | ≥90%
                          效益 | 社会 | 提升
                        P 二、成效"""),
                Arguments.of("a line over the whole width of a table",
                        "甲\t乙\n分解\n丙\t1\n丁\t2", "T 4x2\n  甲 | 乙\n  分解[1x2]\n  丙 | 1\n  丁 | 2"),
                Arguments.of("contents, page numbers and litter",
                        "目 录\n\n一、概况\t1\n二、成效\t15\n\n一、概况\n[bookmark: _GoBack]全年支出5万元。\n (\n- 2 -\n)\n第3页 共9页",
                        """
                        CONTENTS 目 录
                        CONTENTS 一、概况 1
                        CONTENTS 二、成效 15
                        P 一、概况
                        P 全年支出5万元。
                        PAGE_NUMBER (
                        PAGE_NUMBER - 2 -
                        PAGE_NUMBER )
                        PAGE_NUMBER 第3页 共9页"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void shows(String why, String text, String expected) {
        assertEquals(expected, Rendering.of(new Reader().read(Source.ofText("报告.txt", text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "Big5", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void encodingsAreKnownByTheirBytes(String charset) {
        var text = "全年支出5万元，工作成果甚多。\n二、存在的主要問題和原因";
        var words = charset.startsWith("GB") ? text.replace("問題", "问题") : text;
        var bytes = words.getBytes(Charset.forName(charset));
        if (charset.equals("Big5")) {
            words = "全年支出5萬元，工作成果甚多。\n二、存在的主要問題和原因";
            bytes = words.getBytes(Charset.forName(charset));
        }
        assertEquals("P " + words.replace("\n", "\nP "), Rendering.of(new Reader().read(
                new Source("报告.txt", new Content.OfBytes(bytes)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void separatedValues(String charset) {
        var bytes = "指标,目标值,\"说明\"\n办案,≥70件,\"含\"\"刑事\"\",民事\"\n".getBytes(Charset.forName(charset));
        assertEquals("T 2x3\n  指标 | 目标值 | 说明\n  办案 | ≥70件 | 含\"刑事\",民事", Rendering.of(new Reader().read(
                new Source("表.csv", new Content.OfBytes(bytes)))));
    }
}
