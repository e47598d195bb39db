package cn.jixiao.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One record on its way, as the two lines of a bulk request, or the one that takes it out.
///
/// @param lines each ending in a line break
record Change(byte[] lines) {

    private static final JsonMapper MAPPER = new JsonMapper();

    Change(String id, String together, @Nullable ObjectNode record) {
        this((head(id, together, record == null) + (record == null ? "" : text(record) + "\n")).getBytes(StandardCharsets.UTF_8));
    }

    private static String head(String id, String together, boolean out) {
        var action = JsonNodeFactory.instance.objectNode();
        action.putObject(out ? "delete" : "index").put("_id", id).put("routing", together);
        return text(action) + "\n";
    }

    private static String text(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
