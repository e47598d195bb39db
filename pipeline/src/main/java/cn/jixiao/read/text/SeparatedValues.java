package cn.jixiao.read.text;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values (RFC 4180): quoted fields may hold commas, line feeds and doubled quotes. A semicolon or tab
/// separates where the first line has more of them.
final class SeparatedValues {

    private SeparatedValues() {
    }

    static List<List<String>> rows(String text) {
        char separator = separator(text);
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (quoted || field.isEmpty()) {
                    quoted = !quoted;
                } else {
                    field.append(c);
                }
            } else if (!quoted && c == separator) {
                row.add(take(field));
            } else if (!quoted && (c == '\n' || c == '\r')) {
                row.add(take(field));
                end(rows, row);
            } else {
                field.append(c);
            }
        }
        row.add(take(field));
        end(rows, row);
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row) {
        if (row.stream().anyMatch(value -> !value.isBlank())) {
            rows.add(List.copyOf(row));
        }
        row.clear();
    }

    private static String take(StringBuilder field) {
        var value = field.toString();
        field.setLength(0);
        return value;
    }

    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            if (count(first, c) > count(first, best)) {
                best = c;
            }
        }
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(each -> each == c).count();
    }
}
