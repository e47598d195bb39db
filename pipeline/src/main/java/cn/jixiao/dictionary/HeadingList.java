package cn.jixiao.dictionary;

import cn.jixiao.observation.ColumnMeaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The headings known at one place. A word spelled in full wins over an open one, the longer over the shorter.
final class HeadingList {

    private static final char ANYTHING = '…';
    /// Longer headings that merely end in a known word are sentences.
    private static final int LONGEST_OPEN = 16;

    private final Map<String, ColumnMeaning> words = new HashMap<>();
    /// Those of the file being read; a later file may give a word another meaning.
    private final Set<String> current = new HashSet<>();
    private final List<Open> open = new ArrayList<>();

    private record Open(String words, boolean before, boolean after, ColumnMeaning meaning) {
        boolean matches(String heading) {
            if (before && after) {
                return heading.contains(words);
            }
            return before ? heading.endsWith(words) : heading.startsWith(words);
        }
    }

    void nextFile() {
        current.clear();
    }

    void add(Entry entry, String word, ColumnMeaning meaning) {
        boolean before = word.charAt(0) == ANYTHING;
        boolean after = word.charAt(word.length() - 1) == ANYTHING;
        if (before || after) {
            open.add(new Open(word.replace(String.valueOf(ANYTHING), ""), before, after, meaning));
            open.sort(Comparator.comparing((Open each) -> each.words().length()).reversed().thenComparing(Open::words));
            return;
        }
        words.put(word, meaning);
        if (!current.add(word)) {
            throw entry.problem("words", "'" + word + "' is given twice for the same place");
        }
    }

    Optional<ColumnMeaning> exact(String heading) {
        return exactly(HeadingWords.plain(heading));
    }

    private Optional<ColumnMeaning> exactly(String plain) {
        return Optional.ofNullable(words.get(plain))
                .or(() -> Optional.ofNullable(words.get(HeadingWords.withoutTime(plain))));
    }

    /// The words that are spelled in full.
    Set<String> words() {
        return words.keySet();
    }

    Optional<ColumnMeaning> find(String heading) {
        var plain = HeadingWords.plain(heading);
        return exactly(plain).or(() -> open(HeadingWords.withoutTime(plain)));
    }

    private Optional<ColumnMeaning> open(String timeless) {
        if (timeless.length() > LONGEST_OPEN) {
            return Optional.empty();
        }
        for (var each : open) {
            if (each.matches(timeless)) {
                return Optional.of(each.meaning());
            }
        }
        return Optional.empty();
    }
}
