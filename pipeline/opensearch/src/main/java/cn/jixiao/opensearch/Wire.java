package cn.jixiao.opensearch;

import cn.jixiao.index.IndexServerException;
import cn.jixiao.index.IndexServerException.Reason;
import cn.jixiao.index.ServerAddress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;

/// Sends requests by the official client, to one server after the other of those that were named, and again while servers
/// are busy, starting or gone.
final class Wire implements AutoCloseable {

    /// What servers answer that are busy (429), or whose cluster is just now without a node (503 and its kin).
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ServerAddress address;
    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;
    /// Before any server ever answered, waiting for one is no use: the address is wrong, or nothing runs there.
    private volatile boolean answered;

    Wire(ServerAddress address) {
        this.address = address;
        this.transport = Transports.to(address);
        this.client = new OpenSearchGenericClient(transport);
    }

    ServerAddress address() {
        return address;
    }

    /// What a server said to a request.
    record Answer(int status, JsonNode body) {
    }

    /// As [cn.jixiao.index.IndexServer#ask] tells.
    Optional<JsonNode> ask(String method, String path, Map<String, String> parameters, @Nullable JsonNode body) {
        return understood(send(method, path, parameters, json(body)), method + " " + path);
    }

    /// As [cn.jixiao.index.IndexServer#attempt] tells.
    Optional<JsonNode> attempt(String method, String path, Map<String, String> parameters, @Nullable JsonNode body) {
        return understood(once(method, path, parameters, json(body)), method + " " + path);
    }

    private static @Nullable Body json(@Nullable JsonNode body) {
        return body == null ? null : Body.from(body.toString().getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private Optional<JsonNode> understood(Answer answer, String asked) {
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() >= 300) {
            throw new IndexServerException(answer.status() == 409 ? Reason.BUSY : Reason.FAILED, address, asked + ": " + answer.status() + " "
                    + answer.body().path("error").path("reason").asText(answer.body().toString()));
        }
        return Optional.of(answer.body());
    }

    /// Sends until a server answers something that will not pass by itself.
    Answer send(String method, String path, Map<String, String> parameters, @Nullable Body body) {
        var patience = new Patience();
        while (true) {
            try {
                var answer = once(method, path, parameters, body);
                if (!PASSING.contains(answer.status()) || !patience.again()) {
                    return answer;
                }
            } catch (IndexServerException e) {
                if (e.reason() != Reason.UNREACHABLE || !answered || !patience.again()) {
                    throw e;
                }
            }
        }
    }

    private Answer once(String method, String path, Map<String, String> parameters, @Nullable Body body) {
        try {
            var answer = sent(method, path, parameters, body);
            answered = true;
            if (answer.status() == 401 || answer.status() == 403) {
                throw new IndexServerException(Reason.REFUSED, address, "status " + answer.status());
            }
            return answer;
        } catch (IOException e) {
            throw new IndexServerException(cause(e, SSLException.class) == null ? Reason.UNREACHABLE : Reason.UNTRUSTED, address, e);
        }
    }

    private static <T extends Throwable> @Nullable T cause(Throwable trouble, Class<T> kind) {
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return kind.cast(each);
            }
        }
        return null;
    }

    private Answer sent(String method, String path, Map<String, String> parameters, @Nullable Body body) throws IOException {
        var request = Requests.builder().method(method).endpoint("/" + path).query(parameters);
        if (body != null) {
            request.body(body);
        }
        try (var response = client.execute(request.build())) {
            var told = response.getBody();
            return new Answer(response.getStatus(), told.isEmpty() ? MAPPER.missingNode() : json(told.get().bodyAsBytes()));
        } catch (IOException e) {
            // The client's transport tells of some answers as if none had come.
            var answer = cause(e, ResponseException.class);
            if (answer == null) {
                throw e;
            }
            return new Answer(answer.status(), MAPPER.getNodeFactory().textNode(String.valueOf(answer.getMessage())));
        }
    }

    /// Something between here and the servers may answer in words of its own.
    private static JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            return MAPPER.getNodeFactory().textNode(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new IndexServerException(Reason.UNREACHABLE, address, e);
        }
    }
}
