package cn.jixiao.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.Corpus;
import cn.jixiao.dictionary.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Questions and how they are understood, from `ask/questions.yaml`.
class QuestionTest {

    private static final Question QUESTION = Question.of(Corpus.DICTIONARIES);

    static Stream<Entry> questions() {
        try (var in = QuestionTest.class.getResourceAsStream("/ask/questions.yaml")) {
            return Entry.parse("questions", new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isUnderstood(Entry entry) {
        assertEquals(entry.text("query"), QUESTION.meant(entry.text("asks")).orElse(""), entry.text("asks"));
    }
}
