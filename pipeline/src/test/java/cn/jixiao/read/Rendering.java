package cn.jixiao.read;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A document as lines that a person can compare by eye: one a block, one a row of a table. Cells that cover more than
/// one place say how many rows and columns, `产出指标[2x1]`; a line feed inside a cell is `/`.
public final class Rendering {

    private Rendering() {
    }

    public static String of(Document document) {
        return document.blocks().stream().map(block -> of(document, block)).collect(Collectors.joining("\n"));
    }

    private static String of(Document document, Block block) {
        return switch (block) {
            case Heading heading -> "H" + heading.level() + " " + document.textOf(heading.span());
            case Paragraph paragraph -> "P " + document.textOf(paragraph.span());
            case Marginal marginal -> marginal.kind() + " " + document.textOf(marginal.span());
            case Table table -> table(document, table);
        };
    }

    private static String table(Document document, Table table) {
        var out = new StringBuilder("T " + table.rows() + "x" + table.columns());
        out.append(said(document, " caption=", table.caption())).append(said(document, " unit=", table.unitLine()));
        int row = -1;
        for (var cell : table.cells()) {
            out.append(cell.row() == row ? " | " : "\n  ").append(cell(document, cell));
            row = cell.row();
        }
        return out.toString();
    }

    private static String cell(Document document, Cell cell) {
        var words = document.textOf(cell.span()).replace("\n", "/").replace("\t", "~");
        return cell.rows() == 1 && cell.columns() == 1 ? words
                : words + "[" + cell.rows() + "x" + cell.columns() + "]";
    }

    private static String said(Document document, String label, @Nullable Span span) {
        return span == null ? "" : label + document.textOf(span);
    }
}
