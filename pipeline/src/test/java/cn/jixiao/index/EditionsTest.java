package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.index.Link.Relation;
import cn.jixiao.index.Link.Why;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/// What is one report, what is an edition of one, and what only looks alike.
class EditionsTest {

    private static final String BODY = """
            一、项目基本情况。本项目为法律援助经费，用于办理法律援助案件、支付律师补贴和开展宣传活动。
            二、资金情况。全年预算数120.50万元，执行数118.36万元，执行率98.22%%。
            三、绩效目标完成情况。办理法律援助案件%d件，其中农民工案件65件，接待咨询1320人次，开展宣传18场，
            发放资料5600份，群众满意度96.5%%。受援人挽回经济损失%d.75万元，法律援助中心提供窗口服务260天。
            四、存在的问题。宣传覆盖面有待扩大，村级联络员队伍不稳定，个别案件归档不及时。
            五、下一步打算。完善考核办法，加强业务培训，落实案件质量评查制度，提高补贴发放效率。
            """;

    private final List<Editions.Candidate> all = new ArrayList<>();

    private void add(String source, String mediaType, int observations, long modified, @Nullable String agency, Integer year,
            @Nullable Period period, String text) {
        var document = new Document("id of " + source, source, mediaType, text,
                List.of(new Paragraph(new Span(0, text.length()))), List.of(), Layout.NONE, List.of());
        var facts = new Facts("法律援助项目绩效自评报告", DocumentType.SELF_EVALUATION, agency, null, null, year, period, List.of());
        all.add(new Editions.Candidate(new Report(document.id(), source, List.of(source), mediaType, facts, List.of("法律援助"),
                0, text.length(), observations, 0, Document.Status.OK, List.of(), null), Fingerprint.of(document), modified));
    }

    private void add(String source, String text) {
        add(source, "text/plain", 5, 0, "望湖区司法局", 2023, null, text);
    }

    private Map<String, Link> links() {
        var links = Editions.among(all);
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(7));
        assertEquals(links, Editions.among(shuffled), "the order of import decides nothing");
        return links;
    }

    private static Link link(String source, Relation relation, Why why) {
        return new Link("id of " + source, source, relation, why);
    }

    @Test
    void oneReportInTwoFormats() {
        add("a.pdf", "application/pdf", 5, 9, "望湖区司法局", 2023, null, "第1页\n" + BODY.formatted(87, 31).replace("。", "。 \n"));
        add("a.doc", "application/msword", 5, 1, null, 2023, null, BODY.formatted(87, 31));
        assertEquals(Map.of("id of a.pdf", link("a.doc", Relation.SAME, Why.BETTER_FORMAT)), links());
    }

    @Test
    void whatWasReadMoreFullyCounts() {
        add("a.pdf", "application/pdf", 6, 0, "望湖区司法局", 2023, null, BODY.formatted(87, 31));
        add("a.doc", "application/msword", 5, 0, "望湖区司法局", 2023, null, BODY.formatted(87, 31) + " ");
        assertEquals(Map.of("id of a.doc", link("a.pdf", Relation.SAME, Why.MORE_FIGURES)), links());
    }

    @Test
    void aRevisedEditionCounts() {
        add("报告（修订）.txt", BODY.formatted(92, 33).replace("个别案件归档不及时", "补贴标准偏低，经费保障不足，人员流动较大"));
        add("报告.txt", BODY.formatted(87, 31));
        assertEquals(Map.of("id of 报告.txt", link("报告（修订）.txt", Relation.EARLIER_EDITION, Why.NAMED_LATER)), links());
    }

    @Test
    void withoutAWordTheLaterFileCounts() {
        add("a.txt", "text/plain", 5, 100, "望湖区司法局", 2023, null, BODY.formatted(87, 31));
        add("b.txt", "text/plain", 5, 200, "望湖区司法局", 2023, null,
                BODY.formatted(92, 33).replace("个别案件归档不及时", "补贴标准偏低，经费保障不足，人员流动较大").replace("1320", "1402")
                        .replace("5600", "5750").replace("118.36", "119.02"));
        assertEquals(Map.of("id of a.txt", link("b.txt", Relation.EARLIER_EDITION, Why.WRITTEN_LATER)), links());
    }

    @Test
    void oneFormFilledInByTwoUnitsIsTwoReports() {
        add("a.txt", "text/plain", 5, 0, "望湖区司法局", 2023, null, BODY.formatted(87, 31));
        add("b.txt", "text/plain", 5, 0, "青蓝区司法局", 2023, null, BODY.replaceAll("\\d", "7").formatted(55, 20));
        assertEquals(Map.of(), links());
    }

    @Test
    void anotherYearOrAnotherPeriodIsAnotherReport() {
        add("a.txt", "text/plain", 5, 0, "望湖区司法局", 2023, null, BODY.formatted(87, 31));
        add("b.txt", "text/plain", 5, 0, "望湖区司法局", 2022, null, BODY.formatted(87, 31) + "无。");
        add("c.txt", "text/plain", 5, 0, "望湖区司法局", 2021, Period.parse("2021-01/2021-06"), BODY.formatted(87, 31) + "无无。");
        add("d.txt", "text/plain", 5, 0, "望湖区司法局", 2021, Period.parse("2021-01/2021-10"), BODY.formatted(87, 31) + "有。");
        assertEquals(Map.of(), links());
    }

    @Test
    void manyFilledInFormsAreAllReports() {
        for (int i = 0; i < 300; i++) {
            add("f" + i + ".txt", "text/plain", 5, 0, "第" + i + "司法所", 2023, null,
                    BODY.replace("120.50", i + "1.50").replace("118.36", i + "0.36").replace("98.22", i % 90 + ".22")
                            .replace("65", "" + (i + 3)).replace("1320", "" + (i * 7 + 5)).replace("5600", "" + (i * 3 + 11))
                            .replace("260", "" + (i + 100)).replace("18场", i % 40 + "场").formatted(i + 87, i + 31));
        }
        assertEquals(Map.of(), links());
    }
}
