package cn.jixiao.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.observation.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPaperTest {

    private static final Finding ALARM = new Finding("0123456789abcdef", "report.txt", "sum.column", false, Finding.Severity.ERROR,
            "合计与各行之和相差 1件", List.of("a:1", "a:2"), "3件", "4件");

    @TempDir
    private Path folder;

    @Test
    void aReviewIsFoundAgainAndTheLastOneCounts() throws IOException {
        var name = Review.name(ALARM);
        var reviews = Reviews.of(folder);
        reviews.put(new Review(name, Review.Verdict.ACCEPTED, "属实"));
        reviews.put(new Review(name, Review.Verdict.DISMISSED, "口径“不同”"));
        var again = Reviews.of(folder).of(name).orElseThrow();
        assertEquals(new Review(name, Review.Verdict.DISMISSED, "口径“不同”"), again);
        assertEquals(1, Files.readAllLines(folder.resolve("reviews.jsonl")).size());
    }

    @Test
    void aBrokenReviewIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("reviews.jsonl"), "{\"finding\":\"1\",\"verdict\":\"maybe\",\"reason\":\"\"}\n");
        assertTrue(assertThrows(IOException.class, () -> Reviews.of(folder)).getMessage().contains("reviews.jsonl:1"));
    }

    @Test
    void theNameChangesWithTheOperands() {
        var other = new Finding(ALARM.docId(), ALARM.source(), ALARM.rule(), false, ALARM.severity(), ALARM.message(),
                List.of("a:1", "a:3"), ALARM.expected(), ALARM.found());
        assertTrue(!Review.name(ALARM).equals(Review.name(other)));
    }

    @Test
    void theWorkingPaperHasALineForEachCheck() throws IOException {
        var out = new ByteArrayOutputStream();
        AuditPaper.xlsx(List.of(new AuditPaper.Line(ALARM, "表格合计行", List.of(),
                new Review(Review.name(ALARM), Review.Verdict.ACCEPTED, "已改"))), out);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var row = book.getSheetAt(0).getRow(1);
            assertEquals("不符", row.getCell(3).getStringCellValue());
            assertEquals("合计与各行之和相差 1件", row.getCell(5).getStringCellValue());
            assertEquals("已改", row.getCell(11).getStringCellValue());
        }
    }
}
