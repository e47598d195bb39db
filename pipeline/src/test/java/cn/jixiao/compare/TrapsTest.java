package cn.jixiao.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.compare.Comparison.Standing;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.compare.ComparisonQuery.By;
import cn.jixiao.dictionary.CellRules;
import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Records;
import cn.jixiao.index.Reports;
import cn.jixiao.index.Workspace;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Twenty ways in which a spreadsheet goes wrong, with the program's own dictionaries and real places' codes. The figures
/// are invented.
class TrapsTest {

    private static final String CASES = "legal_aid.cases";
    private static final Knowledge KNOWLEDGE = new Knowledge(Corpus.DICTIONARIES.indicators()::find,
            DerivedIndicators.load(Corpus.DICTIONARIES.shelf()), CellRules.load(Corpus.DICTIONARIES.shelf()),
            Synonyms.units(Corpus.DICTIONARIES.shelf()), Places.of(Corpus.DICTIONARIES.regions()));
    private static final Region STONE = Reports.county(1, "青石县");
    private static final Region EGRET = Reports.county(2, "白鹭县");
    private static final Region PINE = Reports.county(3, "松岭县");

    @TempDir
    Path folder;

    private @Nullable Records records;

    @AfterEach
    void close() {
        if (records != null) {
            records.close();
        }
    }

    private Comparison compare(ComparisonQuery query, Reports... reports) {
        var workspace = new Workspace(folder, Lexicon.NONE);
        try (var writer = workspace.write()) {
            for (var report : reports) {
                writer.put(report.extraction(), report.entry());
            }
            writer.commit();
        }
        close();
        records = workspace.read();
        return new Comparer(records, KNOWLEDGE).compare(query);
    }

    private Cell only(String indicator, int year, Reports... reports) {
        var rows = compare(ComparisonQuery.of(indicator).years(year, year), reports).tables().getFirst().rows();
        return rows.stream().map(row -> row.cells().getFirst()).filter(cell -> cell.status() != Status.MISSING).findFirst()
                .orElseThrow();
    }

    private static Reports report(String path, Region region, int year) {
        return Reports.at(path).of(region, region.name() + "司法局", year);
    }

    private static Reports cases(Reports report, String value) {
        return report.told("办理法律援助案件" + value + "件。", CASES, value, "件", value + "件");
    }

    private static Reports money(Reports report, String indicator, String label, String yuan) {
        return report.told(label + yuan + "元。", indicator, yuan, "CNY", yuan + "元", draft -> draft.label = label);
    }

    private static void holds(Cell cell, Status status, @Nullable String value) {
        assertEquals(status, cell.status(), cell.toString());
        if (value == null) {
            assertNull(cell.value());
        } else {
            assertNotNull(cell.value());
            assertEquals(0, new BigDecimal(value).compareTo(cell.value()), cell.toString());
        }
    }

    private static List<String> raws(List<Observation> observations) {
        return observations.stream().map(Observation::raw).toList();
    }

    @Test
    void trap01RevisionThatCallsItselfSoIsTakenAndTheFirstVersionStaysInSight() {
        var cell = only(CASES, 2023, cases(report("a/报告.docx", STONE, 2023), "87"),
                cases(report("a/报告（修订）.docx", STONE, 2023), "88"));
        holds(cell, Status.SEVERAL, "88");
        assertEquals(List.of("revision"), cell.rules());
        assertTrue(cell.notes().contains(Note.REVISION));
        assertEquals(List.of("87件"), raws(cell.others()));
    }

    @Test
    void trap02DuplicateFileIsCountedOnce() {
        var query = ComparisonQuery.of(CASES).at(Region.Level.PREFECTURE);
        var cell = compare(query, cases(report("a.docx", STONE, 2023), "87"),
                cases(report("a.pdf", STONE, 2023), "87").paragraph("另存为。"), cases(report("b.pdf", EGRET, 2023), "50"))
                .tables().getFirst().rows().getFirst().cells().getFirst();
        holds(cell, Status.SUMMED, "137");
        close();
        assertEquals(List.of(Note.COPIES), compare(ComparisonQuery.of(CASES)).tables().getFirst().rows().getFirst().cells()
                .getFirst().notes());
    }

    @Test
    void trap03HalfYearIsNoYear() {
        var half = new Period(YearMonth.of(2023, 1), YearMonth.of(2023, 6));
        var cell = only(CASES, 2023, report("a.txt", STONE, 2023).told("上半年40件。", CASES, "40", "件", "40件",
                draft -> draft.period = half));
        holds(cell, Status.PARTIAL_YEAR, "40");
        assertNull(cell.standing());
    }

