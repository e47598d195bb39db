package cn.jixiao.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.dictionary.Entry;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.dictionary.Vocabulary;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Sentences of the genre with what must be made of them, from `observe/*.yaml`.
///
/// `say` holds the sentence with its mentions in [brackets], `under` the headings, outermost first, `title` the report's,
/// and `expect` one line a mention: `indicator role breakdown year`, `-` for none, what is left out is not looked at.
class SentencesTest {

    private static final Shelf SHELF = Shelf.of(Path.of(System.getProperty("jixiao.home"), "dictionaries"));
    private static final Observer OBSERVER = new Observer(Indicators.load(SHELF), Vocabulary.load(SHELF), (reported, name) -> Optional.empty());

    @TestFactory
    Stream<DynamicTest> sentences() throws IOException {
        var folder = Path.of(System.getProperty("jixiao.home"), "pipeline/src/test/resources/observe");
        try (var files = Files.list(folder)) {
            var cases = new ArrayList<Entry>();
            for (var file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
                cases.addAll(Entry.parse(file.getFileName().toString(), Files.readString(file)));
            }
            assertTrue(cases.size() > 20, "the cases are gone");
            return cases.stream().map(each -> DynamicTest.dynamicTest(each.place() + " " + each.text("say"), () -> check(each)));
        }
    }

    private static void check(Entry each) {
        each.allow(Set.of("say", "under", "title", "expect", "type", "label"));
        var heads = new StringBuilder();
        int number = 0;
        for (var head : each.texts("under")) {
            heads.append(number == 0 ? "一、" : number == 1 ? "（一）" : "1.").append(head).append('\n');
            number++;
        }
        var marked = Marked.of(heads + each.text("say"));
        var type = each.optional("type").map(String::toUpperCase).map(DocumentType::valueOf).orElse(DocumentType.SELF_EVALUATION);
        var stand = new Stand(marked.text(), new Facts(each.optional("title").orElse("某县司法局2023年度绩效自评报告"), type, null, null,
                null, 2023, Period.year(2023), List.of()), List.of());
        var found = OBSERVER.observe(stand.document(), stand.outline(), new Mentions(marked.mentions(), List.of()));
        var expected = each.texts("expect");
        assertEquals(expected.size(), found.size(), "as many expectations as mentions");
        var lines = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        for (int i = 0; i < found.size(); i++) {
            var columns = expected.get(i).split(" +");
            wanted.add(found.get(i).raw() + ": " + String.join(" ", columns));
            lines.add(found.get(i).raw() + ": " + told(found.get(i), columns.length));
        }
        assertEquals(String.join("\n", wanted), String.join("\n", lines), () -> rules(found));
        var labels = each.texts("label");
        for (int i = 0; i < labels.size(); i++) {
            assertEquals(labels.get(i), found.get(i).label());
        }
    }

    private static String told(Observation observation, int columns) {
        var all = new String[] {String.valueOf(observation.indicator()), observation.role().key(),
                String.valueOf(observation.breakdown()), String.valueOf(observation.year())};
        return String.join(" ", List.of(all).subList(0, columns)).replace("null", "-");
    }

    private static String rules(List<Observation> found) {
        return String.join("\n", found.stream().map(each -> each.raw() + " [" + each.label() + "] " + each.rules()).toList());
    }
}
