package cn.jixiao.read.sheet;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.odf.OdfContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Element;

/// Reads OpenDocument sheets (ODS): what each cell shows is laid into a workbook of the other kind, so that tables,
/// titles and unit lines are found by the same rules.
public final class OdsReader {

    public static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    /// As many as a sheet may have elsewhere, and as many repeated rows as anybody fills in.
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_COLUMNS = 16_000;
    private static final int MOST_ALIKE = 1000;
    private static final int LONGEST = 32_000;

    /// @throws IOException if the file is too damaged to be read
    public Document read(String id, Source source) throws IOException {
        var content = OdfContent.of(source).content();
        var builder = new DocumentBuilder(id, source, MEDIA_TYPE);
        var framed = styles(content, "style:table-cell-properties", "fo:border");
        var hidden = styles(content, "style:table-properties", "table:display");
        try (var workbook = new XSSFWorkbook()) {
            var words = new CellWords(workbook);
            var frame = workbook.createCellStyle();
            frame.setBorderBottom(BorderStyle.THIN);
            for (var table : content.getElementsByTag("table:table")) {
                if (table.parent() != null && !table.parent().tagName().equals("office:spreadsheet")) {
                    continue;
                }
                var name = table.attr("table:name");
                if (hidden.contains(table.attr("table:style-name"))) {
                    builder.problem(new Problem(Problem.Kind.HIDDEN_LEFT_OUT, name, ""));
                    continue;
                }
                var sheet = workbook.createSheet(unused(workbook, name));
                new Rows(sheet, framed, columns(table), frame).read(table, 0);
                new SheetBlocks(sheet, words, builder).read();
            }
        }
        return builder.build();
    }

    private static String unused(XSSFWorkbook workbook, String name) {
        var safe = WorkbookUtil.createSafeSheetName(name);
        return workbook.getSheet(safe) == null ? safe : "Sheet" + (workbook.getNumberOfSheets() + 1);
    }

    /// The names of automatic styles that frame cells, or that hide sheets.
    private static Set<String> styles(Element content, String properties, String attribute) {
        return content.getElementsByTag(properties).stream()
                .filter(element -> element.attributes().asList().stream().anyMatch(set -> set.getKey().startsWith(attribute)
                        && (attribute.equals("table:display") ? set.getValue().equals("false")
                                : !set.getValue().equals("none"))))
                .map(element -> element.parent() == null ? "" : element.parent().attr("style:name"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// The style that the cells of each column have where they name none themselves.
    private static List<String> columns(Element table) {
        var styles = new ArrayList<String>();
        for (var column : table.getElementsByTag("table:table-column")) {
            int times = Math.min(MOST_ALIKE, OdfContent.repeats(column, "table:number-columns-repeated"));
            styles.addAll(Collections.nCopies(times, column.attr("table:default-cell-style-name")));
        }
        return styles;
    }

    /// The rows of one table, laid into a sheet.
    private record Rows(Sheet sheet, Set<String> framed, List<String> columns, CellStyle frame) {

        int read(Element parent, int from) {
            int row = from;
            for (var child : parent.children()) {
                switch (child.tagName()) {
                    case "table:table-row" -> {
                        int times = OdfContent.repeats(child, "table:number-rows-repeated");
                        boolean told = !child.text().isBlank();
                        for (int i = 0; i < (told ? Math.min(times, MOST_ALIKE) : 1) && row + i < MOST_ROWS; i++) {
                            row(child, row + i);
                        }
                        row += times;
                    }
                    case "table:table-header-rows", "table:table-rows", "table:table-row-group" -> row = read(child, row);
                    default -> { }
                }
            }
            return row;
        }

        private void row(Element element, int at) {
            var row = sheet.createRow(at);
            int column = 0;
            for (var child : element.children()) {
                int times = OdfContent.repeats(child, "table:number-columns-repeated");
                if (child.tagName().equals("table:table-cell")) {
                    var words = shown(child);
                    int last = Math.min(MOST_COLUMNS, column + Math.min(times, MOST_ALIKE));
                    for (int i = column; i < last; i++) {
                        cell(row, i, words, isFramed(child, i));
                    }
                    merge(child, at, column);
                }
                column += times;
            }
        }

        private boolean isFramed(Element cell, int column) {
            var own = cell.attr("table:style-name");
            return framed.contains(!own.isEmpty() ? own : column < columns.size() ? columns.get(column) : "");
        }

        private void cell(Row row, int column, String words, boolean isFramed) {
            if (!words.isBlank() || isFramed) {
                var cell = row.createCell(column);
                cell.setCellValue(words.substring(0, Math.min(words.length(), LONGEST)));
                if (isFramed) {
                    cell.setCellStyle(frame);
                }
            }
        }

        private void merge(Element cell, int row, int column) {
            int high = OdfContent.number(cell, "table:number-rows-spanned", 1, 10_000);
            int wide = OdfContent.number(cell, "table:number-columns-spanned", 1, 1000);
            if (high * wide > 1 && column < MOST_COLUMNS) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row + high - 1, column, column + wide - 1));
            }
        }
    }

    /// The words as the cell shows them, a line feed between its paragraphs.
    private static String shown(Element cell) {
        return cell.children().stream().filter(child -> child.tagName().equals("text:p"))
                .map(paragraph -> {
                    paragraph.getElementsByTag("text:line-break").forEach(line -> line.text("\n"));
                    paragraph.getElementsByTag("text:s").forEach(space -> space.text(" "));
                    return paragraph.wholeText();
                }).collect(Collectors.joining("\n"));
    }
}
