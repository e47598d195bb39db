package cn.jixiao.dictionary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words by which numbers are tied to what they count, in named lists, from `dictionaries/attribution.yaml`.
///
/// Lists of later folders add to those of the same name.
public final class Vocabulary {

    private final Map<String, List<String>> lists;

    private Vocabulary(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    /// @throws DictionaryException at the first broken entry, or if there is no list at all
    public static Vocabulary load(Shelf shelf) {
        var found = new LinkedHashMap<String, Set<String>>();
        for (var book : shelf.books("attribution", ".yaml")) {
            for (var entry : book.entries()) {
                entry.allow(Set.of("list", "words"));
                found.computeIfAbsent(entry.text("list"), name -> new LinkedHashSet<>()).addAll(entry.texts("words"));
            }
        }
        if (found.isEmpty()) {
            throw new DictionaryException("attribution.yaml", 1, "is missing or empty");
        }
        var lists = new LinkedHashMap<String, List<String>>();
        found.forEach((name, words) -> lists.put(name, List.copyOf(words)));
        return new Vocabulary(lists);
    }

    public Set<String> names() {
        return lists.keySet();
    }

    /// The words of a list, in order.
    ///
    /// @throws DictionaryException if the files hold no such list
    public List<String> words(String list) {
        var words = lists.get(list);
        if (words == null) {
            throw new DictionaryException("attribution.yaml", 1, "lacks the list '" + list + "'");
        }
        return words;
    }
}
