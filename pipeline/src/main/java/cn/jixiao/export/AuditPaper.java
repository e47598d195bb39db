package cn.jixiao.export;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Entry;
import cn.jixiao.review.FindingName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// The findings of an audit as files: lines of JSON, or a working paper (底稿), one line a check with operands, evidence,
/// verdict and room for the reviewer.
public final class AuditPaper {

    private static final List<String> HEADS = List.of("编号", "报告", "规则", "结论", "级别", "核对内容", "应为", "所述", "数据", "出处",
            "复核", "复核意见");
    private static final int[] WIDTHS = {11, 30, 22, 8, 8, 60, 16, 16, 36, 60, 10, 30};

    private AuditPaper() {
    }

    /// One check.
    ///
    /// @param rule Chinese name of the rule
    /// @param operands the figures compared, in the finding's order
    /// @param review what a person decided about it, or null
    public record Line(Finding finding, String rule, List<Observation> operands, @Nullable Entry review) {
        public Line {
            operands = List.copyOf(operands);
        }
    }

    public static void jsonl(List<Line> lines, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (var each : lines) {
            var record = FindingRow.of(each.finding());
            var review = each.review();
            record.put("finding", FindingName.of(each.finding()));
            record.put("verdict", review == null ? null : dismissed(review) ? "dismissed" : "accepted");
            record.put("reason", review == null ? null : review.why());
            record.put("reviewed_by", review == null ? null : review.who());
            record.put("reviewed_at", review == null ? null : review.when().toString());
            writer.append(JsonText.of(record)).append('\n');
        }
        writer.flush();
    }

    public static void xlsx(List<Line> lines, OutputStream out) throws IOException {
        try (var book = new SXSSFWorkbook(100)) {
            var sheet = book.createSheet("核对底稿");
            var wrap = book.createCellStyle();
            wrap.setWrapText(true);
            wrap.setVerticalAlignment(VerticalAlignment.TOP);
            var head = book.createCellStyle();
            var bold = book.createFont();
            bold.setBold(true);
            head.setFont(bold);
            head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            row(sheet.createRow(0), HEADS, head);
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
            int at = 1;
            for (var each : lines) {
                row(sheet.createRow(at++), cells(each), wrap);
            }
            sheet.createFreezePane(0, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, at - 1), 0, HEADS.size() - 1));
            book.write(out);
        }
    }

    private static void row(Row row, List<String> words, CellStyle style) {
        for (int i = 0; i < words.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(words.get(i));
            cell.setCellStyle(style);
        }
    }

    private static List<String> cells(Line line) {
        var finding = line.finding();
        var review = line.review();
        return List.of(FindingName.of(finding), finding.source(), line.rule() + "（" + finding.rule() + "）",
                finding.holds() ? "相符" : "不符", finding.holds() ? "" : severity(finding.severity()), finding.message(),
                finding.expected() == null ? "" : finding.expected(), finding.found() == null ? "" : finding.found(),
                String.join("\n", line.operands().stream().map(each -> each.label() + " " + each.raw().strip()).toList()),
                String.join("\n", line.operands().stream().map(AuditPaper::place).distinct().toList()),
                review == null ? "" : dismissed(review) ? "不属实" : "属实", review == null ? "" : words(review));
    }

    private static boolean dismissed(Entry review) {
        return review.correction() instanceof Correction.DismissFinding;
    }

    private static String words(Entry review) {
        return review.why() + (review.who().isEmpty() ? "" : "（" + review.who() + "，" + review.when().toString().substring(0, 10) + "）");
    }

    private static String place(Observation one) {
        var page = one.evidence().page() == null ? "" : "第" + one.evidence().page() + "页 ";
        var table = one.evidence().table();
        var cell = table == null ? "" : table.address() != null ? table.address() + " "
                : "表" + table.table() + "第" + (table.row() + 1) + "行 ";
        var sentence = one.evidence().sentence().strip().replaceAll("\\s+", " ");
        return page + cell + (sentence.length() > 120 ? sentence.substring(0, 120) + "…" : sentence);
    }

    private static String severity(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "警告";
            case INFO -> "提示";
        };
    }
}
