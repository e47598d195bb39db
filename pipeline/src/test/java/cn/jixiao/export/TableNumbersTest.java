package cn.jixiao.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Reports;
import cn.jixiao.index.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A number of a table is exact or missing, and what is missing is told.
class TableNumbersTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(
            com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @TempDir
    Path folder;

    /// Numbers around both edges, and far beyond.
    private static BigDecimal number(Random random) {
        var digits = new BigInteger(1 + random.nextInt(140), random).multiply(BigInteger.TEN.pow(random.nextInt(4)));
        var number = new BigDecimal(digits, random.nextInt(16) - 2);
        return random.nextInt(4) == 0 ? number.negate() : number;
    }

    private static boolean exact(BigDecimal number) {
        try {
            return number.setScale(10, RoundingMode.UNNECESSARY).precision() <= 38;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static Reports report(List<BigDecimal> numbers) {
        var report = Reports.at("a.txt").of(Reports.county(1, "青石县"), "青石县司法局", 2023);
        for (int i = 0; i < numbers.size(); i++) {
            var raw = "%03d:".formatted(i) + numbers.get(i).toPlainString() + "元";
            report.told("支出" + raw + "。", "fund.spent", numbers.get(i).toString(), "CNY", raw);
        }
        return report;
    }

    @Test
    void aColumnHoldsWhatItsWidthSays() {
        for (var fits : List.of("0", "0E+40", "9999999999999999999999999999.9999999999", "-9999999999999999999999999999",
                "1E+27", "0.0000000001", "1.50000000000000000000", "1000000000000000000000000000.0")) {
            assertTrue(TableNumbers.fits(new BigDecimal(fits)), fits);
        }
        for (var not : List.of("10000000000000000000000000000", "1E+28", "0.00000000001", "33.333333333333336", "-1E-11", "1E+2000000000",
                "1E-2000000000")) {
            assertTrue(!TableNumbers.fits(new BigDecimal(not)), not);
        }
    }

    @Test
    void whatIsInTheTableIsExactAndWhatIsNotIsTold() throws IOException {
        long seed = Seed.next();
        var random = new Random(seed);
        var numbers = new ArrayList<BigDecimal>();
        for (int i = 0; i < 400; i++) {
            numbers.add(number(random));
        }
        long tooLong = numbers.stream().filter(each -> !exact(each)).count();
        assertTrue(tooLong > 20 && tooLong < 380, tooLong + " seed " + seed);
        var report = report(numbers);
        var workspace = new Workspace(folder.resolve("w"), Lexicon.NONE);
        try (var writer = workspace.write()) {
            writer.put(report.extraction(), report.entry());
            writer.commit();
        }
        var file = folder.resolve("a.parquet");
        try (var records = workspace.read()) {
            var written = RecordFormat.PARQUET.write(records, RecordKind.OBSERVATIONS, file);
            assertEquals(numbers.size(), written.records());
            // An exact figure's bounds are the figure.
            assertEquals(3 * tooLong, written.tooLong(), "seed " + seed);
            assertTrue(!written.examples().isEmpty() && written.examples().size() <= 10, written.toString());
        }
        var seen = new int[1];
        ParquetRows.each("SELECT raw, value::VARCHAR, low::VARCHAR FROM " + ParquetRows.table(file), row -> {
            var number = numbers.get(Integer.parseInt(row.text(1).substring(0, 3)));
            assertSame(number, row.text(2), seed);
            assertSame(number, row.text(3), seed);
            seen[0]++;
        });
        assertEquals(numbers.size(), seen[0]);
    }

    private static void assertSame(BigDecimal number, String told, long seed) {
        assertEquals(exact(number), told != null, number + " seed " + seed);
        assertTrue(told == null || new BigDecimal(told).compareTo(number) == 0, number + " became " + told + " seed " + seed);
    }

    /// The same for the rows that a cluster makes tables of.
    @Test
    void linesForTablesNameWhatTheyLeaveOut() throws IOException {
        long seed = Seed.next();
        var random = new Random(seed);
        var numbers = new ArrayList<BigDecimal>();
        for (int i = 0; i < 200; i++) {
            numbers.add(number(random));
        }
        var extraction = report(numbers).extraction();
        Map<String, JsonNode> named = new TreeMap<>();
        for (var line : RecordLines.problems(extraction)) {
            var problem = JSON.readTree(line);
            assertEquals(RecordLines.TOO_LONG, problem.get("kind").asText());
            if (problem.get("detail").asText().startsWith("value=")) {
                named.put(problem.get("place").asText(), problem);
            }
        }
        var lines = RecordLines.observations(extraction);
        for (int i = 0; i < lines.size(); i++) {
            var number = numbers.get(i);
            var record = JSON.readTree(lines.get(i));
            assertEquals(!exact(number), record.get("value").isNull(), number + " seed " + seed);
            assertEquals(!exact(number), named.containsKey(record.get("id").asText()), number + " seed " + seed);
            assertTrue(!exact(number) || record.get("value").decimalValue().compareTo(number) == 0, number + " seed " + seed);
        }
    }
}