    @Test
    void trap04HalfYearBesideTheYearIsToldAsSuch() {
        var half = new Period(YearMonth.of(2023, 1), YearMonth.of(2023, 6));
        var cell = only(CASES, 2023, cases(report("a.txt", STONE, 2023).told("上半年40件。", CASES, "40", "件", "40件",
                draft -> draft.period = half), "87"));
        holds(cell, Status.OK, "87");
        assertEquals(List.of(Note.PART_OF_YEAR), cell.notes());
    }

    /// 平泉县 130823 became 平泉市 130881 in 2017.
    @Test
    void trap05RenamedCountyStaysOneLine() {
        var regions = Corpus.DICTIONARIES.regions();
        var county = regions.byCode("130823").orElseThrow();
        var city = regions.byCode("130881").orElseThrow();
        var rows = compare(ComparisonQuery.of(CASES), cases(report("old.txt", county, 2015), "100"),
                cases(report("new.txt", city, 2019), "130")).tables().getFirst().rows();
        assertEquals(List.of("平泉市"), rows.stream().map(Comparison.Row::name).toList());
        var cells = rows.getFirst().cells();
        holds(cells.getFirst(), Status.OK, "100");
        assertEquals(List.of(Note.RENAMED), cells.getFirst().notes());
        holds(cells.getLast(), Status.OK, "130");
        assertEquals(List.of(), cells.getLast().notes());
    }

    /// 崇文区 110103 went into 东城区 110101 in 2010.
    @Test
    void trap06MergedCountiesAddUpAndHalfOfThemIsNotTheWhole() {
        var regions = Corpus.DICTIONARIES.regions();
        var east = regions.byCode("110101").orElseThrow();
        var gone = regions.byCode("110103").orElseThrow();
        var rows = compare(ComparisonQuery.of(CASES), cases(report("e8.txt", east, 2008), "60"), cases(report("c8.txt", gone, 2008), "40"),
                cases(report("e9.txt", east, 2009), "70"), cases(report("e12.txt", east, 2012), "120"))
                .tables().getFirst().rows();
        assertEquals(1, rows.size());
        var cells = rows.getFirst().cells();
        holds(cells.get(0), Status.SUMMED, "100");
        assertEquals(List.of(Note.MERGED), cells.get(0).notes());
        holds(cells.get(1), Status.INCOMPLETE, "70");
        holds(cells.getLast(), Status.OK, "120");
    }

    /// 莱城区 371202 of 莱芜市 is 莱芜区 370116 of 济南市 since the end of 2018.
    @Test
    void trap06WhatJoinedAnAreaIsFoundWithinItUnderItsFormerCode() {
        var gone = Corpus.DICTIONARIES.regions().byCode("371202").orElseThrow();
        var rows = compare(ComparisonQuery.of(CASES).within("370100", null, null), cases(report("l.txt", gone, 2015), "60"))
                .tables().getFirst().rows();
        assertEquals(List.of("370116"), rows.stream().map(Comparison.Row::code).toList());
        holds(rows.getFirst().cells().getFirst(), Status.OK, "60");
    }

    @Test
    void trap07TargetRepeatedAsActualYieldsToWhatWasDone() {
        var cell = only(CASES, 2023, report("a.txt", STONE, 2023)
                .told("目标500件。", CASES, "500", "件", "500件", draft -> draft.role = Role.TARGET)
                .told("办理数500件。", CASES, "500", "件", "500件").told("实际办理471件。", CASES, "471", "件", "471件"));
        holds(cell, Status.OK, "471");
        assertEquals(List.of("not-the-target"), cell.rules());
        assertTrue(cell.notes().contains(Note.TARGET));
    }

    @Test
    void trap08TargetAloneIsNoActual() {
        var rows = compare(ComparisonQuery.of(CASES), report("a.txt", STONE, 2023)
                .told("目标500件。", CASES, "500", "件", "500件", draft -> draft.role = Role.TARGET)).tables().getFirst().rows();
        assertTrue(rows.getFirst().cells().stream().allMatch(cell -> cell.value() == null));
    }

    @Test
    void trap09OtherUnitIsNotRankedAmongCases() {
        var table = compare(ComparisonQuery.of(CASES), report("a.txt", STONE, 2023).told("援助900人次。", CASES, "900", "人次", "900人次"),
                cases(report("b.txt", EGRET, 2023), "50"), cases(report("c.txt", PINE, 2023), "40")).tables().getFirst();
        assertEquals("件", table.unit());
        holds(table.rows().getFirst().cells().getFirst(), Status.OTHER_UNIT, "900");
        assertNull(table.rows().getFirst().cells().getFirst().standing());
        assertEquals(new Standing(1, 2, new BigDecimal("100.0")), table.rows().get(1).cells().getFirst().standing());
    }

