package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Spells out the small pattern language of indicator terms, so that only literal words remain to be looked for.
///
/// `(办理|承办)…案件` becomes two alternatives of two pieces each. `…` stands for up to [#GAP] characters within a
/// clause, `(a|b)` for either, `x?` and `(a|b)?` for either or nothing; parts divided by a space may stand in any order.
public final class TermPattern {

    /// How far the pieces of one part may lie apart.
    public static final int GAP = 12;

    private static final int MOST = 4000;

    private TermPattern() {
    }

    /// One way to spell a term.
    ///
    /// @param parts each a list of literal pieces that follow one another
    public record Alternative(List<List<String>> parts) {
        public Alternative {
            parts = parts.stream().map(List::copyOf).toList();
        }
    }

    /// @throws IllegalArgumentException if brackets do not match or nothing literal is left
    public static List<Alternative> expand(String words) {
        var spelled = alternatives(words);
        if (spelled.size() > MOST) {
            throw new IllegalArgumentException("'" + words + "' spells out to " + spelled.size() + " terms");
        }
        return spelled.stream().distinct().map(TermPattern::alternative).toList();
    }

    private static Alternative alternative(String literal) {
        var parts = Arrays.stream(literal.strip().split(" +"))
                .map(part -> Arrays.stream(part.split("…")).filter(piece -> !piece.isEmpty()).toList())
                .filter(pieces -> !pieces.isEmpty()).toList();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a term of no words");
        }
        return new Alternative(parts);
    }

    private static List<String> alternatives(String words) {
        List<String> found = List.of("");
        int at = 0;
        while (at < words.length()) {
            int end = words.charAt(at) == '(' ? close(words, at) + 1 : at + 1;
            var here = words.charAt(at) == '('
                    ? Arrays.asList(words.substring(at + 1, end - 1).split("\\|", -1)) : List.of(words.substring(at, end));
            boolean optional = end < words.length() && words.charAt(end) == '?';
            found = product(found, here, optional);
            at = optional ? end + 1 : end;
        }
        return found;
    }

    private static int close(String words, int open) {
        int close = words.indexOf(')', open);
        if (close < 0) {
            throw new IllegalArgumentException("'" + words + "' lacks a closing bracket");
        }
        return close;
    }

    private static List<String> product(List<String> heads, List<String> tails, boolean optional) {
        var all = new ArrayList<String>(heads.size() * (tails.size() + 1));
        for (var head : heads) {
            for (var tail : tails) {
                all.add(head + tail);
            }
            if (optional) {
                all.add(head);
            }
        }
        return all;
    }
}
