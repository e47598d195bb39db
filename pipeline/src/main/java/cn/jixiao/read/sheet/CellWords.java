package cn.jixiao.read.sheet;

import cn.jixiao.document.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Date1904Support;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;

/// What a cell shows: its value in its number format, formulas as Excel last calculated them.
final class CellWords {

    private static final Pattern SCIENTIFIC = Pattern.compile("-?[0-9](?:\\.[0-9]+)?E[+-]?[0-9]+");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter CHINESE_MONTH = DateTimeFormatter.ofPattern("yyyy年M月", Locale.ROOT);
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);

    /// As many digits as Excel keeps.
    private static final MathContext DIGITS = new MathContext(15);

    private final DataFormatter formats = new DataFormatter(Locale.CHINA);
    private final FormulaEvaluator evaluator;
    private final boolean from1904;
    private final List<Problem> problems = new ArrayList<>();

    CellWords(Workbook workbook) {
        formats.setUseCachedValuesForFormulaCells(true);
        evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        from1904 = workbook instanceof Date1904Support dates && dates.isDate1904();
        evaluator.setIgnoreMissingWorkbooks(true);
    }

    List<Problem> problems() {
        return problems;
    }

    String of(Cell cell) {
        var type = cell.getCellType();
        if (type == CellType.FORMULA) {
            if (!hasResult(cell)) {
                return calculated(cell);
            }
            type = cell.getCachedFormulaResultType();
        }
        return switch (type) {
            case NUMERIC -> number(cell, cell.getNumericCellValue());
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.isValidCode(cell.getErrorCellValue())
                    ? FormulaError.forInt(cell.getErrorCellValue()).getString() : "";
            default -> "";
        };
    }

    private static boolean hasResult(Cell cell) {
        return !(cell instanceof XSSFCell formula) || formula.getCTCell().isSetV() || formula.getCTCell().isSetIs();
    }

    /// A file that a program wrote may hold formulas that nobody has calculated yet.
    private String calculated(Cell cell) {
        try {
            var value = evaluator.evaluate(cell);
            return switch (value.getCellType()) {
                case NUMERIC -> number(cell, value.getNumberValue());
                case STRING -> value.getStringValue();
                case BOOLEAN -> value.getBooleanValue() ? "TRUE" : "FALSE";
                default -> "";
            };
        } catch (RuntimeException | StackOverflowError e) {
            // The evaluator throws its own unchecked exceptions at what it does not know.
            problems.add(new Problem(Problem.Kind.FORMULA_WITHOUT_VALUE, SheetBlocks.address(cell),
                    cell.getCellFormula()));
            return "";
        }
    }

    private String number(Cell cell, double value) {
        var style = cell.getCellStyle();
        int id = style.getDataFormat();
        var format = style.getDataFormatString();
        if (id == 14 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
            return DateUtil.isValidExcelDate(value) ? date(id, value) : plain(value);
        }
        if (format == null || format.isBlank()) {
            return plain(value);
        }
        if (DateUtil.isADateFormat(id, format)) {
            // POI prints the quotes that stand around 年, 月 and 日 in the format.
            format = format.replace("\"", "").replace("上午/下午", "AM/PM");
        }
        var shown = formats.formatRawCellContents(value, id, format, from1904).strip();
        return SCIENTIFIC.matcher(shown).matches() ? plain(value) : shown;
    }

    /// The built-in date formats as a Chinese Excel shows them (ECMA-376 part 1, 18.8.30, lists for zh-cn).
    private String date(int id, double value) {
        var format = switch (id) {
            case 27, 36, 50, 52, 57 -> CHINESE_MONTH;
            case 28, 29, 51, 53, 54, 58 -> MONTH_DAY;
            case 31 -> CHINESE_DAY;
            default -> DAY;
        };
        return DateUtil.getLocalDateTime(value, from1904).format(format);
    }

    /// `3.3812E2` is 338.12 to everybody else.
    private static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        var exact = new BigDecimal(value, DIGITS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
