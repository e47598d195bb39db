package cn.jixiao.read.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the numbered paragraphs of a document in order and gives each the number that Word prints before it.
final class ListCounters {

    private static final int LEVELS = 9;

    /// By list; an entry of null count means that no paragraph of that level has come yet.
    private final Map<Object, Integer[]> counts = new HashMap<>();

    /// Begins the count of one level anew, as a second list of the same look does.
    void restart(Object list, int level, int start) {
        counts(list)[level] = start - 1;
    }

    /// The printed number of the next paragraph: `（一）`, `1.2`; empty where none is shown.
    ///
    /// @param list identity of the counter; lists of the same look share one
    /// @param level 0-based
    String next(Object list, int level, List<ListLevel> levels) {
        if (level < 0 || level >= Math.min(LEVELS, levels.size())) {
            return "";
        }
        var counts = counts(list);
        var here = levels.get(level);
        var count = counts[level];
        counts[level] = count == null ? here.start() : count + 1;
        for (int deeper = level + 1; deeper < Math.min(LEVELS, levels.size()); deeper++) {
            if (level < levels.get(deeper).restart()) {
                counts[deeper] = null;
            }
        }
        return here.counting() == Counting.BULLET ? "" : printed(here, counts, levels);
    }

    private static String printed(ListLevel here, Integer[] counts, List<ListLevel> levels) {
        var out = new StringBuilder();
        var pattern = here.pattern();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int level = c == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
            if (level >= 0 && level < levels.size()) {
                var of = levels.get(level);
                int count = counts[level] == null ? of.start() : counts[level];
                out.append((here.allDecimal() ? Counting.DECIMAL : of.counting()).of(count));
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// A number before its paragraph. Word leaves a gap that a tab or indent makes; in the canonical text a space
    /// stands for it only where number and words would else run together (`1.` before `5万元`, `1.1` before `概况`).
    static String before(String number, String words) {
        if (number.isBlank() || words.isEmpty()) {
            return words;
        }
        char last = number.charAt(number.length() - 1);
        boolean apart = Character.isDigit(words.charAt(0)) || Character.isLetterOrDigit(last) && last < 0x2e80;
        return number + (apart ? " " : "") + words;
    }

    private Integer[] counts(Object list) {
        return counts.computeIfAbsent(list, key -> new Integer[LEVELS]);
    }
}
