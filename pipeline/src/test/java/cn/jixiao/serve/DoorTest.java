package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.cli.CorpusWorkspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The password, against a real server that has one.
class DoorTest {

    private static final String PASSWORD = "correct horse 电池";

    private static Pages locked() {
        return Pages.over(CorpusWorkspace.FOLDER, Options.USUAL.withPassword(PASSWORD));
    }

    @Test
    void nothingIsShownOutside() {
        try (var pages = locked()) {
            var page = pages.get("/search?q=%E6%8F%B4%E5%8A%A9");
            assertEquals(303, page.statusCode());
            assertTrue(page.headers().firstValue("Location").orElseThrow().endsWith("/login?back=%2Fsearch%3Fq%3D%25E6%258F%25B4%25E5%258A%25A9"));
            var api = pages.get("/api/documents");
            assertEquals(401, api.statusCode());
            assertEquals("Bearer", api.headers().firstValue("WWW-Authenticate").orElse(""));
            assertTrue(api.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
            assertEquals(200, pages.get("/login").statusCode());
        }
    }

    @Test
    void whoKnowsThePasswordComesIn() {
        try (var pages = locked()) {
            var login = pages.get("/login");
            var visit = visit(login);
            var wrong = pages.post("/login", Map.of("csrf", visit.token(), "password", "no"), "Cookie", visit.cookie());
            assertEquals(401, wrong.statusCode());
            assertTrue(wrong.body().contains("密码不对"));
            var right = pages.post("/login", Map.of("csrf", visit.token(), "password", PASSWORD, "back", "/compare"),
                    "Cookie", visit.cookie());
            assertEquals(303, right.statusCode());
            assertTrue(right.headers().firstValue("Location").orElseThrow().endsWith("/compare"));
            var session = right.headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(session.contains("HttpOnly") && session.contains("SameSite=Strict"));
            var cookie = session.substring(0, session.indexOf(';'));
            assertEquals(200, pages.get("/", "Cookie", cookie).statusCode());
            assertEquals(303, pages.get("/", "Cookie", cookie.replaceFirst("=\\d", "=9")).statusCode());
        }
    }

    private static Pages.Visit visit(java.net.http.HttpResponse<String> page) {
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        var meta = "name=\"csrf\" content=\"";
        int at = page.body().indexOf(meta) + meta.length();
        return new Pages.Visit(cookie.substring(0, cookie.indexOf(';')), page.body().substring(at, page.body().indexOf('"', at)));
    }

    @Test
    void programsBearThePassword() {
        try (var pages = Pages.over(CorpusWorkspace.FOLDER, Options.USUAL.withPassword("long enough"))) {
            assertEquals(200, pages.get("/api/status", "Authorization", "Bearer long enough").statusCode());
            assertEquals(401, pages.get("/api/status", "Authorization", "Bearer something").statusCode());
        }
    }

    @Test
    void guessingIsStopped() {
        try (var pages = Pages.over(CorpusWorkspace.FOLDER, Options.USUAL.withPassword("long enough"))) {
            for (int i = 0; i < 10; i++) {
                assertEquals(401, pages.get("/api/status", "Authorization", "Bearer guess " + i).statusCode());
            }
            assertEquals(429, pages.get("/api/status", "Authorization", "Bearer long enough").statusCode());
        }
    }

    @Test
    void otherMachinesAreNotServedWithoutAPassword() {
        for (var host : List.of("0.0.0.0", "::", "192.0.2.1", "example.org")) {
            var open = new Options(host, 0, null, List.of(), Options.Uploads.USUAL);
            assertFalse(open.isLoopback());
            assertThrows(IllegalArgumentException.class, () -> Pages.over(CorpusWorkspace.FOLDER, open), host);
            assertThrows(IllegalArgumentException.class, () -> Pages.over(CorpusWorkspace.FOLDER, open.withPassword("short")));
        }
    }

    @Test
    void aTakenPortGivesWayToTheNext() {
        int taken = java.net.URI.create(Pages.CORPUS.address()).getPort();
        try (var second = Pages.at(CorpusWorkspace.FOLDER, Options.USUAL.at(taken))) {
            int port = java.net.URI.create(second.address()).getPort();
            assertTrue(port > taken && port <= taken + 20, taken + " " + port);
        }
    }
}
