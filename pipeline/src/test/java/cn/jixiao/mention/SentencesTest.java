package cn.jixiao.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The sentences of `mention/*.tsv`, positives and negatives, grouped there by meaning.
class SentencesTest {

    @TestFactory
    Stream<DynamicTest> everySentenceIsReadAsItSays() {
        return Stream.of("amounts", "rates", "counts", "negatives").flatMap(SentencesTest::tests);
    }

    private static Stream<DynamicTest> tests(String name) {
        var lines = lines(name).filter(line -> !line.startsWith("#")).map(line -> line.split("\t", 2)).toList();
        return lines.stream().map(line -> DynamicTest.dynamicTest(name + ": " + line[0],
                () -> assertEquals(expected(line[1]), found(line[0]))));
    }

    private static String expected(String column) {
        return column.equals("-") ? "" : Arrays.stream(column.split(" ; ")).collect(Collectors.joining("\n"));
    }

    private static String found(String text) {
        return Fixture.find(text).mentions().stream().map(Fixture::line).collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(String name) {
        try (var in = SentencesTest.class.getResourceAsStream("/mention/" + name + ".tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
