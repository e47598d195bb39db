package cn.jixiao.read.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A table being read: cells are put at their places, or row after row at the next free one. Whatever a damaged file
/// says, no place is covered twice and no words are lost.
public final class TableDraft {

    /// Wider than any form; what claims more is a mistake or an attack.
    private static final int MOST_COLUMNS = 2000;
    private static final int MOST_ROWS = 200_000;

    private final List<CellDraft> cells = new ArrayList<>();
    private final List<BitSet> covered = new ArrayList<>();
    private int row = -1;

    /// Begins the next row.
    public TableDraft row() {
        row++;
        taken(row);
        return this;
    }

    /// Puts a cell at the next free place of the current row.
    public TableDraft cell(int rows, int columns, List<CellDraft.Part> parts) {
        if (row < 0) {
            row();
        }
        return put(row, taken(row).nextClearBit(0), rows, columns, parts, null);
    }

    /// Puts plain words at the next free place of the current row.
    public TableDraft cell(String words) {
        return cell(1, 1, List.of(new CellDraft.Words(words)));
    }

    /// Puts a cell at a place of the grid. Where the place is taken it moves to the next free one to the right, and
    /// its spans are cut to what is free.
    public TableDraft put(int atRow, int atColumn, int rows, int columns, List<CellDraft.Part> parts,
            @Nullable String address) {
        int first = taken(atRow).nextClearBit(Math.max(0, atColumn));
        int wide = Math.clamp(columns, 1, MOST_COLUMNS);
        int next = taken(atRow).nextSetBit(first);
        if (next >= 0) {
            wide = Math.min(wide, next - first);
        }
        int high = 1;
        while (high < rows && atRow + high < MOST_ROWS && isFree(atRow + high, first, wide)) {
            high++;
        }
        for (int r = atRow; r < atRow + high; r++) {
            taken(r).set(first, first + wide);
        }
        cells.add(new CellDraft(atRow, first, high, wide, parts, address));
        return this;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(CellDraft::isBlank);
    }

    /// The cells in reading order on the smallest grid that holds them: rows and columns in which no cell begins,
    /// which only a program's drawing grid needs, are taken out.
    public List<CellDraft> cells() {
        var rows = ranks(cells.stream().mapToInt(CellDraft::row));
        var columns = ranks(cells.stream().mapToInt(CellDraft::column));
        return cells.stream().map(cell -> {
            int top = rank(rows, cell.row());
            int left = rank(columns, cell.column());
            return cell.at(top, left, rank(rows, cell.row() + cell.rows()) - top,
                    rank(columns, cell.column() + cell.columns()) - left);
        }).sorted(Comparator.comparingInt(CellDraft::row).thenComparingInt(CellDraft::column)).toList();
    }

    private boolean isFree(int atRow, int from, int wide) {
        int next = taken(atRow).nextSetBit(from);
        return next < 0 || next >= from + wide;
    }

    private BitSet taken(int atRow) {
        while (covered.size() <= atRow) {
            covered.add(new BitSet());
        }
        return covered.get(atRow);
    }

    private static int[] ranks(IntStream starts) {
        return starts.sorted().distinct().toArray();
    }

    /// How many starts lie before the place.
    private static int rank(int[] starts, int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 1;
    }
}
