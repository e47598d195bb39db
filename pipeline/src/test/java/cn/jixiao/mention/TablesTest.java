package cn.jixiao.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Outline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Numbers in cells take their unit from the headings; nothing is read across a border.
class TablesTest {

    @Test
    void bareNumbersTakeTheUnitOfTheirPlace() {
        assertEquals(List.of("326.40|amount|=|3264000|CNY"), cell("326.40", "万元"));
        assertEquals(List.of("1,500,000.00|amount|=|1500000|CNY"), cell("1,500,000.00", "元"));
        assertEquals(List.of("94.91|rate|=|94.91|%"), cell("94.91", "%"));
        assertEquals(List.of("1.9|rate|=|0.19|%"), cell("1.9", "‰"));
        assertEquals(List.of("≥6000|count|>=|6000|人次"), cell("≥6000", "人次"));
        assertEquals(List.of("≥ 60|count|>=|60|人次"), cell(" ≥ 60 ", "人（次）"));
        assertEquals(List.of("18.5|score|=|18.5|分"), cell("18.5", "分"));
        assertEquals(List.of("-3.20|amount|=|-32000|CNY"), cell("-3.20", "万元"));
        assertEquals(List.of("250万|amount|=|2500000|CNY"), cell("250万", "万元"));
        assertEquals(List.of("0|amount|=|0|CNY"), cell("0", "万元"));
        assertEquals(List.of("不少于12|count|>=|12|期"), cell("不少于12", "期"));
    }

    @Test
    void aUnitInTheCellWins() {
        assertEquals(List.of("338.12万元|amount|=|3381200|CNY"), cell("338.12万元", "元"));
        assertEquals(List.of("97.76%|rate|=|97.76|%"), cell("97.76%", "万元"));
        assertEquals(List.of("=158 件|count|=|158|件"), cell("=158 件", "人"));
    }

    @Test
    void numbersWithoutAnyUnitAreLeftOut() {
        assertEquals(List.of(), cell("326.40", null));
        assertEquals(List.of(), cell("2021.12.31", "件"));
        assertEquals(List.of(), cell("—", "万元"));
        // A mobile telephone in a form of money.
        assertEquals(List.of(), cell("13800000000", "万元"));
    }

    @Test
    void rangesAndBoundsBehindTheNumber() {
        assertEquals(List.of("3-5|count|>=|3|次", "3-5|count|<=|5|次"), cell("3-5", "次"));
        assertEquals(List.of("300以上|count|>=|300|人次"), cell("300以上", "人次"));
        assertEquals(List.of("20以内|rate|<=|20|%"), cell("20以内", "%"));
        assertEquals(List.of("400余|count|>|400|场"), cell("400余", "场"));
    }

    @Test
    void aColumnOfComparatorsBoundsTheNumberBesideIt() {
        assertEquals(List.of("735|count|>=|735|人次"), beside("≧", "735", "人次"));
        assertEquals(List.of("100|rate|=|100|%"), beside("═", "100", "%"));
        assertEquals(List.of("95|rate|<=|95|%"), beside("小于等于", "95", "%"));
        assertEquals(List.of("95%|rate|>=|95|%"), beside("≥", "95%", "%"));
        assertEquals(List.of("95|rate|=|95|%"), beside("定性", "95", "%"));
    }

    private static List<String> beside(String left, String right, String unit) {
        var text = left + "\t" + right;
        int border = left.length();
        var cells = List.of(new Cell(new Span(0, border), 0, 0), new Cell(new Span(border + 1, text.length()), 0, 1));
        var table = new Table(new Span(0, text.length()), 1, 2, cells, null, null);
        var document = new Document("i", "s", "t", text, List.of(table), List.of(), Layout.NONE, List.of());
        var places = cells.stream().map(cell -> new Grid.Place(cell, false, List.of(), List.of(), null, null, unit)).toList();
        var outline = new Outline(Facts.UNKNOWN, List.of(), List.of(), List.of(), List.of(new Grid(1, table, places, null)));
        return Fixture.FINDER.find(document, outline).mentions().stream().map(Fixture::line).toList();
    }

    @Test
    void ordinalColumnsAreLeftOutByName() {
        var ordinal = new ColumnMeaning("number", List.of("序号"), ColumnMeaning.Use.ORDINAL, null, null, null);
        var found = find("14", "万元", ordinal);
        assertEquals(List.of(), found.mentions());
        assertEquals("ordinal-column", found.exclusions().getFirst().rule());
    }

    @Test
    void nothingIsReadAcrossCells() {
        var text = "预算12\t万元支出";
        var cells = List.of(new Cell(new Span(0, 4), 0, 0), new Cell(new Span(5, 9), 0, 1));
        var table = new Table(new Span(0, 9), 1, 2, cells, null, null);
        var document = new Document("i", "s", "t", text, List.of(table), List.of(), Layout.NONE, List.of());
        assertEquals(List.of(), Fixture.FINDER.find(document, Fixture.NOTHING).mentions());
    }

    @Test
    void lineBreaksInsideAPassageAreLookedOver() {
        assertEquals(List.of("59人\n次|count|=|59|人次"),
                Fixture.find("提供律师59人\n次，其中").mentions().stream().map(Fixture::line).toList());
        assertEquals(List.of("4.29\n万元|amount|=|42900|CNY"),
                Fixture.find("支付4.29\n万元").mentions().stream().map(Fixture::line).toList());
    }

    @Test
    void marginalBlocksAreNotRead() {
        var document = new Document("i", "s", "t", "共12页\n支出3万元", List.of(new Marginal(new Span(0, 4), Marginal.Kind.FOOTER),
                new Paragraph(new Span(5, 10))), List.of(), Layout.NONE, List.of());
        var found = Fixture.FINDER.find(document, Fixture.NOTHING);
        assertEquals(1, found.mentions().size());
        assertEquals(List.of(), found.exclusions());
    }

    private static List<String> cell(String text, String unit) {
        return find(text, unit, null).mentions().stream().map(Fixture::line).toList();
    }

    private static cn.jixiao.observation.Mentions find(String text, String unit, ColumnMeaning meaning) {
        var all = new Span(0, text.length());
        var cell = new Cell(all, 0, 0);
        var table = new Table(all, 1, 1, List.of(cell), null, null);
        var document = new Document("i", "s", "t", text, List.of(table), List.of(), Layout.NONE, List.of());
        var places = new ArrayList<Grid.Place>();
        places.add(new Grid.Place(cell, false, List.of(), List.of(), meaning, null, unit));
        var grid = new Grid(1, table, places, null);
        return Fixture.FINDER.find(document, new Outline(Facts.UNKNOWN, List.of(), List.of(), List.of(), List.of(grid)));
    }
}
