package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Importing as a browser does it, into workspaces of its own.
class ImportTest {

    private static final String TEXT = "甲县司法局2023年度法律援助项目绩效自评报告\n全年办理法律援助案件%d件。\n";

    /// A form with files, as browsers send it.
    private static HttpResponse<String> send(Pages pages, Map<String, byte[]> files) throws IOException {
        var visit = pages.visit();
        var body = new ByteArrayOutputStream();
        for (var file : files.entrySet()) {
            body.write(("--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file.getKey()
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.write(file.getValue());
            body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.write("--part--\r\n".getBytes(StandardCharsets.US_ASCII));
        return pages.send(pages.request("/import?csrf=" + visit.token(), "Cookie", visit.cookie(), "Content-Type",
                "multipart/form-data; boundary=part").POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build());
    }

    private static byte[] text(int cases) {
        return TEXT.formatted(cases).getBytes(StandardCharsets.UTF_8);
    }

    private static TreeSet<String> stored(Path workspace) throws IOException {
        try (var files = Files.walk(workspace.resolve("uploads"))) {
            return new TreeSet<>(files.filter(Files::isRegularFile).map(each -> workspace.relativize(each).toString()).toList());
        }
    }

    @Test
    void filesAreImportedAndAccountedFor() throws IOException {
        var workspace = Pages.emptyFolder().resolve("w");
        try (var pages = Pages.over(workspace, Options.USUAL)) {
            assertTrue(pages.get("/").body().contains("还没有报告"));
            var report = Files.readAllBytes(Corpus.REPORTS.resolve("nanping-2021.docx"));
            assertEquals(303, send(pages, new LinkedHashMap<>(Map.of("南屏县自评报告.docx", report, "空.txt", new byte[0]))).statusCode());
            pages.server().awaitImport();
            var account = Jsoup.parse(pages.get("/import").body());
            assertEquals(List.of("已导入 1", "失败 1"), account.select("#progress [role=status] .tag").eachText());
            assertTrue(account.select("#progress tbody").text().startsWith("空.txt 失败 文件是空的"), account.select("#progress tbody").text());
            assertEquals("2", Jsoup.parse(pages.get("/").body()).select(".figure .value").first().text());
            assertTrue(pages.get("/api/documents").body().contains("\"source\":\"南屏县自评报告.docx\""));
            assertTrue(pages.get("/").body().contains("空.txt"));
            assertEquals(List.of("空.txt 其他 失败 空.txt"), Jsoup.parse(pages.get("/search?in=reports&status=failed").body())
                    .select(".hit").eachText());
            assertEquals(new TreeSet<>(List.of("uploads/南屏县自评报告.docx", "uploads/空.txt")), stored(workspace));
            assertEquals(List.of(), pages.bugs());
        }
    }

    @Test
    void twoFilesOfOneNameAreBothKept() throws IOException {
        var workspace = Pages.emptyFolder().resolve("w");
        try (var pages = Pages.over(workspace, Options.USUAL)) {
            for (int cases : new int[] {31, 32, 31}) {
                assertEquals(303, send(pages, Map.of("自评报告.txt", text(cases))).statusCode());
                pages.server().awaitImport();
            }
            assertEquals(new TreeSet<>(List.of("uploads/自评报告 (2).txt", "uploads/自评报告.txt")), stored(workspace));
            assertTrue(pages.get("/api/status").body().contains("\"documents\":2"));
        }
    }

    @Test
    void namesLeadNowhereElse() throws IOException {
        var workspace = Pages.emptyFolder().resolve("w");
        try (var pages = Pages.over(workspace, Options.USUAL)) {
            var names = List.of("../../outside.txt", "/etc/outside2.txt", "..\\\\outside3.txt", ".hidden.txt", "~$lock.txt", "a\u202Etxt.exe", "con.txt");
            for (int i = 0; i < names.size(); i++) {
                assertEquals(303, send(pages, Map.of(names.get(i), text(40 + i))).statusCode(), names.get(i));
                pages.server().awaitImport();
            }
            assertEquals(new TreeSet<>(List.of("uploads/atxt.exe", "uploads/hidden.txt", "uploads/lock.txt", "uploads/outside.txt",
                    "uploads/outside2.txt", "uploads/outside3.txt", "uploads/report.txt")), stored(workspace));
            try (var beside = Files.list(workspace.getParent())) {
                assertEquals(List.of(workspace), beside.toList());
            }
        }
    }

    @Test
    void whatIsTooMuchIsRefused() throws IOException {
        var workspace = Pages.emptyFolder().resolve("w");
        try (var pages = Pages.over(workspace, Options.USUAL.with(new Options.Uploads(2, 1, 2)))) {
            assertEquals(413, send(pages, Map.of("1.txt", text(1), "2.txt", text(2), "3.txt", text(3))).statusCode());
            assertEquals(413, send(pages, Map.of("large.txt", new byte[1_200_000])).statusCode());
            assertEquals(413, send(pages, Map.of("huge.txt", new byte[2_500_000])).statusCode());
            assertEquals(400, send(pages, Map.of()).statusCode());
            assertEquals(403, pages.send(pages.request("/import", "Content-Type", "multipart/form-data; boundary=part")
                    .POST(HttpRequest.BodyPublishers.ofString("--part--\r\n")).build()).statusCode());
            assertEquals(0, stored(workspace).size(), stored(workspace).toString());
            assertEquals(List.of(), pages.bugs());
        }
    }

    /// However much of it is on its way when it is refused: the answer arrives, not a connection that was reset.
    @Test
    void whatIsRefusedIsAnsweredEachTime() throws IOException {
        var workspace = Pages.emptyFolder().resolve("w");
        try (var pages = Pages.over(workspace, Options.USUAL.with(new Options.Uploads(2, 1, 2)))) {
            for (int i = 0; i < 5; i++) {
                assertEquals(413, send(pages, Map.of("huge.txt", new byte[10_000_000])).statusCode());
                assertEquals(413, send(pages, Map.of("1.txt", new byte[900_000], "large.txt", new byte[1_090_000])).statusCode());
                assertEquals(403, pages.send(pages.request("/import", "Content-Type", "multipart/form-data; boundary=part")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10_000_000])).build()).statusCode());
            }
        }
    }

    @Test
    void aWorkspaceAtWorkIsToldSo() throws IOException {
        var workspace = Pages.emptyFolder().resolve("w");
        try (var pages = Pages.over(workspace, Options.USUAL); var other = new Workspace(workspace, Lexicon.NONE).write()) {
            assertFalse(other.contains("x"));
            assertEquals(303, send(pages, Map.of("1.txt", text(1))).statusCode());
            pages.server().awaitImport();
            assertTrue(Jsoup.parse(pages.get("/import").body()).select("#progress [role=alert]").text().startsWith("另一个导入正在进行"));
            assertEquals(List.of(), pages.bugs());
        }
    }
}
