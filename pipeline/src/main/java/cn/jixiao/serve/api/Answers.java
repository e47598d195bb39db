package cn.jixiao.serve.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Writes answers. Numbers keep their digits, and paths of the machine stay on the machine.
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Pattern OF_THE_MACHINE = Pattern.compile("^(/|[A-Za-z]:[/\\\\]|\\\\|\\.\\.).*", Pattern.DOTALL);

    private Answers() {
    }

    /// @param value maps, lists, texts and numbers
    static void send(Context ctx, Object value) {
        write(ctx, JSON.valueToTree(value));
    }

    /// @param json an answer that is JSON already
    static void sendText(Context ctx, String json) {
        try {
            write(ctx, JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + json.substring(0, Math.min(200, json.length())), e);
        }
    }

    static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Context ctx, JsonNode answer) {
        hidePaths(answer);
        try {
            ctx.contentType("application/json").result(JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + answer, e);
        }
    }

    private static void hidePaths(JsonNode node) {
        switch (node) {
            case ObjectNode object -> names(object).forEach(key -> {
                var value = object.get(key);
                switch (key) {
                    case "source" -> object.set(key, shown(value));
                    case "sources" -> each((ArrayNode) value, Answers::shown);
                    case "warnings" -> each((ArrayNode) value, Answers::withoutDetail);
                    default -> hidePaths(value);
                }
            });
            case ArrayNode array -> array.forEach(Answers::hidePaths);
            default -> { }
        }
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.properties().forEach(each -> names.add(each.getKey()));
        return names;
    }

    private static void each(ArrayNode array, java.util.function.UnaryOperator<JsonNode> change) {
        for (int i = 0; i < array.size(); i++) {
            array.set(i, change.apply(array.get(i)));
        }
    }

    private static JsonNode shown(JsonNode path) {
        return path.isTextual() ? TextNode.valueOf(shown(path.asText())) : path;
    }

    /// A path as given at import where it is relative, else its last name.
    static String shown(String path) {
        return OF_THE_MACHINE.matcher(path).matches()
                ? path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) : path;
    }

    /// `crashed: words of an exception` is `crashed`; such words may name files.
    private static JsonNode withoutDetail(JsonNode warning) {
        var text = warning.asText();
        int colon = text.indexOf(": ");
        return colon < 0 ? warning : TextNode.valueOf(text.substring(0, colon));
    }
}
