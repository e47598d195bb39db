package cn.jixiao.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Writer;
import java.util.List;

/// Maps and lists as JSON: numbers without exponent, keys in their order.
public final class JsonText {

    private static final ObjectWriter COMPACT =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().writer();

    private JsonText() {
    }

    static RecordFormat.Lines lines(Writer out, List<String> keys) {
        return value -> out.append(of(value)).append('\n');
    }

    public static String of(Object value) {
        try {
            return COMPACT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + value, e);
        }
    }
}
