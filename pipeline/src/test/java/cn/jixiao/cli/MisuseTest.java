package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a mistyped command is told: in Chinese, with the word that is wrong, and what to do.
class MisuseTest {

    /// An English word that is no option, command, choice or file name.
    private static final Pattern ENGLISH = Pattern.compile("(?<![-\\w./])(?:[A-Z][a-z]+|the|is|not|for|was|option|value|argument)(?![\\w.])");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ingset | 这里没有叫“ingset”的命令 | 是不是想写：ingest",
        "compare --regions 临泽县 fund.spent | 没有选项 --regions | --region",
        "compare | 缺少 INDICATOR | jixiao compare --help",
        "compare fund.spent --years | 缺少 --years | jixiao compare --help",
        "export --records observation | --records 不能是“observation” | observations documents findings",
        "export --format excel | --format 不能是“excel” | xlsx",
        "serve --port 八零八零 | --port 不能是“八零八零” | jixiao serve --help",
        "serve --port 1 --port 2 | --port 只能给一次 | jixiao serve --help",
        "status a b | 这里没有叫“a”的命令或参数 | jixiao status --help"})
    void isToldWhatIsWrongAndWhatToDo(String line, String what, String remedy) {
        var run = Run.zh(line.split(" "));
        assertEquals(ExitStatus.USAGE, run.status(), run.err());
        assertTrue(run.err().contains(what), run.err());
        assertTrue(run.err().contains(remedy), run.err());
        assertFalse(ENGLISH.matcher(run.err()).find(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void aFolderThatIsNotThereIsNamedAndNotTheFileInIt() {
        var missing = folder.resolve("没有/的");
        var run = Run.zh("export", "-w", CorpusWorkspace.FOLDER.toString(), "--out", missing.resolve("x.csv").toString());
        assertEquals(ExitStatus.FAILED, run.status());
        assertTrue(run.err().contains("没有文件夹 " + missing + "。"), run.err());
        assertFalse(Files.exists(folder.resolve("没有")));
        assertTrue(Run.zh("evaluate", folder.resolve("gold").toString()).err().contains(folder.resolve("gold") + " 不存在"));
    }

    @Test
    void aNumberThatIsNotThereIsNoSilence() {
        for (var option : List.of("--number", "--page")) {
            var run = Run.zh("explain", "-w", CorpusWorkspace.FOLDER.toString(), "nanping-2021", option, "98765");
            assertEquals("", run.out());
            assertTrue(run.err().contains("没有这样的数字"), run.err());
        }
    }

    @Test
    void anIndicatorIsSearchedByItsName() {
        var byId = Run.zh("search", "-w", CorpusWorkspace.FOLDER.toString(), "indicator:fund.execution_rate value:[0 TO 70]");
        assertTrue(byId.out().contains("66.67%"), byId.out());
        for (var name : List.of("indicator:预算执行率", "指标：\"预算执行率\"")) {
            assertEquals(byId.out(), Run.zh("search", "-w", CorpusWorkspace.FOLDER.toString(), name + " value:[0 TO 70]").out());
        }
        var unknown = Run.zh("search", "-w", CorpusWorkspace.FOLDER.toString(), "indicator:执行情况");
        assertEquals(ExitStatus.USAGE, unknown.status());
        assertTrue(unknown.err().contains("没有指标“执行情况”（第 11 个字符）"), unknown.err());
    }
}
