package cn.jixiao.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.search.PhraseQuery;

/// The words of [ChineseAnalyzer] for servers that know none of it, so that they count and rank the very same words.
///
/// Characters go out one by one in letters that any server takes for one word each: Chinese ones as they are, all others by
/// their number (`x` and four hexadecimal digits from `a` to `p`, `v` and six beyond the basic plane, so that none begins as
/// another does). The server joins neighbours to the pairs of [CharacterGrams] (its `shingle` filter), the last character to a
/// word for the end. Words go out cut, a space between them.
final class ServerTokens {

    /// Stands for a place of a phrase where any character may be; no word begins so.
    static final String ANY = "z";

    /// Follows the last character of a text.
    private static final String END = " y";

    private static final char OTHER = 'x';
    private static final char BEYOND = 'v';

    private ServerTokens() {
    }

    /// A text for the field of characters.
    static String characters(CharSequence text) {
        var key = new StringBuilder(text.length() * 2);
        int at = 0;
        while (at < text.length()) {
            int point = Character.codePointAt(text, at);
            at += Character.charCount(point);
            if (point >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                key.append(' ');
                append(point, key);
            } else if (!Folding.isGap((char) point)) {
                key.append(' ');
                append(Folding.fold((char) point), key);
            }
        }
        return key.isEmpty() ? "" : key.append(END).toString();
    }

    /// A word of the field of characters, of one character or two.
    static String gram(String term) {
        var gram = new StringBuilder(12);
        term.codePoints().forEach(point -> append(point, gram));
        return gram.toString();
    }

    private static void append(int point, StringBuilder to) {
        if (point >= '\u4E00' && point <= '\u9FA5') {
            to.append((char) point);
            return;
        }
        boolean beyond = point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
        to.append(beyond ? BEYOND : OTHER);
        for (int shift = beyond ? 20 : 12; shift >= 0; shift -= 4) {
            to.append((char) ('a' + (point >> shift & 0xF)));
        }
    }

    /// The words of a phrase in their places.
    static String phrase(PhraseQuery phrase) {
        var words = new StringBuilder();
        int next = phrase.getPositions()[0];
        for (int i = 0; i < phrase.getTerms().length; i++) {
            for (; next < phrase.getPositions()[i]; next++) {
                words.append(ANY).append(' ');
            }
            words.append(gram(phrase.getTerms()[i].text())).append(' ');
            next++;
        }
        return words.toString();
    }

    /// A text that is cut already, for the field of words.
    static String words(TokenStream tokens) {
        var words = new StringBuilder();
        try (tokens) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.append(word(term.toString())).append(' ');
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return words.toString();
    }

    /// A word with a gap in it is found by nobody, and must not become two.
    static String word(String term) {
        var word = new StringBuilder(term);
        for (int i = 0; i < word.length(); i++) {
            if (Folding.isGap(word.charAt(i))) {
                word.setCharAt(i, '\u0001');
            }
        }
        return word.toString();
    }
}
