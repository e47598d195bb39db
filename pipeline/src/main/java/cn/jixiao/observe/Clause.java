package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import org.jspecify.annotations.Nullable;

/// A number with all that its sentence can say of it.
///
/// @param phrase the number among the words right around it
/// @param share the noun that a list deals to it, or null
/// @param sentence the sentence it stands in
/// @param start where the words begin that stand between the last comma, semicolon or colon and the number
/// @param before the number read before it in the same sentence, or over a semicolon, or null
record Clause(Phrase phrase, Shares.@Nullable Share share, Span sentence, int start, @Nullable Draft before) {

    private static final int REACH = 60;
    private static final String OPENERS = ",;。:\n\t";

    static Clause of(Folded text, Phrase cut, Shares.@Nullable Share share, Span sentence, @Nullable Draft before) {
        int start = start(text, cut, sentence);
        return new Clause(measured(text, cut, start), share, sentence, start, before);
    }

    private static int start(Folded text, Phrase phrase, Span sentence) {
        int least = Math.max(sentence.start(), phrase.before().start() - REACH);
        for (int i = Math.min(phrase.before().start(), phrase.mention().span().start()); i > least; i--) {
            if (OPENERS.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return least;
    }

    /// 为目标1100件的112%: such a rate is told by the whole clause.
    private static Phrase measured(Folded text, Phrase phrase, int clauseStart) {
        int start = phrase.mention().span().start();
        boolean measures = phrase.mention().quantity().kind() == Kind.RATE && phrase.bare() && start > clauseStart + 1
                && text.charAt(start - 1) == '的';
        var clause = new Span(Math.min(clauseStart, start), start);
        return measures ? new Phrase(phrase.mention(), clause, phrase.after(), clause, false, false, false) : phrase;
    }

    /// Start of the words that lead up to the number, never behind it.
    int from() {
        return Math.min(start, at());
    }

    /// Where the number stands.
    int at() {
        return phrase.mention().span().start();
    }

    Kind kind() {
        return phrase.mention().quantity().kind();
    }
}
