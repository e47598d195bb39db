package cn.jixiao.mention;

import cn.jixiao.dictionary.Exclusions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The patterns of the exclusion rules, in one tree that is walked from a numeral on.
final class Shapes {

    private static final int DEPTH = 40;

    /// What stands before the numeral, and the rule it then falls under.
    private record Leaf(String before, Exclusions.Rule rule, int rank, boolean digitsAtEnd) {
    }

    private static final class Node {
        private final java.util.HashMap<Character, Node> next = new java.util.HashMap<>();
        private @Nullable Node numeral;
        private @Nullable Node year;
        private final List<Leaf> leaves = new ArrayList<>();
    }

    /// A stretch of text under a rule; among equally long ones the rule that stands first in the file.
    record Found(int start, int end, Exclusions.Rule rule, int rank) {
    }

    private final Node root = new Node();

    /// @param bare whether to hold the rules for numbers without a unit, or the others
    Shapes(Exclusions exclusions, boolean bare) {
        for (int rank = 0; rank < exclusions.rules().size(); rank++) {
            var rule = exclusions.rules().get(rank);
            if (rule.bare() == bare) {
                for (var pattern : rule.patterns()) {
                    add(pattern, rule, rank);
                }
            }
        }
    }

    private void add(String pattern, Exclusions.Rule rule, int rank) {
        int first = 0;
        while (first < pattern.length() && !startsNumeral(pattern.charAt(first))) {
            first++;
        }
        if (first == pattern.length()) {
            throw new IllegalArgumentException(rule.place() + ": pattern '" + pattern + "' holds no number");
        }
        var node = root;
        for (char c : pattern.substring(first).toCharArray()) {
            node = step(node, c);
        }
        char last = pattern.charAt(pattern.length() - 1);
        node.leaves.add(new Leaf(Glyphs.plain(pattern.substring(0, first)), rule, rank, Glyphs.arabic(last)));
    }

    private static boolean startsNumeral(char c) {
        return c == '#' || c == 'Y' || Glyphs.arabic(c) || Glyphs.chinese(Glyphs.plain(String.valueOf(c)).charAt(0));
    }

    private static Node step(Node node, char c) {
        if (c == '#') {
            node.numeral = node.numeral == null ? new Node() : node.numeral;
            return node.numeral;
        }
        if (c == 'Y') {
            node.year = node.year == null ? new Node() : node.year;
            return node.year;
        }
        return node.next.computeIfAbsent(Glyphs.plain(String.valueOf(c)).charAt(0), each -> new Node());
    }

    /// The longest stretch under a rule whose first numeral starts at `at`.
    @Nullable Found longest(SeriesReader series, char[] view, int at, int from, int limit) {
        return walk(root, series, view, at, at, from, limit, 0);
    }

    private @Nullable Found walk(Node node, SeriesReader series, char[] view, int place, int at, int from, int limit,
            int depth) {
        var found = leaf(node, view, place, at, from, limit);
        if (depth == DEPTH) {
            return found;
        }
        int q = depth == 0 ? place : series.reader().gap(place, limit);
        if (q >= limit) {
            return found;
        }
        var literal = node.next.get(view[q]);
        if (literal != null) {
            found = longer(found, walk(literal, series, view, q + 1, at, from, limit, depth + 1));
        }
        boolean number = node.numeral != null || node.year != null;
        if (number && Glyphs.kind(view[q]) >= Glyphs.ARABIC && Glyphs.kind(view[q]) <= Glyphs.SCALE) {
            found = longer(found, number(node, series, view, q, at, from, limit, depth));
        }
        return found;
    }

    private @Nullable Found number(Node node, SeriesReader series, char[] view, int q, int at, int from, int limit, int depth) {
        Found found = null;
        var read = series.read(q, limit);
        if (read != null && node.numeral != null) {
            found = walk(node.numeral, series, view, read.end(), at, from, limit, depth + 1);
        }
        if (read != null && node.year != null && isYear(read)) {
            found = longer(found, walk(node.year, series, view, read.end(), at, from, limit, depth + 1));
        }
        return found;
    }

    private static boolean isYear(SeriesReader.Series read) {
        var first = read.numbers().getFirst();
        int value = first.length() == 4 ? first.value().intValue() : 0;
        return value >= 1949 && value < 2100;
    }

    private @Nullable Found leaf(Node node, char[] view, int place, int at, int from, int limit) {
        Found found = null;
        for (var leaf : node.leaves) {
            boolean cut = leaf.digitsAtEnd && place < limit && (Glyphs.arabic(view[place])
                    || view[place] == '.' && place + 1 < limit && Glyphs.arabic(view[place + 1]));
            int start = cut ? -1 : start(leaf.before, view, at, from);
            if (start >= 0 && (found == null || start < found.start || start == found.start && leaf.rank < found.rank)) {
                found = new Found(start, place, leaf.rule, leaf.rank);
            }
        }
        return found;
    }

    private static int start(String before, char[] view, int at, int from) {
        int p = at;
        for (int i = before.length() - 1; i >= 0; i--) {
            while (p > from && view[p - 1] == ' ' && before.charAt(i) != ' ') {
                p--;
            }
            if (p <= from || view[p - 1] != before.charAt(i)) {
                return -1;
            }
            p--;
        }
        return p;
    }

    private static @Nullable Found longer(@Nullable Found one, @Nullable Found other) {
        boolean better = one == null || other != null
                && (other.end > one.end || other.end == one.end && other.rank < one.rank);
        return better ? other : one;
    }
}
