package cn.jixiao.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words and synonyms: those of the program can be read, a user's lie over them, a broken line is named.
class WordListsTest {

    @TempDir
    Path folder;

    private static Shelf program() {
        return Shelf.of(Path.of(System.getProperty("jixiao.home")).resolve("dictionaries"));
    }

    @Test
    void theProgramsOwnAreRead() {
        assertTrue(Words.load(program()).words().contains("法律援助"));
        assertTrue(Synonyms.load(program()).same("法律援助", "法援"));
        assertTrue(Synonyms.units(program()).same("件", "起"));
        assertFalse(Synonyms.units(program()).same("人", "人次"));
    }

    @Test
    void remarksAndEmptyLinesAreNoWords() throws IOException {
        Files.createDirectories(folder.resolve("words"));
        Files.writeString(folder.resolve("words/own.txt"), "# remark\n\n 柳树湾 \n柳树湾\n");
        assertEquals(List.of("柳树湾"), Words.load(Shelf.of(folder)).words());
    }

    @Test
    void twoWordsOnALineAreNamedWithFileAndLine() throws IOException {
        Files.createDirectories(folder.resolve("words"));
        Files.writeString(folder.resolve("words/own.txt"), "好\n两 词\n");
        var problem = assertThrows(DictionaryException.class, () -> Words.load(Shelf.of(folder)));
        assertTrue(problem.getMessage().startsWith("words/own.txt:2: "), problem.getMessage());
    }

    @Test
    void aWordInTwoGroupsIsNamedWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("synonyms.yaml"), "- words: [甲, 乙]\n- words: [乙, 丙]\n");
        var problem = assertThrows(DictionaryException.class, () -> Synonyms.load(Shelf.of(folder)));
        assertTrue(problem.getMessage().startsWith("synonyms.yaml:2: "), problem.getMessage());
    }

    @Test
    void aPhraseIsPutOtherwiseWordByWord() {
        var synonyms = new Synonyms(List.of(List.of("法律援助", "法援"), List.of("未成年人", "未成年")));
        assertEquals(List.of("法律援助中心", "法援中心"), synonyms.variants("法律援助中心"));
        assertEquals(List.of("未成年人", "未成年"), synonyms.variants("未成年人"));
        assertEquals(List.of("预算"), synonyms.variants("预算"));
    }
}
