package cn.jixiao.structure;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Surroundings;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts restored tables in the place of the blocks they were made of; what is left of those stays what it was.
final class Blocks {

    private final Document document;
    private final List<FlatBand> bands;
    private final List<Block> blocks = new ArrayList<>();
    private int next;

    private Blocks(Document document, List<FlatBand> bands) {
        this.document = document;
        this.bands = bands;
    }

    /// @param bands in order, not overlapping
    static Document with(Document document, List<FlatBand> bands) {
        var made = new Blocks(document, bands);
        document.blocks().forEach(made::put);
        return new Document(document.id(), document.source(), document.mediaType(), document.text(), made.blocks,
                document.pages(), document.layout(), document.problems());
    }

    private void put(Block block) {
        int from = block.span().start();
        while (next < bands.size() && bands.get(next).span().end() <= from) {
            next++;
        }
        int at = next;
        while (at < bands.size() && bands.get(at).span().start() < block.span().end()) {
            var band = bands.get(at);
            rest(block, from, band.span().start());
            if (band.span().start() >= block.span().start()) {
                var around = Surroundings.of(document.text(), blocks, band.cells());
                blocks.add(switch (block) {
                    case Table table -> band.table(table.caption(), table.unitLine());
                    case Heading heading -> band.table(around.caption(), around.unitLine());
                    case Paragraph paragraph -> band.table(around.caption(), around.unitLine());
                    case Marginal marginal -> band.table(null, null);
                });
            }
            from = Math.max(from, band.span().end());
            at++;
        }
        if (at == next) {
            blocks.add(block);
        } else {
            rest(block, from, block.span().end());
        }
    }

    private void rest(Block block, int from, int to) {
        if (from >= to || document.text().substring(from, to).isBlank()) {
            return;
        }
        switch (block) {
            case Table table -> {
                var left = rows(table, from, to);
                if (left != null) {
                    blocks.add(left);
                }
            }
            case Heading heading -> blocks.add(new Heading(FlatForms.trimmed(document.text(), from, to), heading.level()));
            case Paragraph paragraph -> blocks.add(new Paragraph(FlatForms.trimmed(document.text(), from, to)));
            case Marginal marginal -> { }
        }
    }

    /// The rows of a table that lie within a stretch.
    private static @Nullable Table rows(Table table, int from, int to) {
        var left = table.cells().stream().filter(cell -> cell.span().start() >= from && cell.span().end() <= to
                && !cell.span().isEmpty()).toList();
        if (left.isEmpty()) {
            return null;
        }
        int first = left.getFirst().row();
        int last = left.getLast().row();
        var cells = left.stream().map(cell -> new Cell(cell.span(), cell.row() - first, cell.column(), 1, cell.columns(),
                cell.address(), cell.nested())).toList();
        var span = new Span(cells.getFirst().span().start(), cells.getLast().span().end());
        return new Table(span, last - first + 1, table.columns(), cells, table.caption(), table.unitLine());
    }
}
