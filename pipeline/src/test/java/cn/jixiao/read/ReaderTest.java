package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with a file is told by name; nothing throws.
class ReaderTest {

    private static final byte[] DOCX = DocxFile.of("<w:p><w:r><w:t>办理87件</w:t></w:r></w:p>").bytes();

    @Test
    void emptyFile() {
        assertEquals(Problem.Kind.EMPTY_FILE, problem(new byte[0]));
    }

    @Test
    void blankFile() {
        assertEquals(Problem.Kind.NO_TEXT, problem("  \n\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void unknownBytes() {
        assertEquals(Problem.Kind.UNSUPPORTED_FORMAT, problem(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    }

    @Test
    void webPagesAreToldByHowTheyBegin() {
        for (var html : List.of("<html>", "<HTML lang=\"zh\">", "<!DOCTYPE html><html>", "<!doctype HTML\n><html>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\">", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">")) {
            var read = read((html + "<head><title>a</title></head><body><p>办理87件</p></body></html>").getBytes(StandardCharsets.UTF_8));
            assertEquals("text/html", read.mediaType(), html);
            assertEquals("办理87件", read.text().strip(), html);
        }
    }

    @Test
    void missingFile(@TempDir Path folder) {
        var read = new Reader().read(Source.ofFile("a/没有.doc", folder.resolve("没有.doc")));
        assertEquals(Problem.Kind.UNREADABLE, read.problems().getFirst().kind());
        assertEquals(Document.Status.FAILED, read.status());
    }

    /// A file cut before its text holds nothing; one cut behind it still tells its text, and that it was cut.
    @Test
    void cutDocx() {
        assertEquals(Problem.Kind.DAMAGED, problem(Arrays.copyOf(DOCX, DOCX.length / 3)));
        var text = "<w:p><w:r><w:t>办理87件</w:t></w:r></w:p>";
        var random = new Random(1);
        var rest = new StringBuilder();
        random.ints(9000, 0x4e00, 0x9fa0).forEach(rest::appendCodePoint);
        var sound = DocxFile.of(text + "<w:p><w:r><w:t>" + rest + "</w:t></w:r></w:p>").bytes();
        var read = read(Arrays.copyOf(sound, sound.length / 2));
        assertEquals(List.of(Problem.Kind.PARTLY_READ), read.problems().stream().map(Problem::kind).toList());
        assertTrue(read.text().startsWith("办理87件"), read.text());
    }

    @Test
    void cutXls() throws IOException {
        try (var book = new HSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("x".repeat(9000));
            var bytes = bytes(book);
            assertEquals(Problem.Kind.DAMAGED, problem(Arrays.copyOf(bytes, bytes.length / 2)));
        }
    }

    @Test
    void lockedDocx() throws IOException, GeneralSecurityException {
        assertEquals(Problem.Kind.ENCRYPTED, problem(locked(DOCX, "geheim")));
    }

    @Test
    void lockedXls() throws IOException {
        assertEquals(Problem.Kind.ENCRYPTED, problem(lockedWorkbook()));
    }

    /// POI takes the password for reading and writing from the thread.
    private static byte[] lockedWorkbook() throws IOException {
        try (var book = new HSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("87");
            Biff8EncryptionKey.setCurrentUserPassword("geheim");
            return bytes(book);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /// Excel locks a workbook against changes with a password that everybody knows, and opens it without asking.
    @Test
    void workbookLockedAgainstChanges() throws IOException, GeneralSecurityException {
        try (var book = new XSSFWorkbook()) {
            book.createSheet("Sheet1").createRow(0).createCell(0).setCellValue("办理87件");
            var read = read(locked(bytes(book), "VelvetSweatshop"));
            assertEquals("P 办理87件", Rendering.of(read));
        }
    }

    @Test
    @Timeout(60)
    void deepNesting() {
        for (var tag : List.of("div", "table><tr><td", "b", "ul><li")) {
            assertNotNull(read(("<html><body>" + ("<" + tag + ">").repeat(20_000) + "办理87件").getBytes(
                    StandardCharsets.UTF_8)).status());
        }
        var docx = DocxFile.of("<w:sdt><w:sdtContent>".repeat(5000) + "<w:p/>"
                + "</w:sdtContent></w:sdt>".repeat(5000)).bytes();
        assertNotNull(read(docx).status());
    }

    @Test
    void entitiesFromOutsideAreNotRead(@TempDir Path folder) throws IOException {
        var secret = folder.resolve("secret.txt");
        Files.writeString(secret, "geheim");
        var bytes = DocxFile.withDocument("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>");
        var read = read(bytes);
        assertFalse(read.text().contains("geheim"), read.text());
        assertFalse(read.problems().isEmpty());
    }

    @Test
    @Timeout(120)
    void spoiledBytesNeverThrow() throws IOException {
        long seed = Long.getLong("jixiao.seed", 20240305L);
        var random = new Random(seed);
        try (var xls = new HSSFWorkbook(); var xlsx = new XSSFWorkbook()) {
            xls.createSheet().createRow(0).createCell(0).setCellValue("办理87件");
            xlsx.createSheet().createRow(0).createCell(0).setCellValue("办理87件");
            var html = "<table border=1><tr><td colspan=2>办理<td>87件</table>".getBytes(StandardCharsets.UTF_8);
            for (var sound : List.of(DOCX, bytes(xls), bytes(xlsx), html)) {
                for (int i = 0; i < 150; i++) {
                    var spoiled = spoil(sound, random);
                    try {
                        assertNotNull(read(spoiled).status());
                    } catch (RuntimeException | Error e) {
                        throw new AssertionError("seed " + seed + ", round " + i, e);
                    }
                }
            }
        }
    }

    private static byte[] spoil(byte[] sound, Random random) {
        var spoiled = Arrays.copyOf(sound, sound.length - (random.nextInt(4) == 0 ? random.nextInt(sound.length) : 0));
        for (int n = 1 + random.nextInt(20); n > 0 && spoiled.length > 0; n--) {
            spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
        }
        return spoiled;
    }

    private static byte[] locked(byte[] sound, String password) throws IOException, GeneralSecurityException {
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (var out = encryptor.getDataStream(files)) {
                new ByteArrayInputStream(sound).transferTo(out);
            }
            var out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] bytes(Workbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static Problem.Kind problem(byte[] bytes) {
        var read = read(bytes);
        assertTrue(read.text().isEmpty(), read.text());
        return read.problems().getFirst().kind();
    }

    private static Document read(byte[] bytes) {
        return new Reader().read(new Source("a/报告", new Content.OfBytes(bytes)));
    }
}
