package cn.jixiao.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.check.Confirmed;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Coverage;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.dictionary.CellRules;
import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Records;
import cn.jixiao.index.Reports;
import cn.jixiao.index.Workspace;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Indicator.Aggregate;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each test is a trap that a spreadsheet would walk into.
class ComparerTest {

    private static final Region STONE = Reports.county(1, "青石县");
    private static final Region EGRET = Reports.county(2, "白鹭县");
    private static final Map<String, Indicator> INDICATORS = Map.of(
            "legal_aid.cases", new Indicator("legal_aid.cases", "法律援助案件数", "cases", Kind.COUNT, List.of("件", "起"), null,
                    Aggregate.SUM, List.of(), List.of()),
            "fund.execution_rate", new Indicator("fund.execution_rate", "预算执行率", "rate", Kind.RATE, List.of("%"), null,
                    Aggregate.MEAN, List.of(), List.of()));

    @TempDir
    Path folder;

    private @Nullable Records records;

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
        return new Comparer(records, new Knowledge(id -> Optional.ofNullable(INDICATORS.get(id)), DerivedIndicators.NONE,
                CellRules.NONE, new Synonyms(List.of(List.of("件", "起"))), Places.NONE)).compare(query);
    }

    @AfterEach
    void close() {
        if (records != null) {
            records.close();
        }
    }

    private static Reports stone(int year) {
        return Reports.at("stone-" + year + ".txt").of(STONE, "青石县司法局", year);
    }

    private static Reports egret(int year) {
        return Reports.at("egret-" + year + ".txt").of(EGRET, "白鹭县司法局", year);
    }

    private static Reports cases(Reports report, String value) {
        return report.told("办理案件" + value + "件。", "legal_aid.cases", value, "件", value + "件");
    }

    private Cell only(Reports... reports) {
        var table = compare(ComparisonQuery.of("legal_aid.cases"), reports).tables().getFirst();
        assertEquals(1, table.rows().size());
        assertEquals(1, table.rows().getFirst().cells().size());
        return table.rows().getFirst().cells().getFirst();
    }

    private static void holds(Cell cell, Status status, String value, String... rules) {
        assertEquals(status, cell.status());
        assertEquals(new BigDecimal(value), cell.value());
        assertEquals(List.of(rules), cell.rules());
    }

    @Test
    void countiesByYearsWithGapsCoverageGrowthAndEvidence() {
        var comparison = compare(ComparisonQuery.of("legal_aid.cases").years(2021, 2023), cases(stone(2021), "80"),
                cases(stone(2022), "100"), cases(egret(2022), "50"), egret(2023).paragraph("没有案件数。"));
        assertEquals(List.of(2021, 2022, 2023), comparison.years());
        var table = comparison.tables().getFirst();
        assertEquals("法律援助案件数", table.name());
        assertEquals("件", table.unit());
        assertEquals(List.of("青石县", "白鹭县"), table.rows().stream().map(Comparison.Row::name).toList());
        assertEquals(List.of(new Coverage(2021, 1, 2), new Coverage(2022, 2, 2), new Coverage(2023, 0, 2)), table.coverage());
        var stone = table.rows().getFirst().cells();
        assertEquals(new BigDecimal("25.00"), stone.get(1).growth());
        assertEquals("办理案件100件。", stone.get(1).evidence().getFirst().evidence().sentence());
        assertEquals(Status.MISSING, stone.get(2).status());
        assertNull(table.rows().get(1).cells().get(1).growth());
    }

    @Test
    void aSubsetIsNotTheWhole() {
        holds(only(cases(stone(2023), "87").told("其中农民工案件30件。", "legal_aid.cases", "30", "件", "30件",
                draft -> draft.breakdown = "农民工")), Status.OK, "87");
    }

    @Test
    void aTargetIsNotWhatWasDone() {
        var report = cases(stone(2023), "87").told("计划70件。", "legal_aid.cases", "70", "件", "70件", draft -> draft.role = Role.TARGET);
        holds(only(report), Status.OK, "87");
        var targets = compare(ComparisonQuery.of("legal_aid.cases").role(Role.TARGET), report);
        assertEquals(new BigDecimal("70"), targets.tables().getFirst().rows().getFirst().cells().getFirst().value());
    }

    @Test
    void aHalfYearYieldsToTheYearAndIsMarkedAlone() {
        var half = new Period(YearMonth.of(2023, 1), YearMonth.of(2023, 6));
        var report = stone(2023).told("上半年40件。", "legal_aid.cases", "40", "件", "40件", draft -> draft.period = half);
        holds(only(report), Status.PARTIAL_YEAR, "40");
        var cell = only(cases(report, "87"));
        holds(cell, Status.OK, "87", "whole-year");
        assertEquals(List.of("40件"), cell.others().stream().map(Observation::raw).toList());
    }

    @Test
    void theSameReportTellingTwoFiguresIsAConflict() {
        var cell = only(cases(cases(cases(stone(2023), "158"), "170"), "170"));
        holds(cell, Status.CONFLICT, "170", "told-most");
        assertEquals(List.of("158件"), cell.others().stream().map(Observation::raw).toList());
    }

    @Test
    void toldTwiceAlikeIsNoConflictNorIsABoundThatHolds() {
        var cell = only(cases(cases(stone(2023), "87"), "87").told("超过80件。", "legal_aid.cases", "80", "件", "80件",
                draft -> draft.comparator = Comparator.GT));
        holds(cell, Status.OK, "87");
        assertEquals(List.of(), cell.others());
    }

    @Test
    void aBoundYieldsToAStatedValueThatItExcludes() {
        holds(only(stone(2023).told("超过90件。", "legal_aid.cases", "90", "件", "90件", draft -> draft.comparator = Comparator.GT)
                .told("办理87件。", "legal_aid.cases", "87", "件", "87件")), Status.CONFLICT, "87", "exact");
    }

    @Test
    void aRevisionWithAnotherFigureIsSeveral() {
        var cell = only(cases(stone(2023), "87"), cases(Reports.at("revised.txt").of(STONE, "青石县司法局", 2023), "88"));
        holds(cell, Status.SEVERAL, "88", "first");
        assertEquals(List.of("stone-2023.txt"), cell.others().stream().map(Observation::source).toList());
    }

    @Test
    void oneProjectOfSeveralYieldsToTheWholeReport() {
        var report = stone(2023).projects("援助", "宣传")
                .told("援助项目办理30件。", "legal_aid.cases", "30", "件", "30件", draft -> draft.project = "援助");
        var cell = only(cases(report, "87"));
        holds(cell, Status.SEVERAL, "87", "whole-report");
    }

    @Test
    void countsOfPeopleAreNotCountsOfCases() {
        var report = stone(2023).told("援助87人次。", "legal_aid.cases", "87", "人次", "87人次");
        var table = compare(ComparisonQuery.of("legal_aid.cases"), report,
                cases(egret(2023), "50"), cases(egret(2022), "40")).tables().getFirst();
        assertEquals("件", table.unit());
        assertEquals(Status.OTHER_UNIT, table.rows().getFirst().cells().get(1).status());
    }

    @Test
    void differentWordsForOneUnitAreOne() {
        var report = stone(2023).told("援助87起。", "legal_aid.cases", "87", "起", "87起");
        holds(only(cases(report, "87")), Status.OK, "87");
    }

    @Test
    void theSurerReadingIsTaken() {
        holds(only(stone(2023).told("受理90件。", "legal_aid.cases", "90", "件", "90件", draft -> draft.confidence = 0.4)
                .told("办理87件。", "legal_aid.cases", "87", "件", "87件")), Status.CONFLICT, "87", "confidence");
    }

    private static Reports held(Reports report, String value) {
        return report.told("分项合计" + value + "件。", "legal_aid.cases", value, "件", value + "件", draft -> {
            draft.confidence = 0.6;
            draft.rules = List.of("prose.object", Confirmed.HELD);
        });
    }

    @Test
    void ofAReportThatContradictsItselfWhatItsArithmeticBearsOutIsTaken() {
        holds(only(held(cases(cases(stone(2023), "90"), "90"), "87")), Status.CONFLICT, "87", "held");
    }

    @Test
    void whatBearsOutOneReportSaysNothingOfAnother() {
        var other = Reports.at("revised.txt").of(STONE, "青石县司法局", 2023);
        holds(only(held(stone(2023), "87"), cases(other, "90")), Status.SEVERAL, "90", "confidence");
    }

    @Test
    void aRowOfAnAreaInATableIsItsWhole() {
        var report = Reports.at("city.txt").of(Reports.PREFECTURE, "云岭市司法局", 2023)
                .told("青石县87件。", "legal_aid.cases", "87", "件", "87件", draft -> {
                    draft.breakdown = "青石县";
                    draft.elsewhere = STONE;
                });
        holds(only(report), Status.OK, "87");
    }

    @Test
    void countsAddUpAlongTheHierarchyAndRatesDoNot() {
        var query = ComparisonQuery.of("legal_aid.cases", "fund.execution_rate").at(Region.Level.PREFECTURE);
        var comparison = compare(query, cases(stone(2023), "87").told("执行率90%。", "fund.execution_rate", "90", "%", "90%"),
                cases(egret(2023), "50").told("执行率80%。", "fund.execution_rate", "80", "%", "80%"), cases(stone(2022), "60"));
        var cases = comparison.tables().getFirst().rows().getFirst();
        assertEquals("南华省云岭市", cases.fullName());
        holds(cases.cells().get(1), Status.SUMMED, "137", "sum-of-areas");
        assertEquals(2, cases.cells().get(1).evidence().size());
        holds(cases.cells().get(0), Status.INCOMPLETE, "60", "sum-of-areas");
        var rates = comparison.tables().get(1).rows().getFirst().cells().get(1);
        assertEquals(Status.NOT_ADDITIVE, rates.status());
        assertNull(rates.value());
        assertEquals(2, rates.others().size());
    }

    @Test
    void aSumOfContradictionsIsOne() {
        var comparison = compare(ComparisonQuery.of("legal_aid.cases").at(Region.Level.PREFECTURE),
                cases(cases(cases(stone(2023), "87"), "87"), "90"), cases(egret(2023), "50"));
        var cell = comparison.tables().getFirst().rows().getFirst().cells().getFirst();
        holds(cell, Status.CONFLICT, "137", "sum-of-areas");
        assertEquals(List.of("90件"), cell.others().stream().map(Observation::raw).toList());
    }

    @Test
    void whatAnAreaTellsItselfIsTakenBeforeTheSum() {
        var comparison = compare(ComparisonQuery.of("legal_aid.cases").at(Region.Level.PREFECTURE),
                cases(stone(2023), "87"), cases(Reports.at("city.txt").of(Reports.PREFECTURE, "云岭市司法局", 2023), "300"));
        holds(comparison.tables().getFirst().rows().getFirst().cells().getFirst(), Status.OK, "300");
    }

    @Test
    void staysWithinAnAreaAnAgencyAndAProject() {
        var reports = new Reports[] {cases(stone(2023), "87"), cases(egret(2023), "50")};
        var within = compare(ComparisonQuery.of("legal_aid.cases").within(EGRET.code(), null, null), reports);
        assertEquals(List.of("白鹭县"), within.tables().getFirst().rows().stream().map(Comparison.Row::name).toList());
        var agencies = compare(ComparisonQuery.of("legal_aid.cases").by(ComparisonQuery.By.AGENCY), reports);
        assertEquals(List.of("白鹭县司法局", "青石县司法局"),
                agencies.tables().getFirst().rows().stream().map(Comparison.Row::name).toList());
        var nowhere = compare(ComparisonQuery.of("legal_aid.cases").within(null, null, "普法"), reports);
        assertTrue(nowhere.years().isEmpty());
    }
}
