package cn.jixiao.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.observation.ColumnMeaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The words of tables, sections and projects as data.
class FormsTest {

    private static final Shelf SHELF = Shelf.of(Path.of(System.getProperty("jixiao.home", ".."), "dictionaries"));

    @TempDir
    Path folder;

    @Test
    void headingsAreSpelledAlike() {
        assertEquals("当年财政拨款", HeadingWords.plain("其中： 当年财政拨款 (A)"));
        assertEquals("执行率", HeadingWords.plain("执行率\n（B/A×100%）"));
        assertEquals("资金总额", HeadingWords.plain("（一）资金总额："));
        assertEquals("办案数", HeadingWords.plain("指标1：办案数（件）"));
        assertEquals("完成数", HeadingWords.timeless("2023年1-7月完成数"));
        assertEquals("{period}", HeadingWords.timeless("2023年度"));
        assertEquals(List.of("万元", "A"), HeadingWords.bracketed("完成数（万元）（A）"));
    }

    @Test
    void wordsInFullWinOverEndings() {
        var forms = Forms.load(SHELF);
        assertEquals("full_budget", id(forms, "调整后预算数"));
        assertEquals("forecast_value", id(forms, "全年预计完成情况"));
        assertEquals("actual_value", id(forms, "1-8月执行情况"));
        assertEquals("execution_rate", id(forms, "预算执行率（%）"));
        assertEquals("period", id(forms, "2022年"));
        assertTrue(forms.meaning(Forms.Place.COLUMN, "法律援助").isEmpty());
    }

    @Test
    void thereAreWordsOfManyProvinces() {
        var words = SHELF.books("forms", ".yaml").stream().flatMap(book -> book.entries().stream())
                .flatMap(entry -> entry.texts("words").stream()).distinct().count();
        assertTrue(words >= 150, () -> words + " words");
    }

    @Test
    void unitsAreKnownAsUnits() {
        var forms = Forms.load(SHELF);
        assertEquals("万元", forms.unit("人民币万元").orElseThrow());
        assertEquals("%", forms.unit("％").orElseThrow());
        assertTrue(forms.unit("20分").isEmpty());
        assertEquals("%", forms.unitByEnding("案件办结率（A）").orElseThrow());
    }

    @Test
    void aBrokenEntryStopsWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("forms.yaml"), "- meaning: a\n  use: value\n  words: [甲]\n- meaning: b\n  use: figure\n  words: [乙]\n");
        var thrown = assertThrows(DictionaryException.class, () -> Forms.load(Shelf.of(folder)));
        assertTrue(thrown.getMessage().startsWith("forms.yaml:5: use:"), thrown::getMessage);
    }

    @Test
    void aWordGivenTwiceIsRefused() throws IOException {
        Files.writeString(folder.resolve("forms.yaml"), "- meaning: a\n  use: value\n  words: [甲]\n- meaning: b\n  use: note\n  words: [甲]\n");
        var thrown = assertThrows(DictionaryException.class, () -> Forms.load(Shelf.of(folder)));
        assertTrue(thrown.getMessage().startsWith("forms.yaml:6: words:"), thrown::getMessage);
    }

    @Test
    void aUserLaysWordsOverTheProgramsOwn() throws IOException {
        Files.writeString(folder.resolve("forms.yaml"), "- meaning: target_value\n  use: value\n  role: target\n  words: [指标值, 应办数]\n");
        var forms = Forms.load(Shelf.of(Path.of(System.getProperty("jixiao.home", ".."), "dictionaries"), folder));
        assertEquals("target_value", id(forms, "应办数"));
    }

    @Test
    void numbersOfSectionsAreRead() {
        var headings = Headings.load(SHELF);
        assertEquals(12, headings.number("十二、其他", 0).orElseThrow().value());
        assertEquals("bracketed_han", headings.number("（三）产出", 0).orElseThrow().style().name());
        assertEquals(3, headings.number("③说明", 0).orElseThrow().value());
        assertTrue(headings.number("一是加强宣传", 0).isEmpty());
        assertTrue(headings.isName("存在的问题："));
    }

    @Test
    void projectsAreToldFromSections() {
        var words = ProjectWords.load(SHELF);
        assertTrue(words.isName("甲村道路建设项目"));
        assertTrue(words.isName("普法依法治理经费"));
        for (var no : List.of("项目经费", "重点项目", "项目资金情况", "制度建设", "专项资金")) {
            assertTrue(!words.isName(no), no);
        }
    }

    private static String id(Forms forms, String heading) {
        return forms.meaning(Forms.Place.COLUMN, heading).map(ColumnMeaning::id).orElse("-");
    }
}
