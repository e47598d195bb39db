package cn.jixiao.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Reports of invented places in every format, as many as asked for, the same for the same seed: what imports are
/// measured on. Word 97 files are one of the corpus with other bytes behind its end.
///
/// `java -cp ... cn.jixiao.ingest.GeneratedFiles FOLDER FILES [SEED]`
public final class GeneratedFiles {

    private static final String[] FORMATS = {"docx", "docx", "docx", "docx", "docx", "pdf", "pdf", "pdf", "pdf", "pdf", "html",
        "html", "html", "txt", "txt", "xlsx", "xlsx", "rtf", "doc", "doc"};
    private static final String NAMES = "望青石松云白清宁安永长新东西南北河湖山林";
    private static final String[] SUBJECTS = {"法律援助", "人民调解", "社区矫正", "普法宣传", "公共法律服务", "安置帮教"};

    private final Random random;

    private GeneratedFiles(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
    }

    /// Writes the files, a thousand to a folder.
    static void write(Path folder, int files, long seed) throws IOException {
        for (int i = 0; i < files; i++) {
            // Each file its own seed: the first hundred of a thousand are the hundred.
            var made = new GeneratedFiles(seed * 1_000_003 + i).report(FORMATS[i % FORMATS.length]);
            var file = folder.resolve(String.format("%03d/%05d.%s", i / 1000, i, FORMATS[i % FORMATS.length]));
            Files.createDirectories(file.getParent());
            Files.write(file, made);
        }
    }

    private record Text(List<String> paragraphs, List<List<String>> table) {
    }

    private byte[] report(String format) throws IOException {
        var text = text();
        return switch (format) {
            case "docx" -> docx(text);
            case "pdf" -> pdf(text);
            case "html" -> html(text).getBytes(StandardCharsets.UTF_8);
            case "txt" -> txt(text).getBytes(random.nextBoolean() ? "UTF-8" : "GB18030");
            case "xlsx" -> xlsx(text);
            case "rtf" -> rtf(text).getBytes(StandardCharsets.US_ASCII);
            case "doc" -> doc();
            default -> throw new IllegalArgumentException(format);
        };
    }

    private Text text() {
        var place = "" + name() + name() + name() + (random.nextBoolean() ? "县" : "区");
        int year = 2018 + random.nextInt(7);
        var subject = SUBJECTS[random.nextInt(SUBJECTS.length)];
        var paragraphs = new ArrayList<String>();
        paragraphs.add(place + "司法局" + year + "年度" + subject + "项目绩效自评报告");
        int budget = 20 + random.nextInt(400);
        int sections = 3 + random.nextInt(6);
        paragraphs.add("一、项目基本情况");
        paragraphs.add("根据年初预算安排，" + year + "年" + subject + "项目预算" + budget + ".50万元，实际支出" + (budget - 1) + "."
                + (10 + random.nextInt(80)) + "万元，预算执行率" + (90 + random.nextInt(9)) + "." + random.nextInt(10) + "%。");
        for (int i = 0; i < sections; i++) {
            paragraphs.add("（" + "一二三四五六七八九".charAt(i) + "）产出完成情况");
            paragraphs.add("全年办理法律援助案件" + (30 + random.nextInt(900)) + "件，其中农民工案件" + (5 + random.nextInt(60))
                    + "件，调解纠纷" + (100 + random.nextInt(4000)) + "件，调解成功率" + (91 + random.nextInt(8)) + "%；开展宣传活动"
                    + (5 + random.nextInt(90)) + "场次，接待咨询" + (200 + random.nextInt(5000)) + "人次，发放资料"
                    + (1000 + random.nextInt(9000)) + "份，群众满意度达到" + (90 + random.nextInt(9)) + "." + random.nextInt(10) + "%。");
        }
        paragraphs.add("二、存在的问题");
        paragraphs.add("部分资金支付进度偏慢，个别指标设置不够细化，基层工作力量仍显不足。");
        return new Text(paragraphs, table());
    }

