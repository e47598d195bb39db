package cn.jixiao.serve;

import cn.jixiao.Corpus;
import cn.jixiao.cli.CorpusWorkspace;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.dictionary.Words;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real server on a free port, and requests to it. [#CORPUS] shows the bundled reports to all tests; tests that change
/// something start one of their own over a copy.
public final class Pages implements AutoCloseable {

    private static final Shelf SHELF = Shelf.of(Corpus.HOME.resolve("dictionaries"));
    public static final Pages CORPUS = over(CorpusWorkspace.FOLDER, Options.USUAL);

    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Throwable> bugs;

    private Pages(Server server, List<Throwable> bugs) {
        this.server = server;
        this.bugs = bugs;
    }

    public static Pages over(Path workspace, Options options) {
        return at(workspace, options.at(0));
    }

    static Pages at(Path workspace, Options options) {
        var bugs = new CopyOnWriteArrayList<Throwable>();
        var lexicon = new Lexicon(Words.load(SHELF), Synonyms.load(SHELF));
        var library = Library.of(new Workspace(workspace, lexicon), SHELF, () -> Corpus.DICTIONARIES);
        return new Pages(Server.start(options, library, (number, bug) -> bugs.add(bug)), bugs);
    }

    /// A copy of the corpus' workspace, to be changed.
    public static Path copyOfCorpus() {
        return copy(CorpusWorkspace.FOLDER);
    }

    private static Path copy(Path from) {
        try (var files = Files.walk(from)) {
            var to = emptyFolder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `http://127.0.0.1:40123/`.
    public String address() {
        return server.address();
    }

    /// What the server took for bugs of its own.
    public List<Throwable> bugs() {
        return List.copyOf(bugs);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var body = String.join("&", fields.entrySet().stream().map(each -> each.getKey() + "="
                + java.net.URLEncoder.encode(each.getValue(), java.nio.charset.StandardCharsets.UTF_8)).toList());
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address()).resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> bytes(String path) {
        try {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The running server.
    Server server() {
        return server;
    }

    /// A browser's visit: its cookie and the token of its forms.
    public record Visit(String cookie, String token) {
    }

    public Visit visit() {
        var page = get("/");
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        var meta = "name=\"csrf\" content=\"";
        int at = page.body().indexOf(meta) + meta.length();
        return new Visit(cookie.substring(0, cookie.indexOf(';')), page.body().substring(at, page.body().indexOf('"', at)));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
