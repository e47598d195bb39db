package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What other sites may not do, against a real server.
class GuardTest {

    private static final Pages PAGES = Pages.CORPUS;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=%28", "/nothing", "/api/status", "/api/nothing", "/assets/0/none.css"})
    void everyAnswerSaysWhatABrowserMayDoWithIt(String path) {
        var headers = PAGES.get(path).headers();
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
        assertTrue(headers.firstValue("Server").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"localhost,200", "127.0.0.1,200", "'[::1]',200", "evil.example,421", "127.0.0.1.evil.example,421", "'',400"})
    void onlyNamesOfTheLoopbackAreAnswered(String name, int status) throws IOException {
        var at = URI.create(PAGES.address());
        var host = name.isEmpty() ? "" : name + ":" + at.getPort();
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.getOutputStream().write(("GET /api/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int told = Integer.parseInt(answer.substring(9, 12));
            assertEquals(status, told == 421 && status == 400 ? 400 : told, answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"same-origin,navigate,document,200", "none,navigate,document,200", "cross-site,navigate,document,200",
        "cross-site,navigate,iframe,403", "cross-site,no-cors,image,403", "cross-site,no-cors,script,403",
        "same-site,cors,empty,403"})
    void otherSitesMayLinkAndNothingElse(String site, String mode, String destination, int status) {
        assertEquals(status, PAGES.get("/", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode, "Sec-Fetch-Dest", destination)
                .statusCode());
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        var visit = PAGES.visit();
        var form = Map.of("csrf", visit.token(), "language", "en", "back", "/");
        assertEquals(303, PAGES.post("/preferences", form, "Cookie", visit.cookie()).statusCode());
        assertEquals(403, PAGES.post("/preferences", form, "Cookie", visit.cookie(), "Origin", "http://evil.example").statusCode());
        assertEquals(403, PAGES.post("/preferences", form, "Cookie", visit.cookie(), "Origin", "null").statusCode());
        assertEquals(403, PAGES.post("/preferences", form, "Cookie", visit.cookie(), "Sec-Fetch-Site", "cross-site",
                "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document").statusCode());
    }

    @Test
    void whatChangesSomethingBearsTheTokenOfItsOwnVisit() {
        var visit = PAGES.visit();
        var other = PAGES.visit();
        assertEquals(403, PAGES.post("/preferences", Map.of("language", "en"), "Cookie", visit.cookie()).statusCode());
        assertEquals(403, PAGES.post("/preferences", Map.of("csrf", visit.token())).statusCode());
        assertEquals(403, PAGES.post("/preferences", Map.of("csrf", other.token()), "Cookie", visit.cookie()).statusCode());
        assertEquals(403, PAGES.post("/import/stop", Map.of(), "Cookie", visit.cookie()).statusCode());
        assertEquals(303, PAGES.post("/preferences", Map.of("theme", "dark"), "Cookie", visit.cookie(),
                "X-CSRF-Token", visit.token()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"})
    void nobodyIsSentToAnotherSite(String back) {
        var visit = PAGES.visit();
        var answer = PAGES.post("/preferences", Map.of("csrf", visit.token(), "back", back), "Cookie", visit.cookie());
        assertEquals("/", URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath());
        assertFalse(answer.headers().firstValue("Location").orElseThrow().contains("evil"));
    }

    @Test
    void noScriptCanReadACookie() {
        var visit = PAGES.visit();
        var answer = PAGES.post("/preferences", Map.of("csrf", visit.token(), "language", "en", "theme", "dark", "back", "/"),
                "Cookie", visit.cookie());
        answer.headers().allValues("Set-Cookie").forEach(cookie ->
                assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie));
        assertEquals(2, answer.headers().allValues("Set-Cookie").size());
    }

    /// What is asked for by address alone lies in the workspace's list or in the program; nothing of the disk does.
    @ParameterizedTest
    @ValueSource(strings = {"/assets/x/..%2f..%2fpom.xml", "/assets/../../etc/passwd", "/..%2f..%2fetc/passwd",
        "/reports/..%2f..%2fetc%2fpasswd", "/api/documents/..%2fpom.xml", "/favicon.ico%00.txt"})
    void noPathOfTheMachineIsReadable(String path) {
        var answer = PAGES.get(path);
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, path + " " + answer.statusCode());
        assertFalse(answer.body().contains("root:") || answer.body().contains(System.getProperty("user.dir")), answer.body());
    }
}
