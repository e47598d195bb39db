package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.dictionary.Synonyms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bundled reports imported as a user would, and asked what is known of them.
class TruthTest {

    private static final Synonyms SAME_UNITS = Synonyms.units(Corpus.DICTIONARIES.shelf());

    @TempDir
    private static Path folder;
    private final Path workspace = CorpusWorkspace.FOLDER;

    /// One line of the corpus's truth.
    private record Truth(String code, int year, String indicator, BigDecimal value, String unit, String source) {
        static Truth of(String line) {
            var parts = line.split(",");
            return new Truth(parts[0], Integer.parseInt(parts[2]), parts[3], new BigDecimal(parts[4]), parts[5], parts[6]);
        }

        String name() {
            return source + " " + indicator;
        }
    }

    /// The one report that contradicts itself on purpose.
    private static final String CONTRADICTION = "wanghu-2021.html legal_aid.cases";

    @Test
    void everyCellIsTheTruth() throws IOException {
        var truths = truths();
        var comparison = compare(truths.stream().map(Truth::indicator).distinct().toArray(String[]::new));
        var wrong = new ArrayList<String>();
        for (var truth : truths) {
            var cell = cell(comparison, truth);
            boolean right = cell.path("value").isNumber() && cell.path("value").decimalValue().compareTo(truth.value()) == 0
                    && SAME_UNITS.same(truth.unit(), cell.path("unit").asText());
            if (truth.name().equals(CONTRADICTION)) {
                assertTrue(cell.path("status").asText().matches("conflict|several"), cell.toString());
                var all = Stream.concat(cell.path("evidence").valueStream(), cell.path("others").valueStream())
                        .map(each -> each.path("value").decimalValue().toPlainString()).toList();
                assertTrue(all.containsAll(List.of("436", "463")), all.toString());
            } else if (!right) {
                wrong.add(truth + " but " + cell);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Truth> truths() throws IOException {
        return Files.readAllLines(Corpus.HOME.resolve("corpus/truth.csv")).stream().skip(1).map(Truth::of).toList();
    }

    private JsonNode compare(String... indicators) throws IOException {
        var run = Run.zh(Stream.concat(Stream.of("compare", "--by", "region", "--years", "2020-2024", "--format", "json", "-w",
                workspace.toString()), Stream.of(indicators)).toArray(String[]::new));
        assertEquals(ExitStatus.DONE, run.status(), run.err());
        return JsonMapper.builder().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build().readTree(run.out());
    }

    private static JsonNode cell(JsonNode comparison, Truth truth) {
        for (var table : comparison.path("tables")) {
            for (var row : table.path("rows")) {
                for (var cell : row.path("cells")) {
                    if (table.path("indicator").asText().equals(truth.indicator())
                            && row.path("code").asText().equals(truth.code()) && cell.path("year").asInt() == truth.year()) {
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
                "compare legal_aid.cases --by prefecture --growth --stats", "compare 案均成本 completion:legal_aid.cases --role both",
                "compare fund.spent/legal_aid.cases", "compare legal_aid.cases --by breakdown", "compare fund.spent --by project", "compare 法律援助案件数 --region 青岚市", "dictionary list",
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

    /// 崇文区 went into 东城区; 邯郸县 was divided and has no one successor.
    @Test
    void abolishedAreasLeadToTheirSuccessorsAndSaySo() {
        for (var name : List.of("110103", "崇文区")) {
            var run = Run.zh("compare", "legal_aid.cases", "--region", name, "-w", workspace.toString());
            assertEquals(ExitStatus.DONE, run.status(), run.err());
            assertTrue(run.err().contains("北京市东城区（110101）"), run.err());
        }
        var divided = Run.zh("compare", "legal_aid.cases", "--region", "130421", "-w", workspace.toString());
        assertTrue(divided.err().contains("没有单一的后续地区"), divided.err());
    }

    /// A question for figures is answered with them; in quotation marks the same words are looked for as they stand.
    @Test
    void questionsInPlainWordsFindFigures() {
        var low = Run.zh("search", "哪些县执行率低于70", "-w", workspace.toString());
        var same = Run.zh("search", "indicator:fund.execution_rate value:<70 role:actual", "-w", workspace.toString());
        assertTrue(low.out().contains("66.67%"), low.out());
        assertEquals(same.out(), low.out().substring(low.out().indexOf('\n') + 1));
        assertTrue(low.out().startsWith("按数据查询理解为"), low.out());
        var quoted = Run.zh("search", "“调解成功率不低于99%”", "-w", workspace.toString());
        assertFalse(quoted.out().contains("按数据查询理解为"), quoted.out());
    }

    @Test
    void mistakesAreToldWithTheirRemedy() {
        var w = workspace.toString();
        assertTold("没有指标", "compare", "no.such", "-w", w);
        assertTold("不是年度", "compare", "legal_aid.cases", "--years", "20-24", "-w", w);
        assertTold("没有叫", "compare", "legal_aid.cases", "--region", "无此县", "-w", w);
        assertTold("不能相加减", "compare", "fund.spent + legal_aid.cases", "-w", w);
        assertTold("没有意义", "compare", "fund.execution_rate * legal_aid.cases", "-w", w);
        assertTold("看不懂", "compare", "fund.spent / (legal_aid.cases", "-w", w);
        assertTold("没有指标", "compare", "fund.spent / no.such", "-w", w);
        assertTold("--out", "compare", "fund.spent", "--format", "xlsx", "-w", w);
        assertTold("没有找到报告", "show", "nothing-like-it", "-w", w);
        assertTold("有多份报告", "show", "nanping", "-w", w);
        assertTold("引号没有配对", "search", "\"办理", "-w", w);
        assertTold("请给出检索词", "search", " ", "-w", w);
        assertTold("请把它放在引号里", "search", "项目名称：法律援助", "-w", w);
        assertTold("后面还要有词", "search", "办理 and", "-w", w);
        assertTold("相近的有", "compare", "法援案件", "-w", w);
        assertTold("除数为 0", "compare", "legal_aid.cases / 0", "-w", w);
    }

    private static void assertTold(String words, String... arguments) {
        var run = Run.zh(arguments);
        assertEquals(ExitStatus.USAGE, run.status(), run.err());
        assertTrue(run.err().contains(words), run.err());
    }
}
