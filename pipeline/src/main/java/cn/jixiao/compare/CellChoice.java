package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Chooses the figure of a cell where several could stand in it. Rules are asked in this order; each keeps the best
/// and the cell remembers those that had something to decide:
///
/// 1. `whole-report`: a figure of the whole report before one of its projects
/// 2. `whole-year`: a whole year before a part of it
/// 3. `usual-unit`: the table's unit before another
/// 4. `exact`: a stated value before a bound (超过, 以上, 约)
/// 5. `confidence`: the surer reading, in steps of a tenth
/// 6. `told-most`: what is told more often
/// 7. `first`: by source and place
///
/// Figures that can be the same number (920余万元 and 9235000元) agree; all that do not agree stay visible.
final class CellChoice {

    private final String unit;
    private final Synonyms sameUnits;
    private final Predicate<Observation> ofWholeReport;

    /// @param unit of the table
    /// @param ofWholeReport whether a figure is about all that its report is about
    CellChoice(String unit, Synonyms sameUnits, Predicate<Observation> ofWholeReport) {
        this.unit = unit;
        this.sameUnits = sameUnits;
        this.ofWholeReport = ofWholeReport;
    }

    /// @param told figures of one row and year, by source and place
    Cell choose(int year, List<Observation> told) {
        if (told.isEmpty()) {
            return Cell.missing(year, unit);
        }
        var rules = new ArrayList<String>();
        var best = keep("whole-report", told, rules, each -> ofWholeReport.test(each) ? 1 : 0);
        best = keep("whole-year", best, rules, each -> isWholeYear(each) ? 1 : 0);
        best = keep("usual-unit", best, rules, each -> isUsual(each) ? 1 : 0);
        best = keep("exact", best, rules, each -> each.quantity().comparator() == Comparator.EQ ? 1 : 0);
        best = keep("confidence", best, rules, each -> Math.floor(each.confidence() * 10 + 1e-9));
        var rest = best;
        best = keep("told-most", best, rules, each -> rest.stream().filter(other -> agree(each, other)).count());
        var taken = best.getFirst();
        if (best.stream().anyMatch(other -> !agree(taken, other))) {
            rules.add("first");
        }
        var others = told.stream().filter(other -> !agree(taken, other)).toList();
        return new Cell(year, status(taken, others), taken.quantity().value(), taken.quantity().unit(),
                taken.quantity().comparator(), taken.period(), rules, List.of(taken), others, null);
    }

    /// Those with the highest mark. The rule is noted if it set aside a figure that says something else.
    private List<Observation> keep(String rule, List<Observation> among, List<String> rules,
            ToDoubleFunction<Observation> mark) {
        double highest = among.stream().mapToDouble(mark).max().orElseThrow();
        var best = among.stream().filter(each -> mark.applyAsDouble(each) == highest).toList();
        if (among.stream().anyMatch(each -> mark.applyAsDouble(each) < highest && !agree(best.getFirst(), each))) {
            rules.add(rule);
        }
        return best;
    }

    private Status status(Observation taken, List<Observation> others) {
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

    private static boolean sameTeller(Observation one, Observation other) {
        return one.docId().equals(other.docId()) && Objects.equals(one.project(), other.project())
                && Objects.equals(one.agency(), other.agency());
    }

    private boolean agree(Observation one, Observation other) {
        return sameUnits.same(one.quantity().unit(), other.quantity().unit())
                && isWholeYear(one) == isWholeYear(other)
                && (isWholeYear(one) || Objects.equals(one.period(), other.period()))
                && one.quantity().interval().meets(other.quantity().interval());
    }

    private boolean isUsual(Observation observation) {
        return sameUnits.same(unit, observation.quantity().unit());
    }

    static boolean isWholeYear(Observation observation) {
        return observation.period() == null || observation.period().isWholeYear();
    }

    /// Growth of one cell on that of the year before, or null where the two cannot be compared.
    static @Nullable BigDecimal growth(Cell before, Cell now, Synonyms sameUnits) {
        if (!sound(before) || !sound(now) || before.year() + 1 != now.year()
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

    private static boolean sound(Cell cell) {
        return (cell.status() == Status.OK || cell.status() == Status.SUMMED) && cell.value() != null
                && cell.comparator() == Comparator.EQ;
    }
}
