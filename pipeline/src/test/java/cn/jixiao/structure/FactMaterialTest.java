package cn.jixiao.structure;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.observation.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Measures the facts of annotated reports, where a folder of them is given (`JIXIAO_MATERIAL`).
class FactMaterialTest {

    private static final Path HOME = Path.of(System.getProperty("jixiao.home", ".."), "dictionaries");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void findsTheFactsOfAnnotatedReports() throws IOException {
        var folder = System.getenv("JIXIAO_MATERIAL");
        assumeTrue(folder != null, "JIXIAO_MATERIAL names no folder of annotated reports");
        var shelf = Shelf.of(HOME);
        var finder = new FactFinder(FactWords.load(shelf), Regions.load(shelf));
        var right = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        int count = 0;
        for (var report : reports(Path.of(folder)).entrySet()) {
            var gold = JSON.readTree(Files.readAllLines(report.getKey()).getFirst());
            var plain = Files.readString(report.getValue());
            var facts = finder.find(Pages.of(report.getValue().getFileName().toString(),
                    report.getValue().toString().endsWith("html") ? stripped(plain) : plain));
            count++;
            compare(report.getKey().getFileName() + " " + facts.rules(), gold, facts, right, wrong);
        }
        System.out.println(count + " reports, right: " + right);
        wrong.forEach(System.out::println);
        for (var key : List.of("region_code", "year", "doc_type")) {
            assertTrue(right.getOrDefault(key, 0) >= 0.9 * count, key + ": " + wrong);
        }
    }

    private static Map<Path, Path> reports(Path folder) throws IOException {
        var found = new TreeMap<Path, Path>();
        for (var pair : List.of(List.of("gold", "seeds", ".txt"), List.of("practice/gold", "practice/html", ".html"))) {
            try (var files = Files.list(folder.resolve(pair.get(0)))) {
                files.forEach(gold -> found.put(gold, folder.resolve(pair.get(1))
                        .resolve(gold.getFileName().toString().replace(".jsonl", pair.get(2)))));
            }
        }
        return found;
    }

    private static String stripped(String html) {
        return html.replaceAll("(?s)<head>.*?</head>", "").replaceAll("</t[dh]>\\s*<t[dh][^>]*>", " | ")
                .replaceAll("<br */?>", "\n").replaceAll("<[^>]*>", "").replace("&nbsp;", " ").replace("&gt;", ">");
    }

    private static void compare(String name, JsonNode gold, Facts facts, Map<String, Integer> right, List<String> wrong) {
        var found = new TreeMap<String, String>();
        found.put("title", String.valueOf(facts.title()));
        found.put("doc_type", facts.type().key());
        found.put("agency", String.valueOf(facts.agency()));
        found.put("evaluator", String.valueOf(facts.evaluator()));
        found.put("region_code", facts.region() == null ? "null" : facts.region().code());
        found.put("year", String.valueOf(facts.year()));
        found.put("period", String.valueOf(facts.period()));
        found.forEach((key, value) -> {
            var wanted = new ArrayList<String>();
            if (gold.get(key).isArray()) {
                gold.get(key).forEach(each -> wanted.add(each.asText()));
            } else {
                wanted.add(gold.get(key).asText());
            }
            if (wanted.contains(value)) {
                right.merge(key, 1, Integer::sum);
            } else {
                wrong.add(name + ": " + key + " is " + value + ", wanted " + wanted);
            }
        });
    }
}
