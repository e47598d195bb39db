package cn.jixiao.read.sheet;

import cn.jixiao.document.Marginal;
import cn.jixiao.document.Problem;
import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.TableDraft;
import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/// What stands on one sheet: tables divided by empty rows, and the lines above and below them (title, unit,
/// signatures), which are paragraphs and no cells.
final class SheetBlocks {

    /// More cells with words than any report has; the rest of the sheet is left out and named.
    private static final int MOST_CELLS = 1_000_000;
    /// Lines from this length on count as cut by the margin where a line break follows.
    private static final int FULL_LINE = 25;
    private static final Pattern DEFAULT_NAME = Pattern.compile("(?:Sheet|工作表|sheet) ?[0-9]{1,3}");
    private static final Pattern FORM_LINE = Pattern.compile(
            "(?:填报|编制|填表|制表|填列|申报|评价|审核|联系|主管|预算|部门|金额|计量)?(?:单位|部门|人|日期|时间|电话)(?:[（(][^（）()]{0,10}[)）])?\\s*[:：].*");

    /// A place with words or a frame, merged places once.
    private record Place(int row, int column, int rows, int columns, List<String> lines, String address) {
        boolean isBlank() {
            return lines.isEmpty();
        }
    }

    private final Sheet sheet;
    private final CellWords words;
    private final DocumentBuilder builder;
    private final TreeMap<Integer, List<Place>> rows = new TreeMap<>();

    SheetBlocks(Sheet sheet, CellWords words, DocumentBuilder builder) {
        this.sheet = sheet;
        this.words = words;
        this.builder = builder;
    }

    void read() {
        collect();
        if (rows.isEmpty()) {
            return;
        }
        if (!DEFAULT_NAME.matcher(sheet.getSheetName()).matches()) {
            builder.marginal(sheet.getSheetName(), Marginal.Kind.HEADER);
        }
        var block = new ArrayList<List<Place>>();
        int reach = -1;
        for (var row : rows.entrySet()) {
            if (row.getKey() > reach && !block.isEmpty()) {
                block(block);
                block.clear();
            }
            block.add(row.getValue());
            for (var place : row.getValue()) {
                reach = Math.max(reach, row.getKey() + place.rows());
            }
        }
        block(block);
    }

    static String address(Cell cell) {
        return cell.getSheet().getSheetName() + "!"
                + new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString();
    }

    private void collect() {
        var merged = new Merged(sheet.getMergedRegions());
        int count = 0;
        for (var row : sheet) {
            for (var cell : row) {
                var region = merged.beginningAt(cell.getRowIndex(), cell.getColumnIndex());
                if (region == null && merged.covers(cell.getRowIndex(), cell.getColumnIndex())) {
                    continue;
                }
                var place = place(cell, region);
                if (!place.isBlank() || isFramed(cell)) {
                    rows.computeIfAbsent(place.row(), key -> new ArrayList<>()).add(place);
                }
                count += place.isBlank() ? 0 : 1;
            }
            if (count > MOST_CELLS) {
                builder.problem(new Problem(Problem.Kind.PARTLY_READ, sheet.getSheetName(),
                        "more than " + MOST_CELLS + " cells"));
                return;
            }
        }
    }

    private Place place(Cell cell, @org.jspecify.annotations.Nullable CellRangeAddress region) {
        int high = region == null ? 1 : region.getLastRow() - region.getFirstRow() + 1;
        int wide = region == null ? 1 : region.getLastColumn() - region.getFirstColumn() + 1;
        return new Place(cell.getRowIndex(), cell.getColumnIndex(), high, wide, Wording.lines(words.of(cell)),
                address(cell));
    }

    private static boolean isFramed(Cell cell) {
        var style = cell.getCellStyle();
        return style != null && (style.getBorderBottom() != BorderStyle.NONE
                || style.getBorderLeft() != BorderStyle.NONE && style.getBorderTop() != BorderStyle.NONE);
    }

    /// One run of rows without a gap: lines, then the table, then lines.
    private void block(List<List<Place>> rowsOfBlock) {
        var block = trimmed(rowsOfBlock);
        int width = block.stream().flatMap(List::stream).mapToInt(place -> place.column() + place.columns()).max()
                .orElse(1);
        int first = 0;
        while (first < block.size() && isLine(block.get(first), width)) {
            first++;
        }
        var reaches = new int[block.size() + 1];
        for (int i = first; i < block.size(); i++) {
            reaches[i + 1] = Math.max(reaches[i], reach(block.get(i)));
        }
        int last = block.size();
        while (last > first && isLine(block.get(last - 1), width)
                && reaches[last - 1] <= block.get(last - 1).getFirst().row()) {
            last--;
        }
        block.subList(0, first).forEach(this::lines);
        table(block.subList(first, last));
        block.subList(last, block.size()).forEach(this::lines);
    }

    private static List<List<Place>> trimmed(List<List<Place>> block) {
        int from = 0;
        int to = block.size();
        while (from < to && isBlank(block.get(from))) {
            from++;
        }
        while (to > from && isBlank(block.get(to - 1))) {
            to--;
        }
        return block.subList(from, to);
    }

    /// The first row below the places of a row.
    private static int reach(List<Place> row) {
        return row.stream().mapToInt(place -> place.row() + place.rows()).max().orElse(-1);
    }

    private static boolean isBlank(List<Place> row) {
        return row.stream().allMatch(Place::isBlank);
    }

    /// A row that is text across the sheet rather than cells: one wide place, or one without framed neighbours, or
    /// such remarks as 填报单位：… 单位：万元.
    private static boolean isLine(List<Place> row, int width) {
        var filled = row.stream().filter(place -> !place.isBlank()).toList();
        if (filled.size() != 1) {
            return !filled.isEmpty() && filled.stream()
                    .allMatch(place -> FORM_LINE.matcher(place.lines().getFirst()).matches());
        }
        var only = filled.getFirst();
        boolean wholeWidth = only.column() <= 1 && only.column() + only.columns() >= width;
        boolean unframed = row.size() == 1 && only.rows() == 1;
        return wholeWidth || unframed;
    }

    private void lines(List<Place> row) {
        for (var place : row) {
            Wording.paragraphs(place.lines(), FULL_LINE).forEach(builder::paragraph);
        }
    }

    private void table(List<List<Place>> block) {
        var draft = new TableDraft();
        for (var row : block) {
            for (var place : row) {
                draft.put(place.row(), place.column(), place.rows(), place.columns(),
                        CellDraft.words(place.lines()), place.address());
            }
        }
        builder.table(draft);
    }
}
