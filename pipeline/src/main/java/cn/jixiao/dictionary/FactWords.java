package cn.jixiao.dictionary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lists of words by which reports tell their facts, from `dictionaries/facts` and `dictionaries/agencies.yaml`; a
/// user's entry of the same id adds its words.
public final class FactWords {

    private static final Set<String> KEYS = Set.of("id", "words", "why");

    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private FactWords(Map<String, Set<String>> words) {
        words.forEach((id, list) -> lists.put(id, List.copyOf(list)));
    }

    /// @throws DictionaryException with file and line if an entry is broken
    public static FactWords load(Shelf shelf) {
        var words = new LinkedHashMap<String, Set<String>>();
        shelf.books("agencies", ".yaml").forEach(book -> add(book, words));
        shelf.books("facts", ".yaml").stream().filter(book -> !book.name().contains("examples"))
                .forEach(book -> add(book, words));
        return new FactWords(words);
    }

    private static void add(Shelf.Book book, Map<String, Set<String>> words) {
        for (var entry : book.entries()) {
            entry.allow(KEYS);
            words.computeIfAbsent(entry.text("id"), id -> new LinkedHashSet<>()).addAll(entry.texts("words"));
        }
    }

    /// The words of a list, in the order of the dictionary.
    ///
    /// @throws IllegalArgumentException if no dictionary has it
    public List<String> list(String id) {
        var found = lists.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no list of words '" + id + "'; there are " + lists.keySet());
        }
        return found;
    }

    public boolean anyIn(String id, String text) {
        for (var word : list(id)) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    public boolean endsWith(String id, String text) {
        for (var word : list(id)) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether one of the words ends right before an offset.
    public boolean endsAt(String id, String text, int at) {
        for (var word : list(id)) {
            if (text.startsWith(word, at - word.length())) {
                return true;
            }
        }
        return false;
    }

    public boolean startsWith(String id, String text, int at) {
        for (var word : list(id)) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }
}
