package cn.jixiao.read.sheet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/// The merged regions of a sheet, by place.
final class Merged {

    /// A region larger than this only colours the sheet.
    private static final int MOST_ROWS = 100_000;

    private final Map<Long, CellRangeAddress> byFirst = new HashMap<>();
    private final Map<Integer, BitSet> covered = new HashMap<>();

    Merged(List<CellRangeAddress> regions) {
        for (var region : regions) {
            byFirst.putIfAbsent(key(region.getFirstRow(), region.getFirstColumn()), region);
            for (int row = region.getFirstRow(); row <= Math.min(region.getLastRow(),
                    region.getFirstRow() + MOST_ROWS); row++) {
                covered.computeIfAbsent(row, key -> new BitSet()).set(region.getFirstColumn(),
                        region.getLastColumn() + 1);
            }
        }
    }

    @Nullable CellRangeAddress beginningAt(int row, int column) {
        return byFirst.get(key(row, column));
    }

    boolean covers(int row, int column) {
        var places = covered.get(row);
        return places != null && places.get(column);
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }
}
