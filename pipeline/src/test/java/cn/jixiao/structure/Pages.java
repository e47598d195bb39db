package cn.jixiao.structure;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.List;

/// Documents of plain lines: a line is a paragraph, lines that hold ` | ` are rows of a table.
final class Pages {

    private Pages() {
    }

    static Document of(String source, String plain) {
        var text = new StringBuilder();
        var blocks = new ArrayList<Block>();
        var rows = new ArrayList<String>();
        for (var line : plain.lines().toList()) {
            if (line.contains(" | ")) {
                rows.add(line);
                continue;
            }
            table(rows, text, blocks);
            if (!line.isBlank()) {
                blocks.add(new Paragraph(append(text, line, '\n')));
            }
        }
        table(rows, text, blocks);
        return new Document("0", source, "text/plain", text.toString(), blocks, List.of(), Layout.NONE, List.of());
    }

    private static void table(List<String> rows, StringBuilder text, List<Block> blocks) {
        if (rows.isEmpty()) {
            return;
        }
        int start = text.length();
        int columns = 0;
        var cells = new ArrayList<Cell>();
        for (int row = 0; row < rows.size(); row++) {
            var words = rows.get(row).split(" \\| ", -1);
            columns = Math.max(columns, words.length);
            for (int column = 0; column < words.length; column++) {
                char after = column + 1 < words.length ? '\t' : '\n';
                cells.add(new Cell(append(text, words[column], after), row, column));
            }
        }
        blocks.add(new Table(new Span(start, text.length() - 1), rows.size(), columns, cells, null, null));
        rows.clear();
    }

    private static Span append(StringBuilder text, String words, char after) {
        int start = text.length();
        text.append(words);
        int end = text.length();
        text.append(after);
        return new Span(start, end);
    }
}
