package cn.jixiao.compare;

import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to compare.
///
/// @param indicators canonical ids, in the order of the tables
/// @param by what the rows are
/// @param level of the rows that are areas
/// @param fromYear first year, or null for the first that was reported
/// @param toYear last year, or null for the last that was reported
/// @param role what was done, or what was aimed at
/// @param region code of the area to stay within, or null
/// @param agency words of the agency's name, or null
/// @param project words of the project's name, or null
/// @param growth whether tables for people show the change on the year before; records always hold it
public record ComparisonQuery(List<String> indicators, By by, Region.Level level, @Nullable Integer fromYear,
        @Nullable Integer toYear, Role role, @Nullable String region, @Nullable String agency,
        @Nullable String project, boolean growth) {

    /// What a row can be.
    public enum By { REGION, AGENCY, PROJECT }

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
        return new ComparisonQuery(List.of(indicators), By.REGION, Region.Level.COUNTY, null, null, Role.ACTUAL, null,
                null, null, false);
    }

    public ComparisonQuery years(int from, int to) {
        return new ComparisonQuery(indicators, by, level, from, to, role, region, agency, project, growth);
    }

    public ComparisonQuery by(By rows) {
        return new ComparisonQuery(indicators, rows, level, fromYear, toYear, role, region, agency, project, growth);
    }

    public ComparisonQuery at(Region.Level itsLevel) {
        return new ComparisonQuery(indicators, by, itsLevel, fromYear, toYear, role, region, agency, project, growth);
    }

    public ComparisonQuery role(Role itsRole) {
        return new ComparisonQuery(indicators, by, level, fromYear, toYear, itsRole, region, agency, project, growth);
    }

    public ComparisonQuery within(@Nullable String itsRegion, @Nullable String itsAgency, @Nullable String itsProject) {
        return new ComparisonQuery(indicators, by, level, fromYear, toYear, role, itsRegion, itsAgency, itsProject, growth);
    }

    public ComparisonQuery withGrowth() {
        return new ComparisonQuery(indicators, by, level, fromYear, toYear, role, region, agency, project, true);
    }
}
