package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every format tells the same figures; another program reads them back.
class ExportsAgreeTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @TempDir
    Path folder;

    private Path made(String command, String format) {
        var file = folder.resolve(command.split(" ")[0] + "." + format);
        var line = command + " --format " + format + " --out " + file + " -w " + CorpusWorkspace.FOLDER;
        var run = Run.zh(line.split(" "));
        assertEquals(ExitStatus.DONE, run.status(), run.err());
        return file;
    }

    /// How many, their sum, how many reports.
    private record Total(long count, BigDecimal sum, long reports) {
        static Total of(long count, BigDecimal sum, long reports) {
            return new Total(count, sum.stripTrailingZeros(), reports);
        }
    }

    @Test
    void recordsAreTheSameInEveryFormat() throws IOException, SQLException {
        var lines = Files.readAllLines(made("export", "jsonl"));
        var sum = BigDecimal.ZERO;
        var reports = new TreeMap<String, Integer>();
        for (var line : lines) {
            var record = JSON.readTree(line);
            sum = sum.add(record.get("value").decimalValue());
            reports.merge(record.get("doc_id").asText(), 1, Integer::sum);
        }
        var told = Total.of(lines.size(), sum, reports.size());
        var columns = "count(*), sum(value::DECIMAL(38,10)), count(DISTINCT doc_id)";
        assertEquals(told, sql("jdbc:duckdb:", "SELECT " + columns + " FROM read_csv('" + made("export", "csv") + "', all_varchar=true)"));
        assertEquals(told, sql("jdbc:duckdb:", "SELECT " + columns + " FROM '" + made("export", "parquet") + "'"));
        assertEquals(told, sql("jdbc:duckdb:" + made("export", "duckdb"), "SELECT " + columns + " FROM observations"));
        assertEquals(told, workbook(made("export", "xlsx")));
    }

    private static Total sql(String url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            assertTrue(result.next());
            return Total.of(result.getLong(1), result.getBigDecimal(2), result.getLong(3));
        }
    }

    private static Total workbook(Path file) throws IOException {
        try (var book = WorkbookFactory.create(file.toFile(), null, true)) {
            var sheet = book.getSheetAt(0);
            int value = column(sheet.getRow(0), "value");
            int doc = column(sheet.getRow(0), "doc_id");
            var sum = BigDecimal.ZERO;
            var reports = new TreeMap<String, Integer>();
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                sum = sum.add(BigDecimal.valueOf(sheet.getRow(i).getCell(value).getNumericCellValue()));
                reports.merge(sheet.getRow(i).getCell(doc).getStringCellValue(), 1, Integer::sum);
            }
            return Total.of(sheet.getLastRowNum(), sum, reports.size());
        }
    }

    private static int column(org.apache.poi.ss.usermodel.Row heading, String name) {
        for (var cell : heading) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + name);
    }

    private static final String COMPARE = "compare legal_aid.cases fund.budget derived.cost_per_case --role both --stats";

    @Test
    void comparisonsAreTheSameInEveryFormat() throws IOException, SQLException {
        var told = new TreeMap<String, BigDecimal>();
        var tree = JSON.readTree(Files.readString(made(COMPARE, "json")));
        for (var table : tree.path("tables")) {
            for (var row : table.path("rows")) {
                for (var cell : row.path("cells")) {
                    if (cell.path("value").isNumber()) {
                        told.put(table.path("indicator").asText() + " " + row.path("code").asText() + " " + cell.path("year").asText(),
                                cell.path("value").decimalValue().stripTrailingZeros());
                    }
                }
            }
        }
        assertTrue(told.size() > 50, told.toString());
        assertEquals(told, cells("SELECT \"指标编号\", \"代码\", \"年度\", \"数值\" FROM read_csv('" + made(COMPARE, "csv")
                + "', all_varchar=true) WHERE \"数值\" <> ''"));
        assertEquals(told, cells("SELECT INDICATOR, REF_AREA, left(TIME_PERIOD, 4), OBS_VALUE FROM read_csv('" + made(COMPARE, "sdmx")
                + "', all_varchar=true) WHERE OBS_VALUE <> '' AND ROLE <> 'target'"));
        assertEquals(told, evidence(made(COMPARE, "xlsx")));
        var page = Files.readString(made(COMPARE, "html"));
        assertTrue(page.contains("<svg") && page.contains("1,977.36") && !page.contains("http") && !page.contains("<script"), page);
    }

    private static Map<String, BigDecimal> cells(String query) throws SQLException {
        var found = new TreeMap<String, BigDecimal>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:"); var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                found.put(result.getString(1) + " " + result.getString(2) + " " + result.getString(3),
                        new BigDecimal(result.getString(4)).stripTrailingZeros());
            }
        }
        return found;
    }

    private static Map<String, BigDecimal> evidence(Path file) throws IOException {
        var found = new TreeMap<String, BigDecimal>();
        try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertEquals(1, book.getSheet("法律援助案件数").getDrawingPatriarch().getCharts().size());
            assertEquals(2, book.getSheet("法律援助案件数").getPaneInformation().getHorizontalSplitPosition());
            var sheet = book.getSheet("取数依据");
            int value = column(sheet.getRow(0), "数值");
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                var row = sheet.getRow(i);
                if (row.getCell(value) != null) {
                    assertEquals(CellType.NUMERIC, row.getCell(value).getCellType());
                    found.put(row.getCell(1).getStringCellValue() + " " + row.getCell(2).getStringCellValue() + " "
                            + (int) row.getCell(4).getNumericCellValue(),
                            BigDecimal.valueOf(row.getCell(value).getNumericCellValue()).stripTrailingZeros());
                }
            }
        }
        return found;
    }

    @Test
    void theSameComparisonIsTheSameFile() throws IOException {
        var once = new HashMap<String, byte[]>();
        for (var format : new String[] {"xlsx", "html", "sdmx", "json", "csv"}) {
            once.put(format, Files.readAllBytes(made(COMPARE, format)));
            assertArrayEquals(once.get(format), Files.readAllBytes(made(COMPARE, format)), format);
        }
    }

    @Test
    void noWorkbookHoldsAFormula() throws IOException {
        try (var book = new XSSFWorkbook(Files.newInputStream(made(COMPARE, "xlsx")))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell ->
                    assertFalse(cell.getCellType() == CellType.FORMULA, cell.getAddress().formatAsString()))));
        }
    }
}
