package cn.jixiao.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.check.Checker;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Report;
import cn.jixiao.index.Workspace;
import cn.jixiao.ingest.Importer;
import cn.jixiao.ingest.Progress;
import cn.jixiao.ingest.Settings;
import cn.jixiao.review.Corrections;
import cn.jixiao.serve.Browser.Look;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports, findings and reviews in a real browser: what a person says is there again whatever happens, and what a report
/// says never runs.
class ReviewPagesTest {

    private static final String REPORT = """
            云岭县司法局2023年度法律援助项目绩效自评报告
            2023年，全县办理法律援助案件120件，其中民事案件70件，刑事案件40件。
            项目预算100万元，全年支出87万元，预算执行率78%。
            """;
    private static final Shelf SHELF = Shelf.of(Corpus.HOME.resolve("dictionaries"));

    @TempDir
    private Path folder;
    private Path files;
    private Pages pages;

    @BeforeAll
    static void aBrowser() {
        Browser.required();
    }

    @BeforeEach
    void served() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(files.resolve("yunling.txt"), REPORT);
        ingest();
        pages = Pages.over(folder.resolve("w"), Options.USUAL);
    }

    @AfterEach
    void stopped() {
        pages.close();
        assertEquals(List.of(), pages.bugs());
    }

    private Workspace workspace() {
        return new Workspace(folder.resolve("w"), Lexicon.NONE, new Corrections(folder.resolve("w"), Clock.systemUTC(),
                () -> Checker.of(Corpus.DICTIONARIES)));
    }

    private void ingest() {
        new Importer(workspace(), SHELF, () -> Corpus.DICTIONARIES, Settings.of(1)).run(List.of(files.toString()), Progress.SILENT);
    }

    private Report report(String name) {
        try (var records = workspace().read()) {
            return records.find(name).getFirst();
        }
    }

    private String address() {
        return Links.report(report("yunling.txt").docId());
    }

    private static void correct(Page page, String raw, String value, String unit) {
        page.locator("details.one", new Page.LocatorOptions().setHasText(raw)).locator("summary").click();
        page.locator("details.one[open] a.button").click();
        page.fill("#value", value);
        page.fill("#unit", unit);
        page.fill("#why", "与原件核对");
        page.fill("#who", "王审核");
        page.click("button[value=correct]");
    }

    @Test
    void aCorrectionIsFoundAgainAfterAnotherImportAndCanBeUndone() {
        try (var visit = Browser.visit(pages, Look.DESK)) {
            var page = visit.open(address());
            correct(page, "87万元", "78", "万元");
            assertThat(page.locator("details.one[open]")).containsText("780,000元");
            ingest();
            visit.open(address());
            var item = page.locator("details.one", new Page.LocatorOptions().setHasText("87万元"));
            assertThat(item).containsText("已更正");
            item.locator("summary").click();
            assertThat(item).containsText("870000 → 780000");
            assertThat(item).containsText("王审核");
            visit.open("/search?in=observations&q=value:780000");
            assertThat(page.locator(".hit")).hasCount(1);

            visit.open("/review/history");
            assertThat(page.locator("main")).containsText("与原件核对");
            page.click("button:text('撤销')");
            visit.open(address());
            assertThat(page.locator("details.one .tag.good")).hasCount(0);
        }
    }

    @Test
    void whatWasSaidOfAFigureIsTakenBackWhereItStands() {
        try (var visit = Browser.visit(pages, Look.DESK)) {
            var page = visit.open(address());
            int figures = page.locator("details.one").count();
            var figure = page.locator("details.one", new Page.LocatorOptions().setHasText("87万元"));
            for (var what : List.of("confirm", "reject")) {
                figure.locator("summary").click();
                page.click("details.one[open] button[value=" + what + "]");
            }
            assertThat(page.locator("details.one")).hasCount(figures - 1);
            assertThat(page.locator(".rejected li")).containsText("87万元");
            visit.assertFits();
            visit.assertAccessible();
            page.click(".rejected button[value=undo]");
            assertThat(page.locator("details.one")).hasCount(figures);
            assertThat(figure).containsText("已确认");
            figure.locator("summary").click();
            page.click("details.one[open] button[value=undo]");
            assertThat(page.locator("details.one .tag.good, .rejected")).hasCount(0);
        }
    }

    @Test
    void aRejectedFigureIsStillFoundAtItsPlace() throws IOException {
        Files.writeString(files.resolve("yunling.txt"), REPORT + "其他情况。\n".repeat(3_000) + "接待群众来访4321人次。\n");
        ingest();
        try (var visit = Browser.visit(pages, Look.DESK)) {
            var page = visit.open("/search?in=observations&q=value:4321");
            page.locator(".hit h2 a").first().click();
            page.click("details.one[open] button[value=reject]");
            assertThat(page.locator(".rejected li")).containsText("4321人次");
        }
    }

    @Test
    void theSecondOfTwoBrowsersIsToldAndLosesNothing() {
        try (var one = Browser.visit(pages, Look.DESK); var other = Browser.visit(pages, Look.DESK)) {
            var first = one.open(address());
            var second = other.open(address());
            second.locator("details.one", new Page.LocatorOptions().setHasText("87万元")).locator("summary").click();
            second.locator("details.one[open] a.button").click();
            correct(first, "87万元", "78", "万元");
            second.fill("#value", "86");
            second.fill("#unit", "万元");
            second.fill("#who", "李复核");
            second.click("button[value=correct]");
            assertThat(second.locator(".conflict")).containsText("王审核");
            assertThat(second.locator(".conflict")).containsText("870000 → 780000");
            assertEquals("86", second.inputValue("#value"));
            second.click("button[value=correct]");
            assertThat(second.locator("details.one[open]")).containsText("860,000元");
        } catch (AssertionError e) {
            // The browser notes the refusal of the conflict on its console.
            if (!String.valueOf(e.getMessage()).contains("409")) {
                throw e;
            }
        }
        try (var records = workspace().read()) {
            assertEquals(1, records.search(cn.jixiao.index.SearchQuery.of("value:860000")
                    .at(cn.jixiao.index.SearchQuery.Level.OBSERVATIONS)).total());
        }
    }

    @Test
    void theQueueIsWorkedByKeys() {
        try (var visit = Browser.visit(pages, Look.DESK)) {
            var page = visit.open("/review?least=0");
            int before = page.locator(".task").count();
            page.keyboard().press("j");
            page.keyboard().press("c");
            assertThat(page.locator(".task.done")).hasCount(1);
            assertThat(page.locator(".task.done")).containsText("已确认");
            assertThat(page.locator(".task.here:not(.done)")).hasCount(1);
            page.keyboard().press("x");
            assertThat(page.locator(".task.done")).hasCount(2);
            page.keyboard().press("k");
            page.keyboard().press("k");
            page.keyboard().press("u");
            assertThat(page.locator(".task.done button[value=undo]")).hasCount(1);
            visit.open("/review?least=0");
            assertThat(page.locator(".task")).hasCount(before - 1);
        }
    }

    @Test
    void aFindingIsDecidedWithAReasonAndTakenBack() {
        try (var visit = Browser.visit(pages, Look.DESK)) {
            var page = visit.open("/findings");
            int before = page.locator("li.task").count();
            page.locator("li.task input[name=why]").first().fill("口径不同");
            page.locator("li.task button[value=dismiss]").first().click();
            assertThat(page.locator("li.task")).hasCount(before - 1);
            visit.open("/findings?state=dismissed");
            assertThat(page.locator("li.task")).containsText("口径不同");
            assertTrue(pages.get("/findings.jsonl?state=all").body().contains("口径不同"));
            page.click("button[value=undo]");
            visit.open("/findings");
            assertThat(page.locator("li.task")).hasCount(before);
        }
    }

    @Test
    void wordsThatWereMissedAreAddedByMarkingThem() {
        try (var visit = Browser.visit(pages, Look.DESK)) {
            var page = visit.open(address());
            page.evaluate("""
                    () => {
                      const walk = document.createTreeWalker(document.querySelector('.written'), NodeFilter.SHOW_TEXT);
                      while (walk.nextNode()) {
                        const at = walk.currentNode.data.indexOf('全县');
                        if (at >= 0) { const range = document.createRange(); range.setStart(walk.currentNode, at);
                          range.setEnd(walk.currentNode, at + 2); getSelection().addRange(range); return; }
                      }
                    }""");
            assertThat(page.locator("[data-marked]")).hasValue("全县");
            page.click("#add-figure button");
            page.fill("#value", "1");
            page.fill("#unit", "个");
            page.click("button[value=add]");
            visit.open(address());
            assertThat(page.locator("details.one", new Page.LocatorOptions().setHasText("已补录"))).hasCount(1);
        }
    }

    @Test
    void whatAReportSaysNeverRuns() throws IOException {
        Files.writeString(files.resolve("hostile.txt"), "恶意县司法局2023年度<script>window.ran=1</script>绩效自评报告\n"
                + "办理案件87件<img src=x onerror=\"window.ran=1\">，\u202E支出30万元\u202C，{{7*7}} ${7*7} <%= 7 %>。\n"
                + "其中“><script>window.ran=1</script>”案件20件，javascript:alert(1)，'\"><svg onload=window.ran=1>。\n");
        Files.writeString(files.resolve("wide.csv"), IntStream.range(0, 10_000).mapToObj(i -> "列" + i).collect(Collectors.joining(","))
                + "\n" + IntStream.range(0, 10_000).mapToObj(i -> i % 3 == 0 ? "=1+1" : i + "件").collect(Collectors.joining(",")) + "\n");
        ingest();
        for (var name : List.of("hostile.txt", "wide.csv")) {
            var report = report(name);
            try (var visit = Browser.visit(pages, Look.DESK)) {
                var page = visit.open(Links.report(report.docId()));
                visit.assertFits();
                assertNull(page.evaluate("window.ran || null"));
                assertEquals(0, page.locator("main script, main img").count());
                assertFalse(page.content().contains("\u202E"));
                if (report.observations() > 0) {
                    page.locator("details.one summary").first().click();
                    page.locator("details.one[open] a.button").first().click();
                    assertNull(page.evaluate("window.ran || null"));
                }
                visit.open("/review?least=0&report=" + report.docId());
                assertNull(page.evaluate("window.ran || null"));
            }
        }
    }

    @Test
    void theOriginalIsGivenOnlyAsLongAsItIsTheSame() throws IOException {
        var address = address();
        assertEquals(REPORT, pages.get(address + "/original").body());
        Files.writeString(files.resolve("yunling.txt"), "something else");
        assertEquals(404, pages.get(address + "/original").statusCode());
        assertEquals(404, pages.get("/reports/..%2F..%2Fetc%2Fpasswd/original").statusCode());
    }

    @Test
    void nothingIsSaidWithoutTheTokenOfTheVisit() {
        assertEquals(403, pages.post("/review/entries", java.util.Map.of("what", "confirm")).statusCode());
        assertEquals(403, pages.post("/findings/entries", java.util.Map.of("what", "accept")).statusCode());
    }

    @Test
    void thePagesAreFitToBeLookedAt() {
        var pdf = Pages.CORPUS;
        List<String> ids;
        try (var records = new Workspace(cn.jixiao.cli.CorpusWorkspace.FOLDER, Lexicon.NONE).read()) {
            ids = List.of("nanping-2023.pdf", "nanping-2022.xlsx").stream().map(name -> records.find(name).getFirst().docId()).toList();
        }
        for (var path : List.of(Links.report(ids.getFirst()) + "?page=3", Links.report(ids.getFirst()) + "?page=3&view=text",
                Links.report(ids.getLast()), "/findings", "/review", "/review/history")) {
            for (var look : List.of(Look.DESK, Look.PHONE.darkened())) {
                try (var visit = Browser.visit(pdf, look)) {
                    visit.open(path);
                    visit.assertFits();
                    visit.assertAccessible();
                }
            }
        }
    }
}
