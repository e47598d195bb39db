package cn.jixiao.index;

import cn.jixiao.document.Span;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The words of a text as a [Lexicon] cuts it, longer words before the shorter ones inside them; punctuation is left
/// out. Words that begin together share a position.
final class WordTokens extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Lexicon lexicon;
    private String text = "";
    private Iterator<Span> words = List.<Span>of().iterator();
    private int last;

    WordTokens(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!words.hasNext()) {
            return false;
        }
        var word = words.next();
        for (int i = word.start(); i < word.end(); i++) {
            term.append(Folding.fold(text.charAt(i)));
        }
        offset.setOffset(correctOffset(word.start()), correctOffset(word.end()));
        increment.setPositionIncrement(word.start() == last ? 0 : 1);
        last = word.start();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        text = Texts.all(input);
        words = lexicon.words(text).iterator();
        last = -1;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int length = correctOffset(text.length());
        offset.setOffset(length, length);
    }
}
