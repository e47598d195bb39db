package cn.jixiao.serve.search;

import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Site;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the address asks for. Every state of the page is an address, and every link on it another of these.
///
/// @param text as the visitor wrote it
/// @param level what is looked for, or null where the query decides
/// @param filters values by what they narrow; several values of one are alternatives
/// @param page from 1
record Asked(String text, @Nullable Level level, Order order, Map<Filter, List<String>> filters, int page) {

    static final int SIZE = 20;
    static final int MOST_PAGES = 500;
    private static final int MOST_VALUES = 20;
    private static final int LONGEST = 2000;

    static Asked of(Context ctx) {
        var filters = new EnumMap<Filter, List<String>>(Filter.class);
        for (var filter : Filter.values()) {
            var values = ctx.queryParams(filter.key()).stream().map(String::strip).filter(value -> !value.isEmpty())
                    .distinct().limit(MOST_VALUES).toList();
            if (!values.isEmpty()) {
                filters.put(filter, values);
            }
        }
        var text = Site.query(ctx, "q");
        if (text.length() > LONGEST) {
            throw new Refusal(400, "error.long", LONGEST);
        }
        return new Asked(text, choice(Level.class, Site.query(ctx, "in")),
                Stream.ofNullable(choice(Order.class, Site.query(ctx, "sort"))).findFirst().orElse(Order.RELEVANCE), filters,
                Site.number(ctx, "page", 1, 1, MOST_PAGES));
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String word) {
        if (word.isEmpty()) {
            return null;
        }
        return Stream.of(type.getEnumConstants()).filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> new Refusal(400, "error.choice", word));
    }

    /// The text and the filters in the query language.
    SearchQuery query(int facets) {
        return new SearchQuery(clauses(), level, order, (page - 1) * SIZE, SIZE, facets);
    }

    private String clauses() {
        var clauses = new ArrayList<String>();
        if (!text.isEmpty()) {
            clauses.add(filters.isEmpty() ? text : "(" + text + ")");
        }
        filters.forEach((filter, values) -> clauses.add(values.stream().map(filter::clause)
                .collect(Collectors.joining(" OR ", "(", ")"))));
        return String.join(" AND ", clauses);
    }

    /// The text alone, to find out where it goes wrong.
    SearchQuery textAlone() {
        return new SearchQuery(text, level, order, 0, 0, 0);
    }

    String address() {
        var link = Links.to("/search").with("q", text).with("in", level == null ? "" : lower(level));
        filters.forEach((filter, values) -> values.forEach(value -> link.with(filter.key(), value)));
        return link.with("sort", order == Order.RELEVANCE ? "" : lower(order)).with("page", page == 1 ? "" : page).toString();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Asked page(int other) {
        return new Asked(text, level, order, filters, other);
    }

    /// The same asked in other words.
    Asked saying(String words) {
        return new Asked(words, level, order, filters, page);
    }

    Asked at(Level other) {
        return new Asked(text, other, order, filters, 1);
    }

    Asked with(Filter filter, String value) {
        var changed = new EnumMap<Filter, List<String>>(Filter.class);
        changed.putAll(filters);
        changed.merge(filter, List.of(value), (old, added) -> Stream.concat(old.stream(), added.stream()).distinct().toList());
        return new Asked(text, level, order, changed, 1);
    }

    Asked without(Filter filter, String value) {
        var changed = new EnumMap<Filter, List<String>>(Filter.class);
        filters.forEach((each, values) -> {
            var left = each == filter ? values.stream().filter(its -> !its.equals(value)).toList() : values;
            if (!left.isEmpty()) {
                changed.put(each, left);
            }
        });
        return new Asked(text, level, order, changed, 1);
    }

    boolean has(Filter filter, String value) {
        return filters.getOrDefault(filter, List.of()).contains(value);
    }
}
