package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Coverage;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Answers comparisons from the records of a workspace.
///
/// Figures of subsets (`breakdown`) stay out, save the row of an area in a table of areas, which is that area's whole.
///
/// @param indicators by id; an unknown one is compared all the same, but never added up
/// @param regions by code, for the names of the areas around those that report
/// @param sameUnits units that may stand in one column
public record Comparer(Records records, Function<String, Optional<Indicator>> indicators,
        Function<String, Optional<Region>> regions, Synonyms sameUnits) {

    public Comparison compare(ComparisonQuery query) {
        var told = told(query);
        var reports = reports(query);
        var areas = new Areas(Stream.concat(reports.values().stream().map(report -> report.facts().region()),
                told.stream().map(Observation::region)).filter(Objects::nonNull).toList(), regions);
        var years = years(query, told);
        var tables = query.indicators().stream().map(indicator -> new Making(query, indicator, years, areas, reports,
                told.stream().filter(each -> indicator.equals(each.indicator())).toList()).table()).toList();
        return new Comparison(query, years, tables);
    }

    private List<Observation> told(ComparisonQuery query) {
        var filter = new ObservationFilter(List.of(), query.indicators(), query.fromYear(), query.toYear(),
                query.role(), false, query.region(), query.agency(), query.project());
        try (var observations = records.observations(filter)) {
            return observations.filter(each -> each.year() != null && isWhole(each)).toList();
        }
    }

    private static boolean isWhole(Observation observation) {
        var breakdown = observation.breakdown();
        return breakdown == null || observation.region() != null && observation.region().name().startsWith(breakdown);
    }

    /// The reports that a row could come from, by id.
    private Map<String, Report> reports(ComparisonQuery query) {
        var found = new LinkedHashMap<String, Report>();
        try (var reports = records.documents()) {
            reports.filter(report -> query.agency() == null || report.facts().agency() != null
                            && report.facts().agency().contains(query.agency()))
                    .forEach(report -> found.put(report.docId(), report));
        }
        return found;
    }

    private static List<Integer> years(ComparisonQuery query, List<Observation> told) {
        var years = new TreeSet<Integer>();
        told.forEach(each -> years.add(each.year()));
        var from = query.fromYear() != null ? query.fromYear() : years.isEmpty() ? null : years.first();
        var to = query.toYear() != null ? query.toYear() : years.isEmpty() ? null : years.last();
        return from == null || to == null ? List.of() : IntStream.rangeClosed(from, to).boxed().toList();
    }

    /// One table in the making.
    private final class Making {

        private final ComparisonQuery query;
        private final String id;
        private final Optional<Indicator> indicator;
        private final List<Integer> years;
        private final Areas areas;
        private final Map<String, Report> reports;
        private final List<Observation> told;
        private final String unit;
        private final CellChoice choice;
        private final RollUp rollUp;
        private final Map<String, Map<Integer, List<Observation>>> byRow = new TreeMap<>();

        Making(ComparisonQuery query, String id, List<Integer> years, Areas areas, Map<String, Report> reports,
                List<Observation> told) {
            this.query = query;
            this.id = id;
            this.indicator = indicators.apply(id);
            this.years = years;
            this.areas = areas;
            this.reports = reports;
            this.told = told;
            this.unit = usualUnit();
            this.choice = new CellChoice(unit, sameUnits, this::ofWholeReport);
            this.rollUp = new RollUp(unit, sameUnits,
                    indicator.map(Indicator::aggregate).orElse(Indicator.Aggregate.NONE));
            for (var each : told) {
                key(each).ifPresent(key -> byRow.computeIfAbsent(key, row -> new HashMap<>())
                        .computeIfAbsent(each.year(), year -> new ArrayList<>()).add(each));
            }
        }

        Table table() {
            var rows = switch (query.by()) {
                case REGION -> areas.at(query.level()).stream()
                        .filter(area -> query.region() == null || areas.within(area, query.region()))
                        .map(area -> row(area.code(), area.name(), area.fullName(), year -> cell(area, year))).toList();
                case AGENCY, PROJECT -> names().stream()
                        .map(name -> row("", name, name, year -> choice.choose(year, at(name, year)))).toList();
            };
            return new Table(id, indicator.map(Indicator::name).orElse(id), unit, rows, coverage(rows));
        }

        private Optional<String> key(Observation each) {
            return switch (query.by()) {
                case REGION -> Optional.ofNullable(each.region()).map(Region::code);
                case AGENCY -> Optional.ofNullable(each.agency());
                case PROJECT -> Optional.ofNullable(each.project());
            };
        }

        /// All agencies or projects that could have told it.
        private Collection<String> names() {
            var names = new TreeSet<>(byRow.keySet());
            for (var report : reports.values()) {
                if (inScope(report) && query.by() == ComparisonQuery.By.AGENCY && report.facts().agency() != null) {
                    names.add(report.facts().agency());
                }
            }
            return names;
        }

        private boolean inScope(Report report) {
            var region = report.facts().region();
            return query.region() == null || region != null && areas.within(region, query.region());
        }

        private Row row(String code, String name, String fullName, Function<Integer, Cell> cells) {
            var made = new ArrayList<Cell>();
            for (var year : years) {
                var cell = cells.apply(year);
                made.add(made.isEmpty() ? cell : cell.withGrowth(CellChoice.growth(made.getLast(), cell, sameUnits)));
            }
            return new Row(code, name, fullName, made);
        }

        /// What an area told itself; else what the areas in it told.
        private Cell cell(Region area, int year) {
            var own = at(area.code(), year);
            if (!own.isEmpty() || area.level() == Region.Level.COUNTY) {
                return choice.choose(year, own);
            }
            return rollUp.of(year, areas.below(area).stream().map(each -> cell(each, year)).toList());
        }

        private List<Observation> at(String row, int year) {
            return byRow.getOrDefault(row, Map.of()).getOrDefault(year, List.of());
        }

        private boolean ofWholeReport(Observation each) {
            var report = reports.get(each.docId());
            return each.project() == null || query.by() == ComparisonQuery.By.PROJECT
                    || report != null && report.projects().size() <= 1;
        }

        /// The unit that most figures carry, counting units that mean the same together; the dictionary's where there
        /// are none.
        private String usualUnit() {
            var counts = new TreeMap<String, Integer>();
            told.forEach(each -> counts.merge(each.quantity().unit(), 1, Integer::sum));
            String usual = indicator.flatMap(known -> known.units().stream().findFirst()).orElse("");
            int most = 0;
            var order = Stream.concat(indicator.stream().flatMap(known -> known.units().stream()),
                    counts.keySet().stream()).distinct().filter(counts::containsKey).toList();
            for (var each : order) {
                int count = counts.entrySet().stream().filter(other -> sameUnits.same(each, other.getKey()))
                        .mapToInt(Map.Entry::getValue).sum();
                if (count > most) {
                    most = count;
                    usual = each;
                }
            }
            return usual;
        }

        private List<Coverage> coverage(List<Row> rows) {
            return IntStream.range(0, years.size()).mapToObj(column -> new Coverage(years.get(column),
                    (int) rows.stream().filter(row -> row.cells().get(column).value() != null).count(), rows.size()))
                    .toList();
        }
    }
}
