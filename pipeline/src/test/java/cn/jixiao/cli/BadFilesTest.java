package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each bad file ends in a message that names it and a remedy, and the good report beside it is imported.
class BadFilesTest {

    @TempDir
    private Path folder;
    private Path files;
    private Path workspace;

    @BeforeEach
    void aGoodReport() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        workspace = folder.resolve("workspace");
        Files.writeString(files.resolve("good.txt"), "北川口县司法局2023年度法律援助经费项目绩效自评报告\n\n2023年办理法律援助案件87件。\n");
    }

    private Run ingest() {
        return Run.zh("ingest", "-w", workspace.toString(), files.toString());
    }

    private void named(String file, String cause, String remedy) {
        var run = ingest();
        assertEquals(ExitStatus.SOME_FILES_FAILED, run.status(), run.err());
        assertTrue(run.err().contains(file), run.err());
        assertTrue(run.err().contains(cause), run.err());
        assertTrue(run.err().contains(remedy), run.err());
        assertTrue(run.out().contains("已导入：1"), run.out());
        var status = Run.zh("status", "--failed", "-w", workspace.toString());
        assertTrue(status.out().contains(file) && status.out().contains(cause), status.out());
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(files.resolve("empty.pdf"));
        named("empty.pdf", "文件是空的", "重新取得");
    }

    @Test
    void aPdfWithAPassword() throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(files.resolve("locked.pdf").toFile());
        }
        named("locked.pdf", "有密码保护", "不带密码");
    }

    @Test
    void aWordFileWithAPassword() throws Exception {
        try (var office = new POIFSFileSystem(); var word = new XWPFDocument()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            word.createParagraph().createRun().setText("秘密");
            try (OutputStream inside = encryptor.getDataStream(office)) {
                word.write(inside);
            }
            try (var out = Files.newOutputStream(files.resolve("locked.docx"))) {
                office.writeFilesystem(out);
            }
        }
        named("locked.docx", "有密码保护", "不带密码");
    }

    @Test
    void aWordFileCutOff() throws IOException {
        var whole = Files.readAllBytes(Path.of(System.getProperty("jixiao.home"), "corpus/reports/nanping-2020.doc"));
        Files.write(files.resolve("cut.doc"), Arrays.copyOf(whole, whole.length / 3));
        var run = ingest();
        assertTrue(run.err().contains("cut.doc"), run.err());
        assertTrue(run.err().contains("损坏") || run.err().contains("没有读出"), run.err());
        assertTrue(run.out().contains("已导入：1"), run.out());
    }

    @Test
    void aPdfOfImages() throws IOException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            var image = LosslessFactory.createFromImage(pdf, new java.awt.image.BufferedImage(400, 500, 5));
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(image, 0, 0, 600, 780);
            }
            pdf.save(files.resolve("scan.pdf").toFile());
        }
        var run = Run.zh("ingest", "--ocr", "off", "-w", workspace.toString(), files.toString());
        assertEquals(ExitStatus.SOME_FILES_FAILED, run.status());
        assertTrue(run.err().contains("scan.pdf") && run.err().contains("扫描") && run.err().contains("Tesseract"),
                run.err());
    }

    @Test
    void aFileOfNoKnownKind() throws IOException {
        Files.write(files.resolve("data.bin"), new byte[] {0, 1, 2, 3, (byte) 0xfe, 0, 7, 1, 0, 0, 3});
        named("data.bin", "不是能读取的格式", "另存为");
    }

    @Test
    void aFileWithoutPermission() throws IOException {
        var secret = files.resolve("secret.txt");
        Files.writeString(secret, "秘密");
        assumeFalse(!secret.toFile().setReadable(false, false) || Files.isReadable(secret), "the user may read everything");
        named("secret.txt", "没有读取权限", "权限");
    }

    @Test
    void aFolderWithoutReports() throws IOException {
        var empty = Files.createDirectories(folder.resolve("empty"));
        var run = Run.zh("ingest", "-w", workspace.toString(), empty.toString());
        assertEquals(ExitStatus.SOME_FILES_FAILED, run.status());
        assertTrue(run.err().contains("没有找到报告文件"), run.err());
    }

    @Test
    void aPathThatDoesNotExist() {
        var run = Run.zh("ingest", "-w", workspace.toString(), folder.resolve("none").toString());
        assertEquals(ExitStatus.FAILED, run.status());
        assertTrue(run.err().contains("none") && run.err().contains("不存在"), run.err());
    }

    @Test
    void aWorkspaceInTheWay() throws IOException {
        Files.writeString(workspace, "a file, not a folder");
        var run = ingest();
        assertEquals(ExitStatus.FAILED, run.status());
        assertTrue(run.err().contains("不能写入") && run.err().contains("-w"), run.err());
    }

    @Test
    void twoImportsAtOnce() {
        try (var first = new Workspace(workspace, Lexicon.NONE).write()) {
            var run = ingest();
            assertEquals(ExitStatus.FAILED, run.status());
            assertTrue(run.err().contains("另一个导入"), run.err());
            assertFalse(first.contains("anything"));
        }
        assertEquals(ExitStatus.DONE, ingest().status());
    }

    @Test
    void nothingImportedYet() {
        var run = Run.zh("status", "-w", workspace.toString());
        assertEquals(ExitStatus.FAILED, run.status());
        assertTrue(run.err().contains("请先导入"), run.err());
    }

    @Test
    void wrongUsageNamesTheMistake() {
        var run = Run.zh("ingest");
        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().contains("PATH"), run.err());
        assertEquals(ExitStatus.USAGE, Run.zh("nonsense").status());
    }

    @Test
    void anUnchangedFileIsPassedOver() throws IOException {
        assertEquals(ExitStatus.DONE, ingest().status());
        var again = ingest();
        assertTrue(again.out().contains("未变化：1"), again.out());
        assertFalse(again.out().contains("已导入"), again.out());
        Files.write(files.resolve("copy.txt"), Files.readAllBytes(files.resolve("good.txt")));
        assertTrue(ingest().out().contains("重复：1"));
    }

    @Test
    void aTextInGb18030IsRead() throws IOException {
        Files.write(files.resolve("old.txt"), "望湖区司法局2022年度工作报告\n调解纠纷１２起。".getBytes("GB18030"));
        assertEquals(ExitStatus.DONE, ingest().status());
        var shown = Run.zh("show", "old.txt", "-w", workspace.toString());
        assertTrue(shown.out().contains("１２起"), shown.out());
    }

    @Test
    void aNameWithControlCharactersCannotWriteOnTheTerminal() throws IOException {
        Files.createFile(files.resolve("bad\u001b[2J\nname\u202e.pdf"));
        var run = ingest();
        var status = Run.zh("status", "--failed", "-w", workspace.toString());
        for (var text : java.util.List.of(run.out(), run.err(), status.out())) {
            assertTrue(text.chars().noneMatch(c -> c == 0x1b || c == 0x202e), text);
        }
        assertTrue(run.err().contains("bad\\u001B[2J\\u000Aname\\u202E.pdf"), run.err());
    }

    @Test
    void failuresAreASheet() throws IOException {
        Files.createFile(files.resolve("empty.pdf"));
        ingest();
        var sheet = Run.zh("status", "--failed", "--format", "csv", "-w", workspace.toString());
        var lines = sheet.out().lines().toList();
        assertEquals(2, lines.size(), sheet.out());
        assertTrue(lines.getFirst().contains("source,doc_id,status,cause"), sheet.out());
        assertTrue(lines.get(1).contains("empty.pdf,") && lines.get(1).contains(",empty_file,文件是空的"), sheet.out());
    }

    @Test
    void whatFailedIsTriedAgainOnlyOnDemand() throws IOException {
        Files.createFile(files.resolve("empty.pdf"));
        assertEquals(ExitStatus.SOME_FILES_FAILED, ingest().status());
        var again = ingest();
        assertEquals(ExitStatus.SOME_FILES_FAILED, again.status());
        assertTrue(again.out().contains("未变化（此前失败）：1"), again.out());
        assertTrue(again.err().contains("--retry-failed"), again.err());
        var retried = Run.zh("ingest", "--retry-failed", "-w", workspace.toString());
        assertEquals(ExitStatus.SOME_FILES_FAILED, retried.status());
        assertTrue(retried.out().contains("失败：1") && retried.err().contains("empty.pdf"), retried.out());
    }
}
