package cn.jixiao.observe;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.dictionary.Vocabulary;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Quantity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// How far attribution agrees with reports read by people, given their mentions: an upper bound for the whole pipeline.
/// Runs only where such reports are at hand (`JIXIAO_MATERIAL`).
class GoldAgreementTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final TreeMap<String, int[]> tally = new TreeMap<>();

    @Test
    void agreesWithReportsReadByPeople() throws IOException {
        var material = System.getenv("JIXIAO_MATERIAL");
        assumeTrue(material != null, "no reports read by people at hand: JIXIAO_MATERIAL is not set");
        var shelf = Shelf.of(Path.of(System.getProperty("jixiao.home"), "dictionaries"));
        var observer = new Observer(Indicators.load(shelf), Vocabulary.load(shelf), (reported, name) -> Optional.empty());
        var root = Path.of(material);
        for (var gold : files(root.resolve("gold"))) {
            var name = gold.getFileName().toString().replace(".jsonl", "");
            check(observer, name, Files.readString(root.resolve("seeds").resolve(name + ".txt")), gold);
        }
        for (var gold : files(root.resolve("practice/gold"))) {
            var name = gold.getFileName().toString().replace(".jsonl", "");
            check(observer, name, plain(root.resolve("practice/html").resolve(name + ".html")), gold);
        }
        tally.forEach((key, counts) -> System.out.printf("%-28s %4d of %4d  %.3f%n", key, counts[0], counts[1], 1.0 * counts[0] / counts[1]));
        var facts = tally.get("all:indicator+role");
        assertTrue(facts[0] > 0.9 * facts[1], "agreement fell to " + facts[0] + " of " + facts[1]);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    private static String plain(Path html) throws IOException {
        var out = new StringBuilder();
        var spans = new int[40];
        for (var element : Jsoup.parse(html.toFile()).body().select("p, h1, h2, h3, h4, tr, div")) {
            if (element.is("tr")) {
                row(element, spans, out);
            } else if (element.closest("tr") == null && element.select("p, h1, h2, h3, h4, tr, div").size() == 1) {
                out.append(element.text()).append('\n');
            }
        }
        return out.toString();
    }

    /// A row with an empty cell wherever one from above reaches down.
    private static void row(org.jsoup.nodes.Element row, int[] spans, StringBuilder out) {
        int column = 0;
        var cells = new ArrayList<String>();
        for (var cell : row.select("td, th")) {
            for (; spans[column] > 0; column++) {
                spans[column]--;
                cells.add("");
            }
            int width = Integer.parseInt(cell.attr("colspan").isEmpty() ? "1" : cell.attr("colspan"));
            int height = Integer.parseInt(cell.attr("rowspan").isEmpty() ? "1" : cell.attr("rowspan"));
            for (int i = 0; i < width; i++) {
                cells.add(i == 0 ? cell.text() : "");
                spans[column++] = height - 1;
            }
        }
        out.append(String.join("\t", cells)).append('\n');
    }

    private void check(Observer observer, String name, String text, Path gold) throws IOException {
        var records = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(gold)) {
            records.add(JSON.readTree(line));
        }
        var head = records.getFirst();
        var projects = new ArrayList<String>();
        head.path("projects").forEach(project -> projects.add(project.asText()));
        var facts = new Facts(first(head.path("title")), DocumentType.valueOf(first(head.path("doc_type")).toUpperCase()), null, null,
                null, head.path("year").asInt(), Period.parse(first(head.path("period"))), List.of());
        var mentions = new ArrayList<Mention>();
        var wanted = new ArrayList<JsonNode>();
        int cursor = 0;
        for (var record : records) {
            if (!record.path("type").asText().equals("observation")) {
                continue;
            }
            int at = place(text, record, cursor);
            if (at < 0) {
                count("unplaced", false);
                continue;
            }
            var raw = record.path("raw").asText();
            cursor = at + raw.length();
            var value = record.path("value").isArray() ? record.path("value").get(0) : record.path("value");
            var quantity = new Quantity(Kind.valueOf(first(record.path("kind")).toUpperCase()), Comparator.of(first(record.path("comparator"))),
                    value.decimalValue(), first(record.path("unit")), Interval.exactly(value.decimalValue()));
            mentions.add(new Mention(new Span(at, at + raw.length()), raw, quantity, List.of()));
            wanted.add(record);
        }
        var stand = new Stand(text, facts, projects);
        var found = observer.observe(stand.document(), stand.outline(), new Mentions(mentions, List.of()));
        for (int i = 0; i < found.size(); i++) {
            compare(name, found.get(i), wanted.get(i));
        }
    }

    private void compare(String name, cn.jixiao.observation.Observation found, JsonNode wanted) {
        boolean optional = wanted.path("optional").asBoolean();
        boolean indicator = in(wanted.path("indicator"), found.indicator()) || optional && found.indicator() == null;
        boolean role = in(wanted.path("role"), found.role().key());
        boolean breakdown = similar(wanted.path("breakdown"), found.breakdown());
        boolean year = in(wanted.path("year"), String.valueOf(found.year()));
        boolean project = similar(wanted.path("project"), found.project());
        count(name + ":indicator", indicator);
        count("all:indicator+role", indicator && role);
        count("all:role", role);
        count("all:breakdown", breakdown);
        count("all:year", year);
        count("all:project", project);
        count("confidence " + Math.round(found.confidence() * 20) / 20.0, indicator && role);
        if (!indicator || !role || !breakdown || !year) {
            System.out.printf("%s %s%s%s%s %s [%s] found %s %s %s %s | wanted %s %s %s %s | %s | %s%n", name.substring(0, 3),
                    indicator ? "" : "I", role ? "" : "R", breakdown ? "" : "B", year ? "" : "Y", found.raw(), found.label(),
                    found.indicator(), found.role().key(), found.breakdown(), found.year(), wanted.path("indicator"),
                    wanted.path("role"), wanted.path("breakdown"), wanted.path("year"), wanted.path("context").asText(), found.rules());
        }
    }

    private void count(String key, boolean right) {
        var counts = tally.computeIfAbsent(key, unused -> new int[2]);
        counts[0] += right ? 1 : 0;
        counts[1]++;
    }

    private static String first(JsonNode node) {
        return node.isArray() ? node.get(0).asText() : node.asText();
    }

    private static boolean in(JsonNode wanted, String found) {
        if (!wanted.isArray()) {
            return found == null ? wanted.isNull() : wanted.asText().equals(found) && !wanted.isNull();
        }
        for (var each : wanted) {
            if (in(each, found)) {
                return true;
            }
        }
        return false;
    }

    private static boolean similar(JsonNode wanted, String found) {
        if (wanted.isArray()) {
            for (var each : wanted) {
                if (similar(each, found)) {
                    return true;
                }
            }
            return false;
        }
        if (found == null || wanted.isNull()) {
            return found == null && wanted.isNull();
        }
        return found.contains(wanted.asText()) || wanted.asText().contains(found);
    }

    /// Where the mention stands: its context is looked for from the last one on, white space left out of account.
    private static int place(String text, JsonNode record, int cursor) {
        var context = record.path("context").asText();
        var raw = record.path("raw").asText();
        int inside = context.indexOf(raw);
        for (int from : new int[] {Math.max(0, cursor - 60), 0}) {
            int at = solid(text, context, from, cursor, inside, raw);
            if (at >= 0) {
                return at;
            }
        }
        return text.indexOf(raw, cursor);
    }

    private static int solid(String text, String context, int from, int cursor, int inside, String raw) {
        var wanted = context.replaceAll("\\s", "");
        var solid = new StringBuilder();
        var map = new ArrayList<Integer>();
        for (int i = from; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                solid.append(text.charAt(i));
                map.add(i);
            }
        }
        int shift = context.substring(0, Math.max(inside, 0)).replaceAll("\\s", "").length();
        int at = -1;
        while ((at = solid.indexOf(wanted, at + 1)) >= 0) {
            int start = map.get(at + shift);
            int end = map.get(Math.min(map.size() - 1, at + wanted.length() - 1));
            int found = text.indexOf(raw, Math.max(start, from == 0 ? 0 : cursor));
            if (found >= 0 && found <= end) {
                return found;
            }
        }
        return -1;
    }
}
