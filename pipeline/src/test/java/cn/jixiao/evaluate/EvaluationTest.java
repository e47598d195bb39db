package cn.jixiao.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

    private static final String GOLD = """
            {"type":"document","year":2024}
            {"type":"observation","kind":"count","role":"actual","comparator":"=","value":87,"unit":"件","raw":"87件",\
            "indicator":["a.cases","a.accepted"],"context":"案件87件"}
            {"type":"observation","kind":"amount","role":"actual","comparator":"=","value":200000.00,"unit":"元","raw":"20万元",\
            "indicator":null,"context":"补助20万元"}
            {"type":"observation","kind":"count","role":"target","comparator":">=","value":3,"unit":"场","raw":"3场",\
            "indicator":"a.events","context":"不少于3场"}
            {"type":"observation","kind":"count","role":"actual","comparator":"=","value":9,"unit":"名","raw":"9名",\
            "indicator":null,"optional":true,"context":"9名"}
            {"type":"relation","rule":"sum","holds":true,"raws":["87件"]}
            """;

    @TempDir
    private Path folder;

    private Evaluation evaluate(Observation... read) throws IOException {
        Files.writeString(folder.resolve("r.jsonl"), GOLD);
        return Evaluation.of(Gold.read(folder), name -> name.equals("r") ? List.of(read) : List.of());
    }

    private static Observation observation(Kind kind, Role role, String value, String unit, @Nullable String indicator) {
        var number = new BigDecimal(value);
        return new Observation("id" + value, "d", "r.txt", null, null, 2024, null, null, indicator, "label", null, role,
                new Quantity(kind, Comparator.EQ, number, unit, Interval.exactly(number)), value,
                new Evidence(null, new Span(0, 1), value, null), 0.9, List.of());
    }

    @Test
    void anyAcceptableAnswerIsAHitAndANumberIsItsValue() throws IOException {
        var evaluation = evaluate(observation(Kind.COUNT, Role.ACTUAL, "87", "件", "a.accepted"),
                observation(Kind.AMOUNT, Role.ACTUAL, "200000", "CNY", null));
        assertEquals(new Tally(2, 0, 1), evaluation.value());
        assertEquals(new Tally(1, 0, 1), evaluation.fact());
    }

    @Test
    void whatNobodyAcceptsIsWrongAndWhatIsOptionalCountsNeitherWay() throws IOException {
        var evaluation = evaluate(observation(Kind.COUNT, Role.ACTUAL, "9", "名", null),
                observation(Kind.COUNT, Role.ACTUAL, "5", "件", "a.cases"));
        assertEquals(new Tally(0, 1, 3), evaluation.value());
        assertEquals(new Tally(0, 1, 2), evaluation.fact());
        assertTrue(evaluation.misses().stream().anyMatch(each -> each.what().equals("value-wrong") && each.raw().equals("5")));
    }

    @Test
    void aFactToldTwiceCountsOnce() throws IOException {
        var evaluation = evaluate(observation(Kind.COUNT, Role.ACTUAL, "87", "件", "a.cases"),
                observation(Kind.COUNT, Role.ACTUAL, "87", "件", "a.cases"));
        assertEquals(1, evaluation.value().right());
    }

    @Test
    void theReliabilityTableCountsByTenthOfConfidence() throws IOException {
        var evaluation = evaluate(observation(Kind.COUNT, Role.ACTUAL, "87", "件", "a.cases"),
                observation(Kind.COUNT, Role.ACTUAL, "5", "件", "a.cases"));
        assertEquals(new Tally(1, 1, 0), evaluation.reliability().get("0.9"));
    }

    @Test
    void yearAndReportFactsAreCountedToo() throws IOException {
        Files.writeString(folder.resolve("r.jsonl"), GOLD.replace("\"indicator\":[", "\"year\":2024,\"indicator\":["));
        var read = List.of(observation(Kind.COUNT, Role.ACTUAL, "87", "件", "a.cases"));
        var facts = new Facts(null, DocumentType.OTHER, null, null, null, 2023, null, List.of());
        var evaluation = Evaluation.of(Gold.read(folder), name -> read, name -> Optional.of(facts));
        assertEquals(new Tally(1, 0, 0), evaluation.accuracy().get("year"));
        assertEquals(new Tally(1, 0, 0), evaluation.accuracy().get("breakdown"));
        assertEquals(new Tally(0, 1, 0), evaluation.accuracy().get("report year"));
    }

    @Test
    void aSavedRunTellsWhatHasChangedSince() throws IOException {
        var before = SavedRun.of(evaluate(observation(Kind.COUNT, Role.ACTUAL, "5", "件", "a.cases")));
        before.write(folder.resolve("run.txt"));
        var now = SavedRun.of(evaluate(observation(Kind.COUNT, Role.ACTUAL, "87", "件", "a.cases")));
        var changes = now.since(SavedRun.read(folder.resolve("run.txt")));
        assertTrue(changes.stream().anyMatch(each -> each.startsWith("- r\tvalue-wrong\t5")), changes.toString());
        assertTrue(changes.stream().noneMatch(each -> each.startsWith("+ ")), changes.toString());
        assertEquals(List.of(), SavedRun.read(folder.resolve("run.txt")).since(before).stream().filter(each -> each.startsWith("+")).toList());
    }

    @Test
    void aBrokenLineIsToldWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("b.jsonl"), "{\"type\":\"document\"}\n{broken\n");
        var trouble = assertThrows(IOException.class, () -> Gold.read(folder));
        assertTrue(trouble.getMessage().contains("b.jsonl:2:"), trouble.getMessage());
    }

    @Test
    void precisionRecallAndF1() {
        assertEquals(0.75, new Tally(3, 1, 2).precision());
        assertEquals(0.6, new Tally(3, 1, 2).recall());
        assertEquals(2 * 0.75 * 0.6 / 1.35, new Tally(3, 1, 2).f1(), 1e-12);
        assertEquals(0, new Tally(0, 4, 0).f1());
    }
}
