package cn.jixiao.serve.api;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.export.ComparisonFormat;
import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Site;
import cn.jixiao.serve.compare.Question;
import cn.jixiao.serve.intake.Imports;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `/api/compare`, `/api/indicators` and `/api/status`.
public record FiguresApi(Site site, Imports imports) implements Feature {

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/api/compare", this::compare);
        routes.get("/api/indicators", this::indicators);
        routes.get("/api/status", this::status);
    }

    /// Rows come in pages: the evidence of a whole country's cells would be hundreds of thousands of records.
    private void compare(Context ctx) {
        var paging = Paging.of(ctx);
        var query = Question.of(ctx, site.library());
        var labels = site.library().labels(site.words(ctx));
        Answers.sendText(ctx, site.read(records -> {
            var whole = site.library().comparer(records).compare(query);
            var page = new Comparison(whole.query(), whole.years(), whole.tables().stream().map(table -> page(table, paging)).toList());
            return ComparisonFormat.JSON.write(page, labels);
        }));
    }

    private static Table page(Table table, Paging paging) {
        var rows = table.rows().stream().skip(paging.offset()).limit(paging.limit()).toList();
        return new Table(table.indicator(), table.name(), table.unit(), table.formula(), rows, table.coverage(), table.spread());
    }

    private void indicators(Context ctx) {
        var paging = Paging.of(ctx);
        var all = site.library().indicators().all();
        Answers.send(ctx, paging.page(all.size(), all.stream().skip(paging.offset()).limit(paging.limit()).map(each -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", each.id());
            row.put("name", each.name());
            row.put("english", each.englishName());
            row.put("kind", each.kind().key());
            row.put("units", each.units());
            row.put("parent", each.parent());
            return row;
        }).toList()));
    }

    private void status(Context ctx) {
        var status = !site.library().isOpen() || site.library().workspace().exists() ? site.read(FiguresApi::counts) : new LinkedHashMap<String, Object>(
                Map.of("documents", 0, "observations", 0, "alarms", 0, "by_status", Map.of()));
        var state = imports.state();
        var running = new LinkedHashMap<String, Object>();
        running.put("running", state.running());
        running.put("found", state.found());
        running.put("done", state.done());
        running.put("unread", state.unread());
        status.put("import", running);
        Answers.send(ctx, status);
    }

    private static Map<String, Object> counts(Records records) {
        var reports = count(records, Level.REPORTS, "");
        var counts = new LinkedHashMap<String, Object>();
        counts.put("documents", reports.total());
        counts.put("observations", count(records, Level.OBSERVATIONS, "").total());
        counts.put("alarms", count(records, Level.FINDINGS, "holds:false").total());
        var states = new LinkedHashMap<String, Object>();
        reports.facets().getOrDefault("status", List.of())
                .forEach(each -> states.put(each.value().toLowerCase(Locale.ROOT), each.count()));
        counts.put("by_status", states);
        return counts;
    }

    private static SearchResult count(Records records, Level level, String query) {
        return records.search(new SearchQuery(query, level, Order.SOURCE, 0, 0, 10));
    }
}
