package cn.jixiao.cli;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import cn.jixiao.review.Reading;
import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The attributes of a figure as options; `-` takes one away.
final class ReadingOptions {

    private static final String NONE = "-";

    @Option(names = "--value", paramLabel = "NUMBER", descriptionKey = "reading.value")
    private @Nullable BigDecimal value;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "reading.unit")
    private @Nullable String unit;

    @Option(names = "--kind", paramLabel = "amount|rate|count|score", descriptionKey = "reading.kind")
    private @Nullable Kind kind;

    @Option(names = "--comparator", paramLabel = "=|>|>=|<|<=|~", descriptionKey = "reading.comparator")
    private @Nullable String comparator;

    @Option(names = "--role", paramLabel = "target|actual", descriptionKey = "reading.role")
    private @Nullable Role role;

    @Option(names = "--indicator", paramLabel = "ID", descriptionKey = "reading.indicator")
    private @Nullable String indicator;

    @Option(names = "--label", paramLabel = "TEXT", descriptionKey = "reading.label")
    private @Nullable String label;

    @Option(names = "--breakdown", paramLabel = "TEXT", descriptionKey = "reading.breakdown")
    private @Nullable String breakdown;

    @Option(names = "--project", paramLabel = "TEXT", descriptionKey = "reading.project")
    private @Nullable String project;

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "reading.year")
    private @Nullable String year;

    @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "reading.period")
    private @Nullable String period;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "reading.region")
    private @Nullable String region;

    /// What was given laid over a reading. A new unit that money, rates or counts go by carries its size: 20 with 万元 is
    /// 200000 CNY.
    ///
    /// @throws UserException if an attribute makes no sense
    Reading over(Reading seen, Session session) {
        var known = unit == null ? null : session.units().find(unit).orElse(null);
        var number = value == null ? seen.value() : known == null ? value : value.multiply(known.factor());
        var symbol = unit == null ? seen.unit() : known == null ? unit : known.symbol();
        var itsKind = kind != null ? kind : known == null ? seen.kind() : known.kind();
        var itsYear = year == null ? seen.year() : year.equals(NONE) ? null : integer(year);
        return new Reading(itsKind, comparator == null ? seen.comparator() : comparator(comparator), number, symbol,
                role == null ? seen.role() : role, indicator(seen.indicator(), session), label == null ? seen.label() : label,
                text(breakdown, seen.breakdown()), text(project, seen.project()), itsYear, period(seen, itsYear),
                region(seen.region(), session));
    }

    /// A reading of words that the program did not read: `--value` and `--unit` are needed.
    Reading fresh(Extraction extraction, Session session) {
        if (value == null || unit == null) {
            throw new UserException("reading.needed");
        }
        var facts = extraction.outline().facts();
        return over(new Reading(Kind.COUNT, Comparator.EQ, value, unit, Role.ACTUAL, null, label == null ? "" : label, null, null,
                facts.year(), facts.period(), facts.region()), session);
    }

    private static Comparator comparator(String symbol) {
        try {
            return Comparator.of(symbol);
        } catch (IllegalArgumentException e) {
            throw new UserException("reading.wrong", symbol);
        }
    }

    private static int integer(String year) {
        try {
            return Integer.parseInt(year);
        } catch (NumberFormatException e) {
            throw new UserException("reading.wrong", year);
        }
    }

    private @Nullable String indicator(@Nullable String seen, Session session) {
        var id = text(indicator, seen);
        if (indicator != null && id != null && session.indicators().find(id).isEmpty()) {
            throw new UserException("reading.indicator.none", id);
        }
        return id;
    }

    private @Nullable Period period(Reading seen, @Nullable Integer itsYear) {
        if (period == null) {
            return year == null || itsYear == null ? seen.period() : Period.year(itsYear);
        }
        try {
            return period.equals(NONE) ? null : Period.parse(period);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new UserException("reading.wrong", period);
        }
    }

    private @Nullable Region region(@Nullable Region seen, Session session) {
        if (region == null) {
            return seen;
        }
        return region.equals(NONE) ? null : session.regions().byCode(region)
                .orElseThrow(() -> new UserException("reading.wrong", region));
    }

    private static @Nullable String text(@Nullable String given, @Nullable String seen) {
        return given == null ? seen : given.equals(NONE) ? null : given;
    }
}
