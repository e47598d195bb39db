package cn.jixiao.index;

import org.jspecify.annotations.Nullable;

/// What a person asked for.
///
/// @param text in the query language of [QueryLanguage]; empty for everything
/// @param level what the hits are; null lets the fields of the query decide
/// @param offset how many hits to pass over
/// @param size how many to return, 0 for counts alone
/// @param facets how many values of each facet to count, 0 for no facets
public record SearchQuery(String text, @Nullable Level level, Order order, int offset, int size, int facets) {

    /// What a hit can be.
    public enum Level { REPORTS, PASSAGES, OBSERVATIONS, FINDINGS }

    /// How hits are sorted; hits that are equal so come by source and place.
    public enum Order { RELEVANCE, SOURCE, NEWEST, OLDEST, SMALLEST, LARGEST }

    public SearchQuery {
        if (offset < 0 || size < 0 || facets < 0) {
            throw new IllegalArgumentException("offset " + offset + ", size " + size + ", facets " + facets);
        }
    }

    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, Order.RELEVANCE, 0, 10, 10);
    }

    public SearchQuery at(Level itsLevel) {
        return new SearchQuery(text, itsLevel, order, offset, size, facets);
    }

    public SearchQuery sorted(Order itsOrder) {
        return new SearchQuery(text, level, itsOrder, offset, size, facets);
    }

    public SearchQuery page(int from, int count) {
        return new SearchQuery(text, level, order, from, count, facets);
    }
}
