package cn.jixiao.export;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells as text with aligned columns, where a Chinese character is as wide as two Latin ones.
public final class TextTable {

    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    /// @param right for each column whether it holds numbers, which are set to the right
    public TextTable(List<Boolean> right) {
        this.right.addAll(right);
    }

    /// @throws IllegalArgumentException if it has another number of columns
    public TextTable row(List<String> cells) {
        if (cells.size() != right.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + right.size() + " columns: " + cells);
        }
        rows.add(cells.stream().map(TextTable::oneLine).toList());
        return this;
    }

    /// The table, each row ended by a line feed, without spaces at its end.
    @Override
    public String toString() {
        var widths = new int[right.size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                var gap = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : BETWEEN).append(right.get(i) ? gap + row.get(i) : row.get(i) + gap);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /// Columns of a terminal that a text takes: two for East Asian wide and full-width characters (UAX #11), none for
    /// marks that stand on others.
    public static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0x303E || c >= 0x3041 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF01 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s", " ");
    }
}
