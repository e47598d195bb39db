package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bundled reports imported as a user would, and asked what is known of them.
class TruthTest {

    @TempDir
    private static Path folder;
    private static Path workspace;

    @BeforeAll
    static void imported() {
        workspace = folder.resolve("first");
        assertEquals(ExitStatus.DONE, Run.zh("ingest", "-w", workspace.toString(), Corpus.REPORTS.toString()).status());
    }

    /// One line of the corpus's truth.
    private record Truth(String code, int year, String indicator, BigDecimal value) {
        static Truth of(String line) {
            var parts = line.split(",");
            return new Truth(parts[0], Integer.parseInt(parts[2]), parts[3], new BigDecimal(parts[4]));
        }
    }

    @Test
    void casesByCountyAndYearAreTheTruth() throws IOException {
        var comparison = compare("legal_aid.cases");
        for (var truth : truths("legal_aid.cases")) {
            var cell = cell(comparison, truth);
            // One report contradicts itself on purpose; then the cell must say so and keep both figures in sight.
            boolean told = cell.path("value").isNumber() && cell.path("value").decimalValue().compareTo(truth.value()) == 0
                    || cell.path("status").asText().matches("conflict|several") && cell.path("others").toString()
                            .contains(truth.value().toPlainString());
            assertTrue(told, truth + " but " + cell);
        }
    }

    private static List<Truth> truths(String indicator) throws IOException {
        return Files.readAllLines(Corpus.HOME.resolve("corpus/truth.csv")).stream().skip(1).map(Truth::of)
                .filter(each -> each.indicator().equals(indicator)).toList();
    }

    private static JsonNode compare(String indicator) throws IOException {
        var run = Run.zh("compare", indicator, "--by", "region", "--years", "2020-2024", "--format", "json", "-w",
                workspace.toString());
        assertEquals(ExitStatus.DONE, run.status(), run.err());
        return JsonMapper.builder().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build().readTree(run.out());
    }

    private static JsonNode cell(JsonNode comparison, Truth truth) {
        for (var row : comparison.at("/tables/0/rows")) {
            if (row.path("code").asText().equals(truth.code()) || row.path("region_code").asText().equals(truth.code())) {
                for (var cell : row.path("cells")) {
                    if (cell.path("year").asInt() == truth.year()) {
                        return cell;
                    }
                }
            }
        }
        throw new AssertionError("no cell for " + truth + " in " + comparison);
    }

    @Test
    void twoImportsGiveTheSameBytes() throws IOException {
        var second = folder.resolve("second");
        assertEquals(ExitStatus.DONE, Run.zh("ingest", "-j", "1", "-w", second.toString(), Corpus.REPORTS.toString()).status());
        for (var records : List.of("observations", "documents", "findings")) {
            assertArrayEquals(export(workspace, records), export(second, records), records);
        }
    }

    private static byte[] export(Path from, String records) throws IOException {
        var file = folder.resolve(from.getFileName() + "." + records);
        assertEquals(ExitStatus.DONE, Run.zh("export", "--records", records, "--format", "jsonl", "--out", file.toString(),
                "-w", from.toString()).status());
        var bytes = Files.readAllBytes(file);
        assertTrue(bytes.length > 1000, records);
        return bytes;
    }

    @Test
    void everyCommandAnswers() {
        var w = workspace.toString();
        for (var line : List.of("status", "show nanping-2021", "explain nanping-2021 --number 203", "search 农民工",
                "search indicator:fund.execution_rate value:[0 TO 95]", "audit", "compare fund.execution_rate --evidence",
                "compare legal_aid.cases --by prefecture", "compare 法律援助案件数 --region 青岚市", "dictionary list",
                "dictionary show legal_aid.cases", "completion", "--help")) {
            var arguments = (line + " -w " + w).replace("indicator:fund.execution_rate value:[0 TO 95]",
                    "indicator:fund.execution_rate\u00A0value:[0\u00A0TO\u00A095]").split(" ");
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = arguments[i].replace('\u00A0', ' ');
            }
            if (line.equals("completion") || line.equals("--help")) {
                arguments = new String[] {line};
            }
            var run = Run.zh(arguments);
            assertEquals(ExitStatus.DONE, run.status(), line + "\n" + run.err());
            assertTrue(run.out().length() > 50, line + "\n" + run.out());
        }
    }

    @Test
    void mistakesAreToldWithTheirRemedy() {
        var w = workspace.toString();
        assertTold("没有指标", "compare", "no.such", "-w", w);
        assertTold("不是年度", "compare", "legal_aid.cases", "--years", "20-24", "-w", w);
        assertTold("没有叫", "compare", "legal_aid.cases", "--region", "无此县", "-w", w);
        assertTold("没有找到报告", "show", "nothing-like-it", "-w", w);
        assertTold("有多份报告", "show", "nanping", "-w", w);
        assertTold("引号没有配对", "search", "\"办理", "-w", w);
    }

    private static void assertTold(String words, String... arguments) {
        var run = Run.zh(arguments);
        assertEquals(ExitStatus.USAGE, run.status(), run.err());
        assertTrue(run.err().contains(words), run.err());
    }
}
