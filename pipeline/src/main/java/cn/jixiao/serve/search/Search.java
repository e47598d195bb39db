package cn.jixiao.serve.search;

import cn.jixiao.ask.Question;
import cn.jixiao.index.BadQueryException;
import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult;
import cn.jixiao.observation.Region;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Section;
import cn.jixiao.serve.Site;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.search.SearchView.Chip;
import cn.jixiao.serve.search.SearchView.Chosen;
import cn.jixiao.serve.search.SearchView.Facet;
import cn.jixiao.serve.search.SearchView.Tab;
import cn.jixiao.serve.search.SearchView.Value;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/search`: full text and figures.
///
/// @param question reads questions in plain words; made when the first is asked
public record Search(Site site, AtomicReference<@Nullable Question> question) implements Feature {

    private static final int FACET_VALUES = 8;
    private static final int PAGES_AROUND = 2;

    /// Facets of a result by the filter that a click on a value sets.
    private static final Map<String, Filter> FACETS = facets();

    private static Map<String, Filter> facets() {
        var facets = new LinkedHashMap<String, Filter>();
        facets.put("year", Filter.YEAR);
        facets.put("type", Filter.TYPE);
        facets.put("province", Filter.REGION);
        facets.put("prefecture", Filter.REGION);
        facets.put("region", Filter.REGION);
        facets.put("indicator", Filter.INDICATOR);
        facets.put("rule", Filter.RULE);
        facets.put("agency", Filter.AGENCY);
        facets.put("status", Filter.STATUS);
        return Collections.unmodifiableMap(facets);
    }

    public Search(Site site) {
        this(site, new AtomicReference<>());
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/search", this::answer);
    }

    private void answer(Context ctx) {
        var words = site.words(ctx);
        var asked = Asked.of(ctx);
        SearchView view;
        try {
            view = site.read(records -> found(records, asked, words));
        } catch (BadQueryException e) {
            ctx.status(400);
            view = bad(asked, e, words);
        }
        var title = asked.text().isEmpty() ? words.text("nav.search") : Snippets.shorter(asked.text(), 40) + " · "
                + words.text("nav.search");
        site.render(ctx, "search", site.page(ctx, Section.SEARCH, title), view);
    }

    private SearchView found(Records records, Asked asked, Words words) {
        var meant = asked.level() == null || asked.level() == Level.OBSERVATIONS ? meant(asked.text()) : Optional.<String>empty();
        var answered = asked.saying(meant.orElseGet(() -> site.library().indicatorNames().withIds(asked.text())));
        SearchResult result;
        try {
            result = records.search(answered.query(FACET_VALUES));
        } catch (BadQueryException e) {
            // Where it goes wrong is told in terms of what the visitor wrote, without the filters around it.
            records.search(answered.textAlone());
            throw e;
        }
        return view(asked, answered, meant.orElse(""), result, words);
    }

    private Optional<String> meant(String text) {
        if (!Question.isOne(text)) {
            return Optional.empty();
        }
        var reader = Objects.requireNonNull(question.updateAndGet(its -> its != null ? its : Question.of(site.library().dictionaries().get())));
        return reader.meant(text);
    }

    /// @param asked by the visitor
    /// @param answered what that was read as
    private SearchView view(Asked asked, Asked answered, String meant, SearchResult result, Words words) {
        var hits = result.hits().stream().map(hit -> new Hits(site.library(), words).of(hit)).toList();
        return new SearchView(asked.text(), tabs(asked, result.level(), words), orders(asked, result.level(), words),
                chosen(asked), chips(asked, words), facets(answered, result, words), hits,
                words.text("search.total." + Asked.lower(result.level()), result.total()), pages(answered, result.total()), meant,
                answered.address(), "", "");
    }

    private SearchView bad(Asked asked, BadQueryException e, Words words) {
        var what = words.text("query." + e.reason(), e.what(), e.position() + 1);
        return new SearchView(asked.text(), tabs(asked, asked.level(), words), List.of(), chosen(asked), chips(asked, words),
                List.of(), List.of(), "", List.of(), "", "", what, words.text("error.query.remedy"));
    }

    private static List<Tab> tabs(Asked asked, @Nullable Level current, Words words) {
        return Stream.of(Level.values()).map(level -> new Tab(words.text("search.in." + Asked.lower(level)),
                Asked.lower(level), asked.at(level).address(), level == current)).toList();
    }

    private static List<Tab> orders(Asked asked, Level level, Words words) {
        return Stream.of(Order.values())
                .filter(order -> level == Level.OBSERVATIONS || order != Order.SMALLEST && order != Order.LARGEST)
                .map(order -> new Tab(words.text("search.sort." + Asked.lower(order)), Asked.lower(order), "",
                        order == asked.order())).toList();
    }

    private static List<Chosen> chosen(Asked asked) {
        var chosen = new ArrayList<Chosen>();
        asked.filters().forEach((filter, values) -> values.forEach(value -> chosen.add(new Chosen(filter.key(), value))));
        if (asked.level() != null) {
            chosen.add(new Chosen("in", Asked.lower(asked.level())));
        }
        return chosen;
    }

    private List<Chip> chips(Asked asked, Words words) {
        var chips = new ArrayList<Chip>();
        asked.filters().forEach((filter, values) -> values.forEach(value -> chips.add(new Chip(
                words.text("filter." + filter.key()), filter.words(value, site.library(), words),
                asked.without(filter, value).address()))));
        return chips;
    }

    private List<Facet> facets(Asked asked, SearchResult result, Words words) {
        var facets = new ArrayList<Facet>();
        FACETS.forEach((name, filter) -> {
            var values = result.facets().getOrDefault(name, List.of()).stream()
                    .filter(each -> !asked.has(filter, each.value()) && (!name.equals("region") || isCounty(each.value())))
                    .map(each -> new Value(filter.words(each.value(), site.library(), words), each.count(),
                            asked.with(filter, each.value()).address())).toList();
            // A single value that all hits have narrows nothing.
            if (values.size() > 1 || values.size() == 1 && values.getFirst().count() < result.total()) {
                facets.add(new Facet(words.text("facet." + name), values));
            }
        });
        return facets;
    }

    /// Of a prefecture the names of areas count what is told of itself alone, while a filter by it takes what lies in it
    /// too; such areas are counted by their codes.
    private boolean isCounty(String fullName) {
        return site.library().regions().byName(fullName).stream().anyMatch(each -> each.level() == Region.Level.COUNTY);
    }

    private static List<Tab> pages(Asked asked, long total) {
        int last = (int) Math.min(Asked.MOST_PAGES, (total + Asked.SIZE - 1) / Asked.SIZE);
        if (last <= 1) {
            return List.of();
        }
        return IntStream.rangeClosed(1, last)
                .filter(page -> page == 1 || page == last || Math.abs(page - asked.page()) <= PAGES_AROUND)
                .mapToObj(page -> new Tab(String.valueOf(page), "", asked.page(page).address(), page == asked.page())).toList();
    }
}
