package cn.jixiao.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/// The documents of [RecordDocuments] as JSON, field by field: what the embedded index knows of a report, an index on
/// servers knows, and no field is listed twice.
///
/// Beside the fields of the embedded index stand `place`, which tells the order within the report that documents of a block
/// have by themselves, and on observations `told`, their sentence, and `sentence`, the place of its own document.
final class ServerDocuments {

    static final String PLACE = "place";
    static final String TOLD = "told";
    static final String SENTENCE = "sentence";
    /// The report that a path of a source entry holds.
    static final String HELD = "held";
    /// The id of the one record of all links between reports.
    static final String LINKS_ID = "links";

    private ServerDocuments() {
    }

    /// The id of a record of a report, by its place.
    static String id(String docId, int place) {
        return docId + "/" + place;
    }

    /// The documents of one report, in their order.
    static List<ObjectNode> block(List<Document> block) {
        var made = new ArrayList<ObjectNode>();
        int from = 0;
        for (int place = 0; place < block.size(); place++) {
            var it = document(block.get(place)).put(PLACE, place);
            if (Fields.SENTENCE.equals(it.path(Fields.RECORD).textValue())) {
                var told = it.get(Fields.CHARS);
                for (var each : made.subList(from, place)) {
                    each.put(SENTENCE, place).set(TOLD, told);
                }
            }
            if (!isObservation(it)) {
                from = place + 1;
            }
            made.add(it);
        }
        return made;
    }

    private static boolean isObservation(ObjectNode it) {
        return Fields.OBSERVATION.equals(it.path(Fields.RECORD).textValue());
    }

    static ObjectNode document(Document document) {
        var made = JsonNodeFactory.instance.objectNode();
        document.forEach(field -> put(field, made));
        return made;
    }

    private static void put(IndexableField field, ObjectNode made) {
        var type = field.fieldType();
        if (field.name().equals(Fields.CHARS)) {
            made.put(Fields.CHARS, ServerTokens.characters(field.stringValue()));
        } else if (field.name().equals(Fields.WORDS)) {
            var words = ServerTokens.words(Objects.requireNonNull(((Field) field).tokenStreamValue()));
            // Lucene does not count a record that has the field and no word in it.
            if (!words.isEmpty()) {
                made.put(Fields.WORDS, words);
            }
        } else if (type.pointDimensionCount() > 0) {
            number(field, made);
        } else if (type.docValuesType() != DocValuesType.NONE) {
            column(field, made);
        } else if (type.indexOptions() != IndexOptions.NONE) {
            add(made, field.name(), field.stringValue());
        } else if (field instanceof StoredField) {
            stored(field, made);
        }
    }

    private static void number(IndexableField field, ObjectNode made) {
        switch (field.numericValue()) {
            case Integer whole -> made.put(field.name(), whole);
            case Double broken -> made.put(field.name(), broken);
            default -> throw new IllegalStateException("a point of " + field.numericValue().getClass());
        }
    }

    private static void column(IndexableField field, ObjectNode made) {
        switch (field.fieldType().docValuesType()) {
            case SORTED, SORTED_SET -> add(made, field.name(), field.binaryValue().utf8ToString());
            case BINARY -> made.put(field.name(), field.name().equals(Fields.ENTRY) ? field.binaryValue().utf8ToString()
                    : base64(field.binaryValue()));
            case NUMERIC -> {
                // Numbers that are points too went in as such, and a double would be bits here.
                if (field.name().startsWith("c_")) {
                    made.put(field.name(), field.numericValue().longValue());
                }
            }
            default -> throw new IllegalStateException(field.toString());
        }
    }

    private static void stored(IndexableField field, ObjectNode made) {
        if (field.numericValue() != null) {
            made.put(field.name(), field.numericValue().intValue());
        } else if (field.stringValue() != null) {
            made.put(field.name(), field.stringValue());
        } else {
            made.put(field.name(), isJson(field) ? field.binaryValue().utf8ToString() : base64(field.binaryValue()));
        }
    }

    /// Records are JSON or packed; what is packed never begins with a brace.
    private static boolean isJson(IndexableField field) {
        var bytes = field.binaryValue();
        return field.name().equals(Fields.STORED) && bytes.length > 0 && bytes.bytes[bytes.offset] == '{';
    }

    private static String base64(BytesRef bytes) {
        var exact = java.util.Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
        return new String(Base64.getEncoder().encode(exact), StandardCharsets.ISO_8859_1);
    }

    private static void add(ObjectNode made, String name, String value) {
        switch (made.get(name)) {
            case null -> made.put(name, value);
            case ArrayNode several -> several.add(value);
            case JsonNode one -> made.putArray(name).add(one.textValue()).add(value);
        }
    }
}
