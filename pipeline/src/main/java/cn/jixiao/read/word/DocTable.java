package cn.jixiao.read.word;

import cn.jixiao.read.word.EdgeGrid.Merge;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;

/// The grid of a table in the binary format.
final class DocTable {

    private DocTable() {
    }

    static List<EdgeGrid.GridCell<TableCell>> cells(Table table) {
        var rows = new ArrayList<List<EdgeGrid.Piece<TableCell>>>();
        for (int row = 0; row < table.numRows(); row++) {
            var pieces = new ArrayList<EdgeGrid.Piece<TableCell>>();
            for (int i = 0; i < table.getRow(row).numCells(); i++) {
                pieces.add(piece(table.getRow(row).getCell(i)));
            }
            rows.add(pieces);
        }
        return new EdgeGrid<>(rows).cells();
    }

    private static EdgeGrid.Piece<TableCell> piece(TableCell cell) {
        return new EdgeGrid.Piece<>(cell.getLeftEdge(), cell.getLeftEdge() + Math.max(0, cell.getWidth()),
                merge(cell.isMerged(), cell.isFirstMerged()),
                merge(cell.isVerticallyMerged(), cell.isFirstVerticallyMerged()), cell);
    }

    private static Merge merge(boolean merged, boolean first) {
        return first ? Merge.BEGINS : merged ? Merge.CONTINUES : Merge.NONE;
    }
}
