package cn.jixiao.compare;

import cn.jixiao.check.Confirmed;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.dictionary.CellRules;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.index.Figure;
import cn.jixiao.index.ReportLine;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.DocumentType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Chooses the figure of a cell where several could stand in it. Rules are asked in this order; each keeps the best
/// and the cell remembers those that had something to decide:
///
/// 1. `whole-report`: a figure of the whole report before one of its projects
/// 2. `whole-year`: a whole year before a part of it
/// 3. `usual-unit`: the table's unit before another
/// 4. `report-of-the-year`: a report of that year before one that looks back or ahead
/// 5. `final-report`: any report before one of monitoring during the year
/// 6. the rules of `cells.yaml`, by title (`revision`), then by label (`adjusted-budget`)
/// 7. `not-the-target`: what differs from the report's own target before what repeats it
/// 8. `exact`: a stated value before a bound (超过, 以上, 约)
/// 9. `held`: in one report, what its own arithmetic bears out (parts that add up, a rate that follows) before what nothing does
/// 10. `confidence`: the surer reading, in steps of a tenth
/// 11. `told-most`: what is told more often
/// 12. `form`: a row of a table before a sentence
/// 13. `first`: by source and place
///
/// Where several projects of one report told it and none as a whole, [Grid] adds up what each chose (`sum-of-projects`).
///
/// Figures that can be the same number (920余万元 and 9235000元) agree; all that do not agree stay visible. Figures that
/// rules 1 (two projects or more of the same report), 6 by label and 7 set aside mean something else and contradict nothing.
final class CellChoice {

    private final String unit;
    private final Synonyms sameUnits;
    private final boolean byProject;
    private final Map<String, ReportLine> reports;
    private final List<CellRules.Rule> labels;
    private final List<CellRules.Rule> titles;
    /// Threads that race for it look up once more, no worse.
    private @Nullable Looked last;

    /// @param unit of the table
    /// @param byProject whether the rows are projects, each of which is a whole
    /// @param reports by id
    CellChoice(String indicator, String unit, Knowledge knowledge, boolean byProject, Map<String, ReportLine> reports) {
        this.unit = unit;
        this.sameUnits = knowledge.sameUnits();
        this.byProject = byProject;
        this.reports = reports;
        this.labels = knowledge.rules().of(indicator);
        this.titles = knowledge.rules().titles();
    }

    /// @param told figures of one row and year, by source and place
    /// @param targets what the same row aimed at that year
    Cell choose(int year, List<Figure> told, List<Figure> targets) {
        if (told.isEmpty()) {
            return Cell.missing(year, unit);
        }
        if (told.size() > 1) {
            return new Choosing(year, told, targets).cell();
        }
        // Most cells of large tables.
        var only = told.getFirst();
        var notes = new CellNotes(year, only, this).of(told, List.of());
        var quantity = only.quantity();
        return new Cell(year, status(only, List.of()), quantity.value(), quantity.unit(), quantity.comparator(), only.period(),
                List.of(), notes, new LazyObservations(told), List.of(), null, null, null);
    }

    /// The figures of each project, where a cell is told by several projects of one report and by none as a whole; empty
    /// where anything else told it. Figures that a year before or after tells, or monitoring, yield first, as in a cell.
    Map<String, List<Figure>> projects(int year, List<Figure> told) {
        if (told.size() < 2 || told.stream().anyMatch(this::ofWholeReport)) {
            return Map.of();
        }
        var best = new Choosing(year, told, List.of()).ofBestReport();
        var byProject = new LinkedHashMap<String, List<Figure>>();
        for (var each : best) {
            if (!each.docId().equals(best.getFirst().docId())) {
                return Map.of();
            }
            byProject.computeIfAbsent(Objects.requireNonNull(each.project()), name -> new ArrayList<>()).add(each);
        }
        return byProject.size() < 2 ? Map.of() : byProject;
    }

    private Cell cell(int year, Figure taken, List<Figure> told, List<String> rules, Set<Figure> apart) {
        var others = new ArrayList<Figure>();
        var rivals = new ArrayList<Figure>();
        for (var other : told) {
            if (other != taken && !agree(taken, other)) {
                others.add(other);
                if (!apart.contains(other)) {
                    rivals.add(other);
                }
            }
        }
        var notes = new CellNotes(year, taken, this).of(told, rules);
        var quantity = taken.quantity();
        return new Cell(year, status(taken, rivals), quantity.value(), quantity.unit(), quantity.comparator(), taken.period(),
                rules, notes, LazyObservations.of(List.of(taken)), LazyObservations.of(others), null, null, null);
    }

