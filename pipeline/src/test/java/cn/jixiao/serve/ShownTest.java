package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the pages show of the bundled reports, read from their HTML.
class ShownTest {

    private static final Pages PAGES = Pages.CORPUS;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @AfterAll
    static void noBug() {
        assertEquals(List.of(), PAGES.bugs());
    }

    private static Document page(String path) {
        var answer = PAGES.get(path);
        assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
        return Jsoup.parse(answer.body(), PAGES.address());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aQuestionInPlainWordsIsAnsweredWithFigures() {
        var answer = page("/search?q=%E5%93%AA%E4%BA%9B%E5%8E%BF%E6%89%A7%E8%A1%8C%E7%8E%87%E4%BD%8E%E4%BA%8E70");
        var meant = answer.select(".notice a").first();
        assertEquals("indicator:fund.execution_rate value:<70 role:actual", meant.text());
        assertEquals(Jsoup.parse(PAGES.get(meant.attr("href")).body()).select(".hit .value").eachText(), answer.select(".hit .value").eachText());
        assertTrue(answer.select(".hit .value").eachText().contains("66.67%"), answer.select(".hit").text());
        assertEquals("哪些县执行率低于70", answer.select("#q").val());
    }

    @Test
    void anIndicatorIsSearchedByItsName() {
        var byId = page("/search?q=" + encoded("indicator:legal_aid.cases"));
        var byName = page("/search?q=" + encoded("indicator:法律援助案件数"));
        assertFalse(byId.select(".hit").isEmpty());
        assertEquals(byId.select(".hit").text(), byName.select(".hit").text());
        assertEquals("indicator:法律援助案件数", byName.select("#q").val());
        assertEquals(PAGES.get("/api/observations?q=" + encoded("indicator:legal_aid.cases")).body(),
                PAGES.get("/api/observations?q=" + encoded("indicator:法律援助案件数")).body());
    }

    @Test
    void theOverviewCountsWhatWasImported() {
        var page = page("/");
        var figures = page.select(".figure .value").eachText();
        var observations = Corpus.EXTRACTIONS.stream().mapToInt(each -> each.observations().size()).sum();
        assertEquals(String.valueOf(Corpus.EXTRACTIONS.size()), figures.get(0));
        assertEquals(String.format(java.util.Locale.ROOT, "%,d", observations), figures.get(1));
        var years = page.select("section[aria-labelledby=by-year] .count").eachText().stream().mapToInt(Integer::parseInt).sum();
        assertEquals(Corpus.EXTRACTIONS.size(), years);
    }

    @Test
    void aSearchMarksItsWordsAndLeadsToThePlace() {
        var page = page("/search?in=passages&q=" + encoded("\"法律援助\""));
        assertTrue(page.select(".hit").size() > 5);
        page.select(".hit").forEach(hit -> {
            assertEquals("法律援助", hit.select("mark").first().text());
            assertTrue(hit.select("h2 a").attr("href").matches("/reports/[0-9a-f]+\\?at=\\d+-\\d+#at"), hit.select("h2 a").attr("href"));
        });
    }

    @Test
    void everyFacetValueFindsAsManyAsItSays() {
        var page = page("/search?in=reports&q=" + encoded("法律援助"));
        var values = page.select(".facet a");
        assertTrue(values.size() > 10);
        for (var value : values) {
            var narrowed = page(value.attr("href"));
            assertEquals(value.select(".count").text() + " 份报告", narrowed.select("[role=status]").text(), value.attr("href"));
            assertEquals(1, narrowed.select(".chip").size());
            var without = narrowed.select(".chip").attr("href");
            assertEquals(page.select("[role=status]").text(), page(without).select("[role=status]").text());
        }
    }

    @Test
    void pagesOfAResultHoldEachHitOnce() {
        var first = page("/search?in=observations");
        var second = page("/search?in=observations&page=2");
        var hits = new java.util.ArrayList<>(first.select(".hit h2 a").eachAttr("href"));
        hits.addAll(second.select(".hit h2 a").eachAttr("href"));
        assertEquals(40, new java.util.HashSet<>(hits).size());
        assertTrue(first.select(".pages a").eachAttr("href").contains("/search?in=observations&page=2"));
    }

    @ParameterizedTest
    @CsvSource({"'(援助',括号,1", "'援助 AND',,", "'\"援助',引号,1", "'foo:bar',foo,1", "'year:二〇',二〇,"})
    void aBadQueryIsToldWhereItIsBad(String query, String word, String place) {
        for (var filter : List.of("", "&year=2023")) {
            var answer = PAGES.get("/search?q=" + encoded(query) + filter);
            assertEquals(400, answer.statusCode(), query);
            var notice = Jsoup.parse(answer.body()).select("[role=alert]").text();
            assertTrue(!notice.isEmpty() && (word == null || notice.contains(word)), query + ": " + notice);
            assertTrue(place == null || notice.contains(place), query + ": " + notice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?page=0", "/search?page=x", "/search?in=x", "/search?sort=x", "/compare?indicator=nonsense",
        "/compare?indicator=legal_aid.cases&from=2024&to=2020", "/compare?indicator=legal_aid.cases&region=nowhere",
        "/compare?indicator=legal_aid.cases&by=x", "/compare/export?format=exe&indicator=legal_aid.cases", "/compare/export?format=csv",
        "/compare?indicator=legal_aid.cases+%2B+fund.spent", "/api/compare", "/api/search?q=%28", "/api/documents?limit=100000"})
    void whatMakesNoSenseIsToldWithARemedy(String path) {
        var answer = PAGES.get(path);
        assertEquals(400, answer.statusCode(), answer.body());
        if (!path.startsWith("/api")) {
            assertFalse(Jsoup.parse(answer.body()).select(".notice .remedy").text().isEmpty());
        }
    }

    @Test
    void englishPagesSpeakEnglish() {
        for (var path : List.of("/", "/search", "/compare", "/import", "/api", "/nothing")) {
            var page = Jsoup.parse(PAGES.get(path, "Cookie", "jixiao_lang=en").body());
            assertEquals("en", page.select("html").attr("lang"));
            page.select("main datalist, .bars, .terms, .facet, .hits, [lang=zh-CN]").remove();
            assertFalse(HAN.matcher(page.text()).find(), path + " " + page.text());
        }
    }

    @Test
    void everyCellOpensItsEvidence() {
        var page = page("/compare?indicator=legal_aid.cases&role=both&stats=1&growth=1");
        var cells = page.select("td.ok a, td.doubt a");
        assertTrue(cells.size() > 15);
        for (var cell : cells) {
            var evidence = page(cell.attr("href"));
            assertTrue(evidence.select("#evidence-content .big").text().startsWith(cell.text()), cell.attr("href"));
            var sources = evidence.select("#evidence-content .hits li");
            assertFalse(sources.isEmpty());
            sources.forEach(source -> {
                assertFalse(source.select("mark").text().isEmpty(), cell.attr("href"));
                assertTrue(source.select("a").attr("href").startsWith("/reports/"));
            });
        }
        assertFalse(page.select("td.missing").isEmpty());
        page.select("td.missing").forEach(cell -> assertTrue(cell.text().contains("未报")));
        page.select("td.doubt").forEach(cell -> assertTrue(cell.text().contains("⚠"), cell.text()));
    }

    @Test
    void whatIsSeenIsWhatIsExported() throws Exception {
        var query = "indicator=legal_aid.cases&indicator=fund.execution_rate";
        var page = page("/compare?" + query);
        var seen = page.select("td.ok a, td.doubt a").eachText();
        var csv = PAGES.get("/compare/export?format=csv&" + query).body();
        assertTrue(csv.startsWith("\uFEFF"));
        long told = csv.lines().skip(1).map(line -> line.split(",", -1)).filter(cells -> cells.length > 8 && !cells[5].isEmpty()).count();
        assertEquals(seen.size(), told);
        var answer = PAGES.bytes("/compare/export?format=xlsx&" + query);
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(answer.body()))) {
            assertEquals(3, book.getNumberOfSheets());
        }
        assertTrue(answer.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment"));
        assertArrayEquals(answer.body(), PAGES.bytes("/compare/export?format=xlsx&" + query).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "bar", "spread"})
    void everyChartIsDrawnByTheServerToo(String show) {
        var query = "indicator=legal_aid.cases&show=" + show + "&mark=" + encoded("南屏县");
        var page = page("/compare?" + query);
        var shapes = page.select("figure.chart svg circle, figure.chart svg rect");
        assertTrue(shapes.size() >= 4, shapes.toString());
        HttpResponse<String> file = PAGES.get(page.select("figure.chart .files a").attr("href"));
        assertEquals("image/svg+xml;charset=utf-8", file.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""));
        var svg = Jsoup.parse(file.body(), "", org.jsoup.parser.Parser.xmlParser());
        assertEquals(shapes.size() + 1, svg.select("circle, rect").size());
        assertTrue(file.body().contains("南屏县"));
    }

    @Test
    void theHeatTableHasFiveShades() {
        var page = page("/compare?indicator=legal_aid.cases&show=heat");
        var shades = new java.util.TreeSet<String>();
        page.select("td").forEach(cell -> cell.classNames().stream().filter(each -> each.startsWith("heat-")).forEach(shades::add));
        assertEquals(5, shades.size());
    }
}
