package cn.jixiao.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.Corpus;
import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Entry;
import cn.jixiao.document.Source;
import cn.jixiao.observation.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is read of pages that some program turned into text, from `flat/bars.yaml`.
class PagesAsTextTest {

    private static final Pipeline PIPELINE = new Pipeline(Corpus.DICTIONARIES);

    static Stream<Entry> pages() {
        try (var in = PagesAsTextTest.class.getResourceAsStream("/flat/bars.yaml")) {
            return Entry.parse("bars", new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isRead(Entry page) {
        var read = PIPELINE.run(Source.ofText("page.txt", page.text("text"))).observations().stream()
                .filter(each -> each.indicator() != null).map(PagesAsTextTest::line).toList();
        assertEquals(page.texts("expect"), read, page.text("name"));
    }

    private static String line(Observation each) {
        return String.join(" ", each.raw(), each.indicator(), each.quantity().value().stripTrailingZeros().toPlainString(),
                each.breakdown() == null ? "" : each.breakdown()).strip();
    }
}
