package cn.jixiao.mention;

import cn.jixiao.dictionary.Exclusions;
import cn.jixiao.dictionary.Units;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Outline;
import java.util.HashMap;
import java.util.Map;

/// Finds the quantities of a document: `new MentionFinder(units, exclusions).find(document, outline)`.
///
/// Running text is read block by block, tables cell by cell, so that no quantity is read across a border. Marginal
/// blocks are not read. Instances may be used by several threads.
public final class MentionFinder {

    private final Grammar grammar;

    public MentionFinder(Units units, Exclusions exclusions) {
        this.grammar = new Grammar(units, exclusions);
    }

    /// Every number of the document, as a mention or as an exclusion.
    public Mentions find(Document document, Outline outline) {
        var passage = new Passage(grammar, document.text());
        var grids = new HashMap<Span, Grid>();
        outline.grids().forEach(grid -> grids.put(grid.table().span(), grid));
        for (var block : document.blocks()) {
            switch (block) {
                case Table table -> table(table, grids, passage);
                case Marginal ignored -> { }
                default -> passage.read(block.span(), null);
            }
        }
        return passage.result();
    }

    private void table(Table table, Map<Span, Grid> grids, Passage passage) {
        var grid = grids.get(table.span());
        Cell previous = null;
        for (int i = 0; i < table.cells().size(); i++) {
            var cell = table.cells().get(i);
            boolean beside = previous != null && previous.row() == cell.row()
                    && previous.column() + previous.columns() == cell.column();
            var left = beside ? previous.span() : null;
            previous = cell;
            var place = grid == null || i >= grid.places().size() ? null : grid.places().get(i);
            int from = cell.span().start();
            for (var nested : cell.nested()) {
                passage.read(new Span(from, nested.span().start()), place);
                table(nested, grids, passage);
                from = nested.span().end();
            }
            passage.read(new Span(from, cell.span().end()), place, left);
        }
    }
}
