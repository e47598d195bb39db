package cn.jixiao.export;

import cn.jixiao.index.Records;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// Records as a workbook, written row by row: numbers as numbers, text as text, so that no cell is ever run as a formula.
final class RecordWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
    private static final int LONGEST_TEXT = 32_000;

    private final SXSSFWorkbook book;
    private final String name;
    private final List<String> columns;
    private final CellStyle bold;
    private Sheet sheet;
    private int next;

    private RecordWorkbook(SXSSFWorkbook book, RecordKind kind) {
        this.book = book;
        this.name = kind.key();
        this.columns = CsvText.columns(kind.keys());
        var font = book.createFont();
        font.setBold(true);
        this.bold = book.createCellStyle();
        bold.setFont(font);
        this.sheet = begin();
    }

    static Written write(Records records, RecordKind kind, Path file) throws IOException {
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY); var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            long count = RecordFormat.each(records, kind, new RecordWorkbook(book, kind)::add);
            book.write(out);
            return Written.whole(count);
        }
    }

    private Sheet begin() {
        int number = book.getNumberOfSheets() + 1;
        var made = book.createSheet(number == 1 ? name : name + " " + number);
        var heading = made.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            heading.createCell(i).setCellValue(columns.get(i));
            heading.getCell(i).setCellStyle(bold);
        }
        made.createFreezePane(0, 1);
        next = 1;
        return made;
    }

    private void add(Map<String, Object> record) {
        if (next == MOST_ROWS) {
            sheet = begin();
        }
        var row = sheet.createRow(next++);
        for (int i = 0; i < columns.size(); i++) {
            put(row, i, CsvText.at(record, columns.get(i)));
        }
    }

    private static void put(Row row, int column, @org.jspecify.annotations.Nullable Object value) {
        switch (value) {
            case null -> { }
            case BigDecimal number -> row.createCell(column).setCellValue(number.doubleValue());
            case Integer number -> row.createCell(column).setCellValue(number);
            case Long number -> row.createCell(column).setCellValue(number);
            case Boolean truth -> row.createCell(column).setCellValue(truth);
            case Map<?, ?> map -> text(row, column, CsvText.pairs(map));
            case Collection<?> list -> text(row, column, String.join("；", list.stream().map(String::valueOf).toList()));
            default -> text(row, column, value.toString());
        }
    }

    /// A cell holds 32,767 characters.
    private static void text(Row row, int column, String words) {
        if (!words.isEmpty()) {
            row.createCell(column).setCellValue(words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT) + "…");
        }
    }
}
