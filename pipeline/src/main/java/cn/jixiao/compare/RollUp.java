package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.dictionary.Synonyms;
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
        var told = parts.stream().flatMap(cell -> cell.evidence().stream()).toList();
        if (told.isEmpty()) {
            return Cell.missing(year, unit);
        }
        if (aggregate != Aggregate.SUM) {
            return new Cell(year, Status.NOT_ADDITIVE, null, unit, Comparator.EQ, null, List.of("not-additive"),
                    List.of(), told, null);
        }
        return sum(year, parts);
    }

    private Cell sum(int year, List<Cell> parts) {
        var total = BigDecimal.ZERO;
        var added = new ArrayList<Observation>();
        var others = new ArrayList<Observation>();
        boolean complete = true;
        for (var part : parts) {
            others.addAll(part.others());
            if (adds(part)) {
                total = total.add(Objects.requireNonNull(part.value()));
                added.addAll(part.evidence());
                complete &= part.status() != Status.INCOMPLETE;
            } else {
                others.addAll(part.evidence());
                complete = false;
            }
        }
        if (added.isEmpty()) {
            return new Cell(year, Status.INCOMPLETE, null, unit, Comparator.EQ, null, List.of("sum-of-areas"), added,
                    others, null);
        }
        return new Cell(year, complete ? gravest(parts) : Status.INCOMPLETE, total, unit, Comparator.EQ,
                Period.year(year), List.of("sum-of-areas"), added, others, null);
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
            case PARTIAL_YEAR, OTHER_UNIT, NOT_ADDITIVE, MISSING -> false;
        };
    }
}
