package cn.jixiao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jixiao.document.Document;
import cn.jixiao.evaluate.Evaluation;
import cn.jixiao.evaluate.Gold;
import cn.jixiao.observation.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The promises of the pipeline over the bundled reports, and over further ones where the environment variable
/// `JIXIAO_MATERIAL` names a folder with `seeds` and `practice`.
class CorpusTest {

    static Stream<Extraction> extractions() {
        return Corpus.EXTRACTIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("extractions")
    void everyReportIsRead(Extraction extraction) {
        assertEquals(Document.Status.OK, extraction.document().status(), () -> extraction.document().problems().toString());
        assertTrue(extraction.observations().size() >= 10, extraction.document().source());
    }

    @ParameterizedTest
    @MethodSource("extractions")
    void everyObservationStandsWhereItSays(Extraction extraction) {
        assertStands(extraction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seeds", "practice/html", "practice/docx", "practice/doc", "practice/pdf"})
    void everyObservationOfFurtherReportsStandsWhereItSays(String folder) {
        var material = System.getenv("JIXIAO_MATERIAL");
        assumeTrue(material != null, "JIXIAO_MATERIAL names no folder of further reports");
        var extractions = Corpus.read(Path.of(material, folder));
        assertTrue(!extractions.isEmpty(), folder);
        extractions.forEach(CorpusTest::assertStands);
    }

    private static void assertStands(Extraction extraction) {
        var text = extraction.document().text();
        assertAll(extraction.observations().stream().map(each -> () -> {
            var span = each.evidence().span();
            assertEquals(each.raw(), text.substring(span.start(), span.end()));
            assertTrue(each.evidence().sentence().contains(each.raw()), each.evidence().sentence());
        }));
    }

    @Test
    void factsOfReportsAreThoseOfTheGold() throws IOException {
        var golds = Gold.read(Corpus.HOME.resolve("corpus/gold"));
        int right = 0;
        for (var gold : golds) {
            var facts = of(gold.name()).outline().facts();
            var region = facts.region() == null ? "" : facts.region().code();
            right += region.equals(gold.document().path("region_code").asText("")) ? 1 : 0;
            right += String.valueOf(facts.year()).equals(gold.document().path("year").asText()) ? 1 : 0;
        }
        assertTrue(right >= 0.95 * 2 * golds.size(), right + " of " + 2 * golds.size());
    }

    @Test
    void extractionAgreesWithTheGold() throws IOException {
        var golds = Gold.read(Corpus.HOME.resolve("corpus/gold"));
        var evaluation = Evaluation.of(golds, name -> of(name).observations());
        assertTrue(evaluation.value().f1() >= 0.985, "value " + evaluation.value());
        assertTrue(evaluation.fact().f1() >= 0.97, "fact " + evaluation.fact());
    }

    private static Extraction of(String name) {
        return Corpus.EXTRACTIONS.stream().filter(each -> Gold.stem(each.document().source()).equals(name)).findFirst()
                .orElseThrow();
    }

    @Test
    void readingAgainGivesTheSame() {
        var again = Corpus.read(Corpus.REPORTS);
        assertEquals(Corpus.EXTRACTIONS.stream().map(Extraction::observations).toList(),
                again.stream().map(Extraction::observations).toList());
        assertEquals(List.copyOf(Corpus.EXTRACTIONS.stream().map(Extraction::findings).toList()),
                again.stream().map(Extraction::findings).toList());
    }
}
