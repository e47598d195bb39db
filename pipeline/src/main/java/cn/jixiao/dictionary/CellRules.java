package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one figure is chosen where a report words it in several ways, from `cells.yaml`.
public final class CellRules {

    public static final CellRules NONE = new CellRules(List.of());

    private static final Set<String> KEYS =
            Set.of("rule", "name", "english", "indicators", "prefer", "yield", "column", "title");

    /// One way to prefer a figure.
    ///
    /// @param indicators it is for; empty for a rule of titles
    /// @param prefer words in labels that stand first
    /// @param yield words in labels that stand last
    /// @param lastColumn of figures in one row of a table, the one furthest to the right
    /// @param title words in titles and file names of reports that stand first
    public record Rule(String id, String name, String englishName, List<String> indicators, List<String> prefer,
            List<String> yield, boolean lastColumn, List<String> title) {

        public Rule {
            indicators = List.copyOf(indicators);
            prefer = List.copyOf(prefer);
            yield = List.copyOf(yield);
            title = List.copyOf(title);
        }

        /// 2 for a label that is preferred, 0 for one that yields, 1 for all others.
        public int mark(String label) {
            return prefer.stream().anyMatch(label::contains) ? 2 : yield.stream().anyMatch(label::contains) ? 0 : 1;
        }

        public boolean inTitle(String words) {
            return title.stream().anyMatch(words::contains);
        }
    }

    private final List<Rule> rules;

    private CellRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// @throws DictionaryException with file and line if an entry is broken
    public static CellRules load(Shelf shelf) {
        var rules = new ArrayList<Rule>();
        for (var book : shelf.books("cells", ".yaml")) {
            book.entries().forEach(entry -> rules.add(rule(entry.allow(KEYS))));
        }
        return new CellRules(rules);
    }

    private static Rule rule(Entry entry) {
        entry.optional("column").filter(each -> !each.equals("last")).ifPresent(each -> {
            throw entry.problem("column", "'" + each + "' is not 'last'");
        });
        if (entry.texts("indicators").isEmpty() == entry.texts("title").isEmpty()) {
            throw entry.problem("a rule needs either indicators or words of titles");
        }
        return new Rule(entry.text("rule"), entry.text("name"), entry.text("english"), entry.texts("indicators"),
                entry.texts("prefer"), entry.texts("yield"), entry.optional("column").isPresent(), entry.texts("title"));
    }

    public List<Rule> all() {
        return rules;
    }

    /// The rules of labels for an indicator, in the order of the dictionary.
    public List<Rule> of(String indicator) {
        return rules.stream().filter(rule -> rule.indicators().contains(indicator)).toList();
    }

    /// The rules of titles.
    public List<Rule> titles() {
        return rules.stream().filter(rule -> !rule.title().isEmpty()).toList();
    }

    public Optional<Rule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
