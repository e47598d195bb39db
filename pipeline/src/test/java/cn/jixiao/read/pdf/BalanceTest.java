package cn.jixiao.read.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Box;
import cn.jixiao.document.Page;
import cn.jixiao.document.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is printed and stands nowhere must be told: no page that the reader is known to lose text of is needed.
class BalanceTest {

    private static final List<Glyph> GLYPHS = List.of(glyph("3", 0), glyph("7", 10), glyph("\u3000", 20), glyph("件", 30));

    private static Glyph glyph(String text, double left) {
        return new Glyph(text, left, 0, left + 10, 10, 10, 0, false, false, new Box(left, 0, left + 10, 10));
    }

    private static PageItem line(String words) {
        var run = new Run(words, new float[words.length() + 1], new Box(0, 0, 40, 10));
        return new PrintedLine(1, List.of(run), 0, 0, 40, 10, 10, false, false);
    }

    @Test
    void nothingIsMissingWhereAllStands() {
        assertEquals("", Balance.missing(GLYPHS, List.of(line("37 件"))));
    }

    @Test
    void aLostDigitIsNamed() {
        var lost = Balance.missing(GLYPHS, List.of(line("3件")));
        assertEquals("7", lost);
        var page = new PageBody(new Page(4, 600, 800, Page.Origin.TEXT), 600, 800, List.of(line("3件")), 3, 0, lost, 0,
                false);
        assertEquals(List.of(new Problem(Problem.Kind.TEXT_LOST, "第4页", "7")), Findings.of(List.of(page)));
        assertEquals(Problem.Effect.PARTIAL, Problem.Kind.TEXT_LOST.effect());
    }

    @Test
    void wordsReadTwiceAreNamedToo() {
        assertEquals("7", Balance.missing(GLYPHS, List.of(line("377件"))));
    }
}
