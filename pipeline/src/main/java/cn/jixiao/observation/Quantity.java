package cn.jixiao.observation;

import java.math.BigDecimal;

/// A number with its unit, exact.
///
/// @param value amounts in yuan, rates in percent points, counts in ones, without trailing-zero promises
/// @param unit `CNY`, `%`, `分`, or the measure word as written (`件`, `人次`)
/// @param interval what the printing allows it to be: half a unit of the last printed digit to either side for
///                 rounded figures, the bound for `以上` and the like
public record Quantity(Kind kind, Comparator comparator, BigDecimal value, String unit, Interval interval) {

    public Quantity {
        if (unit.isBlank()) {
            throw new IllegalArgumentException("a quantity needs a unit: " + value);
        }
    }
}
