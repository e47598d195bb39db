package cn.jixiao.read.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tables whose cells were set apart by spaces or strokes instead of tabs: their lines are given the tabs they lost.
///
/// Single lines of that kind are covers, breadcrumbs and spaced titles; only several in a row, with figures among
/// them, are a table.
final class SpacedRows {

    private static final int FEWEST_LINES = 3;
    private static final int WIDE = 4;
    private static final int LONGEST_SINGLE = 40;
    private static final int LONGEST_FIELD = 120;
    private static final Pattern STROKE = Pattern.compile("\\s*[|｜]\\s*");
    private static final Pattern GAP = Pattern.compile("[ \u3000\u00a0]{2,}");
    private static final Pattern SPACE = Pattern.compile("[ \u3000\u00a0]+");
    private static final Pattern RULE = Pattern.compile("[|｜:\\-—+=\\s]+");

    private SpacedRows() {
    }

    /// The same lines, those of such tables with tabs between their fields.
    static List<TextLine> restored(List<TextLine> lines) {
        var restored = new ArrayList<TextLine>();
        for (int i = 0; i < lines.size();) {
            int end = i;
            var rows = new ArrayList<List<String>>();
            while (end < lines.size() && (end == i || lines.get(end).blanksBefore() == 0)) {
                var fields = fields(lines.get(end));
                boolean between = fields.size() < 2 && end > i && isBetween(lines, end);
                if (fields.size() < 2 && !between) {
                    break;
                }
                rows.add(between ? List.of(lines.get(end).raw()) : fields);
                end++;
            }
            boolean table = isTable(rows);
            for (int k = i; k < Math.max(end, i + 1); k++) {
                var line = lines.get(k);
                if (!table) {
                    restored.add(line);
                } else if (!RULE.matcher(line.raw()).matches()) {
                    restored.add(new TextLine(String.join("\t", rows.get(k - i)), line.words(), line.blanksBefore()));
                }
            }
            i = Math.max(end, i + 1);
        }
        return restored;
    }

    /// A row of which one cell is left, between two others.
    private static boolean isBetween(List<TextLine> lines, int at) {
        var words = lines.get(at).words();
        return words.length() <= LONGEST_SINGLE && words.indexOf('。') < 0 && at + 1 < lines.size()
                && lines.get(at + 1).blanksBefore() == 0 && fields(lines.get(at + 1)).size() > 1;
    }

    private static boolean isTable(List<List<String>> rows) {
        long wide = rows.stream().filter(fields -> fields.size() >= WIDE).count();
        boolean figures = rows.stream().anyMatch(fields -> fields.stream().skip(1).anyMatch(SpacedRows::isFigure));
        return rows.size() >= FEWEST_LINES && wide >= FEWEST_LINES && figures;
    }

    private static boolean isFigure(String field) {
        return !field.isEmpty() && field.chars().anyMatch(c -> c >= '0' && c <= '9')
                && field.chars().filter(c -> Character.isIdeographic(c)).count() < 3;
    }

    /// The fields of a line that may be a row, none or one if it is none.
    private static List<String> fields(TextLine line) {
        var raw = line.raw();
        if (line.isRow() || raw.length() > 2000) {
            return List.of();
        }
        if (raw.indexOf('|') >= 0 || raw.indexOf('｜') >= 0) {
            var inner = raw.strip().replaceFirst("^[|｜]", "").replaceFirst("[|｜]$", "");
            return List.of(STROKE.split(inner, -1));
        }
        var fields = List.of(GAP.split(raw.strip()));
        if (fields.size() < 2 && raw.indexOf('。') < 0 && raw.indexOf('，') < 0 && raw.indexOf('；') < 0) {
            var words = List.of(SPACE.split(raw.strip()));
            fields = words.size() >= WIDE ? words : fields;
        }
        boolean spread = fields.stream().mapToInt(String::length).sum() < 2 * fields.size();
        return spread || fields.stream().anyMatch(field -> field.length() > LONGEST_FIELD) ? List.of() : fields;
    }
}
