package cn.jixiao.examples;

import cn.jixiao.dictionary.DictionaryException;
import java.util.List;

/// A page drawn in text, as a web page that a reader reads: lines are paragraphs, lines that begin with `|` rows of a
/// table, in which `<` is covered by the cell to the left and `^` by the cell above.
final class Drawing {

    private Drawing() {
    }

    static String html(List<String> lines) {
        var html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>\n");
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.startsWith("|")) {
                var words = line.replaceFirst("^(表名：|单位行：|#+ |~ )", "");
                html.append(words.isEmpty() ? "" : "<p>" + escaped(words) + "</p>\n");
                continue;
            }
            int end = i;
            while (end < lines.size() && lines.get(end).strip().startsWith("|")) {
                end++;
            }
            table(lines.subList(i, end).stream().map(Drawing::cells).toList(), html);
            i = end - 1;
        }
        return html.append("</body></html>").toString();
    }

    private static List<String> cells(String row) {
        var parts = List.of(row.strip().split("\\|", -1));
        if (parts.size() < 3) {
            throw new DictionaryException(row, 1, "is no row of a drawn table");
        }
        return parts.subList(1, parts.size() - 1);
    }

    private static void table(List<List<String>> rows, StringBuilder html) {
        html.append("<table>\n");
        for (int r = 0; r < rows.size(); r++) {
            html.append("<tr>");
            for (int c = 0; c < rows.get(r).size(); c++) {
                var words = rows.get(r).get(c);
                if (!words.equals("<") && !words.equals("^")) {
                    html.append("<td rowspan=\"").append(down(rows, r, c)).append("\" colspan=\"").append(across(rows, r, c))
                            .append("\">").append(escaped(words)).append("</td>");
                }
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private static int across(List<List<String>> rows, int row, int column) {
        int to = column + 1;
        while (to < rows.get(row).size() && rows.get(row).get(to).equals("<")) {
            to++;
        }
        return to - column;
    }

    private static int down(List<List<String>> rows, int row, int column) {
        int to = row + 1;
        while (to < rows.size() && column < rows.get(to).size() && rows.get(to).get(column).equals("^")) {
            to++;
        }
        return to - row;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\\n", "<br>");
    }
}
