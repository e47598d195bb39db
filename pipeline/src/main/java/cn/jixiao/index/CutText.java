package cn.jixiao.index;

import cn.jixiao.document.Span;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// A text cut into words once, for itself and for its passages: cutting is half of what indexing costs.
///
/// @param folded as [Folding] folds it
/// @param spans of the words, by start, the longer first
record CutText(char[] folded, List<Span> spans) {

    static final CutText NONE = new CutText(new char[0], List.of());

    static CutText of(Lexicon lexicon, CharSequence text) {
        var folded = Folding.fold(text);
        return new CutText(folded, lexicon.words(folded));
    }

    Words words() {
        return new Words(new Span(0, folded.length));
    }

    /// The words as Lucene takes them.
    TokenStream tokens() {
        return new Tokens(words());
    }

    /// The words of a passage. One that runs over its end belongs to it no more than to the next.
    TokenStream tokens(Span passage) {
        return new Tokens(new Words(passage));
    }

    /// The first word that starts there or later.
    private int first(int start) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// One word after the other, each counted: words in words make a text longer, on servers that know of no words in words too.
    final class Words {

        private final int limit;
        private int next;
        private Span word = new Span(0, 0);

        private Words(Span within) {
            this.limit = within.end();
            this.next = first(within.start());
        }

        boolean next() {
            while (next < spans.size() && spans.get(next).start() < limit) {
                word = spans.get(next++);
                if (word.end() <= limit) {
                    return true;
                }
            }
            return false;
        }

        int start() {
            return word.start();
        }

        int end() {
            return word.end();
        }

        void copyTo(CharTermAttribute term) {
            term.copyBuffer(folded, word.start(), word.length());
        }
    }

    private static final class Tokens extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Words words;

        Tokens(Words words) {
            this.words = words;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!words.next()) {
                return false;
            }
            words.copyTo(term);
            return true;
        }
    }
}
