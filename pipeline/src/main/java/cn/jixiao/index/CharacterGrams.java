package cn.jixiao.index;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Every character of a text with its right neighbour, the last one alone: 办理案件 is 办理 理案 案件 件.
///
/// Punctuation and digits count as characters, gaps as nothing. So a phrase of pairs finds any string that stands in
/// the text, and nothing but such strings; no segmentation can hide one. What begins with a character finds each place of
/// it: single characters are asked for so rarely that indexing every one would be half of the work for nothing. A character
/// outside the basic plane is one character here, of two UTF-16 units.
final class CharacterGrams extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    /// The text folded and without gaps, and where each unit of it stands in the text.
    private final Texts text = new Texts();
    private char[] key = new char[0];
    private int[] places = new int[0];
    private int length;
    private int at;

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (at >= length) {
            return false;
        }
        int next = after(at);
        token(at, next < length ? after(next) : next);
        at = next;
        return true;
    }

    private void token(int start, int end) {
        term.copyBuffer(key, start, end - start);
        offset.setOffset(correctOffset(places[start]), correctOffset(places[end - 1] + 1));
    }

    private int after(int index) {
        return index + 1 < length && Character.isHighSurrogate(key[index]) && Character.isLowSurrogate(key[index + 1])
                && places[index + 1] == places[index] + 1 ? index + 2 : index + 1;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        text.read(input);
        if (key.length < text.length()) {
            key = new char[text.length()];
            places = new int[text.length()];
        }
        length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Folding.isGap(c)) {
                places[length] = i;
                key[length++] = Folding.fold(c);
            }
        }
        at = 0;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int last = correctOffset(text.length());
        offset.setOffset(last, last);
    }
}
