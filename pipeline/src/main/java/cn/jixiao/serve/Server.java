package cn.jixiao.serve;

import cn.jixiao.serve.api.Description;
import cn.jixiao.serve.api.FiguresApi;
import cn.jixiao.serve.api.RecordApi;
import cn.jixiao.serve.compare.Compare;
import cn.jixiao.serve.intake.ImportPage;
import cn.jixiao.serve.intake.Imports;
import cn.jixiao.serve.findings.FindingsPage;
import cn.jixiao.serve.overview.Overview;
import cn.jixiao.serve.report.ReportPage;
import cn.jixiao.serve.review.ReviewPages;
import cn.jixiao.serve.search.Search;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// The running server.
public final class Server implements AutoCloseable {

    /// How many ports after the one asked for are tried.
    private static final int MOST_PORTS = 20;

    /// What visitors may send even where nothing is theirs to change.
    private static final Set<String> PASSING = Set.of("/preferences", "/login", "/logout");

    private final Options options;
    private final LiveRecords records;
    private final Javalin http;

    private final Imports imports;

    private Server(Options options, LiveRecords records, Imports imports, Javalin http) {
        this.options = options;
        this.records = records;
        this.imports = imports;
        this.http = http;
    }

    /// Starts it, on the next free port if the one asked for is taken.
    ///
    /// @param log told of bugs, under the number that the visitor is told
    /// @throws IllegalArgumentException if it could be reached from other machines without a good password
    /// @throws io.javalin.util.JavalinBindException if no port is free
    public static Server start(Options options, Library library, BiConsumer<Long, Throwable> log) {
        var password = options.password();
        if (!options.isLoopback() && (password == null || password.length() < Options.SHORTEST_PASSWORD)) {
            throw new IllegalArgumentException("no password for " + options.host());
        }
        var records = new LiveRecords(library.store());
        var bugs = new AtomicLong();
        var imports = new Imports(library, bug -> log.accept(bugs.incrementAndGet(), bug));
        int last = options.port() == 0 ? 0 : Math.min(65535, options.port() + MOST_PORTS);
        for (int port = options.port();; port++) {
            var http = Javalin.create(config -> configure(config, options, new Parts(library, records, imports), log, bugs));
            try {
                return new Server(options, records, imports, http.start(options.host(), port));
            } catch (JavalinBindException e) {
                http.stop();
                if (port >= last) {
                    throw e;
                }
            }
        }
    }

    /// What the server is made of, whichever port it listens at.
    private record Parts(Library library, LiveRecords records, Imports imports) {
    }

    private static void configure(JavalinConfig config, Options options, Parts parts, BiConsumer<Long, Throwable> log,
            AtomicLong bugs) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        // What is no exception (a class that is missing, memory that ran out) would otherwise be told to nobody.
        config.router.javaLangErrorHandler((response, error) -> {
            log.accept(bugs.incrementAndGet(), error);
            response.setStatus(500);
        });
        ImportPage.limit(config, options, parts.library().workspace().folder());
        var keys = new Keys();
        var door = new Door(options, keys, InstantSource.system());
        var guard = new Guard(options, keys, door);
        var assets = new Assets();
        var site = new Site(options, parts.library(), parts.records(), guard, door, assets);
        config.routes.before(guard::check);
        if (!parts.library().isOpen()) {
            config.routes.before(Server::readOnly);
        }
        new Troubles(site, log, bugs).add(config.routes);
        var features = new ArrayList<Feature>(List.of(assets, new Preferences(site, door)));
        features.addAll(features(site, parts.imports()));
        features.forEach(feature -> feature.add(config.routes));
    }

    /// An index on servers belongs to many; it is filled from the command line.
    private static void readOnly(Context ctx) {
        if (!Guard.isReading(ctx) && !PASSING.contains(ctx.path())) {
            throw new Refusal(403, "error.readonly");
        }
    }

    /// Every page, one line a page.
    private static List<Feature> features(Site site, Imports imports) {
        return List.of(
                new Overview(site),
                new Search(site),
                new ReportPage(site),
                new FindingsPage(site),
                new ReviewPages(site),
                new Compare(site),
                new ImportPage(site, imports),
                new RecordApi(site),
                new FiguresApi(site, imports),
                new Description(site));
    }

    /// Every address it answers, `GET /search`.
    List<String> routes() {
        return http.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint.method + " " + each.endpoint.path).toList();
    }

    /// Waits for the end of the import that is at work, if any.
    void awaitImport() {
        imports.await();
    }

    public int port() {
        return http.port();
    }

    /// What to open in a browser: `http://127.0.0.1:8080/`.
    public String address() {
        boolean any = options.host().equals("0.0.0.0") || options.host().equals("::");
        var host = any ? "localhost" : options.host().contains(":") && !options.host().startsWith("[")
                ? "[" + options.host() + "]" : options.host();
        return "http://" + host + ":" + port() + "/";
    }

    @Override
    public void close() {
        http.stop();
        imports.close();
        records.close();
    }
}
