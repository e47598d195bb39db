package cn.jixiao.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Reports;
import cn.jixiao.index.Workspace;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only several reports together show, and what they do not.
class AcrossReportsTest {

    private static final Region STONE = Reports.county(1, "青石县");
    private static final List<String> COUNTS = List.of("legal_aid.cases", "mediation.cases", "publicity.events",
            "legal_aid.consultations", "correction.persons", "staff.training");

    @TempDir
    private Path folder;

    private List<Finding> across(List<Reports> reports) {
        var workspace = new Workspace(folder, Lexicon.NONE);
        try (var writer = workspace.write()) {
            reports.forEach(each -> writer.put(each.extraction(), each.entry()));
            writer.link();
            writer.commit();
        }
        try (var records = workspace.read()) {
            return AcrossReports.of(records);
        }
    }

    private static Reports report(Region region, int year) {
        return Reports.at(region.name() + year + ".txt").of(region, region.name() + "司法局", year);
    }

    private static Reports spent(Reports report, String yuan) {
        return report.told(report.entry().path() + "支出" + yuan + "元。", "fund.spent", yuan, "CNY", yuan + "元", draft -> draft.label = "支出");
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void aHundredfoldJumpFromYearToYearIsNamedWithBothFigures() {
        var found = across(List.of(spent(report(STONE, 2021), "350000"), spent(report(STONE, 2022), "35"), spent(report(STONE, 2023), "36")));
        assertEquals(List.of("outlier.jump"), rules(found));
        assertTrue(found.getFirst().message().contains("2021 年 350000元，2022 年 35元"), found.getFirst().message());
        assertEquals(2, found.getFirst().observations().size());
    }

    @Test
    void growthTwentyfoldIsNone() {
        assertEquals(List.of(), across(List.of(spent(report(STONE, 2021), "350000"), spent(report(STONE, 2022), "7000000"))));
    }

    @Test
    void anAmountThousandsOfTimesItsPeersIsNamed() {
        var reports = new ArrayList<Reports>();
        for (int i = 1; i <= 6; i++) {
            reports.add(spent(report(Reports.county(i, "县" + i), 2023), i == 4 ? "3200000000" : String.valueOf(300_000 + i * 1_000)));
        }
        var found = across(reports);
        assertEquals(List.of("outlier.peer"), rules(found));
        assertTrue(found.getFirst().source().contains("县4"), found.toString());
    }

    @Test
    void threeAreasAreNoPeerGroupAndALargeAreaIsNoSlip() {
        var few = List.of(spent(report(Reports.county(1, "县1"), 2023), "300000"), spent(report(Reports.county(2, "县2"), 2023), "310000"),
                spent(report(Reports.county(3, "县3"), 2023), "3200000000"));
        assertEquals(List.of(), across(few));
        var many = new ArrayList<Reports>();
        for (int i = 1; i <= 6; i++) {
            many.add(spent(report(Reports.county(i, "县" + i), 2022), i == 4 ? "90000000" : "300000"));
        }
        assertEquals(List.of(), across(many).stream().filter(each -> each.rule().equals("outlier.peer")).toList());
    }

    private static Reports filled(int year, int offset) {
        var report = report(STONE, year);
        for (int i = 0; i < COUNTS.size(); i++) {
            var value = String.valueOf(137 + 37 * i + (i < COUNTS.size() - offset ? 0 : year));
            report = report.told(year + "年第" + i + "项" + value + "件。", COUNTS.get(i), value, "件", value + "件");
        }
        return report;
    }

    @Test
    void lastYearsFiguresLeftInPlaceAreNamedOnce() {
        var found = across(List.of(filled(2022, 0), filled(2023, 1)));
        assertEquals(List.of("outlier.copied"), rules(found));
        assertTrue(found.getFirst().message().contains("6 项数据中有 5 项完全相同"), found.getFirst().message());
        assertEquals(5, found.getFirst().observations().size());
    }

    @Test
    void aFewEqualFiguresAreNone() {
        assertEquals(List.of(), across(List.of(filled(2022, 0), filled(2023, 3))));
    }

    private static Reports edition(String name, String cases) {
        var report = Reports.at("a/" + name).of(STONE, "青石县司法局", 2023);
        for (var line : List.of("一、项目基本情况。本项目为法律援助经费，用于支付律师补贴、开展宣传活动和培训联络员。",
                "二、资金情况。全年预算数120.50万元，执行数118.36万元，执行率98.22%，咨询1320人次，宣传18场，资料5600份。",
                "三、存在的问题。村级联络员队伍不稳定，个别案件归档不及时，宣传的覆盖面有待扩大。",
                "四、下一步打算。完善考核办法，加强业务培训，落实案件质量评查制度，提高补贴发放的效率。")) {
            report = report.paragraph(line);
        }
        return report.told("办理法律援助案件" + cases + "件。", "legal_aid.cases", cases, "件", cases + "件");
    }

    @Test
    void whatTwoEditionsTellDifferentlyIsNotedOnTheOneThatCounts() {
        var found = across(List.of(edition("报告.docx", "187"), edition("报告（修订稿）.docx", "178")));
        assertEquals(List.of("conflict.edition"), rules(found));
        assertTrue(found.getFirst().message().contains("178件") && found.getFirst().message().contains("187件"), found.getFirst().message());
        assertEquals(2, found.getFirst().observations().size());
        assertEquals(Finding.Severity.INFO, found.getFirst().severity());
    }

    @Test
    void editionsThatAgreeAreSilent() {
        var later = edition("报告（修订稿）.docx", "187").paragraph("五、附件清单略。");
        assertEquals(List.of(), across(List.of(edition("报告.docx", "187"), later)));
    }
}
