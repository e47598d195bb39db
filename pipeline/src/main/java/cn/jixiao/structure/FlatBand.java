package cn.jixiao.structure;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A flattened band of a form put together again: its headings as the first row, what followed them dealt out below.
///
/// @param span from its first heading to its last cell
/// @param cells in reading order, rows from 0
/// @param rows how many, the headings included
/// @param columns how many
/// @param unit the bracket near the headings that gives their unit, or null
record FlatBand(Span span, List<Cell> cells, int rows, int columns, @Nullable Span unit) {

    FlatBand(Span span, List<Cell> cells, int rows, int columns) {
        this(span, cells, rows, columns, null);
    }

    Table table(@Nullable Span caption, @Nullable Span unitLine) {
        return new Table(span, rows, columns, cells, caption, unit == null ? unitLine : unit);
    }

    FlatBand in(@Nullable Span unit) {
        return new FlatBand(span, cells, rows, columns, unit);
    }

    /// Without the rows that have lost their names, but for the first: the money of the whole stands first, of which part
    /// the others tell nobody knows.
    FlatBand withoutNameless() {
        var nameless = new TreeSet<Integer>();
        for (int r = 2; r < rows; r++) {
            nameless.add(r);
        }
        cells.stream().filter(cell -> cell.column() == 0).forEach(cell -> nameless.remove(cell.row()));
        return nameless.isEmpty() ? this
                : new FlatBand(span, cells.stream().filter(cell -> !nameless.contains(cell.row())).toList(), rows, columns, unit);
    }

    /// @param corner what stands before the headings and may give their unit (`项目资金（万元）`), or null
    static FlatBand of(List<FlatHeads.Head> heads, @Nullable Piece corner, Lattice body) {
        boolean side = heads.size() > 1 && heads.get(0).is(Use.LABEL) && heads.get(1).is(Use.GROUP);
        if (side) {
            var inner = heads.subList(1, heads.size());
            return of(inner, FlatRows.of(body, meanings(inner))).beside(heads.getFirst());
        }
        boolean named = heads.stream().anyMatch(head -> head.is(Use.LABEL) || head.is(Use.GROUP) || head.is(Use.NAME));
        if (named) {
            return of(heads, FlatRows.of(body, meanings(heads)));
        }
        var open = new ArrayList<FlatHeads.@Nullable Head>(heads);
        open.addFirst(corner == null ? null : new FlatHeads.Head(corner.span(), null, false, false));
        var dealt = FlatRows.of(body, meanings(open));
        if (leadsBand(heads)) {
            var led = FlatRows.of(body, meanings(heads));
            // Where cells touch, a further column only takes what was cut off others.
            if (body.glued() || led.cost() <= dealt.cost()) {
                var band = of(heads, led);
                return corner != null && FullMark.in(corner.words()) ? band.beside(new FlatHeads.Head(corner.span(), null, true, false)) : band;
            }
        }
        return of(open, dealt);
    }

    /// 绩效指标（90分） to the left of 一级指标 stands beside the whole band.
    private FlatBand beside(FlatHeads.Head side) {
        var moved = new ArrayList<Cell>();
        moved.add(new Cell(side.span(), 0, 0, rows, 1, null, List.of()));
        cells.forEach(cell -> moved.add(new Cell(cell.span(), cell.row(), cell.column() + 1)));
        return new FlatBand(new Span(Math.min(side.span().start(), span.start()), span.end()), moved, rows, columns + 1, unit);
    }

    /// 项目资金（万元）年初预算数 …, 年度预算执行情况 年初预算数 …: the first names the band and no column of it.
    private static boolean leadsBand(List<FlatHeads.Head> heads) {
        var first = heads.getFirst();
        var next = heads.get(1).meaning();
        boolean money = next != null && next.indicator() != null;
        return money && first.meaning() != null && (first.meaning().indicator() == null || first.bracketed() && !heads.get(1).bracketed());
    }

    /// A band without a column of names has one before its first.
    private static List<@Nullable ColumnMeaning> meanings(List<? extends FlatHeads.@Nullable Head> heads) {
        boolean named = heads.stream().anyMatch(head -> head != null && (head.is(Use.LABEL) || head.is(Use.GROUP) || head.is(Use.NAME)));
        var meanings = new ArrayList<@Nullable ColumnMeaning>();
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            meanings.add(i == 0 && !named ? LABEL : head == null ? null : head.meaning());
        }
        return meanings;
    }

    private static final ColumnMeaning LABEL = new ColumnMeaning("row", List.of(), Use.LABEL, null, null, null);

    private static FlatBand of(List<? extends FlatHeads.@Nullable Head> columns, FlatRows dealt) {
        var cells = new ArrayList<Cell>();
        for (int c = 0; c < columns.size(); c++) {
            var head = columns.get(c);
            if (head != null) {
                cells.add(new Cell(head.span(), 0, c));
            }
        }
        int rows = 1;
        var doubtful = dealt.doubtful();
        for (var place : dealt.path()) {
            var piece = place.piece();
            if (doubtful.contains(piece)) {
                continue;
            }
            if (place.joined() && piece.isBlank()) {
                continue;
            }
            if (place.joined() && !cells.isEmpty()) {
                var last = cells.removeLast();
                cells.add(new Cell(new Span(last.span().start(), piece.span().end()), last.row(), last.column()));
            } else if (!piece.isBlank()) {
                cells.add(new Cell(piece.span(), place.row() + 1, place.column()));
            }
            rows = place.row() + 2;
        }
        var span = new Span(cells.stream().mapToInt(cell -> cell.span().start()).min().orElseThrow(),
                cells.stream().mapToInt(cell -> cell.span().end()).max().orElseThrow());
        cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        return new FlatBand(span, cells, rows, columns.size());
    }
}
