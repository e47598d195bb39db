package cn.jixiao.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.read.Reader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Injects one fault at a time into the bundled reports, into every number that the gold files say must agree with others,
/// and counts how many raise an alarm that was not there before, or that tells other figures than before.
///
/// The text is changed and read again, so that extraction is part of what is measured. A digit among the first three is
/// mistyped, two neighbours are swapped, 万元 becomes 元, or the figure is left out.
class FaultsTest {

    private static final Path CORPUS = Path.of("..", "corpus");
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Ways of going wrong.
    private enum Fault { DIGIT, SWAP, UNIT, DROP }

    private final Pipeline pipeline = new Pipeline(Dictionaries.load(new Shelf(List.of(Path.of("..", "dictionaries")))));

    @Test
    void faultsAreFoundAndSoundReportsAreLeftAlone() throws IOException {
        long seed = Long.getLong("jixiao.seed", 20261120L);
        System.out.println("faults: seed " + seed);
        var random = new Random(seed);
        var tally = new TreeMap<String, int[]>();
        int wrong = 0;
        var missed = new ArrayList<String>();
        try (var files = Files.list(CORPUS.resolve("reports"))) {
            for (var file : files.sorted().toList()) {
                var gold = gold(file);
                var read = new Reader().read(Source.ofFile(file.getFileName().toString(), file));
                var sound = pipeline.extract(read);
                boolean violated = gold.stream().anyMatch(each -> !each.get("holds").asBoolean());
                wrong += violated ? 0 : alarms(sound).size();
                var done = new HashSet<String>();
                for (var relation : gold) {
                    inject(random, sound, relation, done, tally, missed);
                }
            }
        }
        int found = tally.values().stream().mapToInt(each -> each[0]).sum() / 3;
        int all = tally.values().stream().mapToInt(each -> each[1]).sum() / 3;
        tally.forEach((name, each) -> System.out.println("faults: %s %d of %d".formatted(name, each[0], each[1])));
        System.out.println("faults: found %d of %d (%.3f); alarms on sound reports: %d".formatted(found, all,
                found / (double) all, wrong));
        if (System.getenv("JIXIAO_FAULTS") != null) {
            missed.forEach(System.out::println);
        }
        assertTrue(all > 150, "faults injected: " + all);
        assertTrue(wrong == 0, "alarms on sound reports: " + wrong);
        assertTrue(found >= 0.88 * all, "found " + found + " of " + all);
    }

    /// Spoils every figure of the relation that no relation before it had, one at a time.
    private void inject(Random random, Extraction sound, JsonNode relation, Set<String> done, Map<String, int[]> tally,
            List<String> missed) {
        boolean checkable = relation.get("holds").asBoolean() && !relation.path("optional").asBoolean()
                && Set.of("sum", "ratio", "conflict").contains(relation.get("rule").asText());
        if (!checkable) {
            return;
        }
        var operands = operands(sound, relation);
        for (int i = 0; i < operands.size(); i++) {
            var operand = operands.get(i);
            if (!done.add(operand.id())) {
                continue;
            }
            boolean part = relation.get("rule").asText().equals("sum") && operands.size() > 3 && i > 0;
            spoiled(random, sound, operand, part).ifPresent(fault -> count(sound, relation, operand, fault, tally, missed));
        }
    }

    /// A kind of fault and the text with it.
    private record Spoiled(Fault fault, String text) {
    }

    private static Optional<Spoiled> spoiled(Random random, Extraction sound, Observation operand, boolean part) {
        var fault = Fault.values()[random.nextInt(Fault.values().length)];
        if (fault == Fault.DROP && !part) {
            fault = Fault.DIGIT;
        }
        var text = spoil(random, sound.document().text(), operand, fault);
        if (text.equals(sound.document().text())) {
            fault = Fault.DIGIT;
            text = spoil(random, sound.document().text(), operand, fault);
        }
        return text.equals(sound.document().text()) ? Optional.empty() : Optional.of(new Spoiled(fault, text));
    }

