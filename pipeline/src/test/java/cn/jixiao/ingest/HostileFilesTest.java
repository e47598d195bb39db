package cn.jixiao.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Problem.Kind;
import cn.jixiao.ingest.Account.Outcome;
import cn.jixiao.ingest.worker.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files made to do harm, one kind a test, each beside a good report that comes last and is imported all the same.
@Timeout(300)
class HostileFilesTest {

    private static final Limits TIGHT = new Limits(Duration.ofSeconds(60), 256, 1000);
    private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    @TempDir
    private Path folder;
    private Stand stand;

    @BeforeEach
    void aGoodReportComesLast() throws IOException {
        stand = new Stand(folder);
        stand.html("zz-good.html", "最后一份");
    }

    @AfterEach
    void nothingIsLeft() {
        stand.assertNothingLeft();
        assertTrue(stand.sources().contains("zz-good.html"));
    }

    /// What became of the one file that is not the good one.
    private Account.Entry only() {
        var account = stand.run(new Settings(1, TIGHT, false));
        assertEquals(2, account.entries().size(), account.entries().toString());
        assertEquals(Outcome.IMPORTED, account.entries().getLast().outcome());
        return account.entries().getFirst();
    }

    private Kind cause() {
        return only().problem().orElseThrow().kind();
    }

