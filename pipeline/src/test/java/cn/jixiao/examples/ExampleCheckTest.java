package cn.jixiao.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.DictionaryException;
import cn.jixiao.dictionary.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleCheckTest {

    @TempDir
    private Path overlay;

    @Test
    void everyExampleOfTheDictionaryHolds() {
        var outcome = ExampleCheck.of(Corpus.DICTIONARIES);
        assertEquals(List.of(), outcome.failures());
        assertTrue(outcome.examples() > 700, outcome.examples() + " examples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"civil", "petition"})
    void aFurtherDomainIsNothingButADictionary(String domain) {
        var home = Corpus.HOME.resolve("dictionaries");
        var dictionaries = Dictionaries.load(Shelf.of(home, home.resolve("domains").resolve(domain)));
        var outcome = new ExampleCheck(new Pipeline(dictionaries), dictionaries).indicators();
        var own = outcome.failures().stream().filter(each -> each.place().contains(domain + ".yaml")).toList();
        assertEquals(List.of(), own);
        assertTrue(dictionaries.indicators().all().size() > Corpus.DICTIONARIES.indicators().all().size());
    }

    @Test
    void everyRelationNamesKnownIndicators() {
        var known = new TreeSet<String>();
        Corpus.DICTIONARIES.indicators().all().forEach(each -> known.add(each.id()));
        var unknown = new TreeSet<>(Corpus.DICTIONARIES.relations().indicators());
        unknown.removeAll(known);
        assertEquals(new TreeSet<String>(), unknown);
    }

    private Dictionaries withOverlay(String yaml) throws IOException {
        Files.createDirectories(overlay.resolve("indicators"));
        Files.writeString(overlay.resolve("indicators/own.yaml"), yaml);
        return Dictionaries.load(Shelf.of(Corpus.HOME.resolve("dictionaries"), overlay));
    }

    @Test
    void aUsersIndicatorNeedsNoJava() throws IOException {
        var dictionaries = withOverlay("""
                - id: library.loans
                  name: 图书借阅量
                  english: Books lent
                  kind: count
                  units: [册次, 册]
                  aggregate: sum
                  terms: [图书借阅, 借阅图书]
                  examples: ["全年借阅图书[3.2万册次]"]
                  counterexamples: ["新购图书[1200册]"]
                """);
        var outcome = new ExampleCheck(new Pipeline(dictionaries), dictionaries).indicators();
        assertEquals(List.of(), outcome.failures());
    }

    @Test
    void anExampleThatDoesNotHoldIsToldWithItsPlace() throws IOException {
        var dictionaries = withOverlay("""
                - id: library.loans
                  name: 图书借阅量
                  english: Books lent
                  kind: count
                  units: [册次]
                  aggregate: sum
                  terms: [图书借阅]
                  examples: ["全年发放宣传册[300册]"]
                """);
        var failures = new ExampleCheck(new Pipeline(dictionaries), dictionaries).indicators().failures();
        assertEquals(1, failures.size());
        assertTrue(failures.getFirst().place().startsWith("indicators/own.yaml:"), failures.toString());
    }

    @Test
    void aBrokenEntryStopsWithFileAndLine() {
        var broken = assertThrows(DictionaryException.class, () -> withOverlay("""
                - id: library.loans
                  name: 图书借阅量
                  english: Books lent
                  kind: heap
                  units: [册]
                  aggregate: sum
                  terms: [借阅]
                """));
        assertTrue(broken.getMessage().startsWith("indicators/own.yaml:4: "), broken.getMessage());
    }
}
