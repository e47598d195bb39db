package cn.jixiao.read.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentBuilderTest {

    private static DocumentBuilder builder() {
        return new DocumentBuilder("id", Source.ofText("a.txt", ""), "text/plain");
    }

    @Test
    void blocksCellsAndRowsAreParted() {
        var builder = builder();
        builder.paragraph(" 表1\u00a0资金 ");
        builder.paragraph("\u3000\u3000");
        builder.table(new TableDraft().row().cell("甲").cell("乙").row().cell("1").cell("2"));
        builder.heading("二、成效", 1);
        var document = builder.build();
        assertEquals("表1 资金\n甲\t乙\n1\t2\n二、成效", document.text());
        var table = document.tables().findFirst().orElseThrow();
        assertEquals("2", document.textOf(table.at(1, 1).orElseThrow().span()));
        assertEquals("表1 资金", document.textOf(table.caption()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "表1 资金使用情况 | - | 表1 资金使用情况 | -",
        "表一：资金使用情况 | - | 表一：资金使用情况 | -",
        "附表2-1 绩效目标 | 单位：万元 | 附表2-1 绩效目标 | 单位：万元",
        "项目支出绩效自评表 | （2023年度） | 项目支出绩效自评表 | -",
        "资金使用情况表（单位:元） | - | 资金使用情况表（单位:元） | 单位:元",
        "资金使用情况表（万元） | - | 资金使用情况表（万元） | 万元",
        "资金使用情况表　　单位：万元 | - | 资金使用情况表 | 单位：万元",
        "表1 资金使用情况 金额单位:元 | - | 表1 资金使用情况 | 金额单位:元",
        "耐用品统计表 | 单位：台 | 耐用品统计表 | 单位：台",
        "自评表 | 单位：某县司法局 | - | -",
        "支出情况良好，详见下表。 | - | - | -",
        "全年支出5万元 | 金额单位：人民币万元 | - | 金额单位：人民币万元"})
    void captionsAndUnits(String first, String second, String caption, String unit) {
        var builder = builder();
        builder.paragraph(first);
        if (second != null) {
            builder.paragraph(second);
        }
        var table = builder.table(new TableDraft().row().cell("甲").cell("1")).orElseThrow();
        var document = builder.build();
        assertEquals(caption, table.caption() == null ? null : document.textOf(table.caption()));
        assertEquals(unit, table.unitLine() == null ? null : document.textOf(table.unitLine()));
    }

    @Test
    void aUnitInTheFirstRowOfAForm() {
        var builder = builder();
        var table = builder.table(new TableDraft().row().cell(1, 2, List.of(new CellDraft.Words("金额单位：万元")))
                .row().cell("预算").cell("5")).orElseThrow();
        assertNull(table.caption());
        assertEquals("金额单位：万元", builder.build().textOf(table.unitLine()));
    }

    @Test
    void nothingReadIsAProblem() {
        var document = builder().build();
        assertEquals(List.of(Problem.of(Problem.Kind.NO_TEXT)), document.problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "97.76 | % | 97.76%", "年度资金 | 总额 | 年度资金总额", "Hello | world | Hello world",
        "5.2 | 4.6 | 5.2/4.6", "办案87件。 | 宣传5场 | 办案87件。/宣传5场", "推进法治建设 | 2.加强督查 | 推进法治建设/2.加强督查",
        "≥ | 70件 | ≥70件", "目标1：办案 | 目标2：宣传 | 目标1：办案/目标2：宣传"})
    void linesOfACell(String above, String below, String expected) {
        assertEquals(expected, Wording.join(List.of(above, below)).replace('\n', '/'));
    }

    /// Cells put anywhere, over each other too: all words stay, and no place is covered twice.
    @TestFactory
    Stream<DynamicTest> noWordIsLostFromATable() {
        return cases(random -> {
            var draft = new TableDraft();
            var words = new ArrayList<String>();
            int count = random.nextInt(2, 31);
            for (int i = 0; i < count; i++) {
                words.add("格" + (char) ('A' + i));
                draft.put(random.nextInt(10), random.nextInt(10), random.nextInt(-1, 13), random.nextInt(-1, 13),
                        List.of(new CellDraft.Words(words.getLast())), null);
            }
            var builder = builder();
            var table = builder.table(draft).orElseThrow();
            var document = builder.build();
            assertEquals(words, table.cells().stream().map(cell -> document.textOf(cell.span())).sorted().toList());
            assertNoPlaceTwice(table);
        });
    }

    private static void assertNoPlaceTwice(Table table) {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                int r = row;
                int c = column;
                assertTrue(table.cells().stream().filter(cell -> cell.covers(r, c)).count() <= 1);
            }
        }
    }

    /// Whatever comes, every printed character stands in a block, in order.
    @TestFactory
    Stream<DynamicTest> everyPrintedCharacterIsInABlock() {
        return cases(random -> {
            var paragraphs = lines(random, " \n\t\u3000\u00a0。%5\u200b\r一丁七万");
            var builder = builder();
            paragraphs.forEach(builder::paragraph);
            assertEquals(printed(String.join("", paragraphs)), printed(inBlocks(builder.build())));
        });
    }

    @TestFactory
    Stream<DynamicTest> joiningLosesNothing() {
        return cases(random -> {
            var lines = lines(random, "。%5，1.a（）一丁七万");
            var all = printed(String.join("", lines));
            assertEquals(all, printed(Wording.join(lines)));
            assertEquals(all, printed(String.join("", Wording.paragraphs(lines, 10))));
        });
    }

    /// Five hundred random cases; a failing one is named by its seed.
    private static Stream<DynamicTest> cases(Consumer<Random> property) {
        long first = new Random().nextLong();
        return LongStream.range(first, first + 5).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
            var random = new Random(seed);
            for (int i = 0; i < 100; i++) {
                property.accept(random);
            }
        }));
    }

    private static List<String> lines(Random random, String letters) {
        return Stream.generate(() -> random.ints(random.nextInt(21), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1)).collect(Collectors.joining()))
                .limit(random.nextInt(9)).toList();
    }

    private static String inBlocks(Document document) {
        var out = new StringBuilder();
        document.blocks().forEach(block -> out.append(document.textOf(block.span())));
        return out.toString();
    }

    private static String printed(String text) {
        return text.replaceAll("[\\s\\u3000\\u00a0\\u200b]", "");
    }
}
