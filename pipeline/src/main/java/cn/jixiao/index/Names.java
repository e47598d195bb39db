package cn.jixiao.index;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;

/// Names of areas, agencies, projects and the like, each one term of the index: folded and without gaps.
///
/// A report repeats its names in every record; as characters they would be half of the index. There are few names beside
/// the records that carry them, so a part of a name is looked for in all of them.
final class Names {

    /// What is longer is no name; an automaton of it would be large.
    private static final int LONGEST = 200;

    private Names() {
    }

    /// Finds the records with a name that has the text in it.
    static Query containing(String field, String text) {
        var key = Folding.key(text);
        if (key.isEmpty() || key.length() > LONGEST) {
            return new MatchNoDocsQuery("no part of a name");
        }
        var pattern = new StringBuilder("*");
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == '*' || key.charAt(i) == '?' || key.charAt(i) == '\\') {
                pattern.append('\\');
            }
            pattern.append(key.charAt(i));
        }
        return new WildcardQuery(new Term(field, pattern.append('*').toString()));
    }
}
