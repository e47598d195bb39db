package cn.jixiao.index;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/// Strings as queries over the pairs of [CharacterGrams], and back.
final class Phrases {

    private Phrases() {
    }

    /// Finds the string wherever it stands: a pair at every second character, and the last pair. A single character, which
    /// tells little, is found by the pairs that begin with it and ranks nothing; so it is where a workspace of before holds it
    /// alone as well.
    static Query exact(String field, String text) {
        var key = Folding.key(text);
        if (key.isEmpty()) {
            return new MatchNoDocsQuery("nothing to look for");
        }
        int length = key.codePointCount(0, key.length());
        if (length == 1) {
            return new PrefixQuery(new Term(field, key));
        }
        if (length == 2) {
            return new TermQuery(new Term(field, key));
        }
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i < length - 2; i += 2) {
            phrase.add(new Term(field, pair(key, i)), i);
        }
        phrase.add(new Term(field, pair(key, length - 2)), length - 2);
        return phrase.build();
    }

    private static String pair(String key, int character) {
        int start = key.offsetByCodePoints(0, character);
        return key.substring(start, key.offsetByCodePoints(start, 2));
    }

    /// The strings that a query asks for in the text, those it forbids left out.
    static Set<String> strings(Query query) {
        var found = new LinkedHashSet<String>();
        query.visit(new QueryVisitor() {
            @Override
            public boolean acceptField(String field) {
                return field.equals(Fields.CHARS);
            }

            @Override
            public void consumeTerms(Query leaf, Term... terms) {
                found.add(leaf instanceof PhraseQuery phrase ? joined(phrase) : terms[0].text());
            }

            @Override
            public void consumeTermsMatching(Query leaf, String field, Supplier<ByteRunAutomaton> matching) {
                if (leaf instanceof PrefixQuery one) {
                    found.add(one.getPrefix().text());
                }
            }
        });
        return found;
    }

    private static String joined(PhraseQuery phrase) {
        var text = new StringBuilder();
        int characters = 0;
        for (int i = 0; i < phrase.getTerms().length; i++) {
            var pair = phrase.getTerms()[i].text();
            int known = characters - phrase.getPositions()[i];
            text.append(pair.substring(pair.offsetByCodePoints(0, known)));
            characters += 2 - known;
        }
        return text.toString();
    }
}
