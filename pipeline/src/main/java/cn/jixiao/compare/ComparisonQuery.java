package cn.jixiao.compare;

import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to compare.
///
/// @param indicators canonical ids, ids of derived indicators (`completion:legal_aid.cases`), or formulas
///                   (`fund.spent / legal_aid.cases`), in the order of the tables
/// @param by what the rows are
/// @param level of the rows that are areas
/// @param fromYear first year, or null for the first that was reported
/// @param toYear last year, or null for the last that was reported
/// @param role what was done, or what was aimed at
/// @param targets whether cells of what was done hold what was aimed at too
/// @param scope what to stay within
/// @param view what tables for people show; records always hold it
/// @param per denominators to divide by, or null
public record ComparisonQuery(List<String> indicators, By by, Region.Level level, @Nullable Integer fromYear,
        @Nullable Integer toYear, Role role, boolean targets, Scope scope, View view, @Nullable Denominators per) {

    /// What a row can be.
    public enum By { REGION, AGENCY, PROJECT, BREAKDOWN }

    /// What to stay within.
    ///
    /// @param region code of an area, or null
    /// @param agency words of the agency's name, or null
    /// @param project words of the project's name, or null
    /// @param breakdown words of the subset's name, or null for the whole
    public record Scope(@Nullable String region, @Nullable String agency, @Nullable String project,
            @Nullable String breakdown) {

        public static final Scope ALL = new Scope(null, null, null, null);
    }

    /// What tables for people show.
    ///
    /// @param growth the change on the year before
    /// @param stats rank, percentile, quartiles
    public record View(boolean growth, boolean stats) {

        public static final View PLAIN = new View(false, false);
    }

    public ComparisonQuery {
        indicators = List.copyOf(indicators);
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs an indicator");
        }
        if (fromYear != null && toYear != null && fromYear > toYear) {
            throw new IllegalArgumentException("years from " + fromYear + " to " + toYear);
        }
    }

    /// Counties over all years.
    public static ComparisonQuery of(String... indicators) {
        return new ComparisonQuery(List.of(indicators), By.REGION, Region.Level.COUNTY, null, null, Role.ACTUAL, false,
                Scope.ALL, View.PLAIN, null);
    }

    public ComparisonQuery years(int from, int to) {
        return new ComparisonQuery(indicators, by, level, from, to, role, targets, scope, view, per);
    }

    public ComparisonQuery by(By rows) {
        return new ComparisonQuery(indicators, rows, level, fromYear, toYear, role, targets, scope, view, per);
    }

    public ComparisonQuery at(Region.Level itsLevel) {
        return new ComparisonQuery(indicators, by, itsLevel, fromYear, toYear, role, targets, scope, view, per);
    }

    public ComparisonQuery role(Role itsRole) {
        return new ComparisonQuery(indicators, by, level, fromYear, toYear, itsRole, targets, scope, view, per);
    }

    /// Targets beside what was done.
    public ComparisonQuery withTargets() {
        return new ComparisonQuery(indicators, by, level, fromYear, toYear, Role.ACTUAL, true, scope, view, per);
    }

    public ComparisonQuery within(Scope itsScope) {
        return new ComparisonQuery(indicators, by, level, fromYear, toYear, role, targets, itsScope, view, per);
    }

    public ComparisonQuery within(@Nullable String region, @Nullable String agency, @Nullable String project) {
        return within(new Scope(region, agency, project, null));
    }

    public ComparisonQuery show(View itsView) {
        return new ComparisonQuery(indicators, by, level, fromYear, toYear, role, targets, scope, itsView, per);
    }

    public ComparisonQuery withGrowth() {
        return show(new View(true, view.stats()));
    }

    public ComparisonQuery per(@Nullable Denominators its) {
        return new ComparisonQuery(indicators, by, level, fromYear, toYear, role, targets, scope, view, its);
    }
}
