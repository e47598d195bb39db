package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Coverage;
import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.compare.ComparisonQuery.By;
import cn.jixiao.compare.FormulaException.Reason;
import cn.jixiao.compare.Grid.Head;
import cn.jixiao.index.Figure;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.index.ReportLine;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Indicator.Aggregate;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers comparisons from the records of a workspace.
///
/// Figures of subsets (`breakdown`) stay out unless they are asked for, save the row of an area in a table of areas,
/// which is that area's whole.
public record Comparer(Records records, Knowledge knowledge) {

    /// @throws FormulaException if a formula makes no sense
    public Comparison compare(ComparisonQuery query) {
        var subjects = query.indicators().stream().map(word -> Subject.of(word, knowledge)).toList();
        subjects.forEach(subject -> refuseRatePerHead(query, subject));
        var indicators = subjects.stream().flatMap(subject -> subject.indicators().stream()).distinct().toList();
        var told = told(query, indicators);
        var reports = reports(query);
        var areas = new Areas(knowledge.places());
        reports.values().forEach(each -> areas.add(each.region()));
        told.forEach(each -> areas.add(each.region()));
        areas.complete();
        var ground = new Ground(query, knowledge, years(query, told), areas, reports);
        var byIndicator = indicators.size() == 1 ? Map.of(indicators.getFirst(), told) : byIndicator(told);
        var tables = subjects.stream().map(subject -> new Making(ground, subject, byIndicator).table()).toList();
        return new Comparison(query, ground.years(), tables);
    }

    private static Map<String, List<Figure>> byIndicator(List<Figure> told) {
        var byIndicator = new HashMap<String, List<Figure>>();
        told.forEach(each -> byIndicator.computeIfAbsent(each.indicator(), id -> new ArrayList<>()).add(each));
        return byIndicator;
    }

    private void refuseRatePerHead(ComparisonQuery query, Subject subject) {
        if (query.per() == null) {
            return;
        }
        boolean sums = subject.formula() == null && knowledge.indicators().apply(subject.id())
                .filter(its -> its.aggregate() == Aggregate.SUM).isPresent();
        if (!sums) {
            throw new FormulaException(Reason.RATE_PER_HEAD, subject.id(), subject.name());
        }
    }

    private List<Figure> told(ComparisonQuery query, List<String> indicators) {
        var scope = query.scope();
        var regions = scope.region() == null ? List.<String>of()
                : Stream.concat(Stream.of(scope.region()), knowledge.places().joined(scope.region()).stream()).toList();
        var filter = new ObservationFilter(List.of(), indicators, query.fromYear(), query.toYear(),
                query.role() == Role.TARGET ? Role.TARGET : null, false, regions, scope.agency(),
                scope.project());
        var elsewhere = records.links();
        return records.figures(filter).stream().filter(each -> each.year() != null && isWanted(query, each))
                .filter(each -> elsewhere.isEmpty() || !elsewhere.containsKey(each.docId())).toList();
    }

    private static boolean isWanted(ComparisonQuery query, Figure figure) {
        var breakdown = figure.breakdown();
        var wanted = query.scope().breakdown();
        if (wanted != null) {
            return breakdown != null && breakdown.contains(wanted);
        }
        return query.by() == By.BREAKDOWN ? breakdown != null
                : breakdown == null || figure.region() != null && figure.region().name().startsWith(breakdown);
    }

    /// The reports that a row could come from, by id.
    private Map<String, ReportLine> reports(ComparisonQuery query) {
        var agency = query.scope().agency();
        if (agency == null) {
            return records.lines();
        }
        var found = new LinkedHashMap<String, ReportLine>();
        records.lines().forEach((id, each) -> {
            if (each.agency() != null && each.agency().contains(agency)) {
                found.put(id, each);
            }
        });
        return found;
    }

    private static List<Integer> years(ComparisonQuery query, List<Figure> told) {
        if (query.fromYear() != null && query.toYear() != null) {
            return IntStream.rangeClosed(query.fromYear(), query.toYear()).boxed().toList();
        }
        var years = new TreeSet<Integer>();
        boolean targets = query.targets() || query.role() == Role.TARGET;
        told.stream().filter(each -> targets || each.role() == Role.ACTUAL).forEach(each -> years.add(each.year()));
        var from = query.fromYear() != null ? query.fromYear() : years.isEmpty() ? null : years.first();
        var to = query.toYear() != null ? query.toYear() : years.isEmpty() ? null : years.last();
        return from == null || to == null ? List.of() : IntStream.rangeClosed(from, to).boxed().toList();
    }

