package cn.jixiao.serve.api;

import cn.jixiao.export.DocumentRow;
import cn.jixiao.export.FindingRow;
import cn.jixiao.export.ObservationRow;
import cn.jixiao.index.BadQueryException;
import cn.jixiao.index.QueryLanguage;
import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Site;
import cn.jixiao.serve.search.Filter;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `/api/documents`, `/api/observations`, `/api/findings` and `/api/search`.
public record RecordApi(Site site) implements Feature {

    private static final int FACET_VALUES = 20;

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/api/documents", ctx -> list(ctx, Level.REPORTS, hit -> DocumentRow.of(hit.report())));
        routes.get("/api/documents/{id}", this::document);
        routes.get("/api/observations", ctx -> list(ctx, Level.OBSERVATIONS,
                hit -> ObservationRow.of(Objects.requireNonNull(hit.observation()))));
        routes.get("/api/findings", ctx -> list(ctx, Level.FINDINGS, hit -> FindingRow.of(Objects.requireNonNull(hit.finding()))));
        routes.get("/api/search", this::search);
    }

    private void list(Context ctx, Level level, Function<SearchResult.Hit, Map<String, Object>> row) {
        var paging = Paging.of(ctx);
        var query = new SearchQuery(query(ctx), level, Order.SOURCE, paging.offset(), paging.limit(), 0);
        Answers.send(ctx, site.read(records -> {
            var result = ask(records, query, text(ctx));
            return paging.page(result.total(), result.hits().stream().map(row).toList());
        }));
    }

    private String text(Context ctx) {
        return site.library().indicatorNames().withIds(Site.query(ctx, "q"));
    }

    /// The text and the filters in the query language.
    private String query(Context ctx) {
        var clauses = new ArrayList<String>();
        var text = text(ctx);
        if (!text.isEmpty()) {
            clauses.add("(" + text + ")");
        }
        var document = Site.query(ctx, "document");
        if (!document.isEmpty()) {
            clauses.add("id:" + QueryLanguage.quote(document));
        }
        for (var filter : Filter.values()) {
            var values = ctx.queryParams(filter.key()).stream().filter(value -> !value.isBlank()).toList();
            if (!values.isEmpty()) {
                clauses.add(values.stream().map(filter::clause).collect(Collectors.joining(" OR ", "(", ")")));
            }
        }
        var holds = Site.query(ctx, "holds");
        if (holds.equals("true") || holds.equals("false")) {
            clauses.add("holds:" + holds);
        }
        return String.join(" AND ", clauses);
    }

    /// Tells where a text goes wrong in terms of the text, without the filters around it.
    private static SearchResult ask(Records records, SearchQuery query, String text) {
        try {
            return records.search(query);
        } catch (BadQueryException e) {
            records.search(new SearchQuery(text, query.level(), Order.SOURCE, 0, 0, 0));
            throw e;
        }
    }

    private void document(Context ctx) {
        var query = new SearchQuery("id:" + QueryLanguage.quote(ctx.pathParam("id")), Level.REPORTS, Order.SOURCE, 0, 1, 0);
        Answers.send(ctx, site.read(records -> records.search(query).hits().stream().findFirst()
                .map(hit -> DocumentRow.of(hit.report())).orElseThrow(() -> new Refusal(404, "error.not_found"))));
    }

    private void search(Context ctx) {
        var paging = Paging.of(ctx);
        var level = choice(Level.values(), Site.query(ctx, "in"));
        var order = choice(Order.values(), Site.query(ctx, "sort"));
        var query = new SearchQuery(query(ctx), level.isEmpty() ? null : level.getFirst(),
                order.isEmpty() ? Order.RELEVANCE : order.getFirst(), paging.offset(), paging.limit(), FACET_VALUES);
        Answers.send(ctx, site.read(records -> {
            var result = ask(records, query, text(ctx));
            var page = new LinkedHashMap<String, Object>();
            page.put("in", result.level().name().toLowerCase(Locale.ROOT));
            page.putAll(paging.page(result.total(), result.hits().stream().map(RecordApi::hit).toList()));
            page.put("facets", result.facets());
            return page;
        }));
    }

    private static <E extends Enum<E>> List<E> choice(E[] values, String word) {
        var found = Stream.of(values).filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT))).toList();
        if (found.isEmpty() && !word.isEmpty()) {
            throw new Refusal(400, "error.choice", word);
        }
        return found;
    }

    private static Map<String, Object> hit(SearchResult.Hit hit) {
        var row = new LinkedHashMap<String, Object>();
        row.put("document", DocumentRow.of(hit.report()));
        row.put("snippets", hit.snippets().stream().map(RecordApi::snippet).toList());
        row.put("observation", hit.observation() == null ? null : ObservationRow.of(hit.observation()));
        row.put("finding", hit.finding() == null ? null : FindingRow.of(hit.finding()));
        return row;
    }

    private static Map<String, Object> snippet(SearchResult.Snippet snippet) {
        var row = new LinkedHashMap<String, Object>();
        row.put("text", snippet.text());
        row.put("start", snippet.start() < 0 ? null : snippet.start());
        row.put("marks", snippet.marks().stream().map(mark -> List.of(mark.start(), mark.end())).toList());
        return row;
    }
}
