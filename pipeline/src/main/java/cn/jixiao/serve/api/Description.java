package cn.jixiao.serve.api;

import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Site;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// `/api/openapi.json`, and a page for people made of it.
public record Description(Site site) implements Feature {

    private static final byte[] DOCUMENT = read();

    /// One address.
    ///
    /// @param example to try it with
    public record Operation(String path, String summary, String example, List<Parameter> parameters) {
    }

    public record Parameter(String name, String description) {
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/api", ctx -> site.show(ctx, "api", null, "api.title", operations()));
        routes.get("/api/openapi.json", ctx -> ctx.contentType("application/json").result(DOCUMENT));
    }

    private static byte[] read() {
        try (var in = Description.class.getResourceAsStream("/cn/jixiao/serve/openapi.json")) {
            return java.util.Objects.requireNonNull(in, "openapi.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Operation> operations() {
        var document = Answers.read(DOCUMENT);
        var operations = new ArrayList<Operation>();
        document.get("paths").properties().forEach(entry -> {
            var get = entry.getValue().get("get");
            var parameters = new ArrayList<Parameter>();
            get.path("parameters").forEach(each -> parameters.add(parameter(document, each)));
            operations.add(new Operation(entry.getKey(), get.get("summary").asText(), get.path("x-example").asText(), parameters));
        });
        return operations;
    }

    private static Parameter parameter(JsonNode document, JsonNode parameter) {
        var reference = parameter.path("$ref").asText();
        var its = reference.isEmpty() ? parameter : document.at(reference.substring(1));
        return new Parameter(its.get("name").asText(), its.path("description").asText());
    }
}
