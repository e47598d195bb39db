package cn.jixiao.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.serve.Browser.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people do with the pages, in a browser.
class BrowseTest {

    @BeforeAll
    static void aBrowser() {
        Browser.required();
    }

    @Test
    void aSearchIsNarrowedWithoutLeavingThePage() {
        try (var visit = Browser.visit(Pages.CORPUS, Look.DESK)) {
            var page = visit.open("/search");
            page.evaluate("window.stayed = true");
            page.getByRole(com.microsoft.playwright.options.AriaRole.SEARCHBOX).fill("农民工");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*q=%E5%86%9C.*"));
            assertThat(page.locator("#found mark").first()).hasText("农民工");
            var all = page.locator("[role=status]").textContent();
            page.locator(".facet a").first().click();
            assertThat(page.locator(".chip")).hasCount(1);
            assertFalse(page.locator("[role=status]").textContent().equals(all));
            page.locator("#sort").selectOption("newest");
            page.waitForURL(Pattern.compile(".*sort=newest.*"));
            assertThat(page.locator(".chip")).hasCount(1);
            page.goBack();
            page.waitForURL(address -> !address.contains("sort=newest"));
            assertThat(page.locator("#sort")).not().hasValue("newest");
            page.goBack();
            assertThat(page.locator(".chip")).hasCount(0);
            assertThat(page.locator("[role=status]")).hasText(all);
            assertEquals(true, page.evaluate("window.stayed"));
        }
    }

    @Test
    void aCellOpensItsEvidenceAndEscapeClosesIt() {
        try (var visit = Browser.visit(Pages.CORPUS, Look.DESK)) {
            var page = visit.open("/compare?indicator=legal_aid.cases");
            page.locator("td.doubt a").first().click();
            assertThat(page.locator("dialog[open] #evidence-content mark").first()).isVisible();
            visit.assertAccessible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog[open]")).hasCount(0);
            page.locator("td.ok a").first().press("Enter");
            assertThat(page.locator("dialog[open] #evidence-title")).isVisible();
            assertTrue(page.url().endsWith("/compare?indicator=legal_aid.cases"), page.url());
        }
    }

    @Test
    void chartsAreLivelyAndCanBeHadAsPictures() throws IOException {
        try (var visit = Browser.visit(Pages.CORPUS, Look.DESK)) {
            for (var show : new String[] {"line", "bar", "spread"}) {
                var page = visit.open("/compare?indicator=legal_aid.cases&show=" + show);
                if (page.locator("script[src$='echarts.min.js']").count() == 0) {
                    assertThat(page.locator("figure.chart svg")).isVisible();
                    continue;
                }
                assertThat(page.locator("figure.chart canvas").first()).isVisible();
                page.locator("figure.chart canvas").first().hover();
                var download = page.waitForDownload(() -> page.locator(".files a[download$='.png']").click());
                assertEquals("\u0089PNG", Files.readString(download.path(), java.nio.charset.StandardCharsets.ISO_8859_1).substring(0, 4));
            }
        }
    }

    @Test
    void everythingWorksWithoutScript() {
        try (var visit = Browser.visit(Pages.CORPUS, Look.PHONE.scriptless())) {
            var page = visit.open("/search");
            page.locator("#q").fill("农民工");
            page.locator(".search-box button").click();
            assertThat(page.locator("#found mark").first()).hasText("农民工");
            page.locator(".facet a").first().click();
            assertThat(page.locator(".chip")).hasCount(1);
            visit.open("/compare?indicator=legal_aid.cases&show=line");
            assertThat(page.locator("figure.chart svg")).isVisible();
            page.locator("td.ok a").first().click();
            assertThat(page.locator("#evidence-content mark").first()).isVisible();
            page.locator(".tools button[name=language]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void theKeyboardLeadsEverywhere() {
        try (var visit = Browser.visit(Pages.CORPUS, Look.DESK)) {
            var page = visit.open("/");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#main")).isFocused();
            page.keyboard().press("Tab");
            assertThat(page.locator("a.figure").first()).isFocused();
            assertEquals("3px", page.evaluate("getComputedStyle(document.activeElement).outlineWidth"));
        }
    }

    @Test
    void lookAndLanguageAreKept() {
        try (var visit = Browser.visit(Pages.CORPUS, Look.DESK)) {
            var page = visit.open("/compare?indicator=legal_aid.cases");
            var paper = page.evaluate("getComputedStyle(document.body).backgroundColor");
            page.locator("button[name=theme]").click();
            page.locator("button[name=theme]").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            assertFalse(paper.equals(page.evaluate("getComputedStyle(document.body).backgroundColor")));
            page.locator("button[name=language]").click();
            assertThat(page.locator("h2").first()).containsText("Legal aid");
            assertTrue(page.url().endsWith("/compare?indicator=legal_aid.cases"), page.url());
            visit.assertAccessible();
        }
    }

    @Test
    void filesAreImportedBeforeOnesEyes() {
        try (var pages = Pages.over(Pages.emptyFolder().resolve("w"), Options.USUAL);
                var visit = Browser.visit(pages, Look.DESK)) {
            var page = visit.open("/import");
            page.locator("#files").setInputFiles(new Path[] {Corpus.REPORTS.resolve("wanghu-2021.html"), Corpus.REPORTS.resolve("rongjiang-2022.txt")});
            assertThat(page.locator("#chosen")).containsText("已选 2 个文件");
            page.locator("form#drop button").click();
            assertThat(page.locator("#account")).hasText("导入结果", new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(120_000));
            assertThat(page.locator("#progress .tag.good")).containsText("2");
            visit.assertAccessible();
            page.locator(".nav a[href='/']").click();
            assertThat(page.locator(".figure .value").first()).hasText("2");
        }
    }
}
