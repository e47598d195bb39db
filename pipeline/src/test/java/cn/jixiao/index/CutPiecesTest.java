package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CutPiecesTest {

    private final List<String> cut = new ArrayList<>();
    private final Function<String, List<Span>> cutting = piece -> {
        cut.add(piece);
        return List.of(new Span(0, piece.length()));
    };

    @Test
    void cutsALabelOnceAndALongSentenceEveryTime() {
        var pieces = new CutPieces();
        var sentence = "绩".repeat(200);
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(new Span(0, 3)), pieces.words("数量\t", cutting));
            assertEquals(List.of(new Span(0, 200)), pieces.words(sentence, cutting));
        }
        assertEquals(List.of("数量\t", sentence, sentence, sentence), cut);
    }

    @Test
    void keepsWhatComesAgainAndAnswersTheSameForWhatItForgot() {
        var pieces = new CutPieces();
        for (int i = 0; i < 100_000; i++) {
            assertEquals(List.of(new Span(0, 2)), pieces.words("指标", cutting));
            var own = Integer.toString(i);
            assertEquals(List.of(new Span(0, own.length())), pieces.words(own, cutting));
        }
        assertEquals(List.of(new Span(0, 1)), pieces.words("0", cutting));
        assertEquals(1, cut.stream().filter("指标"::equals).count());
        assertTrue(cut.stream().filter("0"::equals).count() == 2, "what did not come again for long is forgotten");
    }
}