    private void count(Extraction sound, JsonNode relation, Observation operand, Spoiled spoiled, Map<String, int[]> tally,
            List<String> missed) {
        var before = alarms(sound);
        var after = pipeline.extract(with(sound.document(), spoiled.text()));
        boolean found = alarms(after).stream().anyMatch(each -> !before.contains(each));
        var place = operand.evidence().table() == null ? "in prose" : "in a table";
        for (var name : List.of(relation.get("rule").asText(), spoiled.fault().name(), place)) {
            var count = tally.computeIfAbsent(name, key -> new int[2]);
            count[0] += found ? 1 : 0;
            count[1]++;
        }
        if (!found) {
            missed.add("missed " + sound.document().source() + " " + spoiled.fault() + " " + squeeze(operand.raw()) + " -> "
                    + squeeze(operand.evidence().span().of(spoiled.text())) + " in " + relation.get("message").asText());
        }
    }

    /// The mentions that a relation of the gold file names by their words: those that stand closest to each other.
    private static List<Observation> operands(Extraction sound, JsonNode relation) {
        var raws = new ArrayList<String>();
        relation.get("raws").forEach(each -> raws.add(squeeze(each.asText())));
        List<Observation> best = List.of();
        long least = Long.MAX_VALUE;
        for (var first : sound.observations()) {
            if (!squeeze(first.raw()).equals(raws.getFirst())) {
                continue;
            }
            var chosen = new ArrayList<>(List.of(first));
            raws.stream().skip(1).forEach(raw -> sound.observations().stream().filter(each -> squeeze(each.raw()).equals(raw)
                    && !chosen.contains(each)).min(Comparator.comparing(each -> distance(first, each))).ifPresent(chosen::add));
            long far = chosen.stream().mapToLong(each -> distance(first, each)).sum();
            if (chosen.size() > best.size() || chosen.size() == best.size() && far < least) {
                best = chosen;
                least = far;
            }
        }
        return best;
    }

    private static int distance(Observation a, Observation b) {
        return Math.abs(a.evidence().span().start() - b.evidence().span().start());
    }

    private static Set<String> alarms(Extraction extraction) {
        var alarms = new HashSet<String>();
        extraction.findings().stream().filter(each -> !each.holds() && each.severity() != Finding.Severity.INFO)
                .forEach(each -> alarms.add(each.rule() + each.observations() + each.message()));
        return alarms;
    }

    /// The text with one mention spoiled, of the same length, so that all places stay.
    private static String spoil(Random random, String text, Observation operand, Fault fault) {
        var span = operand.evidence().span();
        var raw = new StringBuilder(text.substring(span.start(), span.end()));
        var digits = new ArrayList<Integer>();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) >= '0' && raw.charAt(i) <= '9') {
                digits.add(i);
            }
        }
        switch (fault) {
            case DIGIT -> {
                if (!digits.isEmpty()) {
                    int at = digits.get(random.nextInt(Math.min(3, digits.size())));
                    raw.setCharAt(at, (char) ('1' + (raw.charAt(at) - '0' + random.nextInt(8)) % 9));
                }
            }
            case SWAP -> {
                if (digits.size() > 1) {
                    int i = random.nextInt(Math.min(2, digits.size() - 1));
                    char first = raw.charAt(digits.get(i));
                    raw.setCharAt(digits.get(i), raw.charAt(digits.get(i + 1)));
                    raw.setCharAt(digits.get(i + 1), first);
                }
            }
            case UNIT -> {
                int at = raw.indexOf("万");
                if (at > 0) {
                    raw.setCharAt(at, ' ');
                }
            }
            case DROP -> {
                for (int i = 0; i < raw.length(); i++) {
                    raw.setCharAt(i, ' ');
                }
            }
        }
        return text.substring(0, span.start()) + raw + text.substring(span.end());
    }

    private static Document with(Document document, String text) {
        return new Document(document.id(), document.source(), document.mediaType(), text, document.blocks(), document.pages(),
                document.layout(), document.problems());
    }

    private static List<JsonNode> gold(Path report) throws IOException {
        var name = report.getFileName().toString();
        var file = CORPUS.resolve("gold").resolve(name.substring(0, name.lastIndexOf('.')) + ".jsonl");
        var relations = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file)) {
            var record = JSON.readTree(line);
            if (record.path("type").asText().equals("relation")) {
                relations.add(record);
            }
        }
        return relations;
    }

    private static String squeeze(String words) {
        return words.replaceAll("\\s", "");
    }
}
