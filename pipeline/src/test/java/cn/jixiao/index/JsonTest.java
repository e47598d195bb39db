package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Box;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Line;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Page;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Exclusion;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Project;
import cn.jixiao.observation.Role;
import cn.jixiao.observation.Section;
import cn.jixiao.record.Json;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every kind of record of the spine survives being stored.
class JsonTest {

    private static Span span(int start, int end) {
        return new Span(start, end);
    }

    @Test
    void everyPartOfAReportComesBack() {
        var inner = new Table(span(12, 13), 1, 1, List.of(new Cell(span(12, 13), 0, 0)), null, null);
        var cell = new Cell(span(12, 13), 0, 0, 1, 2, "收支表!B3", List.of(inner));
        var table = new Table(span(12, 16), 1, 2, List.of(cell), span(8, 11), span(9, 10));
        var line = new Line(span(0, 3), 1, new Box(1, 2, 3, 4), new float[] {1, 1.5f, 2, 3});
        var document = new Document("id", "a.pdf", "application/pdf", "标题一\n段落。\n页眉\n\n数据数据数据",
                List.of(new Heading(span(0, 3), 1), new Paragraph(span(4, 7)), new Marginal(span(8, 10), Marginal.Kind.HEADER),
                        table), List.of(new Page(1, 595.3, 841.9, Page.Origin.TEXT)), new Layout(List.of(line)),
                List.of(new Problem(Problem.Kind.PAGE_SCANNED, "第3页", "detail")));
        var meaning = new ColumnMeaning("target_value", List.of("目标值"), ColumnMeaning.Use.VALUE, Role.TARGET, null, "件");
        var outline = new Outline(new Facts("标题", DocumentType.MONITORING, null, "某事务所", Reports.PREFECTURE, 2023,
                new Period(YearMonth.of(2023, 1), YearMonth.of(2023, 10)), List.of("year:title")),
                List.of(new Section(1, "一、", "标题", span(0, 3), span(0, 7))), List.of(span(4, 7)),
                List.of(new Project("援助", List.of(span(4, 7)))),
                List.of(new Grid(1, table, List.of(new Grid.Place(cell, false, List.of(cell), List.of(), meaning, null, "件")), "万元")));
        var body = new RecordDocuments.Body(document, outline,
                new Mentions(List.of(), List.of(new Exclusion(span(0, 1), "标", "date"))), null);

        var back = Json.unpacked(Json.packed(body), RecordDocuments.Body.class);

        assertEquals(outline, back.outline());
        assertEquals(body.mentions(), back.mentions());
        assertEquals(document.blocks(), back.document().blocks());
        assertEquals(document.pages(), back.document().pages());
        assertEquals(document.problems(), back.document().problems());
        assertArrayEquals(line.edges(), back.document().layout().lines().getFirst().edges());
        assertArrayEquals(Json.bytes(body), Json.bytes(back));
    }
}
