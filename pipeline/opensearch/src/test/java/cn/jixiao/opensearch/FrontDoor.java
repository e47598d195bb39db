package cn.jixiao.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What stands before a cluster in an office: HTTPS with a certificate of the office's own, and a password. It lets through
/// who is right, and is at times too busy for records in bulk.
final class FrontDoor implements AutoCloseable {

    private static final char[] KEY = "changeit".toCharArray();

    private final HttpsServer server;
    private final HttpClient behind = HttpClient.newHttpClient();
    private final URI cluster;
    private final String ticket;
    private final Path certificate;
    /// How many bulk requests are still to be refused, and how many were.
    final AtomicInteger busy = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();

    /// @param ticket value of the header `Authorization`
    FrontDoor(Path folder, URI cluster, String ticket) throws IOException, InterruptedException, GeneralSecurityException {
        this.cluster = cluster;
        this.ticket = ticket;
        this.certificate = folder.resolve("office.pem");
        var store = folder.resolve("office.p12");
        keytool("-genkeypair", "-alias", "office", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1,dns:localhost",
                "-ext", "bc=ca:true", "-validity", "3650", "-keystore", store.toString());
        keytool("-exportcert", "-rfc", "-alias", "office", "-file", certificate.toString(), "-keystore", store.toString());
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(KEY)));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, KEY);
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, KEY);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private void pass(HttpExchange asked) throws IOException {
        var body = asked.getRequestBody().readAllBytes();
        if (!ticket.equals(asked.getRequestHeaders().getFirst("Authorization"))) {
            answer(asked, 401, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else if (asked.getRequestURI().getPath().endsWith("/_bulk") && busy.getAndDecrement() > 0) {
            refused.incrementAndGet();
            answer(asked, 429, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else {
            forward(asked, body);
        }
    }

    private void forward(HttpExchange asked, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(cluster.resolve(asked.getRequestURI().toString()))
                .method(asked.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        var type = asked.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            var told = behind.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            asked.getResponseHeaders().add("Content-Type", told.headers().firstValue("Content-Type").orElse("application/json"));
            answer(asked, told.statusCode(), told.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange asked, int status, byte[] body) throws IOException {
        asked.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        asked.getResponseBody().write(body);
        asked.close();
    }

    /// The office's own authority, PEM.
    Path certificate() {
        return certificate;
    }

    String url(String index) {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/" + index;
    }

    @Override
    public void close() {
        server.stop(0);
        behind.close();
    }
}
