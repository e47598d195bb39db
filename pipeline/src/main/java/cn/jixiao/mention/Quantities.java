package cn.jixiao.mention;

import cn.jixiao.observation.Unit;
import java.math.BigDecimal;
import java.util.List;

/// One or more numbers that share a unit, as read, before comparators.
///
/// @param start of the first number, or of what belongs before it (`百分之`, `¥`)
/// @param end behind the unit
/// @param range whether the two numbers are from and to
/// @param negative whether a minus stands before
/// @param exact whether the figure says that it is not rounded (整)
/// @param more whether 余 or the like stands before the unit
record Quantities(int start, int end, List<Numeral> numbers, boolean range, Unit unit, boolean negative, boolean exact,
        boolean more, List<String> rules) {

    Numeral last() {
        return numbers.getLast();
    }

    boolean single() {
        return numbers.size() == 1 && last().upTo() == null;
    }

    BigDecimal value(Numeral number) {
        var value = number.value().multiply(unit.factor());
        return negative ? value.negate() : value;
    }
}
