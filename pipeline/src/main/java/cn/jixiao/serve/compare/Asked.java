package cn.jixiao.serve.compare;

import cn.jixiao.compare.ComparisonQuery;
import cn.jixiao.compare.ComparisonQuery.By;
import cn.jixiao.compare.ComparisonQuery.Scope;
import cn.jixiao.compare.ComparisonQuery.View;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Site;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the address asks for. Every state of the page is an address, and every link on it another of these.
///
/// @param indicators ids, derived ids or formulas
/// @param rows what the rows are: `county`, `prefecture`, `province`, `agency`, `project`, `breakdown`
/// @param region code of the area to stay within, or empty
/// @param words parts of names to stay within, by `agency`, `project`, `breakdown`
/// @param show how it is shown
/// @param year of charts that show one, or null for the last
/// @param mark the row to be told apart: its code or name, or empty
/// @param sort the year to sort by, 0 for the order of areas
/// @param page of rows, from 1
record Asked(List<String> indicators, String rows, String region, @Nullable Integer from, @Nullable Integer to, String role,
        Map<String, String> words, boolean growth, boolean stats, Show show, @Nullable Integer year, String mark, int sort,
        int page) {

    static final int MOST_INDICATORS = 6;
    static final List<String> ROWS = List.of("county", "prefecture", "province", "agency", "project", "breakdown");
    static final List<String> ROLES = List.of("actual", "target", "both");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final List<String> WORDS = List.of("agency", "project", "breakdown");

    /// How a comparison is shown.
    enum Show {
        TABLE, HEAT, LINE, BAR, SPREAD;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isChart() {
            return this == LINE || this == BAR || this == SPREAD;
        }

        /// Whether it is of one year.
        boolean isOfYear() {
            return this == BAR || this == SPREAD;
        }
    }

    static Asked of(Context ctx, Library library) {
        var indicators = ctx.queryParams("indicator").stream().map(String::strip).filter(word -> !word.isEmpty())
                .map(word -> library.naming().indicator(word)
                        .orElseThrow(() -> new Refusal(400, "error.indicator", word))).distinct().toList();
        if (indicators.size() > MOST_INDICATORS) {
            throw new Refusal(400, "error.indicators", MOST_INDICATORS);
        }
        var from = year(ctx, "from");
        var to = year(ctx, "to");
        if (from != null && to != null && from > to) {
            throw new Refusal(400, "error.years", from, to);
        }
        var words = new LinkedHashMap<String, String>();
        WORDS.forEach(key -> words.put(key, Site.query(ctx, key)));
        return new Asked(indicators, choice(Site.query(ctx, "by"), ROWS), area(Site.query(ctx, "region"), library), from, to,
                choice(Site.query(ctx, "role"), ROLES), words, !Site.query(ctx, "growth").isEmpty(),
                !Site.query(ctx, "stats").isEmpty(), show(Site.query(ctx, "show")), year(ctx, "year"),
                Site.query(ctx, "mark"), Site.number(ctx, "sort", 0, 0, LAST_YEAR), Site.number(ctx, "page", 1, 1, 10_000));
    }

    private static String choice(String word, List<String> choices) {
        if (!word.isEmpty() && !choices.contains(word)) {
            throw new Refusal(400, "error.choice", word);
        }
        return word.isEmpty() ? choices.getFirst() : word;
    }

    private static Show show(String word) {
        return word.isEmpty() ? Show.TABLE : Stream.of(Show.values()).filter(each -> each.key().equals(word)).findFirst()
                .orElseThrow(() -> new Refusal(400, "error.choice", word));
    }

    private static @Nullable Integer year(Context ctx, String name) {
        int year = Site.number(ctx, name, 0, FIRST_YEAR, LAST_YEAR);
        return year == 0 ? null : year;
    }

    private static String area(String words, Library library) {
        if (words.isEmpty()) {
            return "";
        }
        var found = library.naming().areas(words);
        return switch (found.size()) {
            case 0 -> throw new Refusal(400, "error.region", words);
            case 1 -> library.regions().comparable(found.getFirst().code());
            default -> throw new Refusal(400, "error.regions", words,
                    String.join("、", found.stream().map(each -> each.fullName() + " " + each.code()).limit(10).toList()));
        };
    }

    ComparisonQuery query() {
        var query = ComparisonQuery.of(indicators.toArray(String[]::new));
        query = switch (rows) {
            case "prefecture" -> query.at(Region.Level.PREFECTURE);
            case "province" -> query.at(Region.Level.PROVINCE);
            case "agency" -> query.by(By.AGENCY);
            case "project" -> query.by(By.PROJECT);
            case "breakdown" -> query.by(By.BREAKDOWN);
            default -> query;
        };
        query = switch (role) {
            case "target" -> query.role(Role.TARGET);
            case "both" -> query.withTargets();
            default -> query;
        };
        query = query.within(new Scope(orNull(region), word("agency"), word("project"), word("breakdown")))
                .show(new View(growth, stats));
        return new ComparisonQuery(query.indicators(), query.by(), query.level(), from, to, query.role(), query.targets(),
                query.scope(), query.view(), null);
    }

    private @Nullable String word(String key) {
        return orNull(words.getOrDefault(key, ""));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    String address() {
        return link("/compare").with("sort", sort == 0 ? "" : sort).with("page", page == 1 ? "" : page).toString();
    }

    /// Another address below it, asking for the same.
    Links link(String path) {
        var link = Links.to(path);
        indicators.forEach(id -> link.with("indicator", id));
        link.with("by", rows.equals(ROWS.getFirst()) ? "" : rows).with("region", region).with("from", text(from))
                .with("to", text(to)).with("role", role.equals(ROLES.getFirst()) ? "" : role);
        words.forEach(link::with);
        return link.with("growth", growth ? "1" : "").with("stats", stats ? "1" : "")
                .with("show", show == Show.TABLE ? "" : show.key()).with("year", text(year)).with("mark", mark);
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    Asked show(Show other) {
        return new Asked(indicators, rows, region, from, to, role, words, growth, stats, other, year, mark, sort, 1);
    }

    Asked without(String indicator) {
        return new Asked(indicators.stream().filter(each -> !each.equals(indicator)).toList(), rows, region, from, to, role,
                words, growth, stats, show, year, mark, sort, 1);
    }

    Asked sort(int by) {
        return new Asked(indicators, rows, region, from, to, role, words, growth, stats, show, year, mark, by, 1);
    }

    Asked page(int other) {
        return new Asked(indicators, rows, region, from, to, role, words, growth, stats, show, year, mark, sort, other);
    }

    Asked year(int other) {
        return new Asked(indicators, rows, region, from, to, role, words, growth, stats, show, other, mark, sort, page);
    }

    Asked mark(String other) {
        return new Asked(indicators, rows, region, from, to, role, words, growth, stats, show, year, other, sort, page);
    }
}
