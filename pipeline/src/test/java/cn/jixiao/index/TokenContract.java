package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// What Lucene asks of every token stream, checked for one text: terms with length, offsets that never go back and lie
/// in the text, position increments that start above zero, an end state at the text's end, the same again on reuse.
final class TokenContract {

    record Token(String term, int start, int end, int increment) {
    }

    private TokenContract() {
    }

    /// The tokens, after all the checks.
    static List<Token> check(Analyzer analyzer, String field, String text) throws IOException {
        var tokens = read(analyzer, field, text);
        assertEquals(tokens, read(analyzer, field, text), "reused");
        // A stream abandoned half-way must not spoil the next.
        try (var abandoned = analyzer.tokenStream(field, new StringReader(text))) {
            abandoned.reset();
            abandoned.incrementToken();
            abandoned.end();
        }
        assertEquals(tokens, read(analyzer, field, text), "after an abandoned stream");
        int last = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            assertTrue(0 <= token.start() && token.start() <= token.end() && token.end() <= text.length(), token + " in " + text.length());
            assertTrue(token.start() >= last, "offsets go back at " + token);
            assertTrue(token.increment() >= (i == 0 ? 1 : 0), "increment of " + token);
            assertFalse(token.term().isEmpty(), "an empty term at " + token);
            assertEquals(Folding.key(text.substring(token.start(), token.end())), Folding.key(token.term()),
                    "the offsets show other words");
            last = token.start();
        }
        return tokens;
    }

    private static List<Token> read(Analyzer analyzer, String field, String text) throws IOException {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = analyzer.tokenStream(field, new StringReader(text))) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(),
                        increment.getPositionIncrement()));
            }
            assertFalse(stream.incrementToken(), "a stream that ended went on");
            stream.end();
            assertEquals(text.length(), offset.endOffset(), "the end's offset");
            assertEquals(0, increment.getPositionIncrement(), "the end's increment");
        }
        return tokens;
    }
}
