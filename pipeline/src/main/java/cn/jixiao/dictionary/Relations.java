package cn.jixiao.dictionary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the rules of checking know of the field, from `relations.yaml`: relations that hold between indicators by their
/// meaning, and the words that tell a list, a total, a growth.
///
/// @param totalRows what the total row of a table begins with, spelled without white space
/// @param near indicators of which a report takes one for another (受理, 办理, 办结) when it tells goal and result
/// @param apart indicators that are told of many things under one name, and never contradict themselves
/// @param roles the indicators that rules must know by their part: `score`, `item`, `completion`, `budget`, `money`
/// @param closed names of parts that together leave nothing out (刑事、民事、行政)
/// @param words lists of words by name
/// @param rules every rule with what it says, for people
public record Relations(List<Ratio> ratios, List<Bound> bounds, List<Identity> identities, List<Grade> grades,
        Set<String> totalRows, List<List<String>> near, Set<String> apart, Map<String, List<String>> roles,
        List<Closed> closed, Map<String, List<String>> words, List<RuleText> rules, Synonyms units, Accounts accounts) {

    /// A rate that follows from two other indicators: `rate` = `part` / one of `wholes`, in percent.
    ///
    /// @param name for the rule's name; @param title how findings call the rate
    public record Ratio(String name, String title, String rate, String part, List<String> wholes) {
        public Ratio {
            wholes = List.copyOf(wholes);
        }
    }

    /// An indicator that cannot exceed another.
    public record Bound(String name, String title, String part, String whole) {
    }

    /// One of the wholes is the sum of the parts; the last part is the one that a report tells least often.
    public record Identity(String name, String title, List<String> wholes, List<String> parts) {
        public Identity {
            wholes = List.copyOf(wholes);
            parts = List.copyOf(parts);
        }
    }

    /// A grade and the least score it takes, the best grade first.
    public record Grade(String name, BigDecimal from, List<String> words) {
        public Grade {
            words = List.copyOf(words);
        }
    }

    /// Parts that leave nothing out: each by its names, one of which a list must hold.
    public record Closed(List<List<String>> parts) {
        public Closed {
            parts = parts.stream().map(List::copyOf).toList();
        }

        /// Whether the words name every part.
        public boolean in(String words) {
            return parts.stream().allMatch(names -> names.stream().anyMatch(words::contains));
        }
    }

    /// What a rule checks, for the list of rules.
    public record RuleText(String name, String title, String says) {
    }

    public Relations {
        ratios = List.copyOf(ratios);
        bounds = List.copyOf(bounds);
        identities = List.copyOf(identities);
        grades = grades.stream().sorted(Comparator.comparing(Grade::from).reversed()).toList();
        totalRows = Set.copyOf(totalRows);
        near = List.copyOf(near);
        apart = Set.copyOf(apart);
        roles = Map.copyOf(roles);
        closed = List.copyOf(closed);
        words = Map.copyOf(words);
        rules = List.copyOf(rules);
    }

    /// @throws DictionaryException naming file and line of the first broken entry
    public static Relations load(Shelf shelf) {
        var ratios = new ArrayList<Ratio>();
        var bounds = new ArrayList<Bound>();
        var identities = new ArrayList<Identity>();
        var grades = new ArrayList<Grade>();
        var totals = new LinkedHashSet<String>();
        var near = new ArrayList<List<String>>();
        var apart = new LinkedHashSet<String>();
        var roles = new LinkedHashMap<String, List<String>>();
        var closed = new ArrayList<Closed>();
        var words = new LinkedHashMap<String, List<String>>();
        var rules = new ArrayList<RuleText>();
        for (var book : shelf.books("relations", ".yaml")) {
            for (var file : book.entries()) {
                file.allow(Set.of("ratios", "bounds", "identities", "grades", "total_rows", "near", "apart", "roles",
                        "closed", "words", "rules"));
                file.entries("ratios").forEach(entry -> ratios.add(ratio(entry)));
                file.entries("bounds").forEach(entry -> bounds.add(bound(entry)));
                file.entries("identities").forEach(entry -> identities.add(identity(entry)));
                file.entries("grades").forEach(entry -> grades.add(new Grade(entry.text("name"), entry.number("from"),
                        entry.texts("words"))));
                totals.addAll(file.texts("total_rows"));
                file.entries("near").forEach(entry -> near.add(entry.allow(Set.of("indicators")).texts("indicators")));
                apart.addAll(file.texts("apart"));
                file.entries("roles").forEach(entry -> roles.put(entry.text("role"), entry.texts("indicators")));
                file.entries("closed").forEach(entry -> closed.add(closed(entry)));
                // As the names that rules ask with are: the same name is the same object.
                file.entries("words").forEach(entry -> words.put(entry.text("list").intern(), entry.texts("words")));
                file.entries("rules").forEach(entry -> rules.add(new RuleText(entry.text("name"), entry.text("title"),
                        entry.text("says"))));
            }
        }
        return new Relations(ratios, bounds, identities, grades, totals, near, apart, roles, closed, words, rules,
                Synonyms.units(shelf), Accounts.load(shelf));
    }

    private static Ratio ratio(Entry entry) {
        entry.allow(Set.of("name", "title", "rate", "part", "of"));
        if (entry.texts("of").isEmpty()) {
            throw entry.problem("'of' is missing");
        }
        return new Ratio(entry.text("name"), entry.text("title"), entry.text("rate"), entry.text("part"), entry.texts("of"));
    }

    private static Bound bound(Entry entry) {
        entry.allow(Set.of("name", "title", "part", "whole"));
        return new Bound(entry.text("name"), entry.text("title"), entry.text("part"), entry.text("whole"));
    }

    private static Identity identity(Entry entry) {
        entry.allow(Set.of("name", "title", "whole", "parts"));
        if (entry.texts("parts").size() != 2) {
            throw entry.problem("parts", "two parts are needed");
        }
        return new Identity(entry.text("name"), entry.text("title"), entry.texts("whole"), entry.texts("parts"));
    }

    private static Closed closed(Entry entry) {
        var parts = entry.allow(Set.of("parts")).texts("parts").stream().map(each -> List.of(each.split("/"))).toList();
        if (parts.size() < 2) {
            throw entry.problem("parts", "at least two parts are needed");
        }
        return new Closed(parts);
    }

    /// The words of a list.
    ///
    /// @throws IllegalArgumentException if no file has such a list
    public List<String> words(String list) {
        var found = words.get(list);
        if (found == null) {
            throw new IllegalArgumentException("relations.yaml has no list of words '" + list + "'");
        }
        return found;
    }

    /// What people call a rule; its name where no entry says.
    public String title(String rule) {
        return rules.stream().filter(each -> each.name().equals(rule)).map(RuleText::title).findFirst().orElse(rule);
    }

    /// Whether a text holds a word of the list.
    public boolean says(String list, String text) {
        // Asked of every figure by many rules: a stream costs more than the question.
        for (var word : words(list)) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a text begins with a word of the list, 其中 and a colon before it apart.
    public boolean begins(String list, String text) {
        int from = text.startsWith("其中") ? 2 : 0;
        while (from < text.length() && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        for (var word : words(list)) {
            if (text.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }

    public boolean ends(String list, String text) {
        for (var word : words(list)) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /// The indicator itself and those that a report takes for it.
    public List<String> near(String indicator) {
        for (var group : near) {
            if (group.contains(indicator)) {
                return group;
            }
        }
        return List.of(indicator);
    }

    /// What the items of a total are: the score of an item for the total score.
    public String item(@Nullable String total) {
        return Objects.equals(total, score()) ? role("item").getFirst() : Objects.requireNonNullElse(total, "");
    }

    public String score() {
        return role("score").getFirst();
    }

    public String completion() {
        return role("completion").getFirst();
    }

    public String budget() {
        return role("budget").getFirst();
    }

    /// The kinds of money that projects and departments tell.
    public List<String> money() {
        return role("money");
    }

    /// The kinds of money that have one value in the end, unlike budgets, which are told before and after adjustment.
    public List<String> settled() {
        return role("settled");
    }

    private List<String> role(String name) {
        var found = roles.getOrDefault(name, List.of());
        if (found.isEmpty()) {
            throw new IllegalArgumentException("relations.yaml has no role '" + name + "'");
        }
        return found;
    }

    /// Every indicator id that a relation names, for checking against the indicator dictionary.
    public Set<String> indicators() {
        var ids = new LinkedHashSet<String>();
        ratios.forEach(each -> {
            ids.add(each.rate());
            ids.add(each.part());
            ids.addAll(each.wholes());
        });
        bounds.forEach(each -> ids.addAll(List.of(each.part(), each.whole())));
        identities.forEach(each -> {
            ids.addAll(each.wholes());
            ids.addAll(each.parts());
        });
        near.forEach(ids::addAll);
        ids.addAll(apart);
        roles.values().forEach(ids::addAll);
        return ids;
    }
}
