package cn.jixiao.index;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param level what the hits are
/// @param total how many there are in all, exactly
/// @param hits of the page asked for
/// @param facets by name, the most frequent value first: `province` and `prefecture` by code, `region` by full name,
///               `year`, `agency`, `type`, `indicator`, `status`, of findings `rule` and `severity`, of reports those of their
///               alarms
public record SearchResult(SearchQuery.Level level, long total, List<Hit> hits, Map<String, List<Count>> facets) {

    /// One thing found.
    ///
    /// @param report it is, or stands in
    /// @param score of relevance; 0 where the order is another
    /// @param snippets where the words stand; none of a report where the query has no words, and of an observation then
    ///                 the figure itself
    /// @param observation the hit itself where observations were asked for
    /// @param finding the hit itself where findings were asked for
    public record Hit(Report report, float score, List<Snippet> snippets, @Nullable Observation observation,
            @Nullable Finding finding) {

        public Hit {
            snippets = List.copyOf(snippets);
        }
    }

    /// A piece of a report with the words of the query in it.
    ///
    /// @param text as printed
    /// @param marks the words, as spans of `text`
    /// @param start where `text` begins in the report's canonical text; -1 for words that are not from there
    public record Snippet(String text, List<Span> marks, int start) {

        public Snippet {
            marks = List.copyOf(marks);
        }
    }

    /// How often a value occurs among all hits.
    public record Count(String value, int count) {
    }

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
