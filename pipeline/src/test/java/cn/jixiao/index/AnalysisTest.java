package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.dictionary.Words;
import cn.jixiao.index.TokenContract.Token;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Both token streams keep Lucene's contract, on texts of reports and on random ones.
class AnalysisTest {

    static final String ALPHABET = "法律援助案件办理农民工受援人绩效预算执行率万元的一二三四五六七八九十"
            + "0123456789０１２３ａｂＡＢabcXYZ ，。、；：（）《》“”％%.-/\t\n　\u00A0𠮷é①";

    private static final ChineseAnalyzer ANALYZER =
            new ChineseAnalyzer(new Lexicon(new Words(List.of("法律援助", "受援人满意度")), Synonyms.NONE));

    static String random(Random random, int longest) {
        var text = new StringBuilder();
        var points = ALPHABET.codePoints().toArray();
        for (int i = random.nextInt(longest); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void charactersComeWithTheirNeighbours() throws IOException {
        assertEquals(List.of(new Token("办8", 0, 3, 1), new Token("8", 2, 3, 1)),
                TokenContract.check(ANALYZER, Fields.CHARS, "办 ８"));
    }

    @Test
    void wordsOfTheDictionaryStayWholeAndAreCutTooAndKeepTheirPlaces() throws IOException {
        var text = "县司法局办理法律援助案件，受援人满意度达98%。";
        var tokens = TokenContract.check(ANALYZER, Fields.WORDS, text);
        var terms = tokens.stream().map(Token::term).toList();
        assertTrue(terms.containsAll(List.of("法律援助", "法律", "援助", "案件", "受援人满意度", "满意度")), terms.toString());
        assertTrue(terms.stream().noneMatch(term -> term.equals("，") || term.equals("。")), terms.toString());
    }

    @Test
    void randomTextsKeepTheContract() throws IOException {
        long seed = Seed.next();
        System.out.println("AnalysisTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var text = random(random, i % 30 == 0 ? 6000 : 60);
            for (var field : List.of(Fields.CHARS, Fields.WORDS)) {
                try {
                    TokenContract.check(ANALYZER, field, text);
                } catch (AssertionError e) {
                    throw new AssertionError("seed " + seed + ", text '" + text + "'", e);
                }
            }
        }
    }
}