    private void docx(String name, String document) throws IOException {
        zip(name, zip -> {
            put(zip, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                    </Types>""");
            put(zip, "_rels/.rels", """
                    <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                    </Relationships>""");
            put(zip, "word/document.xml", document);
        });
    }

    private interface Filling {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private void zip(String name, Filling filling) throws IOException {
        try (var out = Files.newOutputStream(stand.files.resolve(name))) {
            zip(out, filling);
        }
    }

    private static void zip(OutputStream out, Filling filling) throws IOException {
        var zip = new ZipOutputStream(out);
        filling.fill(zip);
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void putZeros(ZipOutputStream zip, String name, int megabytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var zeros = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            zip.write(zeros);
        }
        zip.closeEntry();
    }

    @Test
    void anEntityThatNamesAFileIsNotRead() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "机密内容");
        docx("xxe.docx", "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><w:document " + WORD
                + "><w:body><w:p><w:r><w:t>报告&e;</w:t></w:r></w:p></w:body></w:document>");
        only();
        assertFalse(stand.export().contains("机密"));
    }

    @Test
    void nothingIsFetchedFromTheNet() throws IOException {
        try (var net = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + net.getLocalPort() + "/";
            stand.text("fetch.html", "<!DOCTYPE html SYSTEM \"" + address + "dtd\"><html><head><link rel=stylesheet href=\"" + address
                    + "css\"><script src=\"" + address + "js\"></script></head><body><img src=\"" + address + "png\"><iframe src=\""
                    + address + "\"></iframe><p>某县司法局2023年度绩效自评报告，办理案件87件。</p></body></html>");
            only();
            net.setSoTimeout(1);
            org.junit.jupiter.api.Assertions.assertThrows(java.net.SocketTimeoutException.class, net::accept);
        }
    }

    @Test
    void entitiesThatMultiplyAreRefused() throws IOException {
        var entities = new StringBuilder("<!ENTITY a0 \"哈哈哈哈哈哈哈哈哈哈\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        docx("laughs.docx", "<?xml version=\"1.0\"?><!DOCTYPE w [" + entities + "]><w:document " + WORD
                + "><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>");
        assertTrue(only().problem().isPresent());
        assertFalse(stand.export().contains("哈哈"));
    }

    @Test
    void anOfficeFileOfHundredsOfMegabytes() throws IOException {
        docx("bomb.docx", "<?xml version=\"1.0\"?><w:document " + WORD + "><w:body>"
                + "<w:p><w:r><w:t>哈</w:t></w:r></w:p>".repeat(3_000_000) + "</w:body></w:document>");
        assertEquals(Kind.TOO_LARGE, cause());
    }

    @Test
    void aTableOfMillionsOfColumns() throws IOException {
        stand.text("wide.html", "<html><body><table>" + "<tr><td colspan=1000000000 rowspan=1000000000>办理87件</td></tr>".repeat(200)
                + "</table></body></html>");
        only();
    }

    @Test
    void archivesInArchivesEndAtALevel() throws IOException {
        var inner = new ByteArrayOutputStream();
        zip(inner, zip -> put(zip, "报告.txt", "办理87件"));
        for (int level = 0; level < 50; level++) {
            var bytes = inner.toByteArray();
            inner = new ByteArrayOutputStream();
            zip(inner, zip -> {
                zip.putNextEntry(new ZipEntry("next.zip"));
                zip.write(bytes);
                zip.closeEntry();
            });
        }
        Files.write(stand.files.resolve("deep.zip"), inner.toByteArray());
        assertEquals(Kind.TOO_LARGE, cause());
    }

    @Test
    void anArchiveThatGrowsAThousandfold() throws IOException {
        zip("bomb.zip", zip -> putZeros(zip, "zeros.txt", 200));
        assertEquals(Kind.TOO_LARGE, cause());
    }

    @Test
    void anArchiveOfTooManyFiles() throws IOException {
        zip("many.zip", zip -> {
            for (int i = 0; i < 20_010; i++) {
                zip.putNextEntry(new ZipEntry("d" + i + "/"));
                zip.closeEntry();
            }
            for (int i = 0; i < 300; i++) {
                put(zip, "~$" + i + ".docx", "");
            }
            put(zip, "报告.txt", "某县司法局2023年度绩效自评报告，办理案件87件。");
        });
        // Folders and lock files are no files; what there is besides is read.
        assertEquals(Outcome.IMPORTED, only().outcome());
    }

    @Test
    void namesThatLeadElsewhereWriteNothing() throws IOException {
        stand.zip("slip.zip", Map.of("../../../slipped.txt", "某县司法局2023年度绩效自评报告，办理案件87件。"));
        var entry = only();
        assertTrue(entry.path().endsWith("slip.zip!/../../../slipped.txt"), entry.path());
        try (var all = Files.walk(folder)) {
            assertTrue(all.noneMatch(each -> each.getFileName().toString().equals("slipped.txt")));
        }
    }

    @Test
    void aNameLongerThanAnySystemAllows() throws IOException {
        stand.zip("long.zip", Map.of("目录".repeat(8000) + "/报告.txt", "某县司法局2023年度绩效自评报告，办理案件87件。"));
        assertEquals(Outcome.IMPORTED, only().outcome());
        assertEquals(2, stand.run().count(Outcome.UNCHANGED));
    }

    @Test
    void aFolderNamedLikeTheInsideOfAnArchive() throws IOException {
        stand.text("本月!/报告.txt", "某县司法局2023年度绩效自评报告，办理案件87件。");
        assertEquals(Outcome.IMPORTED, only().outcome());
        stand.text("zz-new.txt", "又一份，办理案件3件。");
        assertEquals(List.of(), stand.run().gone());
        assertEquals(3, stand.reports().size());
    }

    @Test
    void aReportThatNeverComesToAFullStop() throws IOException {
        stand.text("breathless.html", "<html><body><p>" + "全年办理法律援助案件87件，其中农民工案件12件，".repeat(20_000) + "</p></body></html>");
        assertEquals(Kind.TOO_LARGE, cause());
        stand.text("breathless.html", "<html><body><p>" + "全年办理法律援助案件87件，其中农民工案件12件，".repeat(1000) + "</p></body></html>");
        assertEquals(1, stand.run().count(Outcome.IMPORTED));
        try (var records = stand.workspace.read(); var all = records.observations(cn.jixiao.index.ObservationFilter.ALL)) {
            assertTrue(all.allMatch(each -> each.evidence().sentence().length() <= 3000));
        }
    }

    @Test
    void aPageTreeThatBitesItsTail() throws IOException {
        stand.text("loop.pdf", """
                %PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1000000 >> endobj
                3 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 >> endobj
                trailer << /Root 1 0 R /Size 4 >>
                %%EOF
                """);
        assertEquals(Outcome.FAILED, only().outcome());
    }
}
