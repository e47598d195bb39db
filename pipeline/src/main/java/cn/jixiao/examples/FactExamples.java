package cn.jixiao.examples;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Entry;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Source;
import cn.jixiao.observation.Facts;
import java.util.Set;
import java.util.TreeMap;

/// An example of `facts/examples.yaml` is the first page of a report and the facts it tells; `-` where nothing may be
/// found. Lines with ` | ` are rows of a table.
record FactExamples(Pipeline pipeline) {

    private static final Set<String> FACTS = Set.of("title", "type", "agency", "evaluator", "region", "year", "period");
    private static final Set<String> KEYS = Set.of("text", "file", "title", "type", "agency", "evaluator", "region", "year",
            "period");

    Outcome check(Shelf shelf) {
        var outcome = new Outcome.Collector();
        for (var book : shelf.books("facts/examples", ".yaml")) {
            book.entries().forEach(example -> check(example.allow(KEYS), outcome));
        }
        return outcome.outcome();
    }

    private void check(Entry example, Outcome.Collector outcome) {
        var text = example.text("text");
        var source = source(example.optional("file").orElse("example.txt"), text);
        var facts = pipeline.run(source).outline().facts();
        var wanted = new TreeMap<String, String>();
        var found = new TreeMap<String, String>();
        for (var key : FACTS) {
            example.optional(key).ifPresent(value -> {
                wanted.put(key, value);
                found.put(key, value(facts, key));
            });
        }
        outcome.add(wanted.equals(found), example.place(), text, wanted.toString(), found);
    }

    private static Source source(String file, String text) {
        if (!text.contains(" | ")) {
            return Source.ofText(file, text);
        }
        return Source.ofText(file, Drawing.html(text.lines()
                .map(line -> line.contains(" | ") ? "|" + line.strip().replace(" | ", "|") + "|" : line).toList()));
    }

    private static String value(Facts facts, String key) {
        Object value = switch (key) {
            case "title" -> facts.title();
            case "type" -> facts.type().key();
            case "agency" -> facts.agency();
            case "evaluator" -> facts.evaluator();
            case "region" -> facts.region() == null ? null : facts.region().code();
            case "year" -> facts.year();
            case "period" -> facts.period();
            default -> throw new IllegalArgumentException(key);
        };
        return value == null ? "-" : value.toString();
    }
}
