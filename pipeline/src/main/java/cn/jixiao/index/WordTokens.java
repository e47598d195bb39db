package cn.jixiao.index;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// The words of a text as a [Lexicon] cuts it, longer words before the shorter ones inside them; punctuation is left
/// out. Every word has a position of its own, for nothing asks which stand side by side.
final class WordTokens extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Lexicon lexicon;
    private final Texts text = new Texts();
    private CutText.Words words = CutText.NONE.words();

    WordTokens(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!words.next()) {
            return false;
        }
        words.copyTo(term);
        offset.setOffset(correctOffset(words.start()), correctOffset(words.end()));
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        text.read(input);
        words = CutText.of(lexicon, text).words();
    }

    @Override
    public void end() throws IOException {
        super.end();
        int length = correctOffset(text.length());
        offset.setOffset(length, length);
    }
}
