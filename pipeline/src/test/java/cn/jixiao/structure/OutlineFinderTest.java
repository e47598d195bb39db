package cn.jixiao.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.jixiao.Sketch;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Document;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Project;
import cn.jixiao.observation.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Sections, sentences and projects of drawn reports.
class OutlineFinderTest {

    private static final Shelf SHELF = Shelf.of(Path.of(System.getProperty("jixiao.home", ".."), "dictionaries"));

    @TestFactory
    Stream<DynamicTest> sections() {
        return OutlineCase.in("sections.txt").stream().map(each -> dynamicTest(each.name(), () -> {
            var found = find(Sketch.of(each.drawing()), Facts.UNKNOWN).sections();
            assertEquals(each.expected(), found.stream().map(OutlineFinderTest::shown).toList());
        }));
    }

    private static String shown(Section section) {
        return "  ".repeat(section.level() - 1) + (section.number() + " " + section.title()).strip();
    }

    @TestFactory
    Stream<DynamicTest> sentences() {
        return OutlineCase.in("sentences.txt").stream().map(each -> dynamicTest(each.name(), () -> {
            var document = Sketch.of(each.drawing());
            var found = find(document, Facts.UNKNOWN).sentences();
            assertEquals(each.expected(), found.stream().map(document::textOf).toList());
        }));
    }

    @TestFactory
    Stream<DynamicTest> projects() {
        var cases = OutlineCase.in("projects.txt");
        assertTrue(cases.size() >= 15);
        return cases.stream().map(each -> dynamicTest(each.name(), () -> checkProjects(each)));
    }

    private static void checkProjects(OutlineCase each) {
        var lines = each.drawing().lines().toList();
        var document = Sketch.of(lines.stream().filter(line -> !line.startsWith("标题：") && !line.startsWith("单位："))
                .collect(Collectors.joining("\n")));
        var facts = new Facts(after(lines, "标题："), DocumentType.OTHER, after(lines, "单位："), null, null, null, null, List.of());
        var outline = find(document, facts);
        assertEquals(each.expected().stream().map(line -> line.split(" => ")[0]).filter(name -> !name.equals("无")).toList(),
                outline.projects().stream().map(Project::name).toList());
        for (var line : each.expected()) {
            for (var words : line.split(" => ")[1].split(", ")) {
                int at = document.text().indexOf(words);
                assertTrue(at >= 0, words);
                assertEquals(line.split(" => ")[0], outline.project(at).map(Project::name).orElse("无"), words);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String after(List<String> lines, String key) {
        return lines.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(key.length()))
                .filter(words -> !words.isBlank()).findFirst().orElse(null);
    }

    @Test
    void sectionsNestAndSentencesDoNotOverlap() {
        var outline = find(Sketch.of("一、甲\n（一）乙\n内容。又一句。\n二、丙\n内容。"), Facts.UNKNOWN);
        var sentences = outline.sentences();
        for (int i = 1; i < sentences.size(); i++) {
            assertTrue(sentences.get(i - 1).end() <= sentences.get(i).start());
        }
        assertEquals(List.of("甲", "乙"), outline.path(outline.sections().get(1).heading().end() + 1).stream()
                .map(Section::title).toList());
    }

    /// A hostile file must not take forever: many headings, brackets that never close, one very long line.
    @Test
    void longTextsAreReadOnce() {
        var text = "（".repeat(20_000) + "。".repeat(20_000) + "\n" + "1.项目\n".repeat(20_000) + "甲，".repeat(50_000);
        var outline = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> find(Sketch.of(text), Facts.UNKNOWN));
        assertTrue(outline.sections().size() >= 20_000);
    }

    private static Outline find(Document document, Facts facts) {
        return OutlineFinder.of(SHELF, any -> facts).find(document);
    }
}
