package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A comparison as a workbook: a sheet an indicator with its table, its spread and a chart, and a sheet of evidence with a
/// line a cell. Numbers are numbers; a cell with something to be said of it is yellow and carries it as a comment.
///
/// Text is stored as text, so that no cell of it is ever run as a formula.
final class ComparisonWorkbook {

    private static final int WIDTH = 256;
    private static final int LONGEST_TEXT = 32_000;
    private static final List<Integer> WIDTHS = List.of(18, 22, 9, 30, 7, 14, 8, 6, 10, 20, 20);

    private final Comparison comparison;
    private final Labels labels;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Set<String> names = new HashSet<>();
    private final CellStyle head;
    private final CellStyle number;
    private final CellStyle noted;
    private final CellStyle quiet;

    private ComparisonWorkbook(Comparison comparison, Labels labels) {
        this.comparison = comparison;
        this.labels = labels;
        var bold = book.createFont();
        bold.setBold(true);
        head = book.createCellStyle();
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        number = numeric();
        noted = numeric();
        noted.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
        noted.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        quiet = numeric();
        var grey = book.createFont();
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        quiet.setFont(grey);
    }

    private CellStyle numeric() {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("#,##0.######"));
        style.setAlignment(HorizontalAlignment.RIGHT);
        return style;
    }

    static void write(Comparison comparison, Labels labels, OutputStream out) throws IOException {
        var making = new ComparisonWorkbook(comparison, labels);
        comparison.tables().forEach(making::sheet);
        making.evidence();
        // The file's own time would make two writings of one comparison differ.
        making.book.getProperties().getCoreProperties().setCreated(Optional.of(new Date(SteadyZip.TIME)));
        try (making.book) {
            SteadyZip.write(making.book::write, out);
        }
    }

    private void sheet(Table table) {
        var sheet = book.createSheet(name(table.name()));
        text(sheet.createRow(0), 0, ComparisonText.heading(table, comparison, labels), null);
        var heading = sheet.createRow(1);
        text(heading, 0, labels.of("code"), head);
        text(heading, 1, labels.of(ComparisonText.rowLabel(comparison)), head);
        for (int i = 0; i < comparison.years().size(); i++) {
            heading.createCell(2 + i).setCellValue(comparison.years().get(i));
            heading.getCell(2 + i).setCellStyle(head);
        }
        int at = 2;
        for (var row : table.rows()) {
            var line = sheet.createRow(at++);
            text(line, 0, row.code(), null);
            text(line, 1, row.name(), null);
            for (int i = 0; i < row.cells().size(); i++) {
                figure(line, 2 + i, row.cells().get(i), table);
            }
        }
        below(sheet, table, at);
        sheet.setColumnWidth(0, 10 * WIDTH);
        sheet.setColumnWidth(1, 26 * WIDTH);
        comparison.years().forEach(year -> sheet.setColumnWidth(2 + comparison.years().indexOf(year), 14 * WIDTH));
        sheet.createFreezePane(2, 2);
        printed(sheet);
        WorkbookChart.draw(sheet, table, comparison.years());
    }

    /// Across the width of a page.
    private static void printed(XSSFSheet sheet) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void figure(Row line, int column, Cell cell, Table table) {
        var made = line.createCell(column);
        made.setCellStyle(cell.isNoted() ? noted : number);
        if (cell.value() != null && cell.comparator() == cn.jixiao.observation.Comparator.EQ
                && cell.unit().equals(table.unit())) {
            made.setCellValue(cell.value().doubleValue());
        } else if (cell.value() != null) {
            made.setCellValue(Figures.of(cell, table.unit()));
        }
        if (cell.isNoted()) {
            comment(made, cut(ComparisonText.note(cell, labels)));
        }
    }

    private void comment(org.apache.poi.ss.usermodel.Cell made, String words) {
        var sheet = (XSSFSheet) made.getSheet();
        var anchor = book.getCreationHelper().createClientAnchor();
        anchor.setCol1(made.getColumnIndex() + 1);
        anchor.setCol2(made.getColumnIndex() + 5);
        anchor.setRow1(made.getRowIndex());
        anchor.setRow2(made.getRowIndex() + 6);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(book.getCreationHelper().createRichTextString(words));
        made.setCellComment(comment);
    }

    /// Quartiles, and how many reported.
    private void below(XSSFSheet sheet, Table table, int from) {
        var labelled = List.of("upper_quartile", "median", "lower_quartile", "reported");
        for (int k = 0; k < labelled.size(); k++) {
            var line = sheet.createRow(from + 1 + k);
            text(line, 1, labels.of(labelled.get(k)), null);
            for (int i = 0; i < comparison.years().size(); i++) {
                var spread = table.spread().get(i);
                var coverage = table.coverage().get(i);
                switch (k) {
                    case 0 -> number(line, 2 + i, spread.upperQuartile());
                    case 1 -> number(line, 2 + i, spread.median());
                    case 2 -> number(line, 2 + i, spread.lowerQuartile());
                    default -> text(line, 2 + i, labels.of("coverage", coverage.reported(), coverage.of()), quiet);
                }
            }
        }
    }

    private void number(Row line, int column, @org.jspecify.annotations.Nullable BigDecimal value) {
        var made = line.createCell(column);
        made.setCellStyle(quiet);
        if (value != null) {
            made.setCellValue(value.doubleValue());
        }
    }

    private void evidence() {
        var sheet = book.createSheet(name(labels.of("evidence")));
        var headings = ComparisonRows.headings(comparison, labels);
        var heading = sheet.createRow(0);
        for (int i = 0; i < headings.size(); i++) {
            text(heading, i, headings.get(i), head);
        }
        int[] at = {1};
        ComparisonRows.lines(comparison, labels).forEach(values -> {
            var line = sheet.createRow(at[0]++);
            for (int i = 0; i < values.size(); i++) {
                switch (values.get(i)) {
                    case BigDecimal value -> {
                        line.createCell(i).setCellValue(value.doubleValue());
                        line.getCell(i).setCellStyle(number);
                    }
                    case Integer value -> line.createCell(i).setCellValue(value);
                    case Object value when value.toString().isEmpty() -> { }
                    case Object value -> text(line, i, value.toString(), null);
                }
            }
        });
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new org.apache.poi.ss.util.CellRangeAddress(0, at[0] - 1, 0, headings.size() - 1));
        for (int i = 0; i < WIDTHS.size(); i++) {
            sheet.setColumnWidth(i, WIDTHS.get(i) * WIDTH);
        }
    }

    private static void text(Row line, int column, String words, @org.jspecify.annotations.Nullable CellStyle style) {
        var made = line.createCell(column);
        made.setCellValue(cut(words));
        if (style != null) {
            made.setCellStyle(style);
        }
    }

    /// A cell holds 32,767 characters.
    private static String cut(String words) {
        return words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT) + "…";
    }

    private String name(String wanted) {
        var base = WorkbookUtil.createSafeSheetName(wanted);
        var name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base.substring(0, Math.min(base.length(), 27)) + " " + i;
        }
        return name;
    }
}
