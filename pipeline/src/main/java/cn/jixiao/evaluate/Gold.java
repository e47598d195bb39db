package cn.jixiao.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One gold file: what a person read in one report.
///
/// @param name the report's file name without its ending
/// @param document the document record
/// @param records the observation records, in order
public record Gold(String name, JsonNode document, List<Record> records) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// One annotated mention. Where several answers are right, the best stands first.
    public record Record(JsonNode json) {

        public boolean optional() {
            return json.path("optional").asBoolean(false);
        }

        /// The acceptable answers for a key; a null answer is an empty string.
        public List<String> options(String key) {
            var node = json.path(key);
            if (!node.isArray()) {
                return List.of(text(node));
            }
            var found = new ArrayList<String>();
            node.forEach(each -> found.add(text(each)));
            return List.copyOf(found);
        }

        public String text(String key) {
            return options(key).getFirst();
        }

        private static String text(JsonNode node) {
            return node.isNull() || node.isMissingNode() ? "" : node.asText();
        }
    }

    public Gold {
        records = List.copyOf(records);
    }

    /// Reads the gold files of a folder, by name; or one file.
    ///
    /// @throws IOException if a file cannot be read or is no JSON; the message names file and line
    public static List<Gold> read(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(one(path));
        }
        try (Stream<Path> files = Files.list(path)) {
            var found = new ArrayList<Gold>();
            for (var file : files.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList()) {
                found.add(one(file));
            }
            return found;
        }
    }

    private static Gold one(Path file) throws IOException {
        var records = new ArrayList<Record>();
        JsonNode document = JSON.createObjectNode();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var json = parse(file, number, line);
            switch (json.path("type").asText()) {
                case "document" -> document = json;
                case "observation" -> records.add(new Record(json));
                case "relation" -> { }
                default -> throw new IOException(file + ":" + number + ": a gold line needs a type of document, "
                        + "observation or relation");
            }
        }
        return new Gold(stem(file.getFileName().toString()), document, records);
    }

    private static JsonNode parse(Path file, int line, String json) throws IOException {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IOException(file + ":" + line + ": " + e.getMessage(), e);
        }
    }

    /// A file's name without folder and ending, by which reports and gold are paired.
    public static String stem(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// A number in its shortest spelling, so that 20 and 20.00 are one value.
    static String number(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty()).map(BigDecimal::new)
                .map(each -> each.signum() == 0 ? "0" : each.stripTrailingZeros().toPlainString()).orElse("");
    }
}
