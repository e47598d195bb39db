package cn.jixiao.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.dictionary.Vocabulary;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Mentions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every entry of the dictionary keeps what its own examples promise.
class DictionaryExamplesTest {

    private static final Shelf SHELF = Shelf.of(Path.of(System.getProperty("jixiao.home"), "dictionaries"));
    private static final Indicators INDICATORS = Indicators.load(SHELF);
    private static final Observer OBSERVER = new Observer(INDICATORS, Vocabulary.load(SHELF), (reported, name) -> Optional.empty());

    @TestFactory
    Stream<DynamicTest> examples() {
        return INDICATORS.examples().stream().map(example -> DynamicTest.dynamicTest(
                example.indicator() + (example.holds() ? " + " : " - ") + example.sentence(), () -> check(example)));
    }

    private static void check(Indicators.Example example) {
        var heads = new StringBuilder();
        for (int i = 0; i < example.headings().size(); i++) {
            heads.append("一二三四五".charAt(i)).append('、').append(example.headings().get(i)).append('\n');
        }
        var text = heads + example.sentence();
        var raw = example.mention().of(example.sentence());
        var stand = new Stand(text, new Facts(null, DocumentType.OTHER, null, null, null, 2023, null, List.of()), List.of());
        var mentions = List.of(Marked.mention(heads.length() + example.mention().start(), raw));
        var found = OBSERVER.observe(stand.document(), stand.outline(), new Mentions(mentions, List.of())).getFirst();
        if (example.holds()) {
            assertEquals(example.indicator(), found.indicator(), example.place() + " " + found.rules());
        } else {
            assertNotEquals(example.indicator(), found.indicator(), example.place() + " " + found.rules());
        }
    }

    @Test
    void everyIndicatorHasExamplesAndACounterexample() {
        for (var indicator : INDICATORS.all()) {
            long holds = INDICATORS.examples().stream().filter(each -> each.indicator().equals(indicator.id()) && each.holds()).count();
            long not = INDICATORS.examples().stream().filter(each -> each.indicator().equals(indicator.id()) && !each.holds()).count();
            assertTrue(holds >= 2 && not >= 1, indicator.id() + " has " + holds + " examples and " + not + " counterexamples");
        }
    }
}
