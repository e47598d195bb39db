package cn.jixiao.observe;

import java.util.ArrayList;
import java.util.List;

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

    private final List<Hit> hits;

    Hits(List<Hit> byStart) {
        hits = List.copyOf(byStart);
    }

    /// The hits that lie wholly inside `[from, to)`, by start.
    List<Hit> in(int from, int to) {
        var found = new ArrayList<Hit>();
        for (int i = first(from); i < hits.size() && hits.get(i).start() < to; i++) {
            if (hits.get(i).end() <= to) {
                found.add(hits.get(i));
            }
        }
        return found;
    }

    private int first(int from) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
