package cn.jixiao.serve.overview;

import cn.jixiao.document.Document;
import cn.jixiao.index.Records;
import cn.jixiao.index.Report;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult;
import cn.jixiao.index.WorkspaceException;
import cn.jixiao.observation.Finding.Severity;
import cn.jixiao.observation.Region;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.PerCommit;
import cn.jixiao.serve.Section;
import cn.jixiao.serve.Site;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.overview.OverviewView.Bar;
import cn.jixiao.serve.overview.OverviewView.Cause;
import cn.jixiao.serve.overview.OverviewView.Trouble;
import io.javalin.config.RoutesConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// The first page. All of it is counted by the index, once a commit.
///
/// @param views those counted already, by language
public record Overview(Site site, PerCommit<Words, OverviewView> views) implements Feature {

    public Overview(Site site) {
        this(site, new PerCommit<>());
    }

    private static final int TROUBLES_NAMED = 20;
    private static final int INDICATORS_NAMED = 20;
    private static final int RULES_NAMED = 8;
    private static final int PROVINCES = 40;
    private static final String UNREAD = "status:failed OR status:needs_ocr";
    private static final String TROUBLED = UNREAD + " OR status:partial";

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/", ctx -> {
            var words = site.words(ctx);
            site.show(ctx, "overview", Section.OVERVIEW, "nav.overview", view(words));
        });
    }

    private OverviewView view(Words words) {
        try {
            return site.read(records -> views.of(records, words, its -> view(its, words)));
        } catch (WorkspaceException e) {
            if (e.reason() == WorkspaceException.Reason.MISSING) {
                return OverviewView.NOTHING;
            }
            throw e;
        }
    }

    private OverviewView view(Records records, Words words) {
        var reports = count(records, Level.REPORTS, "", PROVINCES);
        var observations = count(records, Level.OBSERVATIONS, "", INDICATORS_NAMED);
        var alarms = count(records, Level.FINDINGS, "holds:false", RULES_NAMED);
        var troubled = records.search(new SearchQuery(TROUBLED, Level.REPORTS, Order.SOURCE, 0, TROUBLES_NAMED, 0));
        return new OverviewView(false, reports.total(), observations.total(), alarms.total(),
                count(records, Level.REPORTS, UNREAD, 0).total(),
                bars(facet(reports, "year").sorted(Comparator.comparing(SearchResult.Count::value).reversed()).toList(),
                        Function.identity(), value -> search("year", value)),
                bars(facet(reports, "province").toList(), this::area, value -> search("region", value)),
                bars(facet(reports, "type").toList(), value -> words.text("type." + value.toUpperCase(Locale.ROOT)),
                        value -> search("type", value)),
                troubled.hits().stream().map(hit -> trouble(hit.report(), words)).toList(), troubled.total(),
                severities(records, words),
                bars(facet(alarms, "rule").toList(), value -> site.library().ruleName(value, words),
                        value -> Links.to("/findings").with("rule", value).toString()),
                bars(facet(observations, "indicator").toList(), value -> site.library().indicatorName(value, words),
                        value -> Links.to("/compare").with("indicator", value).toString()));
    }

    private static SearchResult count(Records records, Level level, String query, int facets) {
        return records.search(new SearchQuery(query, level, Order.SOURCE, 0, 0, facets));
    }

    private static Stream<SearchResult.Count> facet(SearchResult result, String name) {
        return result.facets().getOrDefault(name, List.of()).stream();
    }

    private static List<Bar> severities(Records records, Words words) {
        var counts = Stream.of(Severity.values()).map(each -> new SearchResult.Count(each.key(),
                (int) count(records, Level.FINDINGS, "holds:false severity:" + each.key(), 0).total()))
                .filter(each -> each.count() > 0).toList();
        return bars(counts, value -> words.text("severity." + value),
                value -> Links.to("/findings").with("severity", value).toString());
    }

    private static List<Bar> bars(List<SearchResult.Count> counts, Function<String, String> name,
            Function<String, String> href) {
        long most = counts.stream().mapToLong(SearchResult.Count::count).max().orElse(1);
        return counts.stream().map(each -> new Bar(name.apply(each.value()), each.count(),
                Math.max(1, each.count() * 100L / most), href.apply(each.value()))).toList();
    }

    private static String search(String field, String value) {
        return Links.to("/search").with(field, value).with("in", "reports").toString();
    }

    private String area(String code) {
        return site.library().regions().byCode(code).map(Region::name).orElse(code);
    }

    private static Trouble trouble(Report report, Words words) {
        var kind = report.status() == Document.Status.FAILED ? "bad" : "warn";
        var causes = report.problems().stream().filter(each -> each.kind().effect().compareTo(
                        cn.jixiao.document.Problem.Effect.NOTE) > 0)
                .map(each -> new Cause(words.problem(each), words.remedy(each.kind()))).distinct().limit(3).toList();
        return new Trouble(report.name(), Links.report(report.docId()), words.text("status." + report.status()), kind, causes);
    }
}
