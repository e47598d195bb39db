package cn.jixiao.record;

import cn.jixiao.document.Block;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.Period;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Records of the spine as bytes and back, for the index that stores them and for processes that hand them to each other.
/// The spine knows nothing of it: what JSON must be told of sealed types stands here.
public final class Json {

    /// Half of a usual body: the packer is called few times.
    private static final int PACKED_AT_ONCE = 8192;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .defaultPropertyInclusion(JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Block.class, BlockByName.class)
            .addModule(new SimpleModule("spine")
                    .addSerializer(Span.class, new SpanWriter()).addDeserializer(Span.class, new SpanReader())
                    .addSerializer(Period.class, ToStringSerializer.instance).addDeserializer(Period.class, new PeriodReader())
                    .addSerializer(Instant.class, ToStringSerializer.instance).addDeserializer(Instant.class, new InstantReader()))
            .build();

    private Json() {
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /// Deflated: the body of a report is ten times its text as JSON, and a fraction of it so.
    public static byte[] packed(Object value) {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(packed, deflater, PACKED_AT_ONCE)) {
            MAPPER.writeValue(out, value);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass().getSimpleName(), e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    public static <T> T unpacked(byte[] packed, Class<T> type) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
    @JsonSubTypes({@JsonSubTypes.Type(value = Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Table.class, name = "table"),
        @JsonSubTypes.Type(value = Marginal.class, name = "marginal")})
    private interface BlockByName {
    }

    private static final class SpanWriter extends StdSerializer<Span> {

        SpanWriter() {
            super(Span.class);
        }

        @Override
        public void serialize(Span span, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeArray(new int[] {span.start(), span.end()}, 0, 2);
        }
    }

    private static final class SpanReader extends StdDeserializer<Span> {

        SpanReader() {
            super(Span.class);
        }

        @Override
        public Span deserialize(JsonParser in, DeserializationContext context) throws IOException {
            int start = in.nextIntValue(-1);
            int end = in.nextIntValue(-1);
            return in.nextToken() == JsonToken.END_ARRAY ? new Span(start, end)
                    : context.reportInputMismatch(this, "a span is two places");
        }
    }

    private static final class PeriodReader extends StdDeserializer<Period> {

        PeriodReader() {
            super(Period.class);
        }

        @Override
        public Period deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Period.parse(in.getText());
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(in.getText());
            } catch (DateTimeParseException e) {
                throw context.weirdStringException(in.getText(), Instant.class, e.getMessage());
            }
        }
    }
}
