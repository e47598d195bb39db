package cn.jixiao.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.dictionary.Entry;
import cn.jixiao.dictionary.FactWords;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.observation.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactFinderTest {

    private static final Path HOME = Path.of(System.getProperty("jixiao.home", ".."), "dictionaries");
    private static final FactFinder FINDER = new FactFinder(FactWords.load(Shelf.of(HOME)), Regions.load(Shelf.of(HOME)));
    private static final Set<String> KEYS = Set.of("text", "file", "title", "type", "agency", "evaluator", "region", "year",
            "period");

    static Stream<Entry> examples() throws IOException {
        return Entry.parse("examples.yaml", Files.readString(HOME.resolve("facts/examples.yaml"))).stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsTheFactsOfAFirstPage(Entry example) {
        example.allow(KEYS);
        var facts = FINDER.find(Pages.of(example.optional("file").orElse("a.txt"), example.text("text")));
        var wanted = new TreeMap<String, String>();
        var found = new TreeMap<String, String>();
        for (var key : KEYS) {
            if (!key.equals("text") && !key.equals("file") && example.optional(key).isPresent()) {
                wanted.put(key, example.text(key));
                found.put(key, value(facts, key));
            }
        }
        assertEquals(wanted, found, () -> example.place() + " " + example.text("text").lines().findFirst() + facts.rules());
    }

    private static String value(Facts facts, String key) {
        Object value = switch (key) {
            case "title" -> facts.title();
            case "type" -> facts.type().key();
            case "agency" -> facts.agency();
            case "evaluator" -> facts.evaluator();
            case "region" -> facts.region() == null ? null : facts.region().code();
            case "year" -> facts.year();
            case "period" -> facts.period();
            default -> throw new AssertionError(key);
        };
        return value == null ? "-" : value.toString();
    }
}
