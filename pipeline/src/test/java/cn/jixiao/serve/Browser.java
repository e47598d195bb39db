package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Chromium that the machine has, started once for all tests. Each [#visit] is a fresh profile; when it is closed it
/// tells of every error on the console and of every request that left the loopback.
public final class Browser {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static com.microsoft.playwright.@Nullable Browser started;

    private Browser() {
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("JIXIAO_CHROMIUM")), PLACES.stream()).map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    /// Skips the test where there is no browser.
    public static void required() {
        assumeTrue(installed().isPresent(), "no Chromium on this machine (set JIXIAO_CHROMIUM to one): pages not looked at");
    }

    private static synchronized com.microsoft.playwright.Browser started() {
        if (started == null) {
            var playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            started = playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(installed().orElseThrow()).setArgs(List.of("--no-sandbox", "--disable-gpu",
                            "--disable-background-networking", "--disable-component-update", "--no-first-run")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return started;
    }

    /// How somebody looks at the pages.
    public record Look(int width, boolean dark, boolean script) {

        public static final Look DESK = new Look(1440, false, true);
        public static final Look PHONE = new Look(390, false, true);

        public Look darkened() {
            return new Look(width, true, script);
        }

        public Look scriptless() {
            return new Look(width, dark, false);
        }
    }

    /// One visitor.
    public static final class Visit implements AutoCloseable {

        private final String address;
        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Visit(String address, BrowserContext context) {
            this.address = address;
            this.context = context;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    complaints.add("console: " + message.text());
                }
            });
            page.onPageError(error -> complaints.add("script: " + error));
            page.onRequest(request -> {
                var host = URI.create(request.url()).getHost();
                if (host != null && !host.equals("127.0.0.1")) {
                    complaints.add("left the loopback: " + request.url());
                }
            });
        }

        public Page page() {
            return page;
        }

        /// @param path `/search?q=...`
        public Page open(String path) {
            page.navigate(address + path.substring(1));
            return page;
        }

        /// No serious fault by axe-core's rules.
        public void assertAccessible() {
            var grave = new AxeBuilder(page).analyze().getViolations().stream()
                    .filter(rule -> GRAVE.contains(rule.getImpact()))
                    .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                            + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList()).toList();
            assertEquals(List.of(), grave, page.url());
        }

        /// Nothing sticks out to the right.
        public void assertFits() {
            assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url());
        }

        @Override
        public void close() {
            context.close();
            assertEquals(List.of(), complaints);
        }
    }

    /// A visit to the pages.
    public static Visit visit(Pages pages, Look look) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(look.width(), 900)
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT).setJavaScriptEnabled(look.script())
                .setLocale("zh-CN");
        return new Visit(pages.address(), started().newContext(options));
    }
}
