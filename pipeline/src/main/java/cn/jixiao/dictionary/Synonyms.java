package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that stand for each other: in a search (`synonyms.yaml`: 法律援助 is 法援), or as units of one count
/// (`same-units.yaml`: 3件 is 3起). Nothing is the same but by a line of such a file.
public final class Synonyms {

    public static final Synonyms NONE = new Synonyms(List.of());

    private final Map<String, List<String>> groups;

    /// @param groups words that mean the same, a word in one group only
    /// @throws IllegalArgumentException if a word stands in two groups
    public Synonyms(List<List<String>> groups) {
        var byWord = new LinkedHashMap<String, List<String>>();
        for (var group : groups) {
            for (var word : group) {
                if (byWord.put(word, List.copyOf(group)) != null) {
                    throw new IllegalArgumentException("'" + word + "' stands in two groups of words");
                }
            }
        }
        this.groups = byWord;
    }

    /// The words for searching, from `synonyms.yaml`.
    ///
    /// @throws DictionaryException if a group has fewer than two words, or a word stands in two groups
    public static Synonyms load(Shelf shelf) {
        return read(shelf, "synonyms");
    }

    /// The measure words that count alike, from `same-units.yaml`.
    ///
    /// @throws DictionaryException as [#of(Shelf)]
    public static Synonyms units(Shelf shelf) {
        return read(shelf, "same-units");
    }

    private static Synonyms read(Shelf shelf, String name) {
        var groups = new ArrayList<List<String>>();
        var seen = new LinkedHashSet<String>();
        for (var book : shelf.books(name, ".yaml")) {
            for (var entry : book.entries()) {
                var words = entry.allow(Set.of("words")).texts("words");
                if (words.size() < 2) {
                    throw entry.problem("words", "a group needs two words at least");
                }
                for (var word : words) {
                    if (word.isBlank() || !seen.add(word)) {
                        throw entry.problem("words", "'" + word + "' is blank or stands in two groups");
                    }
                }
                groups.add(words);
            }
        }
        return new Synonyms(groups);
    }

    /// The whole group of a word, the word itself first; the word alone where no group has it.
    public List<String> group(String word) {
        var found = new LinkedHashSet<String>(List.of(word));
        found.addAll(groups.getOrDefault(word, List.of()));
        return List.copyOf(found);
    }

    /// Whether two words stand in one group, or are one word.
    public boolean same(String one, String other) {
        return one.equals(other) || groups.getOrDefault(one, List.of()).contains(other);
    }

    /// A phrase as it stands, then with one of its words put another way: `法律援助中心`, `法援中心`.
    public List<String> variants(String phrase) {
        var found = new LinkedHashSet<String>(List.of(phrase));
        groups.forEach((word, group) -> {
            if (phrase.contains(word) && group.stream().noneMatch(other -> longerWithin(phrase, word, other))) {
                group.forEach(other -> found.add(phrase.replace(word, other)));
            }
        });
        return List.copyOf(found);
    }

    /// Whether another word of the group, longer and around this one, stands in the phrase: then that one is meant.
    private static boolean longerWithin(String phrase, String word, String other) {
        return other.length() > word.length() && other.contains(word) && phrase.contains(other);
    }
}
