package cn.jixiao.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A user's table of what to divide by: people, areas of land, staff; by area and, where it has such a column, by year.
///
/// The file is CSV with a line of headings: a column of codes or names of areas (`code`, `region_code`, `region`, `代码`,
/// `地区`), perhaps one of years (`year`, `年度`, `年份`), and one of values, whose heading is the unit that results are told
/// in (`万人` makes 件/万人).
///
/// @param unit heading of the values
public record Denominators(String unit, Map<String, BigDecimal> byArea) {

    private static final List<String> CODES = List.of("code", "region_code", "代码", "地区代码", "行政区划代码");
    private static final List<String> NAMES = List.of("region", "name", "地区", "名称", "县区");
    private static final List<String> YEARS = List.of("year", "年度", "年份");

    /// A table that cannot be used: the line, counted from 1, and why.
    public static final class BadTableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final String what;

        BadTableException(int line, String what) {
            super("line " + line + ": " + what);
            this.line = line;
            this.what = what;
        }

        public int line() {
            return line;
        }

        public String what() {
            return what;
        }
    }

    public Denominators {
        byArea = Map.copyOf(byArea);
    }

    /// @throws BadTableException if it has no column of areas or values, or a value that is no number above zero
    public static Denominators parse(String csv) {
        var lines = csv.replace("\uFEFF", "").lines().toList();
        var head = lines.isEmpty() ? List.<String>of() : cells(lines.getFirst());
        int area = column(head, CODES, NAMES);
        int year = column(head, YEARS, List.of());
        int value = head.size() - 1;
        while (value >= 0 && (value == area || value == year || NAMES.contains(head.get(value)) || CODES.contains(head.get(value)))) {
            value--;
        }
        if (area < 0 || value < 0) {
            throw new BadTableException(1, String.join(",", head));
        }
        var byArea = new HashMap<String, BigDecimal>();
        for (int i = 1; i < lines.size(); i++) {
            var cells = cells(lines.get(i));
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (cells.size() < head.size()) {
                throw new BadTableException(i + 1, lines.get(i));
            }
            byArea.put(key(cells.get(area), year < 0 ? "" : cells.get(year)), number(cells.get(value), i + 1));
        }
        return new Denominators(head.get(value), byArea);
    }

    /// By code or name, of the year or of all years.
    Optional<BigDecimal> of(String code, String name, int year) {
        for (var key : List.of(key(code, Integer.toString(year)), key(code, ""), key(name, Integer.toString(year)), key(name, ""))) {
            if (byArea.containsKey(key)) {
                return Optional.of(byArea.get(key));
            }
        }
        return Optional.empty();
    }

    private static String key(String area, String year) {
        return area + "@" + year;
    }

    private static int column(List<String> head, List<String> first, List<String> then) {
        for (var names : List.of(first, then)) {
            for (int i = 0; i < head.size(); i++) {
                if (names.contains(head.get(i).toLowerCase(java.util.Locale.ROOT))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static BigDecimal number(String text, int line) {
        try {
            var number = new BigDecimal(text.replace(",", "").replace("，", ""));
            if (number.signum() > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a zero is.
        }
        throw new BadTableException(line, text);
    }

    /// Cells of a line, in quotation marks or not.
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
