package cn.jixiao.index;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Every character of a text, and at the same position every pair of neighbours: 办理案件 is 办 办理 理 理案 案 案件 件.
///
/// Punctuation and digits count as characters, gaps as nothing. So a phrase of pairs finds any string that stands in
/// the text, and nothing but such strings; no segmentation can hide one. A character outside the basic plane is two
/// units here and travels as such.
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
            int next = solid(at + 1);
            if (next < text.length()) {
                term.append(Folding.fold(text.charAt(at))).append(Folding.fold(text.charAt(next)));
                offset.setOffset(correctOffset(at), correctOffset(next + 1));
                increment.setPositionIncrement(0);
                at = next;
                return true;
            }
            at = next;
        }
        if (at >= text.length()) {
            return false;
        }
        term.append(Folding.fold(text.charAt(at)));
        offset.setOffset(correctOffset(at), correctOffset(at + 1));
        pair = true;
        return true;
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
