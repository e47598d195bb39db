package cn.jixiao.mention;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Words by their characters, to find the longest one that stands at a place.
final class WordTree<T> {

    private static final class Node<T> {
        private char[] keys = {};
        private Node<T>[] children = nodes(0);
        private @Nullable T value;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <T> Node<T>[] nodes(int size) {
            return new Node[size];
        }

        private @Nullable Node<T> child(char key) {
            int at = Arrays.binarySearch(keys, key);
            return at < 0 ? null : children[at];
        }

        private Node<T> grow(char key) {
            int at = Arrays.binarySearch(keys, key);
            if (at >= 0) {
                return children[at];
            }
            int place = -at - 1;
            var moreKeys = new char[keys.length + 1];
            var more = Node.<T>nodes(keys.length + 1);
            System.arraycopy(keys, 0, moreKeys, 0, place);
            System.arraycopy(children, 0, more, 0, place);
            System.arraycopy(keys, place, moreKeys, place + 1, keys.length - place);
            System.arraycopy(children, place, more, place + 1, children.length - place);
            moreKeys[place] = key;
            more[place] = new Node<>();
            keys = moreKeys;
            children = more;
            return more[place];
        }
    }

    /// A word found.
    record Match<T>(T value, int end) {
    }

    private final Node<T> root = new Node<>();

    void add(String word, T value) {
        var node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.grow(word.charAt(i));
        }
        node.value = value;
    }

    /// The longest word from `at` on; one line break inside a word is looked over.
    @Nullable Match<T> longest(char[] view, int at, int limit) {
        var node = root;
        Match<T> found = null;
        boolean broken = false;
        for (int i = at; i < limit; i++) {
            if (view[i] == '\n' && i > at && !broken) {
                broken = true;
                continue;
            }
            node = node.child(view[i]);
            if (node == null || i - at > 20) {
                break;
            }
            if (node.value != null) {
                found = new Match<>(node.value, i + 1);
            }
        }
        return found;
    }

    /// The longest word that ends before `at`, for trees of words spelled backwards; the end is where it begins.
    @Nullable Match<T> longestBefore(char[] view, int at, int limit) {
        var node = root;
        Match<T> found = null;
        for (int i = at - 1; i >= limit; i--) {
            node = node.child(view[i]);
            if (node == null) {
                break;
            }
            if (node.value != null) {
                found = new Match<>(node.value, i);
            }
        }
        return found;
    }
}
