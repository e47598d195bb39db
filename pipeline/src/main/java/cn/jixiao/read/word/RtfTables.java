package cn.jixiao.read.word;

import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.TableDraft;
import cn.jixiao.read.word.EdgeGrid.Merge;
import cn.jixiao.read.word.EdgeGrid.Piece;
import java.util.ArrayList;
import java.util.List;

/// One table of an RTF file while its rows come in. RTF gives the cells' words first and their edges with each row.
final class RtfTables {

    private static final int DEFAULT_WIDTH = 2000;

    private final List<List<Piece<List<CellDraft.Part>>>> rows = new ArrayList<>();
    private List<List<CellDraft.Part>> cells = new ArrayList<>();
    private List<CellDraft.Part> parts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /// The edges and merges that a `\trowd` has told, by cell.
    static final class RowFormat {
        final List<Integer> rights = new ArrayList<>();
        final List<Merge> across = new ArrayList<>();
        final List<Merge> down = new ArrayList<>();
        int left;
        Merge nextAcross = Merge.NONE;
        Merge nextDown = Merge.NONE;

        void cell(int right) {
            rights.add(right);
            across.add(nextAcross);
            down.add(nextDown);
            nextAcross = Merge.NONE;
            nextDown = Merge.NONE;
        }
    }

    void paragraph(List<String> more) {
        lines.addAll(more);
    }

    void nested(RtfTables inner) {
        flush();
        parts.add(new CellDraft.Nested(inner.draft()));
    }

    void endCell() {
        flush();
        cells.add(parts);
        parts = new ArrayList<>();
    }

    void endRow(RowFormat format) {
        if (!lines.isEmpty() || !parts.isEmpty()) {
            endCell();
        }
        var row = new ArrayList<Piece<List<CellDraft.Part>>>();
        int left = format.left;
        for (int i = 0; i < cells.size(); i++) {
            boolean told = i < format.rights.size();
            if (!told && i > 0 && cells.get(i).isEmpty()) {
                // Some programs close more cells than they have announced.
                continue;
            }
            int right = told ? Math.max(left, format.rights.get(i)) : left + DEFAULT_WIDTH;
            row.add(new Piece<>(left, right, told ? format.across.get(i) : Merge.NONE,
                    told ? format.down.get(i) : Merge.NONE, cells.get(i)));
            left = right;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        cells = new ArrayList<>();
    }

    TableDraft draft() {
        endRow(new RowFormat());
        var draft = new TableDraft();
        for (var cell : new EdgeGrid<>(rows).cells()) {
            draft.put(cell.row(), cell.column(), cell.rows(), cell.columns(), cell.content(), null);
        }
        return draft;
    }

    private void flush() {
        if (!lines.isEmpty()) {
            parts.addAll(CellDraft.words(lines));
            lines.clear();
        }
    }
}
