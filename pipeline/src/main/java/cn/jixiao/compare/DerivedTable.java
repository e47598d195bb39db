package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.compare.Comparison.Status;
import cn.jixiao.observation.Comparator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Works out the cells of a formula from those of its operands. Rules:
///
/// - `worked-out`: the operands are the cells that a comparison of theirs would show, for the same row and year
/// - a missing operand leaves the cell missing; one of another unit, of part of the year, one that some of the areas did
///   not report, a bound (but for a target), and a zero below leave it undefined, with the figures beside it
/// - a doubt about an operand (several, conflict) is a doubt about the result
/// - percent is rounded to two decimals, all else to two decimals and six digits at least, half up; sums stay exact
final class DerivedTable {

    private static final int DIGITS = 6;
    private static final int DECIMALS = 2;

    private final Subject subject;
    private final Formula formula;

    DerivedTable(Subject subject) {
        this.subject = subject;
        this.formula = Objects.requireNonNull(subject.formula());
    }

    Cell cell(int year, Map<Formula.Operand, Cell> operands) {
        var cells = List.copyOf(operands.values());
        var evidence = LazyObservations.joined(cells.stream().map(Cell::evidence).toList());
        if (cells.stream().anyMatch(each -> each.status() == Status.MISSING)) {
            return new Cell(year, Status.MISSING, null, subject.unit(), Comparator.EQ, null, List.of(), List.of(), List.of(),
                    evidence, null, null, null);
        }
        var notes = EnumSet.noneOf(Note.class);
        cells.forEach(each -> notes.addAll(each.notes()));
        if (operands.entrySet().stream().anyMatch(each -> !goes(each.getKey(), each.getValue()))) {
            return undefined(year, notes, evidence);
        }
        var value = value(formula, operands);
        if (value == null) {
            notes.add(Note.ZERO);
            return undefined(year, notes, evidence);
        }
        notes.remove(Note.BOUND);
        var rules = new ArrayList<String>();
        cells.forEach(each -> each.rules().stream().filter(rule -> !rules.contains(rule)).forEach(rules::add));
        var others = LazyObservations.joined(cells.stream().map(Cell::others).toList());
        return Cell.of(year, gravest(cells), shown(value), subject.unit(), cells.getFirst().period(), rules,
                List.copyOf(notes), evidence, others);
    }

    private Cell undefined(int year, EnumSet<Note> notes, List<cn.jixiao.observation.Observation> evidence) {
        return Cell.of(year, Status.UNDEFINED, null, subject.unit(), null, List.of(), List.copyOf(notes), List.of(), evidence);
    }

    private static boolean goes(Formula.Operand operand, Cell cell) {
        return switch (cell.status()) {
            case OK, SUMMED, SEVERAL, CONFLICT -> cell.value() != null
                    && (operand.target() || cell.comparator() == Comparator.EQ);
            case INCOMPLETE, PARTIAL_YEAR, OTHER_UNIT, NOT_ADDITIVE, UNDEFINED, MISSING -> false;
        };
    }

    private static Status gravest(List<Cell> cells) {
        for (var status : List.of(Status.CONFLICT, Status.SEVERAL, Status.SUMMED)) {
            if (cells.stream().anyMatch(cell -> cell.status() == status)) {
                return status;
            }
        }
        return Status.OK;
    }

    private BigDecimal shown(BigDecimal value) {
        if (subject.unit().equals("%")) {
            boolean points = formula.operands().size() > 0 && !isRatio(formula);
            return (points ? value : value.multiply(BigDecimal.valueOf(100))).setScale(DECIMALS, RoundingMode.HALF_UP);
        }
        return rounded(value);
    }

    /// Whether the result is a pure number, which percent is made of, rather than percent points already.
    private static boolean isRatio(Formula formula) {
        return switch (formula) {
            case Formula.Constant constant -> true;
            case Formula.Operand operand -> false;
            case Formula.Operation it -> it.sign() == '/' && !(it.right() instanceof Formula.Constant)
                    || isRatio(it.left()) && isRatio(it.right());
        };
    }

    /// Two decimals and six digits at least; what has fewer stays as it is.
    static BigDecimal rounded(BigDecimal value) {
        int whole = value.precision() - value.scale();
        int decimals = Math.max(DECIMALS, DIGITS - whole);
        return value.scale() <= decimals ? value : value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /// Null where something is divided by zero.
    private static @Nullable BigDecimal value(Formula formula, Map<Formula.Operand, Cell> operands) {
        return switch (formula) {
            case Formula.Constant constant -> constant.value();
            case Formula.Operand operand -> Objects.requireNonNull(operands.get(operand)).value();
            case Formula.Operation it -> value(it.sign(), value(it.left(), operands), value(it.right(), operands));
        };
    }

    private static @Nullable BigDecimal value(char sign, @Nullable BigDecimal left, @Nullable BigDecimal right) {
        if (left == null || right == null) {
            return null;
        }
        return switch (sign) {
            case '+' -> left.add(right);
            case '-' -> left.subtract(right);
            case '*' -> left.multiply(right);
            case '/' -> right.signum() == 0 ? null : left.divide(right, java.math.MathContext.DECIMAL128);
            default -> throw new IllegalStateException("operation " + sign);
        };
    }
}
