package cn.jixiao;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Documents for tests, drawn in text.
///
/// Each line is a paragraph; `# ` and `## ` begin headings that the file marks; `~ ` a line that is not running text.
/// Lines that begin with `|` are the rows of one table: `|a|b|c|`, where `<` is covered by the cell to the left and `^`
/// by the cell above; `\n` in a cell is a line break. `表名：` and `单位行：` before a table are its caption and its
/// unit line, without these words. A blank line separates two tables and is nothing else.
public final class Sketch {

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private @Nullable Span caption;
    private @Nullable Span unitLine;

    private Sketch() {
    }

    public static Document of(String drawing) {
        var sketch = new Sketch();
        drawing.lines().forEach(sketch::line);
        sketch.endTable();
        return new Document("sketch", "sketch.txt", "text/plain", sketch.text.toString(), sketch.blocks, List.of(),
                Layout.NONE, List.of());
    }

    /// A document that is one table.
    public static Table table(String drawing) {
        return of(drawing).tables().findFirst().orElseThrow();
    }

    private void line(String line) {
        if (line.strip().startsWith("|")) {
            rows.add(line.strip());
            return;
        }
        endTable();
        if (line.isBlank()) {
            return;
        }
        if (line.startsWith("表名：")) {
            caption = put(line.substring(3));
            blocks.add(new Paragraph(caption));
        } else if (line.startsWith("单位行：")) {
            unitLine = put(line.substring(4));
            blocks.add(new Paragraph(unitLine));
        } else if (line.startsWith("## ")) {
            blocks.add(new Heading(put(line.substring(3)), 2));
        } else if (line.startsWith("# ")) {
            blocks.add(new Heading(put(line.substring(2)), 1));
        } else if (line.startsWith("~ ")) {
            blocks.add(new Marginal(put(line.substring(2)), Marginal.Kind.PAGE_NUMBER));
        } else {
            blocks.add(new Paragraph(put(line)));
        }
    }

    private Span put(String words) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        text.append(words);
        return new Span(start, text.length());
    }

    private void endTable() {
        if (rows.isEmpty()) {
            return;
        }
        var grid = rows.stream().map(Sketch::split).toList();
        rows.clear();
        int columns = grid.stream().mapToInt(row -> row.length).max().orElse(1);
        int start = put("").start();
        var cells = new ArrayList<Cell>();
        for (int r = 0; r < grid.size(); r++) {
            if (r > 0) {
                text.append('\n');
            }
            boolean first = true;
            for (int c = 0; c < grid.get(r).length; c++) {
                var words = grid.get(r)[c];
                if (words.equals("<") || words.equals("^")) {
                    continue;
                }
                if (!first) {
                    text.append('\t');
                }
                first = false;
                int from = text.length();
                text.append(words.replace("\\n", "\n"));
                cells.add(new Cell(new Span(from, text.length()), r, c, rowsOf(grid, r, c), columnsOf(grid.get(r), c), null,
                        List.of()));
            }
        }
        blocks.add(new Table(new Span(start, text.length()), grid.size(), columns, cells, caption, unitLine));
        caption = null;
        unitLine = null;
    }

    private static String[] split(String row) {
        var inner = row.substring(1, row.endsWith("|") && row.length() > 1 ? row.length() - 1 : row.length());
        var parts = inner.split("\\|", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
        }
        return parts;
    }

    private static int columnsOf(String[] row, int column) {
        int end = column + 1;
        while (end < row.length && row[end].equals("<")) {
            end++;
        }
        return end - column;
    }

    private static int rowsOf(List<String[]> grid, int row, int column) {
        int end = row + 1;
        while (end < grid.size() && column < grid.get(end).length && grid.get(end)[column].equals("^")) {
            end++;
        }
        return end - row;
    }
}
