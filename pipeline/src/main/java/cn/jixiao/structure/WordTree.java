package cn.jixiao.structure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Words by their letters, to find the longest that begins at a place. Asked at every place of a text, where seldom one does:
/// that is told by a bit, and a step costs no object and few comparisons.
final class WordTree {

    private final BitSet beginnings = new BitSet();
    private final Node root;

    private WordTree(Growing root) {
        this.root = new Node(root);
        root.next.keySet().forEach(beginnings::set);
    }

    private static final class Node {

        private final char[] letters;
        private final Node[] next;
        private final boolean end;

        Node(Growing node) {
            letters = new char[node.next.size()];
            next = new Node[letters.length];
            end = node.end;
            int at = 0;
            for (var each : node.next.entrySet()) {
                letters[at] = each.getKey();
                next[at++] = new Node(each.getValue());
            }
        }

        @Nullable Node after(char letter) {
            int at = Arrays.binarySearch(letters, letter);
            return at < 0 ? null : next[at];
        }
    }

    private static final class Growing {
        private final TreeMap<Character, Growing> next = new TreeMap<>();
        private boolean end;
    }

    /// Words with a place for something else (`{period}`) are left out.
    static WordTree of(Collection<String> words) {
        var root = new Growing();
        for (var word : words) {
            var node = root;
            for (char c : word.toCharArray()) {
                node = node.next.computeIfAbsent(c, key -> new Growing());
            }
            node.end |= !word.isEmpty() && word.indexOf('{') < 0;
        }
        return new WordTree(root);
    }

    /// The place behind the longest word that begins at a place, or that place; white space within a word is passed over.
    int longest(String text, int at, int limit) {
        int end = at;
        if (at >= limit || !beginnings.get(text.charAt(at))) {
            return end;
        }
        @Nullable Node node = root;
        for (int i = at; i < limit && node != null; i++) {
            char c = text.charAt(i);
            if (i > at && FormWords.isBlank(c)) {
                continue;
            }
            node = node.after(c);
            end = node != null && node.end ? i + 1 : end;
        }
        return end;
    }
}
