package cn.jixiao.index;

import cn.jixiao.index.QueryLanguage.Parsed;
import cn.jixiao.index.SearchResult.Snippet;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/// What a hit shows of itself, with the words of the query marked.
final class Excerpts {

    /// Passages shown of a report.
    static final int SHOWN = 3;

    /// Characters around a word that stands in no one passage.
    private static final int AROUND = 60;

    private Excerpts() {
    }

    /// @param start of the passage in the report's text
    static Snippet of(String passage, int start, Set<String> words) {
        return new Snippet(passage, new Marks(passage).of(words), start);
    }

    static Snippet of(Observation observation, Set<String> words) {
        var sentence = observation.evidence().sentence();
        return new Snippet(sentence, new Marks(sentence).of(words.isEmpty() ? Set.of(observation.raw()) : words), -1);
    }

    static Snippet of(Finding finding, Set<String> words) {
        return new Snippet(finding.message(), new Marks(finding.message()).of(words), -1);
    }

    /// Finds passages of one report.
    interface Passages<X extends Exception> {
        List<Snippet> answering(Query query) throws X;
    }

    /// The passages of a report that answer the query by themselves; else those that hold most of its words; where the
    /// words stand in no one passage, what is around them.
    ///
    /// @param text the report's, for which an index is asked only where no passage will do
    static <X extends Exception> List<Snippet> of(Parsed parsed, Passages<X> passages, Supplier<String> text) throws X {
        if (parsed.words().isEmpty()) {
            return List.of();
        }
        for (var query : List.of(parsed.query(), any(parsed.words()))) {
            var found = passages.answering(query).stream().filter(each -> !each.marks().isEmpty()).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return around(text.get(), parsed.words());
    }

    /// What holds any of the words.
    private static Query any(Set<String> words) {
        var any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(Phrases.exact(Fields.CHARS, word), Occur.SHOULD));
        return any.build();
    }

    /// What is around words that stand in no one passage.
    private static List<Snippet> around(String text, Set<String> words) {
        return new Marks(text).of(words).stream().limit(SHOWN).map(mark -> {
            int start = Math.max(0, mark.start() - AROUND);
            int end = Math.min(text.length(), mark.end() + AROUND);
            return new Snippet(text.substring(start, end), List.of(mark.shift(-start)), start);
        }).toList();
    }
}
