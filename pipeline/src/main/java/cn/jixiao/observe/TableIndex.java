package cn.jixiao.observe;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Grid;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A grid that finds its places quickly: by offset, by cell, by row.
final class TableIndex {

    private final Grid grid;
    private final List<Grid.Place> byStart;
    private final Map<Span, Grid.Place> byCell = new HashMap<>();
    private final Map<At, Cell> byPlace = new HashMap<>();
    private final Map<Integer, Span> rows = new HashMap<>();

    private record At(int row, int column) {
    }

    TableIndex(Grid grid) {
        this.grid = grid;
        this.byStart = grid.places().stream().filter(place -> !place.cell().span().isEmpty())
                .sorted(Comparator.comparing(place -> place.cell().span())).toList();
        for (var place : byStart) {
            var span = place.cell().span();
            byCell.put(span, place);
            byPlace.put(new At(place.cell().row(), place.cell().column()), place.cell());
            rows.merge(place.cell().row(), span,
                    (one, other) -> new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end())));
        }
    }

    Grid grid() {
        return grid;
    }

    Optional<Grid.Place> at(int offset) {
        int low = 0;
        int high = byStart.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var span = byStart.get(middle).cell().span();
            if (span.contains(offset)) {
                return Optional.of(byStart.get(middle));
            }
            if (span.start() > offset) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    /// What the column means in which a cell stands.
    Optional<ColumnMeaning> meaning(Cell cell) {
        return Optional.ofNullable(byCell.get(cell.span())).map(Grid.Place::column);
    }

    /// The headings above a cell.
    List<Cell> headsOf(Cell cell) {
        var place = byCell.get(cell.span());
        return place == null ? List.of() : place.columnHeads();
    }

    /// Whether a cell can name what a row counts: not a remark, a unit or a number.
    boolean names(Cell cell) {
        return meaning(cell).map(meaning -> switch (meaning.use()) {
            case NOTE, UNIT, ORDINAL -> false;
            case LABEL, GROUP, NAME, VALUE -> true;
        }).orElse(true);
    }

    boolean labels(Cell cell) {
        return meaning(cell).filter(meaning -> meaning.use() == ColumnMeaning.Use.GROUP).isEmpty();
    }

    /// The first cell of a place's row, if the place is not that itself.
    Optional<Cell> first(Grid.Place place) {
        return Optional.ofNullable(byPlace.get(new At(place.cell().row(), 0))).filter(cell -> cell != place.cell());
    }

    /// The cell right before a place in its row.
    Optional<Cell> left(Grid.Place place) {
        return Optional.ofNullable(byPlace.get(new At(place.cell().row(), place.cell().column() - 1)));
    }

    /// The text from the first cell that begins in a row to the last.
    Optional<Span> row(int row) {
        return Optional.ofNullable(rows.get(row));
    }
}
