package cn.jixiao.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.observation.Finding;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Entry;
import cn.jixiao.review.FindingName;
import cn.jixiao.review.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class AuditPaperTest {

    private static final Finding ALARM = new Finding("0123456789abcdef", "report.txt", "sum.column", false, Finding.Severity.ERROR,
            "合计与各行之和相差 1件", List.of("a:1", "a:2"), "3件", "4件");

    private static final Entry REVIEW = new Entry("e1", "李审计", Instant.parse("2025-03-01T08:00:00Z"), "已改", "",
            new Correction.AcceptFinding(new Target.OfFinding(ALARM.docId(), FindingName.of(ALARM), ALARM.rule(), List.of())));

    @Test
    void theNameChangesWithTheOperands() {
        var other = new Finding(ALARM.docId(), ALARM.source(), ALARM.rule(), false, ALARM.severity(), ALARM.message(),
                List.of("a:1", "a:3"), ALARM.expected(), ALARM.found());
        assertTrue(!FindingName.of(ALARM).equals(FindingName.of(other)));
    }

    @Test
    void theWorkingPaperHasALineForEachCheck() throws IOException {
        var out = new ByteArrayOutputStream();
        AuditPaper.xlsx(List.of(new AuditPaper.Line(ALARM, "表格合计行", List.of(),
                REVIEW)), out);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var row = book.getSheetAt(0).getRow(1);
            assertEquals("不符", row.getCell(3).getStringCellValue());
            assertEquals("合计与各行之和相差 1件", row.getCell(5).getStringCellValue());
            assertEquals("已改（李审计，2025-03-01）", row.getCell(11).getStringCellValue());
        }
    }
}
