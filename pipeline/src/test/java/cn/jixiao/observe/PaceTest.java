package cn.jixiao.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.dictionary.Vocabulary;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Outline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No shape of text makes attribution slower than linear. Nothing is timed: what is quadratic would take a megabyte of
/// these for hours, so that the test does not end.
class PaceTest {

    private static final Shelf SHELF = Shelf.of(Path.of(System.getProperty("jixiao.home"), "dictionaries"));
    private static final Observer OBSERVER = new Observer(Indicators.load(SHELF), Vocabulary.load(SHELF), (reported, name) -> Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {
        "全年办理法律援助案件[87件]，调解纠纷[1087件]，其中婚姻家庭[312件]、邻里[405件]，群众满意度达[98%]。",
        "其中民事案件[9件]、", "（[1件]", "案件[1件]）", "2021年", "[1件]", "、", "((((", "分别为[1件]、[2件]、",
        "法律援助", "办理案件", "比上年增长[7%]", "目标计划[3次]完成", " \t"})
    void readsAMegabyteOfAnything(String piece) {
        int repeats = 1_000_000 / piece.length();
        var one = Marked.of(piece);
        var text = one.text().repeat(repeats);
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < repeats; i++) {
            for (var mention : one.mentions()) {
                mentions.add(new Mention(mention.span().shift(i * one.text().length()), mention.raw(), mention.quantity(), List.of()));
            }
        }
        var document = new Document("0123456789abcdef", "pace.txt", "text/plain", text, List.of(), List.of(), Layout.NONE, List.of());
        boolean sentences = piece.endsWith("。");
        var spans = new ArrayList<Span>();
        for (int i = 0; i < (sentences ? repeats : 1); i++) {
            spans.add(sentences ? new Span(i * one.text().length(), (i + 1) * one.text().length()) : new Span(0, text.length()));
        }
        var outline = new Outline(Facts.UNKNOWN, List.of(), spans, List.of(), List.of());
        var found = OBSERVER.observe(document, outline, new Mentions(mentions, List.of()));
        assertEquals(mentions.size(), found.size());
    }
}
