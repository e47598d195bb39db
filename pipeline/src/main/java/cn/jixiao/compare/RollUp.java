package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.index.Figure;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Indicator.Aggregate;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The cell of an area that told nothing itself, from the cells of the areas in it. Rules:
///
/// - `sum-of-areas`: an indicator that adds up is added up, over whole-year, exact values of the table's unit; an area
///   without such a value makes the sum incomplete, one that was told in several ways makes the sum so too
/// - `sum-of-forerunners`: the same, of the areas that were merged into one of today
/// - `sum-of-projects`: the same, of the projects of one report that tells no whole
/// - `not-additive`: rates and the like are not averaged; what the areas told is shown beside an empty cell
final class RollUp {

    private final String unit;
    private final Synonyms sameUnits;
    private final Aggregate aggregate;

    RollUp(String unit, Synonyms sameUnits, Aggregate aggregate) {
        this.unit = unit;
        this.sameUnits = sameUnits;
        this.aggregate = aggregate;
    }

    /// @param parts one for each area below that reports at all
    Cell of(int year, List<Cell> parts) {
        if (parts.stream().allMatch(cell -> cell.evidence().isEmpty())) {
            return Cell.missing(year, unit);
        }
        if (aggregate != Aggregate.SUM) {
            return Cell.of(year, Status.NOT_ADDITIVE, null, unit, null, List.of("not-additive"), List.of(), List.of(),
                    LazyObservations.joined(parts.stream().map(Cell::evidence).toList()));
        }
        return sum(year, parts, "sum-of-areas", List.of());
    }

    /// The cell of an area of today that was several in a year, from what those told.
    ///
    /// @param all how many they were
    Cell ofForerunners(int year, List<Cell> parts, int all) {
        var notes = List.of(Note.MERGED);
        if (aggregate != Aggregate.SUM) {
            return Cell.of(year, Status.NOT_ADDITIVE, null, unit, null, List.of("not-additive"), notes, List.of(),
                    LazyObservations.joined(parts.stream().map(Cell::evidence).toList()));
        }
        var sum = sum(year, parts, "sum-of-forerunners", notes);
        return parts.size() >= all || sum.value() == null ? sum : Cell.of(year, Status.INCOMPLETE, sum.value(), unit,
                sum.period(), sum.rules(), sum.notes(), sum.evidence(), sum.others());
    }

    /// The cell of a report that tells it by projects alone.
    ///
    /// @param rest what other reports told
    /// @param all whether every project of the report told it
    Cell ofProjects(int year, List<Cell> parts, List<Figure> rest, boolean all) {
        var sum = sum(year, parts, "sum-of-projects", List.of(Note.PROJECTS));
        var others = LazyObservations.joined(List.of(sum.others(), LazyObservations.of(rest)));
        return Cell.of(year, all || sum.value() == null ? sum.status() : Status.INCOMPLETE, sum.value(), unit, sum.period(),
                sum.rules(), sum.notes(), sum.evidence(), others);
    }

    private Cell sum(int year, List<Cell> parts, String rule, List<Note> notes) {
        var total = BigDecimal.ZERO;
        var added = new ArrayList<List<Observation>>();
        var others = new ArrayList<List<Observation>>();
        boolean complete = true;
        for (var part : parts) {
            others.add(part.others());
            if (adds(part)) {
                total = total.add(Objects.requireNonNull(part.value()));
                added.add(part.evidence());
                complete &= part.status() != Status.INCOMPLETE;
            } else {
                others.add(part.evidence());
                complete = false;
            }
        }
        if (added.isEmpty()) {
            return Cell.of(year, Status.INCOMPLETE, null, unit, null, List.of(rule), notes, List.of(),
                    LazyObservations.joined(others));
        }
        return Cell.of(year, complete ? gravest(parts) : Status.INCOMPLETE, total, unit, Period.year(year), List.of(rule),
                notes, LazyObservations.joined(added), LazyObservations.joined(others));
    }

    private static Status gravest(List<Cell> parts) {
        for (var status : List.of(Status.CONFLICT, Status.SEVERAL)) {
            if (parts.stream().anyMatch(part -> part.status() == status)) {
                return status;
            }
        }
        return Status.SUMMED;
    }

    private boolean adds(Cell part) {
        return switch (part.status()) {
            case OK, SUMMED, INCOMPLETE, SEVERAL, CONFLICT -> part.value() != null
                    && part.comparator() == Comparator.EQ && sameUnits.same(unit, part.unit());
            case PARTIAL_YEAR, OTHER_UNIT, NOT_ADDITIVE, UNDEFINED, MISSING -> false;
        };
    }
}
