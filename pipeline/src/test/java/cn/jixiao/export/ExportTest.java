package cn.jixiao.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.compare.Comparer;
import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.ComparisonQuery;
import cn.jixiao.compare.Knowledge;
import cn.jixiao.compare.Places;
import cn.jixiao.dictionary.CellRules;
import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Records;
import cn.jixiao.index.Reports;
import cn.jixiao.index.Workspace;
import cn.jixiao.observation.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes out has the contract's keys, the same bytes every time, and nothing a spreadsheet would run.
class ExportTest {

    private static final String DOCUMENT = "doc_id source title doc_type agency evaluator region_code region year period "
            + "projects media_type pages chars status warnings";
    private static final String OBSERVATION = "id doc_id source region_code region agency year period project indicator "
            + "label breakdown kind role comparator value unit raw evidence confidence";
    private static final String FINDING = "rule holds severity message observations expected found doc_id source";

    private static final Knowledge KNOWLEDGE = new Knowledge(id -> Optional.empty(), DerivedIndicators.NONE, CellRules.NONE,
            Synonyms.NONE, Places.NONE);

    @TempDir
    Path folder;

    private @Nullable Records records;

    private static Reports stone() {
        return Reports.at("in/stone.txt").of(Reports.county(1, "青石县"), "青石县司法局", 2023)
                .told("=SUM(A1)，支出920余万元，办理87件。", "fund.spent", "9.2E+6", "CNY", "920余万元")
                .told("计划办理70件。", "legal_aid.cases", "70", "件", "70件", draft -> draft.role = Role.TARGET)
                .told("办理87件。", "legal_aid.cases", "87", "件", "87件")
                .finding("sum.listed", false, "3 + 4 ≠ 8");
    }

    private static Reports bare() {
        return Reports.at("bare.txt").paragraph("只有一句话。");
    }

    private byte[] export(Path workspace, RecordKind kind, RecordFormat format, Reports... reports) throws IOException {
        var space = new Workspace(workspace, Lexicon.NONE);
        try (var writer = space.write()) {
            for (var report : reports) {
                writer.put(report.extraction(), report.entry());
            }
            writer.commit();
        }
        var out = new ByteArrayOutputStream();
        try (Records records = space.read()) {
            format.write(records, kind, out);
        }
        return out.toByteArray();
    }

    private List<JsonNode> lines(RecordKind kind) throws IOException {
        var text = new String(export(folder, kind, RecordFormat.JSONL, stone(), bare()), StandardCharsets.UTF_8);
        var found = new ArrayList<JsonNode>();
        for (var line : text.lines().toList()) {
            found.add(new ObjectMapper().readTree(line));
        }
        return found;
    }

    @Test
    void recordsHaveTheKeysOfTheContract() throws IOException {
        for (var each : List.of(List.of(RecordKind.DOCUMENTS, DOCUMENT), List.of(RecordKind.OBSERVATIONS, OBSERVATION),
                List.of(RecordKind.FINDINGS, FINDING))) {
            var kind = (RecordKind) each.get(0);
            var records = lines(kind);
            assertFalse(records.isEmpty());
            for (var record : records) {
                var keys = new ArrayList<String>();
                record.fieldNames().forEachRemaining(keys::add);
                assertEquals(kind.keys(), keys);
                assertTrue(keys.containsAll(List.of(((String) each.get(1)).split(" "))), keys.toString());
            }
        }
    }

    @Test
    void valuesAreAsTheContractSpellsThem() throws IOException {
        var observation = lines(RecordKind.OBSERVATIONS).getFirst();
        assertEquals("南华省云岭市青石县", observation.get("region").asText());
        assertEquals("990101", observation.get("region_code").asText());
        assertEquals("2023", observation.get("period").asText());
        assertEquals("actual", observation.get("role").asText());
        assertEquals("amount", observation.get("kind").asText());
        assertTrue(observation.get("breakdown").isNull());
        assertTrue(observation.get("evidence").get("page").isNull());
        int start = observation.get("evidence").get("start").asInt();
        assertEquals("920余万元", stone().extraction().document().text().substring(start, observation.get("evidence").get("end").asInt()));
        var text = new String(export(folder, RecordKind.OBSERVATIONS, RecordFormat.JSONL, stone()), StandardCharsets.UTF_8);
        assertTrue(text.contains("\"value\":9200000,"), text);
        var bare = lines(RecordKind.DOCUMENTS).getFirst();
        assertEquals("bare.txt", bare.get("source").asText());
        assertTrue(bare.get("region").isNull() && bare.get("year").isNull() && bare.get("agency").isNull());
        assertEquals("ok", bare.get("status").asText());
    }

