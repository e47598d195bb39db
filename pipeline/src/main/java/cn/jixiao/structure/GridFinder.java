package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Block;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Understands tables: which cells are headings, which headings every other cell stands under, what they mean.
public final class GridFinder {

    private static final int LONGEST_UNIT_LINE = 60;
    private static final int FURTHEST_UNIT_LINE = 12;
    private static final int LONGEST_CELL = 30;

    private final Forms forms;

    public GridFinder(Forms forms) {
        this.forms = forms;
    }

    /// One grid for each table in order; a nested table follows the one it lies in.
    public List<Grid> find(Document document) {
        var grids = new ArrayList<Grid>();
        Continuation before = null;
        String unitBefore = null;
        for (int i = 0; i < document.blocks().size(); i++) {
            switch (document.blocks().get(i)) {
                case Table table -> {
                    int number = grids.size();
                    var unit = unitOf(document, table, i).orElse(before != null ? unitBefore : null);
                    before = understand(document, table, unit, before, grids);
                    unitBefore = grids.get(number).unit();
                }
                case Marginal marginal -> { }
                case Paragraph paragraph when paragraph.span().of(document.text()).isBlank() -> { }
                case Paragraph paragraph -> before = null;
                case Heading heading -> before = null;
            }
        }
        return List.copyOf(grids);
    }

    private @Nullable Continuation understand(Document document, Table read, @Nullable String unit,
            @Nullable Continuation before, List<Grid> grids) {
        var upright = Straightening.of(read, document.text(), forms);
        var table = upright.table();
        var turned = Transposed.of(upright, forms);
        var matrix = turned.map(each -> new Matrix(each.table(), document.text())).orElse(upright);
        var fitting = before != null && before.fits(matrix) ? before : null;
        var rows = new RowReader(matrix, forms, fitting != null);
        var tableUnit = unit != null ? unit : unitInside(matrix, rows);
        var placement = new Placement(matrix, rows, forms, new CellUnit(forms, tableUnit));
        placement.place(fitting);
        var places = turned.map(each -> each.back(placement.places(), table.cells())).orElseGet(placement::places);
        grids.add(new Grid(grids.size() + 1, table, places, tableUnit));
        table.cells().forEach(cell -> cell.nested()
                .forEach(nested -> understand(document, nested, unitOf(document.text(), nested).orElse(null), null, grids)));
        return turned.isPresent() ? null : placement.continuation();
    }

    private Optional<String> unitOf(Document document, Table table, int index) {
        return unitOf(document.text(), table).or(() -> unitAbove(document, index));
    }

    private Optional<String> unitOf(String text, Table table) {
        return unitIn(text, table.unitLine()).or(() -> unitIn(text, table.caption()));
    }

    private Optional<String> unitIn(String text, @Nullable Span line) {
        return line == null ? Optional.empty() : UnitLine.find(line.of(text), forms);
    }

    /// A short line among the two above the table, or further up where the cells of a flattened form are lines.
    private Optional<String> unitAbove(Document document, int index) {
        for (int i = index - 1; i >= Math.max(0, index - FURTHEST_UNIT_LINE); i--) {
            var line = line(document.blocks().get(i), document.text());
            int longest = index - i <= 2 ? LONGEST_UNIT_LINE : LONGEST_CELL;
            if (line.length() > longest || line.contains("。")) {
                return Optional.empty();
            }
            var unit = index - i <= 2 || line.contains("单位") ? UnitLine.find(line, forms) : Optional.<String>empty();
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.empty();
    }

    private static String line(Block block, String text) {
        return switch (block) {
            case Table table -> "。";
            case Heading heading -> heading.span().of(text);
            case Paragraph paragraph -> paragraph.span().of(text);
            case Marginal marginal -> "";
        };
    }

    private @Nullable String unitInside(Matrix matrix, RowReader rows) {
        for (int r = 0; r < matrix.rows(); r++) {
            for (var cell : matrix.row(r)) {
                var words = matrix.words(cell);
                boolean alone = rows.kind(r) != RowKind.DATA && HeadingWords.isBracketed(words);
                if (alone || rows.kind(r) == RowKind.TITLE || words.length() <= LONGEST_UNIT_LINE && words.contains("单位：")) {
                    var unit = UnitLine.find(words, forms);
                    if (unit.isPresent()) {
                        return unit.get();
                    }
                }
            }
            if (rows.kind(r) == RowKind.DATA) {
                return null;
            }
        }
        return null;
    }
}
