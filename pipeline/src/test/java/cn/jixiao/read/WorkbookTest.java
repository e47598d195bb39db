package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookTest {

    static Stream<Supplier<Workbook>> kinds() {
        return Stream.of(XSSFWorkbook::new, HSSFWorkbook::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void linesAndTablesOfASheet(Supplier<Workbook> kind) throws IOException {
        try (var book = kind.get()) {
            var sheet = book.createSheet("收支表");
            cell(sheet, 0, 0).setCellValue("项目支出绩效自评表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            cell(sheet, 1, 0).setCellValue("（2023年度）");
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 3));
            cell(sheet, 2, 3).setCellValue("单位：万元");
            words(sheet, 3, "资金", "", "预算数", "执行率");
            sheet.addMergedRegion(new CellRangeAddress(3, 3, 0, 1));
            words(sheet, 4, "资金总额", "当年\n拨款");
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 0));
            cell(sheet, 4, 2).setCellValue(338.12);
            percent(cell(sheet, 4, 3), 0.9776);
            cell(sheet, 5, 1).setCellValue("结转");
            cell(sheet, 5, 2).setCellValue(123456789012d);
            cell(sheet, 5, 3).setCellFormula("1/2");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell(sheet, 5, 3));
            cell(sheet, 7, 0).setCellValue("注：数据来自台账。");
            book.createSheet("序列").createRow(0).createCell(0).setCellValue("是");
            book.setSheetHidden(1, true);
            var read = read(book);
            assertEquals("""
                    HEADER 收支表
                    P 项目支出绩效自评表
                    P （2023年度）
                    P 单位：万元
                    T 3x4 caption=项目支出绩效自评表 unit=单位：万元
                      资金[1x2] | 预算数 | 执行率
                      资金总额[2x1] | 当年拨款 | 338.12 | 97.76%
                      结转 | 123456789012 | 0.5
                    P 注：数据来自台账。""", Rendering.of(read));
            assertEquals("收支表!C5", read.tables().findFirst().orElseThrow().at(1, 2).orElseThrow().address());
            assertEquals(List.of(new Problem(Problem.Kind.HIDDEN_LEFT_OUT, "序列", "")), read.problems());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void datesAreDates(Supplier<Workbook> kind) throws IOException {
        try (var book = kind.get()) {
            var sheet = book.createSheet("Sheet1");
            words(sheet, 0, "日期", "月份");
            date(cell(sheet, 1, 0), (short) 14);
            date(cell(sheet, 1, 1), (short) 57);
            words(sheet, 2, "其他", "");
            var cell = cell(sheet, 2, 1);
            date(cell, book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            assertEquals("T 3x2\n  日期 | 月份\n  2024/3/5 | 2024年3月\n  其他 | 2024年3月5日",
                    Rendering.of(read(book)));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEmptyFramedRowDoesNotCutATable(Supplier<Workbook> kind) throws IOException {
        try (var book = kind.get()) {
            var sheet = book.createSheet("Sheet1");
            words(sheet, 0, "指标", "完成值");
            words(sheet, 1, "办案", "87件");
            var style = book.createCellStyle();
            style.setBorderBottom(BorderStyle.THIN);
            cell(sheet, 2, 0).setCellStyle(style);
            cell(sheet, 2, 1).setCellStyle(style);
            words(sheet, 3, "咨询", "5000人次");
            words(sheet, 5, "甲", "乙");
            words(sheet, 6, "1", "2");
            assertEquals("T 4x2\n  指标 | 完成值\n  办案 | 87件\n   | \n  咨询 | 5000人次\nT 2x2\n  甲 | 乙\n  1 | 2",
                    Rendering.of(read(book)));
        }
    }

    @Test
    void textBoxesAreRead() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Sheet1");
            words(sheet, 0, "甲", "乙");
            var box = sheet.createDrawingPatriarch().createTextbox(new XSSFClientAnchor());
            box.setText("办案87件");
            assertEquals("T 1x2\n  甲 | 乙\nP 办案87件", Rendering.of(read(book)));
        }
    }

    private static Cell cell(Sheet sheet, int row, int column) {
        var at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return at.getCell(column) == null ? at.createCell(column) : at.getCell(column);
    }

    private static void words(Sheet sheet, int row, String... words) {
        for (int i = 0; i < words.length; i++) {
            cell(sheet, row, i).setCellValue(words[i]);
        }
    }

    private static void percent(Cell cell, double value) {
        var style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat((short) 10);
        cell.setCellStyle(style);
        cell.setCellValue(value);
    }

    private static void date(Cell cell, short format) {
        var style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(format);
        cell.setCellStyle(style);
        cell.setCellValue(LocalDate.of(2024, 3, 5));
    }

    private static Document read(Workbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return new Reader().read(new Source("表.xlsx", new Content.OfBytes(out.toByteArray())));
    }
}
