package cn.jixiao.serve.compare;

import cn.jixiao.compare.Comparison;
import cn.jixiao.dictionary.DerivedIndicators.Derived;
import cn.jixiao.export.ComparisonFormat;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Region;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Section;
import cn.jixiao.serve.Site;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.compare.Asked.Show;
import cn.jixiao.serve.compare.CompareView.Choice;
import cn.jixiao.serve.compare.CompareView.Chosen;
import cn.jixiao.serve.compare.CompareView.Form;
import cn.jixiao.serve.compare.CompareView.Known;
import cn.jixiao.serve.compare.CompareView.Tab;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `/compare`: tables and charts, the evidence of a cell, and files of what is seen.
public record Compare(Site site) implements Feature {

    private static final int LAST_TABLE = Asked.MOST_INDICATORS - 1;

    /// The files that can be had, with their types.
    private static final Map<String, String> FILES = Map.of(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv", "text/csv; charset=utf-8");

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/compare", this::page);
        routes.get("/compare/evidence", this::evidence);
        routes.get("/compare/chart.svg", this::chart);
        routes.get("/compare/export", this::export);
    }

    private void page(Context ctx) {
        var words = site.words(ctx);
        var asked = Asked.of(ctx, site.library());
        var view = asked.indicators().isEmpty() ? new CompareView(form(asked, words), List.of(), List.of(), List.of(), List.of(), false)
                : answer(asked, (comparison, its) -> view(its, comparison, words));
        var title = asked.indicators().isEmpty() ? words.text("nav.compare")
                : name(asked.indicators().getFirst(), words) + " · " + words.text("nav.compare");
        site.render(ctx, "compare", site.page(ctx, Section.COMPARE, title), view);
    }

    private <T> T answer(Asked asked, BiFunction<Comparison, Asked, T> making) {
        if (asked.indicators().isEmpty()) {
            throw new Refusal(400, "error.no_indicator");
        }
        return site.read(records -> making.apply(site.library().comparer(records).compare(asked.query()), asked));
    }

    private CompareView view(Asked asked, Comparison comparison, Words words) {
        var tables = new Tables(asked, comparison, words, site.library().labels(words));
        var chosen = new ChartData(asked, comparison.years(), words).year();
        var years = asked.show().isOfYear() ? comparison.years().stream().map(year -> new Tab(year.toString(),
                asked.year(year).address(), year.equals(chosen))).toList() : List.<Tab>of();
        var shows = Stream.of(Show.values()).map(show -> new Tab(words.text("compare.show." + show.key()),
                asked.show(show).address(), show == asked.show())).toList();
        var exports = FILES.keySet().stream().sorted().map(format -> new Tab(words.text("compare.export." + format),
                asked.link("/compare/export").with("format", format).toString(), false)).toList();
        return new CompareView(form(asked, words), shows,
                IntStream.range(0, comparison.tables().size()).mapToObj(tables::of).toList(), years, exports,
                site.assets().has("echarts.min.js"));
    }

    private Form form(Asked asked, Words words) {
        var library = site.library();
        var known = Stream.concat(
                library.derived().all().stream().filter(its -> !its.formula().contains("value"))
                        .map(its -> new Known(name(its, words), its.id())),
                library.indicators().all().stream().map(its -> new Known(words.chinese() ? its.name() : its.englishName(), its.id())))
                .toList();
        return new Form(asked.indicators().stream().map(id -> new Chosen(id, name(id, words), asked.without(id).address())).toList(),
                known, choices("compare.by.", Asked.ROWS, asked.rows(), words), choices("compare.role.", Asked.ROLES, asked.role(), words),
                library.regions().byCode(asked.region()).map(Region::fullName).orElse(""), text(asked.from()), text(asked.to()),
                asked.words().getOrDefault("agency", ""), asked.words().getOrDefault("project", ""),
                asked.words().getOrDefault("breakdown", ""), asked.growth(), asked.stats(),
                asked.show() == Show.TABLE ? "" : asked.show().key(), text(asked.year()), asked.mark());
    }

    private static String text(@org.jspecify.annotations.Nullable Integer year) {
        return year == null ? "" : year.toString();
    }

    private static List<Choice> choices(String key, List<String> values, String current, Words words) {
        return values.stream().map(value -> new Choice(value, words.text(key + value), value.equals(current))).toList();
    }

    private String name(String id, Words words) {
        var library = site.library();
        return library.indicators().find(id).map(its -> name(its, words))
                .or(() -> library.derived().find(id).map(its -> name(its, words))).orElse(id);
    }

    private static String name(Indicator its, Words words) {
        return words.chinese() ? its.name() : its.englishName();
    }

    private static String name(Derived its, Words words) {
        return words.chinese() ? its.name() : its.englishName();
    }

    private void evidence(Context ctx) {
        var words = site.words(ctx);
        var asked = Asked.of(ctx, site.library());
        int table = Site.number(ctx, "table", 0, 0, LAST_TABLE);
        int year = Site.number(ctx, "column", 0, 0, 9999);
        var view = answer(asked, (comparison, its) -> new Evidence(its, comparison, words, site.library().labels(words))
                .of(table, Site.query(ctx, "row"), year));
        site.render(ctx, "evidence", site.page(ctx, Section.COMPARE, view.title()), view);
    }

    private void chart(Context ctx) {
        var words = site.words(ctx);
        var asked = Asked.of(ctx, site.library());
        int table = Site.number(ctx, "table", 0, 0, LAST_TABLE);
        var chart = answer(asked, (comparison, its) -> table >= comparison.tables().size() || !its.show().isChart() ? null
                : new ChartData(its, comparison.years(), words).of(comparison.tables().get(table), table));
        if (chart == null) {
            throw new Refusal(404, "error.chart");
        }
        site.render(ctx, "chartFile", site.page(ctx, Section.COMPARE, chart.title()), chart.drawing());
        ctx.contentType("image/svg+xml; charset=utf-8").header("Content-Disposition", "attachment; filename=\"jixiao-chart.svg\"");
    }

    private void export(Context ctx) {
        var format = Site.query(ctx, "format");
        var type = FILES.get(format);
        if (type == null) {
            throw new Refusal(400, "error.choice", format);
        }
        var labels = site.library().labels(site.words(ctx));
        var bytes = answer(Asked.of(ctx, site.library()), (comparison, asked) -> {
            var out = new ByteArrayOutputStream();
            try {
                ComparisonFormat.of(format).orElseThrow().write(comparison, labels, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
        ctx.contentType(type).header("Content-Disposition", "attachment; filename=\"jixiao-compare." + format + "\"").result(bytes);
    }
}
