package cn.jixiao.observation;

import java.time.Year;
import java.time.YearMonth;

/// The months a figure is about, both included.
public record Period(YearMonth from, YearMonth to) {

    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a period from " + from + " to " + to);
        }
    }

    public static Period year(int year) {
        return new Period(Year.of(year).atMonth(1), Year.of(year).atMonth(12));
    }

    /// @param text as [#toString()] writes it
    /// @throws java.time.format.DateTimeParseException if it is not
    public static Period parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return year(Year.parse(text).getValue());
        }
        return new Period(YearMonth.parse(text.substring(0, slash)), YearMonth.parse(text.substring(slash + 1)));
    }

    public boolean isWholeYear() {
        return from.getYear() == to.getYear() && from.getMonthValue() == 1 && to.getMonthValue() == 12;
    }

    /// ISO 8601: `2024` for a whole year, else `2023-01/2023-10`.
    @Override
    public String toString() {
        return isWholeYear() ? Integer.toString(from.getYear()) : from + "/" + to;
    }
}