    @Test
    void trap10ProjectsOfOneReportWithoutAWholeAddUpAndSaySo() {
        var two = report("a.txt", STONE, 2023).projects("援助", "普法")
                .told("援助支出30元。", "fund.spent", "30", "CNY", "30元", draft -> draft.project = "援助")
                .told("普法支出50元。", "fund.spent", "50", "CNY", "50元", draft -> draft.project = "普法");
        var cell = only("fund.spent", 2023, two);
        holds(cell, Status.SUMMED, "80");
        assertEquals(List.of("sum-of-projects"), cell.rules());
        assertEquals(List.of(Note.PROJECTS), cell.notes());
        assertEquals(List.of("30元", "50元"), raws(cell.evidence()));
    }

    @Test
    void trap10SomeProjectsAreNotAllAndRatesAndRepeatedNumbersAreNotAdded() {
        var cell = only("fund.spent", 2023, report("a.txt", STONE, 2023).projects("援助", "普法", "调解")
                .told("援助支出30元。", "fund.spent", "30", "CNY", "30元", draft -> draft.project = "援助")
                .told("普法支出50元。", "fund.spent", "50", "CNY", "50元", draft -> draft.project = "普法"));
        holds(cell, Status.INCOMPLETE, "80");
        var rates = only("fund.execution_rate", 2023, report("a.txt", STONE, 2023).projects("援助", "普法")
                .told("执行率90%。", "fund.execution_rate", "90", "%", "90%", draft -> draft.project = "援助")
                .told("执行率95%。", "fund.execution_rate", "95", "%", "95%", draft -> draft.project = "普法"));
        assertEquals(Status.SEVERAL, rates.status());
        assertTrue(rates.notes().contains(Note.PROJECTS));
        var same = only("fund.spent", 2023, report("a.txt", STONE, 2023).projects("援助", "普法")
                .told("支出30元。", "fund.spent", "30", "CNY", "30元", draft -> draft.project = "援助")
                .told("支出30元。", "fund.spent", "30", "CNY", "30元", draft -> draft.project = "普法"));
        holds(same, Status.OK, "30");
    }

    @Test
    void trap11PartsOfAWholeContradictNothing() {
        var cell = only("fund.spent", 2023, report("a.txt", STONE, 2023).projects("援助", "普法")
                .told("援助支出30元。", "fund.spent", "30", "CNY", "30元", draft -> draft.project = "援助")
                .told("普法支出50元。", "fund.spent", "50", "CNY", "50元", draft -> draft.project = "普法")
                .told("共支出80元。", "fund.spent", "80", "CNY", "80元"));
        holds(cell, Status.OK, "80");
        assertEquals(List.of("whole-report"), cell.rules());
    }

    @Test
    void trap12BudgetOfTheBeginningYieldsToTheAdjustedOne() {
        var report = money(money(money(report("a.txt", STONE, 2023), "fund.budget", "年初批复预算", "520000"),
                "fund.budget", "年中追加", "40000"), "fund.budget", "调整后预算", "560000");
        var cell = only("fund.budget", 2023, report);
        holds(cell, Status.OK, "560000");
        assertEquals(List.of("adjusted-budget"), cell.rules());
        assertEquals(2, cell.others().size());
    }

    @Test
    void trap13OfTheFormsColumnsTheLastBudgetCounts() {
        var cell = only("fund.budget", 2023, report("a.txt", STONE, 2023).row("年度资金总额", "60", "62")
                .figure("fund.budget", "60", "CNY", "60", draft -> draft.column = 1)
                .figure("fund.budget", "62", "CNY", "62", draft -> draft.column = 2));
        holds(cell, Status.OK, "62");
    }

    @Test
    void trap14MonitoringYieldsToTheFinalReport() {
        var cell = only("fund.budget", 2023, money(report("m.txt", STONE, 2023).type(DocumentType.MONITORING), "fund.budget", "预算", "62"),
                money(report("z.txt", STONE, 2023), "fund.budget", "预算", "60"));
        holds(cell, Status.SEVERAL, "60");
        assertEquals(List.of("final-report"), cell.rules());
    }

    @Test
    void trap15NextYearsReportLookingBackYieldsToTheYearsOwn() {
        var cell = only(CASES, 2022, cases(report("2022.txt", STONE, 2022), "87"),
                report("0-2023.txt", STONE, 2023).told("上年91件。", CASES, "91", "件", "91件", draft -> draft.period = Period.year(2022)));
        holds(cell, Status.SEVERAL, "87");
        assertEquals(List.of("report-of-the-year"), cell.rules());
    }

    @Test
    void trap16WhatOnlyNextYearsReportTellsSaysSo() {
        var cell = only(CASES, 2022, report("2023.txt", STONE, 2023).told("上年91件。", CASES, "91", "件", "91件",
                draft -> draft.period = Period.year(2022)));
        holds(cell, Status.OK, "91");
        assertEquals(List.of(Note.OTHER_YEAR), cell.notes());
    }

