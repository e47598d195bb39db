package cn.jixiao.observe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every word of the dictionary that stands in a text, by start.
final class Hits {

    /// @param word its number in the lexicon
    record Hit(int start, int end, int word) {

        int length() {
            return end - start;
        }

        boolean covers(Hit other) {
            return start <= other.start && other.end <= end && length() > other.length();
        }
    }

    private final Hit[] hits;

    Hits(List<Hit> byStart) {
        hits = byStart.toArray(Hit[]::new);
    }

    /// The hits that lie wholly inside `[from, to)`, by start.
    List<Hit> in(int from, int to) {
        var found = new ArrayList<Hit>();
        for (int i = first(from); i < hits.length && hits[i].start() < to; i++) {
            if (hits[i].end() <= to) {
                found.add(hits[i]);
            }
        }
        return found;
    }

    /// The hit of such words inside `[from, to)` that ends last, the longest of those; null where none is.
    @Nullable Hit last(BitSet words, int from, int to) {
        Hit last = null;
        for (int i = first(from); i < hits.length && hits[i].start() < to; i++) {
            var hit = hits[i];
            if (hit.end() <= to && words.get(hit.word()) && (last == null || hit.end() > last.end()
                    || hit.end() == last.end() && hit.start() < last.start())) {
                last = hit;
            }
        }
        return last;
    }

    private int first(int from) {
        int low = 0;
        int high = hits.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits[middle].start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
