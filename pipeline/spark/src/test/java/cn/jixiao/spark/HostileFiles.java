package cn.jixiao.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files made to do harm or to be unreadable, ten kinds in turn, each with bytes of its own.
final class HostileFiles {

    private static final String WORD = "<?xml version=\"1.0\"?><w:document xmlns:w="
            + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    private HostileFiles() {
    }

    static void write(Path folder, int files, long seed) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            var name = "%03d".formatted(i);
            var random = new Random(seed * 31 + i);
            switch (i % 10) {
                case 0 -> Files.write(folder.resolve(name + ".pdf"), noise(random, "%PDF-1.7\n"));
                case 1 -> Files.writeString(folder.resolve(name + ".pdf"), pageTreeThatBitesItsTail(i));
                case 2 -> Files.write(folder.resolve(name + ".doc"), noise(random, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"));
                case 3 -> Files.write(folder.resolve(name + ".docx"),
                        docx(WORD + "<w:p><w:r><w:t>哈</w:t></w:r></w:p>".repeat(1_500_000 + i) + "</w:body></w:document>"));
                case 4 -> Files.write(folder.resolve(name + ".zip"), zip(Map.of(i + ".txt", new byte[100_000_000])));
                case 5 -> Files.write(folder.resolve(name + ".zip"), nested(i));
                case 6 -> Files.writeString(folder.resolve(name + ".html"), "<html><body><table>"
                        + "<tr><td colspan=1000000000 rowspan=1000000000>办理87件</td></tr>".repeat(200 + i) + "</table></body></html>");
                case 7 -> Files.write(folder.resolve(name + ".xlsx"), new byte[0]);
                case 8 -> Files.writeString(folder.resolve(name + ".html"), "<div>".repeat(200_000 + i) + "办理案件87件");
                default -> Files.write(folder.resolve(name + ".docx"), docx(laughs(i)));
            }
        }
    }

    private static byte[] noise(Random random, String magic) {
        var bytes = new byte[20_000];
        random.nextBytes(bytes);
        var head = magic.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static String pageTreeThatBitesItsTail(int number) {
        return """
                %%PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count %d >> endobj
                3 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 >> endobj
                trailer << /Root 1 0 R /Size 4 >>
                %%%%EOF
                """.formatted(1_000_000 + number);
    }

    /// Entities that multiply.
    private static String laughs(int number) {
        var entities = new StringBuilder("<!ENTITY a0 \"哈哈哈哈哈哈哈哈" + number + "\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return WORD.replace("<w:document", "<!DOCTYPE w [" + entities + "]><w:document")
                + "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>";
    }

    private static byte[] nested(int number) throws IOException {
        var inner = zip(Map.of("报告" + number + ".txt", "办理87件".getBytes(StandardCharsets.UTF_8)));
        for (int level = 0; level < 30; level++) {
            inner = zip(Map.of("next.zip", inner));
        }
        return inner;
    }

    private static byte[] docx(String document) throws IOException {
        return zip(new TreeMap<>(Map.of("[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>""".getBytes(StandardCharsets.UTF_8), "_rels/.rels", """
                <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>""".getBytes(StandardCharsets.UTF_8), "word/document.xml", document.getBytes(StandardCharsets.UTF_8))));
    }

    static byte[] zip(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                var entry = new ZipEntry(member.getKey());
                entry.setTime(1_600_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