    @Test
    void twoImportsInAnotherOrderGiveTheSameBytes() throws IOException {
        for (var kind : RecordKind.values()) {
            for (var format : List.of(RecordFormat.JSONL, RecordFormat.CSV)) {
                assertArrayEquals(export(folder.resolve("one"), kind, format, stone(), bare()),
                        export(folder.resolve("two"), kind, format, bare(), stone()), kind + " " + format);
            }
        }
    }

    @Test
    void csvOpensRightlyAndRunsNothing() throws IOException {
        var bytes = export(folder, RecordKind.OBSERVATIONS, RecordFormat.CSV, stone());
        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, java.util.Arrays.copyOf(bytes, 3));
        var text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains(",'=SUM(A1)，支出920余万元，办理87件。,"), text);
        assertTrue(text.contains(",9200000,CNY,"), text);
        assertEquals("'+1+1", CsvText.cell("+1+1"));
        assertEquals("'@x", CsvText.cell("@x"));
        assertEquals("-12.5", CsvText.cell("-12.5"));
        assertEquals("\"a\"\"b,c\"", CsvText.cell("a\"b,c"));
    }

    private Comparison comparison(Reports... reports) throws IOException {
        export(folder, RecordKind.DOCUMENTS, RecordFormat.JSONL, reports);
        records = new Workspace(folder, Lexicon.NONE).read();
        return new Comparer(records, KNOWLEDGE).compare(ComparisonQuery.of("legal_aid.cases"));
    }

    @AfterEach
    void close() {
        if (records != null) {
            records.close();
        }
    }

    @Test
    void aComparisonReadsWellAtATerminal() throws IOException {
        var chinese = Labels.of(Locale.SIMPLIFIED_CHINESE);
        var other = Reports.at("in/egret.txt").of(Reports.county(2, "白鹭湖县"), "白鹭湖县司法局", 2023)
                .told("办理1234件。", "legal_aid.cases", "1234", "件", "1234件").told("办理1240件。", "legal_aid.cases", "1240", "件", "1240件");
        assertEquals("""
                legal_aid.cases（件，实际值）
                地区       2023
                青石县       87
                白鹭湖县  1,234  [1]
                已报        2/2
                [1] 白鹭湖县 2023 同一报告前后不一致；规则：先出现者；取自 in/egret.txt；另有 1,240件（in/egret.txt）
                """, ComparisonFormat.TABLE.write(comparison(stone(), other), chinese));
    }

    @Test
    void growthStandsBelowTheFigures() throws IOException {
        var before = Reports.at("before.txt").of(Reports.county(1, "青石县"), "青石县司法局", 2022)
                .told("办理60件。", "legal_aid.cases", "60", "件", "60件");
        export(folder, RecordKind.DOCUMENTS, RecordFormat.JSONL, before, stone());
        try (var records = new Workspace(folder, Lexicon.NONE).read()) {
            var comparison = new Comparer(records, KNOWLEDGE).compare(ComparisonQuery.of("legal_aid.cases").withGrowth());
            assertEquals("""
                    legal_aid.cases（件，实际值）
                    地区    2022    2023
                    青石县    60      87
                      同比          +45%
                    已报     1/1     1/1
                    """, ComparisonFormat.TABLE.write(comparison, Labels.of(Locale.SIMPLIFIED_CHINESE)));
        }
    }

    @Test
    void aComparisonTellsTheSameInEveryFormat() throws IOException {
        var comparison = comparison(stone());
        var english = Labels.of(Locale.ENGLISH);
        var csv = ComparisonFormat.CSV.write(comparison, english);
        assertTrue(csv.startsWith("\uFEFF"));
        assertTrue(csv.contains("990101,南华省云岭市青石县,2023,87,件,=,2023,agreed"), csv);
        var cell = new ObjectMapper().readTree(ComparisonFormat.JSON.write(comparison, english)).get("tables").get(0)
                .get("rows").get(0).get("cells").get(0);
        assertEquals(87, cell.get("value").asInt());
        assertEquals("办理87件。", cell.get("evidence").get(0).get("evidence").get("sentence").asText());
        var page = ComparisonFormat.HTML.write(comparison, english);
        assertTrue(page.contains("87") && page.contains("办理87件。") && !page.contains("src=") && !page.contains("http"), page);
    }

    @Test
    void everyLabelIsThereInBothLanguages() {
        for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            var labels = Labels.of(locale);
            for (var status : Comparison.Status.values()) {
                assertFalse(labels.of("status." + status).isBlank());
            }
            for (var rule : List.of("whole-report", "whole-year", "usual-unit", "exact", "confidence", "told-most", "first",
                    "sum-of-areas", "not-additive")) {
                assertFalse(labels.of("rule." + rule).isBlank());
            }
        }
    }

    @Test
    void columnsAlignByWhatATerminalShows() {
        assertEquals(7, TextTable.width("青石县A"));
        assertEquals(2, TextTable.width("𠮷"));
        assertEquals(4, TextTable.width("（，"));
    }
}
