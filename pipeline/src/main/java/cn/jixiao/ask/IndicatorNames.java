package cn.jixiao.ask;

import cn.jixiao.compare.Naming;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets a query name an indicator as people do: `indicator:预算执行率` is `indicator:fund.execution_rate`.
///
/// @param naming asked for when a query names one
public record IndicatorNames(Supplier<Naming> naming) {

    private static final Pattern NAMED = Pattern.compile("(?:\\bindicator|指标)[:：](?:\"([^\"]{1,60})\"|([^\\s()\"]{1,60}))");

    /// The query with ids where names stood; a name that nothing goes by is left for the index to refuse.
    public String withIds(String query) {
        return NAMED.matcher(query).replaceAll(found -> Matcher.quoteReplacement(withId(found.group(),
                found.group(1) == null ? found.group(2) : found.group(1))));
    }

    private String withId(String clause, String name) {
        return name.chars().noneMatch(Character::isIdeographic) ? clause
                : naming.get().indicator(name).filter(id -> id.matches("[a-z_.]+")).map(id -> "indicator:" + id).orElse(clause);
    }
}