    /// One table in the making.
    private static final class Making {

        private final Ground ground;
        private final ComparisonQuery query;
        private final Subject subject;
        private final Map<Formula.Operand, Grid> grids = new LinkedHashMap<>();
        private final @Nullable Grid aims;

        Making(Ground ground, Subject subject, Map<String, List<Figure>> told) {
            this.ground = ground;
            this.query = ground.query();
            this.subject = subject;
            var operands = subject.formula() == null
                    ? List.of(new Formula.Operand(subject.id(), query.role() == Role.TARGET)) : subject.formula().operands();
            for (var operand : operands) {
                grids.put(operand, new Grid(ground, operand.indicator(), operand.target() ? Role.TARGET : Role.ACTUAL,
                        told.getOrDefault(operand.indicator(), List.of())));
            }
            this.aims = !query.targets() || subject.formula() != null ? null
                    : new Grid(ground, subject.id(), Role.TARGET, told.getOrDefault(subject.id(), List.of()));
        }

        Table table() {
            var heads = new TreeMap<>(ground.heads());
            if (query.by() != By.REGION) {
                grids.values().forEach(grid -> grid.heads().forEach(heads::putIfAbsent));
            }
            var unit = subject.formula() == null ? grids.values().iterator().next().unit() : subject.unit();
            var shown = query.per() == null ? unit : readable(unit) + "/" + query.per().unit();
            var keys = List.copyOf(heads.entrySet());
            var rows = SideBySide.rows(keys).map(each -> row(each.getKey(), each.getValue(), shown)).toList();
            var peers = new Peers(rows, ground.years(), shown, ground.knowledge().sameUnits());
            return new Table(subject.id(), subject.name(), shown, subject.words(), peers.ranked(rows), coverage(rows),
                    peers.spread());
        }

        private static String readable(String unit) {
            return unit.equals("CNY") ? "元" : unit;
        }

        private Row row(String key, Head head, String unit) {
            var made = new ArrayList<Cell>(ground.years().size());
            var lines = new LinkedHashMap<Formula.Operand, Grid.Line>();
            grids.forEach((operand, grid) -> lines.put(operand, grid.line(key)));
            var aim = aims == null ? null : aims.line(key);
            for (var year : ground.years()) {
                var cell = cell(lines, year);
                cell = query.per() == null ? cell : per(head, cell, unit);
                cell = aim == null ? cell : cell.withTarget(aim.cell(year));
                made.add(made.isEmpty() ? cell
                        : cell.withGrowth(CellChoice.growth(made.getLast(), cell, ground.knowledge().sameUnits())));
            }
            return new Row(head.code(), head.name(), head.fullName(), made);
        }

        private Cell cell(Map<Formula.Operand, Grid.Line> lines, int year) {
            if (subject.formula() == null) {
                return lines.values().iterator().next().cell(year);
            }
            var operands = new LinkedHashMap<Formula.Operand, Cell>();
            lines.forEach((operand, line) -> operands.put(operand, line.cell(year)));
            return new DerivedTable(subject).cell(year, operands);
        }

        private Cell per(Head head, Cell cell, String unit) {
            if (cell.value() == null) {
                return Cell.of(cell.year(), cell.status(), null, unit, cell.period(), cell.rules(), cell.notes(),
                        cell.evidence(), cell.others());
            }
            var below = Objects.requireNonNull(query.per()).of(head.code(), head.name(), cell.year());
            if (below.isEmpty() || cell.status() == Status.OTHER_UNIT || cell.comparator() != Comparator.EQ) {
                var notes = new ArrayList<>(cell.notes());
                if (below.isEmpty()) {
                    notes.add(Note.NO_DENOMINATOR);
                }
                return Cell.of(cell.year(), Status.UNDEFINED, null, unit, cell.period(), cell.rules(), notes, List.of(),
                        LazyObservations.joined(List.of(cell.evidence(), cell.others())));
            }
            var value = DerivedTable.rounded(cell.value().divide(below.get(), java.math.MathContext.DECIMAL128));
            return Cell.of(cell.year(), cell.status(), value, unit, cell.period(), cell.rules(), cell.notes(),
                    cell.evidence(), cell.others());
        }

        private List<Coverage> coverage(List<Row> rows) {
            return IntStream.range(0, ground.years().size()).mapToObj(column -> new Coverage(ground.years().get(column),
                    (int) rows.stream().filter(row -> row.cells().get(column).value() != null).count(), rows.size()))
                    .toList();
        }
    }
}