    @Test
    void trap17BoundIsNoValueToRankOrDivide() {
        var bound = report("a.txt", STONE, 2023).told("300件以上。", CASES, "300", "件", "300件", draft -> draft.comparator = Comparator.GE);
        var cell = only(CASES, 2023, money(bound, "fund.spent", "支出", "1000"));
        assertEquals(List.of(Note.BOUND), cell.notes());
        assertNull(cell.standing());
        var derived = compare(ComparisonQuery.of("derived.cost_per_case")).tables().getFirst().rows().getFirst().cells().getFirst();
        holds(derived, Status.UNDEFINED, null);
        assertEquals(2, derived.others().size());
    }

    @Test
    void trap18CostPerCaseNeedsBothAndNoZero() {
        var table = compare(ComparisonQuery.of("derived.cost_per_case"), money(cases(report("a.txt", STONE, 2023), "80"), "fund.spent", "支出", "100000"),
                money(cases(report("b.txt", EGRET, 2023), "0"), "fund.spent", "支出", "100000"), cases(report("c.txt", PINE, 2023), "5"))
                .tables().getFirst();
        assertEquals("元/件", table.unit());
        holds(table.rows().get(0).cells().getFirst(), Status.OK, "1250");
        holds(table.rows().get(1).cells().getFirst(), Status.UNDEFINED, null);
        assertTrue(table.rows().get(1).cells().getFirst().notes().contains(Note.ZERO));
        holds(table.rows().get(2).cells().getFirst(), Status.MISSING, null);
    }

    @Test
    void trap19NonsenseIsRefused() {
        for (var words : List.of("fund.spent + legal_aid.cases", "fund.execution_rate * legal_aid.cases", "fund.spent /", "fund.spent / no.such",
                "legal_aid.cases / 0")) {
            assertThrows(FormulaException.class, () -> compare(ComparisonQuery.of(words), cases(report("a.txt", STONE, 2023), "1")), words);
        }
        var people = Denominators.parse("code,万人\n990101,20\n");
        assertThrows(FormulaException.class, () -> compare(ComparisonQuery.of("fund.execution_rate").per(people)));
        assertThrows(Denominators.BadTableException.class, () -> Denominators.parse("code,万人\n990101,0\n"));
    }

    @Test
    void trap20SubsetIsNotTheWholeAndAPerHeadFigureNeedsItsHeads() {
        var report = cases(report("a.txt", STONE, 2023).told("农民工30件。", CASES, "30", "件", "30件", draft -> draft.breakdown = "农民工"), "80");
        var query = ComparisonQuery.of(CASES).per(Denominators.parse("\uFEFF代码,年度,万人\n990101,2023,\"20\"\n"));
        var table = compare(query, report, cases(report("b.txt", EGRET, 2023), "5")).tables().getFirst();
        assertEquals("件/万人", table.unit());
        holds(table.rows().getFirst().cells().getFirst(), Status.OK, "4");
        holds(table.rows().get(1).cells().getFirst(), Status.UNDEFINED, null);
        assertTrue(table.rows().get(1).cells().getFirst().notes().contains(Note.NO_DENOMINATOR));
        close();
        var subsets = compare(ComparisonQuery.of(CASES).by(By.BREAKDOWN)).tables().getFirst().rows();
        assertEquals(List.of("青石县 农民工"), subsets.stream().map(Comparison.Row::name).toList());
    }

    @Test
    void completionStandsBesideTargetsAndQuartilesAreInterpolated() {
        var reports = new Reports[4];
        for (int i = 0; i < 4; i++) {
            var value = List.of("10", "20", "40", "80").get(i);
            reports[i] = cases(report(i + ".txt", Reports.county(i + 1, "县" + i), 2023), value).told("目标40件。", CASES, "40", "件",
                    "40件", draft -> draft.role = Role.TARGET);
        }
        var tables = compare(new ComparisonQuery(List.of(CASES, "completion:" + CASES), By.REGION, Region.Level.COUNTY, null, null,
                Role.ACTUAL, true, ComparisonQuery.Scope.ALL, ComparisonQuery.View.PLAIN, null), reports).tables();
        var spread = tables.getFirst().spread().getFirst();
        assertEquals(0, new BigDecimal("17.5").compareTo(spread.lowerQuartile()));
        assertEquals(0, new BigDecimal("30").compareTo(spread.median()));
        assertEquals(0, new BigDecimal("50").compareTo(spread.upperQuartile()));
        var last = tables.getFirst().rows().get(3).cells().getFirst();
        assertNotNull(last.target());
        holds(last.target(), Status.OK, "40");
        assertEquals(new Standing(1, 4, new BigDecimal("100.0")), last.standing());
        holds(tables.get(1).rows().get(3).cells().getFirst(), Status.OK, "200");
    }
}
