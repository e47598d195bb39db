package cn.jixiao.index;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Every character of a text, and at the same position every pair of neighbours: 办理案件 is 办 办理 理 理案 案 案件 件.
///
/// Punctuation and digits count as characters, gaps as nothing. So a phrase of pairs finds any string that stands in
/// the text, and nothing but such strings; no segmentation can hide one. A character outside the basic plane is one
/// character here, of two UTF-16 units.
final class CharacterGrams extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private String text = "";
    private int at;
    private boolean pair;

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (pair) {
            pair = false;
            int next = solid(after(at));
            if (next < text.length()) {
                append(at);
                append(next);
                offset.setOffset(correctOffset(at), correctOffset(after(next)));
                increment.setPositionIncrement(0);
                at = next;
                return true;
            }
            at = next;
        }
        if (at >= text.length()) {
            return false;
        }
        append(at);
        offset.setOffset(correctOffset(at), correctOffset(after(at)));
        pair = true;
        return true;
    }

    private void append(int index) {
        for (int i = index; i < after(index); i++) {
            term.append(Folding.fold(text.charAt(i)));
        }
    }

    private int after(int index) {
        return index + Character.charCount(text.codePointAt(index));
    }

    private int solid(int from) {
        int next = from;
        while (next < text.length() && Folding.isGap(text.charAt(next))) {
            next++;
        }
        return next;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        text = Texts.all(input);
        at = solid(0);
        pair = false;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int last = correctOffset(text.length());
        offset.setOffset(last, last);
    }
}
