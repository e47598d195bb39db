package cn.jixiao.observe;

import cn.jixiao.observation.Grid;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the table cell around an offset; offsets are asked for in order.
final class GridFinder {

    /// A cell and its table.
    record Found(TableIndex table, Grid.Place place) {
    }

    private final List<Grid> grids;
    private final Map<Integer, TableIndex> indexed = new HashMap<>();
    private int passed;

    GridFinder(List<Grid> grids) {
        this.grids = grids.stream().sorted(Comparator.comparing(grid -> grid.table().span())).toList();
    }

    /// The place of the innermost table that holds the offset.
    Optional<Found> at(int offset) {
        while (passed < grids.size() && grids.get(passed).table().span().end() <= offset
                && (passed + 1 == grids.size() || grids.get(passed + 1).table().span().start() <= offset)) {
            passed++;
        }
        Optional<Found> found = Optional.empty();
        for (int i = Math.max(0, passed - 1); i < grids.size() && grids.get(i).table().span().start() <= offset; i++) {
            if (grids.get(i).table().span().contains(offset)) {
                int number = i;
                var table = indexed.computeIfAbsent(number, key -> new TableIndex(grids.get(key)));
                var place = table.at(offset);
                if (place.isPresent()) {
                    found = Optional.of(new Found(table, place.get()));
                }
            }
        }
        return found;
    }
}
