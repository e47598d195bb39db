package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.serve.Browser.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reports that mean harm: what they say is shown, and does nothing.
class HostileTest {

    private static final String SCRIPT = "<script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")";
    private static final Path FOLDER = Pages.emptyFolder();
    private static final Pages PAGES = pages();

    private static Pages pages() {
        try {
            reports(Files.createDirectories(FOLDER.resolve("reports")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Pages.importInto(FOLDER.resolve("w"), FOLDER.resolve("reports"));
        return Pages.over(FOLDER.resolve("w"), Options.USUAL);
    }

    private static void reports(Path folder) throws IOException {
        Files.writeString(folder.resolve("<img src=x onerror='hacked=1'>.html"), html(SCRIPT, "甲县司法局", ""));
        Files.writeString(folder.resolve("formula.html"), "<html><head><meta charset=\"utf-8\"></head><body><h1>丁县司法局2023年度法律援助项目绩效自评报告</h1>"
                + "<table><tr><td>" + FORMULA + "办理法律援助案件</td><td>12件</td></tr></table></body></html>");
        Files.writeString(folder.resolve("direction\u202Elmth.html"), html("\u202E\u2066法律援助\u202D" + "\u0000", "甲县司法局\u202E", ""));
        Files.writeString(folder.resolve("wide.html"), html("宽表", "乙县司法局", "<table><tr>" + "<td>法律援助案件7件</td>".repeat(10_000) + "</tr></table>"));
        Files.writeString(folder.resolve("huge.html"), html("大单元格", "丙县司法局",
                "<table><tr><td>指标</td><td>" + "法律援助案件".repeat(60_000) + "8件</td></tr></table>"));
    }

    private static String html(String title, String agency, String more) {
        return """
                <html><head><meta charset="utf-8"><title>x</title></head><body><h1>%s2023年度法律援助项目绩效自评报告</h1>
                <p>单位名称：%s</p><p>项目名称：%s</p><p>2023年%s办理法律援助案件11件，%s支出5万元。</p>%s</body></html>
                """.formatted(safe(title), safe(agency), safe(title), safe(agency), safe(title), more);
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\u0000", "");
    }

    @AfterAll
    static void noBug() {
        assertEquals(List.of(), PAGES.bugs());
        PAGES.close();
    }

    static List<String> addresses() {
        return List.of("/", "/search", "/search?q=%E6%8F%B4%E5%8A%A9", "/search?in=observations", "/search?q=%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E",
                "/search?in=findings", "/compare?indicator=legal_aid.cases&by=agency&show=bar", "/compare?indicator=fund.spent&by=project",
                "/compare?indicator=legal_aid.cases&mark=%22%3E%3Cscript%3E&agency=%3Cscript%3E");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whatAReportSaysIsText(String path) {
        var answer = PAGES.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().length() < 500_000, path + " " + answer.body().length());
        var page = Jsoup.parse(answer.body());
        page.select("script").forEach(script -> assertEquals("", script.data(), path));
        assertEquals(0, page.select("img").size(), path);
        page.getAllElements().forEach(element -> element.attributes().forEach(attribute ->
                assertFalse(attribute.getKey().startsWith("on") || attribute.getKey().equals("style")
                        || attribute.getValue().startsWith("javascript:"), element.toString())));
    }

    @Test
    void theSearchFindsTheWordsAsTheyStand() {
        var page = Jsoup.parse(PAGES.get("/search?in=passages&q=%22window.hacked%22").body());
        assertTrue(page.select(".passage").text().contains("<script>"), page.select(".passage").text());
    }

    @Test
    void aSpreadsheetRunsNothing() {
        var csv = PAGES.get("/compare/export?format=csv&indicator=legal_aid.cases&by=agency").body();
        assertTrue(csv.contains("'=HYPERLINK"), csv);
        csv.lines().forEach(line -> assertFalse(line.matches("(.*,)?\"?=[^,].*"), line));
    }

    @Test
    void aBrowserRunsNothing() {
        Browser.required();
        for (var path : addresses()) {
            try (var visit = Browser.visit(PAGES, path.hashCode() % 2 == 0 ? Look.DESK : Look.PHONE)) {
                var page = visit.open(path);
                assertNull(page.evaluate("window.hacked"), path);
                visit.assertFits();
            }
        }
    }

    @BeforeAll
    static void everyFileIsAccountedFor() {
        assertEquals("5", Jsoup.parse(PAGES.get("/").body()).select(".figure .value").first().text());
    }
}
