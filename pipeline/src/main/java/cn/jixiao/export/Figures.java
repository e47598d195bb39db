package cn.jixiao.export;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as people read them: 9,200,000 with its comparator, and a unit only where it has to be told.
public final class Figures {

    private Figures() {
    }

    /// A cell's value; a dash where there is none, the unit where it is not the table's.
    public static String of(Cell cell, String tableUnit) {
        if (cell.value() == null) {
            return "-";
        }
        var figure = sign(cell.comparator()) + grouped(cell.value());
        return cell.unit().equals(tableUnit) ? figure : figure + unit(cell.unit());
    }

    public static String of(Observation observation) {
        var quantity = observation.quantity();
        return sign(quantity.comparator()) + grouped(quantity.value()) + unit(quantity.unit());
    }

    /// A change with its sign, in percent, or in percent points where the value is a rate.
    public static String growth(BigDecimal change, Cell cell, Labels labels) {
        return (change.signum() > 0 ? "+" : "") + Fields.plain(change).toPlainString()
                + (cell.unit().equals("%") ? labels.of("points") : "%");
    }

    public static String unit(String symbol) {
        return symbol.equals("CNY") ? "元" : symbol.startsWith("CNY/") ? "元" + symbol.substring(3) : symbol;
    }

    private static String sign(Comparator comparator) {
        return switch (comparator) {
            case EQ -> "";
            case GT -> ">";
            case GE -> "≥";
            case LT -> "<";
            case LE -> "≤";
            case ABOUT -> "≈";
        };
    }

    public static String grouped(BigDecimal value) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(20);
        return format.format(value);
    }
}
