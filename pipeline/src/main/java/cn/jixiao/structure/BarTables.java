package cn.jixiao.structure;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Surroundings;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tables whose cells stand between upright strokes (`| 项目 | 完成数 |`), as programs print them that turn pages into
/// lines: whatever their headings say, the strokes say where the cells are.
///
/// Lines of one number of cells that follow each other are a table; a line of dashes below the headings is none of its
/// rows. Cells left empty at the beginning of a row go on from the row above.
final class BarTables {

    private static final int FEWEST_ROWS = 2;
    private static final int FEWEST_COLUMNS = 2;
    private static final Pattern RULE = Pattern.compile("[\\s|｜:+=—–-]*-{2,}[\\s|｜:+=—–-]*");

    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Paragraph> open = new ArrayList<>();

    private BarTables(String text) {
        this.text = text;
    }

    /// The same document, such lines as tables.
    static Document restored(Document document) {
        if (document.text().indexOf('|') < 0 && document.text().indexOf('｜') < 0) {
            return document;
        }
        var made = new BarTables(document.text());
        document.blocks().forEach(made::put);
        made.close();
        return made.blocks.equals(document.blocks()) ? document : new Document(document.id(), document.source(), document.mediaType(),
                document.text(), made.blocks, document.pages(), document.layout(), document.problems());
    }

    private void put(Block block) {
        if (block instanceof Paragraph paragraph && isRow(paragraph.span())) {
            open.add(paragraph);
        } else {
            close();
            blocks.add(block);
        }
    }

    private boolean isRow(Span span) {
        var words = span.of(text);
        return words.indexOf('\n') < 0 && cells(span, false).size() >= FEWEST_COLUMNS;
    }

    /// The open lines as a table for every stretch of them with one number of cells.
    private void close() {
        // Where every line begins with a stroke, it is the frame; else it follows a cell left empty.
        boolean framed = open.stream().allMatch(each -> isBar(text.charAt(each.span().start())));
        for (int from = 0; from < open.size();) {
            int to = from;
            int columns = cells(open.get(from).span(), framed).size();
            while (to < open.size() && cells(open.get(to).span(), framed).size() == columns) {
                to++;
            }
            add(open.subList(from, to), columns, framed);
            from = to;
        }
        open.clear();
    }

    private void add(List<Paragraph> lines, int columns, boolean framed) {
        var rows = lines.stream().map(Paragraph::span).filter(each -> !RULE.matcher(each.of(text)).matches()).toList();
        boolean figures = rows.stream().anyMatch(row -> row.of(text).chars().anyMatch(Character::isDigit));
        if (rows.size() < FEWEST_ROWS || columns < FEWEST_COLUMNS || !figures || isPadded(rows, framed)) {
            blocks.addAll(lines);
            return;
        }
        var cells = table(rows.stream().map(row -> cells(row, framed)).toList());
        var around = Surroundings.of(text, blocks, cells);
        blocks.add(new Table(new Span(rows.getFirst().start(), rows.getLast().end()), rows.size(), columns, cells, around.caption(),
                around.unitLine()));
    }

    /// Whether most rows end in blanks that the first does not: their cells moved to the left when others above them were
    /// lost, and nobody knows under which heading each stood.
    private boolean isPadded(List<Span> rows, boolean framed) {
        int heads = blanks(cells(rows.getFirst(), framed));
        long padded = rows.stream().filter(row -> blanks(cells(row, framed)) > heads + 1).count();
        return padded * 2 > rows.size();
    }

    private static int blanks(List<Span> cells) {
        int blanks = 0;
        while (blanks < cells.size() && cells.get(cells.size() - 1 - blanks).isEmpty()) {
            blanks++;
        }
        return blanks;
    }

    private static List<Cell> table(List<List<Span>> rows) {
        var cells = new ArrayList<Cell>();
        for (int row = 0; row < rows.size(); row++) {
            var line = rows.get(row);
            boolean begun = false;
            for (int column = 0; column < line.size(); column++) {
                var span = line.get(column);
                begun |= !span.isEmpty();
                if (begun || row == 0 || !grown(cells, row, column)) {
                    cells.add(new Cell(span, row, column, 1, 1, null, List.of()));
                }
            }
        }
        cells.sort(java.util.Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        return cells;
    }

    /// Whether the cell above goes on over this place, which it then does.
    private static boolean grown(List<Cell> cells, int row, int column) {
        for (int i = cells.size() - 1; i >= 0; i--) {
            var above = cells.get(i);
            if (above.column() == column && above.row() + above.rows() == row) {
                cells.set(i, new Cell(above.span(), above.row(), column, above.rows() + 1, 1, null, List.of()));
                return true;
            }
        }
        return false;
    }

    /// What stands between the strokes of a line.
    private List<Span> cells(Span line, boolean framed) {
        var cells = new ArrayList<Span>();
        int from = framed ? line.start() + 1 : line.start();
        for (int i = from; i <= line.end(); i++) {
            if (i == line.end() ? from < i : isBar(text.charAt(i))) {
                cells.add(FlatForms.trimmed(text, from, i));
                from = i + 1;
            }
        }
        return cells;
    }

    private static boolean isBar(char c) {
        return c == '|' || c == '｜';
    }
}