    /// One cell at work.
    private final class Choosing {

        private final int year;
        private final List<Figure> told;
        private final List<Figure> targets;
        private final List<String> rules = new ArrayList<>();
        private final Set<Figure> apart = Collections.newSetFromMap(new IdentityHashMap<>());
        private List<Figure> best;

        Choosing(int year, List<Figure> told, List<Figure> targets) {
            this.year = year;
            this.told = told;
            this.targets = targets;
            this.best = told;
        }

        Cell cell() {
            keep("whole-report", each -> ofWholeReport(each) ? 1 : 0);
            partsOf(best.getFirst());
            ofBestReport();
            labels.forEach(this::byLabel);
            setApart(() -> keep("not-the-target", each -> isTarget(each) ? 0 : 1));
            keep("exact", each -> each.quantity().comparator() == Comparator.EQ ? 1 : 0);
            byArithmetic();
            keep("confidence", each -> Math.floor(each.confidence() * 10 + 1e-9));
            var rest = best;
            keep("told-most", each -> rest.stream().filter(other -> agree(each, other)).count());
            keep("form", each -> each.place() == null ? 0 : 1);
            var first = best.getFirst();
            if (best.stream().anyMatch(other -> !agree(first, other))) {
                rules.add("first");
            }
            return CellChoice.this.cell(year, first, told, rules, apart);
        }

        /// Asked only where one report contradicts itself, for it reads the whole records.
        private void byArithmetic() {
            if (best.size() > 1 && isOneReport() && best.stream().anyMatch(each -> !agree(best.getFirst(), each))) {
                keep("held", each -> each.observation().rules().contains(Confirmed.HELD) ? 1 : 0);
            }
        }

        /// What is left when time, unit and kind of report have decided.
        List<Figure> ofBestReport() {
            keep("whole-year", each -> isWholeYear(each) ? 1 : 0);
            keep("usual-unit", each -> isUsual(each) ? 1 : 0);
            if (!isOneReport()) {
                keep("report-of-the-year", each -> isOfYear(each) ? 1 : 0);
                keep("final-report", each -> isMonitoring(each) ? 0 : 1);
                titles.forEach(rule -> keep(rule.id(), each -> rule.inTitle(title(each)) ? 1 : 0));
            }
            return best;
        }

        private boolean isOneReport() {
            var first = best.getFirst().docId();
            for (var each : best) {
                if (!each.docId().equals(first)) {
                    return false;
                }
            }
            return true;
        }

        /// Two projects at least share what their report tells as a whole; one alone should tell the same.
        private void partsOf(Figure whole) {
            if (best.size() == told.size()) {
                return;
            }
            var parts = told.stream().filter(each -> !best.contains(each) && each.docId().equals(whole.docId())).toList();
            if (parts.stream().map(Figure::project).distinct().count() > 1) {
                apart.addAll(parts);
            }
        }

        private void byLabel(CellRules.Rule rule) {
            setApart(() -> {
                keep(rule.id(), each -> rule.mark(each.label()));
                if (rule.lastColumn()) {
                    keep(rule.id(), each -> isLast(each, best) ? 1 : 0);
                }
            });
        }

        /// What a step sets aside means something else.
        private void setApart(Runnable step) {
            var before = best;
            step.run();
            if (before == best) {
                return;
            }
            before.stream().filter(each -> !best.contains(each)).forEach(apart::add);
        }

        /// Keeps those with the highest mark. The rule is noted if it set aside a figure that says something else. Tables
        /// have tens of thousands of cells and most rules nothing to decide: that must cost nothing.
        private void keep(String rule, ToDoubleFunction<Figure> mark) {
            if (best.size() == 1 || isEven(mark)) {
                return;
            }
            var marks = new double[best.size()];
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < marks.length; i++) {
                marks[i] = mark.applyAsDouble(best.get(i));
                highest = Math.max(highest, marks[i]);
            }
            var kept = new ArrayList<Figure>(marks.length);
            var left = new ArrayList<Figure>(marks.length);
            for (int i = 0; i < marks.length; i++) {
                (marks[i] == highest ? kept : left).add(best.get(i));
            }
            if (!rules.contains(rule) && left.stream().anyMatch(each -> !agree(kept.getFirst(), each))) {
                rules.add(rule);
            }
            best = kept;
        }

