package cn.jixiao.dictionary;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The canonical indicators, from `dictionaries/indicators/`, and the examples that stand beside them.
///
/// An entry that a later folder of the shelf gives again replaces the earlier one.
public final class Indicators {

    private static final Set<String> KEYS = Set.of("id", "name", "english", "kind", "units", "parent", "aggregate",
            "terms", "shared", "near", "unless", "examples", "counterexamples");

    private final Map<String, Indicator> byId;
    private final List<Example> examples;

    private Indicators(Map<String, Indicator> byId, List<Example> examples) {
        this.byId = byId;
        this.examples = List.copyOf(examples);
    }

    /// A sentence beside an entry that shows what belongs to it and what does not.
    ///
    /// @param headings what the sentence stands under, outermost first
    /// @param mention the number in the sentence
    /// @param holds whether the mention must be given the indicator or must not
    /// @param place file and line
    public record Example(String indicator, List<String> headings, String sentence, Span mention, boolean holds,
            String place) {
        public Example {
            headings = List.copyOf(headings);
        }
    }

    /// @throws DictionaryException at the first broken entry
    public static Indicators load(Shelf shelf) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var book : shelf.books("indicators", ".yaml")) {
            book.entries().forEach(entry -> entries.put(entry.text("id"), entry));
        }
        var byId = new LinkedHashMap<String, Indicator>();
        var examples = new ArrayList<Example>();
        for (var entry : entries.values()) {
            byId.put(entry.text("id"), indicator(entry.allow(KEYS)));
            examples.addAll(examples(entry, "examples", true));
            examples.addAll(examples(entry, "counterexamples", false));
        }
        entries.values().forEach(entry -> checkParent(entry, byId));
        return new Indicators(byId, examples);
    }

    public List<Indicator> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Indicator> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Example> examples() {
        return examples;
    }

    /// Whether `wide` is `narrow` or one of the indicators that it is a narrower sense of.
    public boolean covers(String wide, String narrow) {
        for (var at = byId.get(narrow); at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
            if (at.id().equals(wide)) {
                return true;
            }
        }
        return false;
    }

    private static Indicator indicator(Entry entry) {
        var near = entry.texts("near");
        var terms = Stream.concat(
                entry.texts("terms").stream().map(words -> new Indicator.Term(words, List.of())),
                entry.texts("shared").stream().map(words -> new Indicator.Term(words, near))).toList();
        if (terms.isEmpty()) {
            throw entry.problem("an indicator needs terms");
        }
        if (near.isEmpty() && !entry.texts("shared").isEmpty()) {
            throw entry.problem("shared", "words that others share need words of 'near'");
        }
        for (var term : terms) {
            checkTerm(entry, term);
        }
        return new Indicator(entry.text("id"), entry.text("name"), entry.text("english"),
                entry.choice("kind", Kind.class), entry.texts("units"), entry.optional("parent").orElse(null),
                entry.choice("aggregate", Indicator.Aggregate.class), terms, entry.texts("unless"));
    }

    private static void checkTerm(Entry entry, Indicator.Term term) {
        try {
            TermPattern.expand(term.words());
        } catch (IllegalArgumentException e) {
            throw entry.problem(term.near().isEmpty() ? "terms" : "shared", e.getMessage());
        }
    }

    private static void checkParent(Entry entry, Map<String, Indicator> byId) {
        entry.optional("parent").filter(parent -> !byId.containsKey(parent)).ifPresent(parent -> {
            throw entry.problem("parent", "there is no indicator '" + parent + "'");
        });
    }

    private static List<Example> examples(Entry entry, String key, boolean holds) {
        return entry.texts(key).stream().map(text -> example(entry, key, text, holds)).toList();
    }

    /// `总标题 | 小标题 | 全年办案[87件]`
    private static Example example(Entry entry, String key, String text, boolean holds) {
        var parts = Arrays.stream(text.split("\\|")).map(String::strip).toList();
        var marked = parts.getLast();
        int open = marked.indexOf('[');
        int close = marked.indexOf(']', Math.max(open, 0));
        if (open < 0 || close < open + 2) {
            throw entry.problem(key, "'" + text + "' marks no mention in [brackets]");
        }
        var sentence = marked.substring(0, open) + marked.substring(open + 1, close) + marked.substring(close + 1);
        return new Example(entry.text("id"), parts.subList(0, parts.size() - 1), sentence, new Span(open, close - 1),
                holds, entry.place());
    }
}