    private List<List<String>> table() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("三级指标", "年度指标值", "实际完成值", "分值", "得分"));
        for (var name : List.of("办理法律援助案件数", "开展宣传活动场次", "调解成功率", "经费支出总额", "受援人满意度", "案件办结率")) {
            int target = 10 + random.nextInt(90);
            rows.add(List.of(name, "≥" + target, "" + (target + random.nextInt(9)), "10", "" + (8 + random.nextInt(3))));
        }
        return rows;
    }

    private char name() {
        return NAMES.charAt(random.nextInt(NAMES.length()));
    }

    private static String txt(Text text) {
        return String.join("\n\n", text.paragraphs()) + "\n\n"
                + text.table().stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n")) + "\n";
    }

    private static String html(Text text) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + text.paragraphs().getFirst() + "</title></head><body>"
                + text.paragraphs().stream().map(each -> "<p>" + each + "</p>").collect(Collectors.joining("\n")) + "<table>"
                + text.table().stream().map(row -> "<tr><td>" + String.join("</td><td>", row) + "</td></tr>")
                        .collect(Collectors.joining("\n")) + "</table></body></html>";
    }

    private static byte[] docx(Text text) throws IOException {
        var body = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w="
                + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        text.paragraphs().forEach(each -> body.append(word(each)));
        body.append("<w:tbl>");
        text.table().forEach(row -> body.append("<w:tr>").append(row.stream().map(cell -> "<w:tc>" + word(cell) + "</w:tc>")
                .collect(Collectors.joining())).append("</w:tr>"));
        body.append("</w:tbl></w:body></w:document>");
        return office("word/document.xml", "wordprocessingml.document.main", Map.of("word/document.xml", body.toString()));
    }

    private static String word(String words) {
        return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static byte[] xlsx(Text text) throws IOException {
        var sheet = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns="
                + "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(text.paragraphs().getFirst()));
        rows.addAll(text.table());
        for (int r = 0; r < rows.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                sheet.append("<c r=\"").append((char) ('A' + c)).append(r + 1).append("\" t=\"inlineStr\"><is><t>")
                        .append(rows.get(r).get(c)).append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        var parts = new LinkedHashMap<String, String>();
        parts.put("xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns="
                + "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r="
                + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"自评表\" sheetId=\"1\""
                + " r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet.toString());
        return office("xl/workbook.xml", "spreadsheetml.sheet.main", parts);
    }

    private static String relation(String type, String target) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns="
                + "\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type="
                + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    private static byte[] office(String main, String type, Map<String, String> parts) throws IOException {
        var all = new LinkedHashMap<String, String>();
        all.put("[Content_Types].xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns="
                + "\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType="
                + "\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType="
                + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/" + main
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type + "+xml\"/></Types>");
        all.put("_rels/.rels", relation("officeDocument", main));
        all.putAll(parts);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : all.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTime(1_600_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String rtf(Text text) {
        var out = new StringBuilder("{\\rtf1\\ansi\\uc1 ");
        text.paragraphs().forEach(each -> {
            each.chars().forEach(c -> out.append(c < 128 ? "" + (char) c : "\\u" + (short) c + "?"));
            out.append("\\par\n");
        });
        return out.append('}').toString();
    }

    private byte[] doc() throws IOException {
        var report = Files.readAllBytes(Stand.HOME.resolve("corpus/reports/nanping-2020.doc"));
        var out = new ByteArrayOutputStream();
        out.write(report);
        var tail = new byte[512];
        random.nextBytes(tail);
        out.write(tail);
        return out.toByteArray();
    }

    /// Pages as an office program prints them, in a font that every reader knows without its file.
    private static byte[] pdf(Text text) throws IOException {
        var pages = new ArrayList<StringBuilder>();
        int y = 0;
        for (var paragraph : text.paragraphs()) {
            for (int i = 0; i < paragraph.length(); i += 40) {
                if (y < 80) {
                    pages.add(new StringBuilder());
                    y = 780;
                }
                show(pages.getLast(), 70, y, paragraph.substring(i, Math.min(paragraph.length(), i + 40)));
                y -= 20;
            }
        }
        var page = new StringBuilder();
        pages.add(page);
        grid(page, text.table());
        return assemble(pages);
    }

    private static void grid(StringBuilder page, List<List<String>> rows) {
        int top = 780;
        for (int r = 0; r <= rows.size(); r++) {
            page.append("60 ").append(top - 24 * r).append(" m 535 ").append(top - 24 * r).append(" l S\n");
        }
        for (int c = 0; c <= 5; c++) {
            page.append(60 + 95 * c).append(' ').append(top).append(" m ").append(60 + 95 * c).append(' ')
                    .append(top - 24 * rows.size()).append(" l S\n");
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < 5; c++) {
                show(page, 63 + 95 * c, top - 24 * r - 16, rows.get(r).get(c));
            }
        }
    }

    private static void show(StringBuilder page, int x, int y, String words) {
        page.append("BT /F1 10 Tf ").append(x).append(' ').append(y).append(" Td <");
        words.chars().forEach(c -> page.append(String.format("%04X", c)));
        page.append("> Tj ET\n");
    }

    private static byte[] assemble(List<StringBuilder> pages) {
        var objects = new ArrayList<String>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(6 + 2 * i).append(" 0 R ");
        }
        objects.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
        objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>");
        objects.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering"
                + " (GB1) /Supplement 4 >> /DW 1000 /W [1 [500] 814 939 500] /FontDescriptor 5 0 R >>");
        objects.add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
                + " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        for (int i = 0; i < pages.size(); i++) {
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents "
                    + (7 + 2 * i) + " 0 R >>");
            objects.add("<< /Length " + pages.get(i).length() + " >>\nstream\n" + pages.get(i) + "\nendstream");
        }
        var out = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(out.length());
            out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = out.length();
        out.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> out.append(String.format("%010d 00000 n \n", place)));
        out.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n").append(table)
                .append("\n%%EOF\n");
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
