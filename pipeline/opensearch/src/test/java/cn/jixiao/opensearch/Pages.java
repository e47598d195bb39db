package cn.jixiao.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `jixiao serve` as a process, and a visitor.
final class Pages implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://[^ ]*/");

    private final Process process;
    private final URI address;
    private final HttpClient visitor = HttpClient.newHttpClient();

    Pages(String... where) throws IOException {
        var command = new ArrayList<>(List.of(Cluster.HOME.resolve("jixiao").toString(), "serve", "--port", "0"));
        command.addAll(List.of(where));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JIXIAO_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JIXIAO_JAVA_OPTIONS", "-Xmx400m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.start();
        var line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        var told = ADDRESS.matcher(String.valueOf(line));
        if (!told.find()) {
            close();
            throw new IllegalStateException("no address in '" + line + "'");
        }
        address = URI.create(told.group());
    }

    /// Status and body.
    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    String post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).POST(HttpRequest.BodyPublishers.ofString("")));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = visitor.send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        visitor.close();
    }
}
