package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rules of `exclusions.yaml`: numbers that state no quantity, by the words around them.
///
/// A pattern is literal text in which `#` stands for any numeral, or several joined by a list or range mark, `Y` for a
/// year in four digits, and `(甲|乙|)` for alternatives. A pattern without either is a fixed term that holds a
/// numeral (`一站式`).
public final class Exclusions {

    /// One rule.
    ///
    /// @param name what an exclusion reports (`document-number`)
    /// @param meaning what such numbers are, for people
    /// @param bare whether it applies only to numbers without a unit (`指标3`, but not `指标3个`)
    /// @param patterns with alternatives written out
    /// @param examples sentences in which some number falls under this rule
    /// @param counterExamples sentences in which none does
    /// @param place file and line
    public record Rule(String name, String meaning, boolean bare, List<String> patterns, List<String> examples,
            List<String> counterExamples, String place) {
        public Rule {
            patterns = List.copyOf(patterns);
            examples = List.copyOf(examples);
            counterExamples = List.copyOf(counterExamples);
        }
    }

    private static final Set<String> KEYS = Set.of("rule", "means", "bare", "patterns", "examples", "counter-examples");

    private final List<Rule> rules;

    private Exclusions(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// @throws DictionaryException at the first broken entry
    public static Exclusions load(Shelf shelf) {
        var rules = new ArrayList<Rule>();
        for (var book : shelf.books("exclusions", ".yaml")) {
            for (var entry : book.entries()) {
                rules.add(rule(entry.allow(KEYS)));
            }
        }
        return new Exclusions(rules);
    }

    private static Rule rule(Entry entry) {
        var patterns = new ArrayList<String>();
        for (var pattern : entry.texts("patterns")) {
            expand("", pattern, patterns, entry);
        }
        return new Rule(entry.text("rule"), entry.text("means"), entry.optional("bare").filter("true"::equals).isPresent(),
                patterns, entry.texts("examples"), entry.texts("counter-examples"), entry.place());
    }

    private static void expand(String before, String pattern, List<String> into, Entry entry) {
        int open = pattern.indexOf('(');
        if (open < 0) {
            into.add(before + pattern);
            return;
        }
        int close = pattern.indexOf(')', open);
        if (close < 0) {
            throw entry.problem("patterns", "'" + pattern + "' lacks a closing bracket");
        }
        for (var choice : pattern.substring(open + 1, close).split("\\|", -1)) {
            expand(before + pattern.substring(0, open) + choice, pattern.substring(close + 1), into, entry);
        }
    }

    public List<Rule> rules() {
        return rules;
    }
}
