package cn.jixiao.serve.report;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.serve.report.ReportView.Bit;
import cn.jixiao.serve.report.ReportView.Grid;
import cn.jixiao.serve.report.ReportView.Piece;
import cn.jixiao.serve.report.ReportView.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// A report's text in parts that a browser can bear: a part ends after a screenful of screens, a long table is cut between
/// rows, and of a wide one some columns are shown at a time.
final class TextParts {

    private static final int CHARACTERS = 12_000;
    private static final int CELLS = 1_200;
    /// What a block weighs beside its words.
    private static final int BLOCK = 20;
    private static final int ROWS = 120;
    private static final int COLUMNS = 30;

    /// A block, or some rows of a table.
    private record Slice(Block block, int fromRow, int toRow, Span span) {
    }

    private final Document document;
    private final List<List<Slice>> parts = new ArrayList<>();

    TextParts(Document document) {
        this.document = document;
        var part = new ArrayList<Slice>();
        int weight = 0;
        for (var block : document.blocks()) {
            for (var slice : slices(block)) {
                int its = weight(slice);
                if (weight + its > CHARACTERS && !part.isEmpty()) {
                    parts.add(List.copyOf(part));
                    part.clear();
                    weight = 0;
                }
                part.add(slice);
                weight += its;
            }
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
    }

    private static int weight(Slice slice) {
        int cells = slice.block() instanceof Table table
                ? (slice.toRow() - slice.fromRow()) * Math.min(COLUMNS, table.columns()) : 0;
        return BLOCK + slice.span().length() + cells * CHARACTERS / CELLS;
    }

    private static List<Slice> slices(Block block) {
        if (!(block instanceof Table table) || table.rows() <= ROWS) {
            return List.of(new Slice(block, 0, block instanceof Table table ? table.rows() : 1, block.span()));
        }
        var starts = new int[table.rows() + 1];
        java.util.Arrays.fill(starts, table.span().end());
        for (int i = table.cells().size() - 1; i >= 0; i--) {
            starts[table.cells().get(i).row()] = table.cells().get(i).span().start();
        }
        for (int row = table.rows() - 1; row >= 0; row--) {
            starts[row] = Math.min(starts[row], starts[row + 1]);
        }
        starts[0] = table.span().start();
        var slices = new ArrayList<Slice>();
        for (int row = 0; row < table.rows(); row += ROWS) {
            int to = Math.min(table.rows(), row + ROWS);
            slices.add(new Slice(table, row, to, new Span(starts[row], Math.max(starts[row], to == table.rows()
                    ? table.span().end() : starts[to]))));
        }
        return slices;
    }

    int count() {
        return Math.max(1, parts.size());
    }

    /// The part, from 0, in which an offset stands.
    int holding(int offset) {
        for (int i = 0; i < parts.size(); i++) {
            if (offset < parts.get(i).getLast().span().end()) {
                return i;
            }
        }
        return Math.max(0, parts.size() - 1);
    }

    /// From the first to the last character of a part.
    Span span(int part) {
        return parts.isEmpty() ? new Span(0, 0)
                : new Span(parts.get(part).getFirst().span().start(), parts.get(part).getLast().span().end());
    }

    /// @param column which is to be seen in wide tables, where `at` lies in none of theirs
    /// @param at offset that is to be seen, or -1
    /// @param beside address of a part with other columns in sight
    List<Piece> pieces(int part, Marks marks, int at, int column, BiFunction<Integer, Integer, String> beside,
            BiFunction<Integer, Integer, String> hidden) {
        var pieces = new ArrayList<Piece>();
        int page = 0;
        for (var slice : parts.isEmpty() ? List.<Slice>of() : parts.get(part)) {
            var begins = document.layout().page(slice.span());
            if (begins.isPresent() && begins.getAsInt() != page) {
                page = begins.getAsInt();
                pieces.add(new Words("page", List.of(new Bit(String.valueOf(page), "", "", "", ""))));
            }
            switch (slice.block()) {
                case Heading heading -> pieces.add(new Words("h" + Math.clamp(heading.level() + 1, 2, 4), marks.bits(heading.span())));
                case Paragraph paragraph -> pieces.add(new Words("p", marks.bits(paragraph.span())));
                case Marginal marginal -> pieces.add(new Words("aside", marks.bits(marginal.span())));
                case Table table -> pieces.add(grid(table, slice, marks, at, column, beside, hidden, part));
            }
        }
        return pieces;
    }

    private static Grid grid(Table table, Slice slice, Marks marks, int at, int column, BiFunction<Integer, Integer, String> beside,
            BiFunction<Integer, Integer, String> hidden, int part) {
        int wanted = slice.span().contains(Math.max(0, at)) && at >= 0
                ? table.holding(at).map(Cell::column).orElse(column) : column;
        int from = table.columns() <= COLUMNS ? 0 : Math.min(wanted, table.columns() - 1) / COLUMNS * COLUMNS;
        int to = Math.min(table.columns(), from + COLUMNS);
        var rows = new ArrayList<List<ReportView.Cell>>();
        for (int row = slice.fromRow(); row < slice.toRow(); row++) {
            rows.add(new ArrayList<>());
        }
        for (var cell : table.cells()) {
            int top = Math.max(cell.row(), slice.fromRow());
            int bottom = Math.min(cell.row() + cell.rows(), slice.toRow());
            int left = Math.max(cell.column(), from);
            int right = Math.min(cell.column() + cell.columns(), to);
            if (top < bottom && left < right) {
                rows.get(top - slice.fromRow()).add(new ReportView.Cell(bottom - top, right - left,
                        cell.row() == 0, marks.bits(cell.span())));
            }
        }
        boolean all = from == 0 && to == table.columns();
        return new Grid(rows.stream().map(List::copyOf).toList(), all ? "" : hidden.apply(from + 1, to) + " / " + table.columns(),
                from > 0 ? beside.apply(part, from - COLUMNS) : "", to < table.columns() ? beside.apply(part, to) : "");
    }
}