        private boolean isEven(ToDoubleFunction<Figure> mark) {
            double first = mark.applyAsDouble(best.getFirst());
            for (int i = 1; i < best.size(); i++) {
                if (mark.applyAsDouble(best.get(i)) != first) {
                    return false;
                }
            }
            return true;
        }

        private boolean isOfYear(Figure figure) {
            var report = report(figure);
            return report == null || report.year() == null || report.year() == year;
        }

        private boolean isTarget(Figure figure) {
            return targets.stream().anyMatch(target -> target.docId().equals(figure.docId())
                    && sameUnits.same(target.quantity().unit(), figure.quantity().unit())
                    && target.quantity().value().compareTo(figure.quantity().value()) == 0);
        }
    }

    /// Whether no other figure stands to the right of it in its row of its table.
    private static boolean isLast(Figure figure, List<Figure> among) {
        var place = figure.place();
        return place == null || among.stream().noneMatch(other -> other.place() != null
                && other.docId().equals(figure.docId()) && other.place().table() == place.table()
                && other.place().row() == place.row() && other.place().column() > place.column());
    }

    /// The report that a figure stands in. The figures of a cell come from one report as a rule, and to look one up among a
    /// hundred thousand reports costs more than to choose.
    @Nullable ReportLine report(Figure figure) {
        var known = last;
        if (known == null || !known.docId().equals(figure.docId())) {
            known = new Looked(figure.docId(), reports.get(figure.docId()));
            last = known;
        }
        return known.report();
    }

    /// Whether a figure is about all that its report is about.
    private boolean ofWholeReport(Figure figure) {
        if (figure.project() == null || byProject) {
            return true;
        }
        var report = report(figure);
        return report != null && report.projects() <= 1;
    }

    private record Looked(String docId, @Nullable ReportLine report) {
    }

    private boolean isMonitoring(Figure figure) {
        var report = report(figure);
        return report != null && report.type() == DocumentType.MONITORING;
    }

    private String title(Figure figure) {
        var report = report(figure);
        return report == null ? "" : report.source() + " " + Objects.toString(report.title(), "");
    }

    private Status status(Figure taken, List<Figure> others) {
        if (!isWholeYear(taken)) {
            return Status.PARTIAL_YEAR;
        }
        if (!isUsual(taken)) {
            return Status.OTHER_UNIT;
        }
        var rivals = others.stream().filter(other -> isWholeYear(other) && isUsual(other)).toList();
        if (rivals.stream().anyMatch(other -> sameTeller(taken, other))) {
            return Status.CONFLICT;
        }
        return rivals.isEmpty() ? Status.OK : Status.SEVERAL;
    }

    private static boolean sameTeller(Figure one, Figure other) {
        return one.docId().equals(other.docId()) && Objects.equals(one.project(), other.project())
                && Objects.equals(one.agency(), other.agency());
    }

    boolean agree(Figure one, Figure other) {
        return sameUnits.same(one.quantity().unit(), other.quantity().unit())
                && isWholeYear(one) == isWholeYear(other)
                && (isWholeYear(one) || Objects.equals(one.period(), other.period()))
                && one.quantity().interval().meets(other.quantity().interval());
    }

    boolean isUsual(Figure figure) {
        return sameUnits.same(unit, figure.quantity().unit());
    }

    static boolean isWholeYear(Figure figure) {
        return figure.period() == null || figure.period().isWholeYear();
    }

    /// Growth of one cell on that of the year before, or null where the two cannot be compared.
    static @Nullable BigDecimal growth(Cell before, Cell now, Synonyms sameUnits) {
        if (!before.isSound() || !now.isSound() || before.year() + 1 != now.year()
                || !sameUnits.same(before.unit(), now.unit())) {
            return null;
        }
        var was = Objects.requireNonNull(before.value());
        var change = Objects.requireNonNull(now.value()).subtract(was);
        if (now.unit().equals("%")) {
            return change;
        }
        return was.signum() <= 0 ? null
                : change.multiply(BigDecimal.valueOf(100)).divide(was, 2, RoundingMode.HALF_UP);
    }
}
