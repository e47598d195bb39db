package cn.jixiao.observe;

import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.TermPattern;
import cn.jixiao.dictionary.Vocabulary;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Kind;
import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// All words that attribution knows, in one automaton: one pass over a text finds them all, in linear time.
final class Lexicon {

    /// An indicator's term, its pieces as numbers of words; the last piece is where a match is anchored, for Chinese
    /// noun phrases end in what they mean.
    ///
    /// @param pieces of the first part, in order
    /// @param others further parts, which may stand anywhere in the same clause
    /// @param near words one of which must stand nearby, empty if none need
    /// @param length how many characters are spelled out
    record Term(Indicator indicator, int[] pieces, List<int[]> others, BitSet near, int length) {

        int last() {
            return pieces[pieces.length - 1];
        }
    }

    private final Vocabulary vocabulary;
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final Map<String, BitSet> lists = new HashMap<>();
    private final Map<Integer, List<Term>> single = new HashMap<>();
    /// The words that a term of several pieces ends with: most words do not, and need not be looked for in pairs.
    private final BitSet endings = new BitSet();
    private final BitSet beforeEndings = new BitSet();
    private final Map<Long, List<Term>> pairs = new HashMap<>();
    private final Map<String, List<String>> longestFirst = new HashMap<>();
    private final Map<String, BitSet> unless = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final BitSet near = new BitSet();
    private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();

    Lexicon(Indicators indicators, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (var list : vocabulary.names()) {
            // Interned, as the names that are asked for are: they are asked for many times a number.
            lists.put(list.intern(), set(vocabulary.words(list)));
            longestFirst.put(list, vocabulary.words(list).stream().sorted(Comparator.comparingInt(String::length).reversed()).toList());
        }
        for (var indicator : indicators.all()) {
            kinds.put(indicator.id(), indicator.kind());
            unless.put(indicator.id(), set(withSynonyms(indicator.unless())));
            indicator.terms().forEach(term -> add(indicator, term));
        }
        trie.build(new TreeMap<>(numbers));
    }

    /// Whether an indicator is of a kind; of one that no dictionary here knows, nobody can tell.
    boolean isOf(String indicator, Kind kind) {
        return kinds.getOrDefault(indicator, kind) == kind;
    }

    private void add(Indicator indicator, Indicator.Term term) {
        var near = set(withSynonyms(term.near()));
        this.near.or(near);
        var spellings = new TreeSet<String>();
        for (var alternative : TermPattern.expand(term.words())) {
            spellings.add(String.join(" ", alternative.parts().stream().map(pieces -> String.join("…", pieces)).toList()));
        }
        for (var spelling : withSynonyms(List.copyOf(spellings))) {
            compile(indicator, TermPattern.expand(spelling).getFirst(), near);
        }
    }

    private void compile(Indicator indicator, TermPattern.Alternative alternative, BitSet near) {
        var parts = alternative.parts().stream().map(this::numbered).toList();
        int length = alternative.parts().stream().flatMap(List::stream).mapToInt(String::length).sum();
        var term = new Term(indicator, parts.getFirst(), parts.subList(1, parts.size()), near, length);
        int size = term.pieces().length;
        if (size == 1) {
            single.computeIfAbsent(term.last(), key -> new ArrayList<>()).add(term);
        } else {
            endings.set(term.last());
            beforeEndings.set(term.pieces()[size - 2]);
            pairs.computeIfAbsent(pair(term.pieces()[size - 2], term.last()), key -> new ArrayList<>()).add(term);
        }
    }

    private int[] numbered(List<String> pieces) {
        return pieces.stream().mapToInt(this::number).toArray();
    }

    private int number(String word) {
        return numbers.computeIfAbsent(squeeze(word), key -> numbers.size());
    }

    private BitSet set(Iterable<String> words) {
        var set = new BitSet();
        words.forEach(word -> set.set(number(word)));
        return set;
    }

    private Set<String> withSynonyms(List<String> words) {
        var all = new TreeSet<>(words);
        for (var pair : vocabulary.words("synonyms")) {
            var sides = pair.split("=");
            for (var word : words) {
                if (word.contains(sides[0])) {
                    all.add(word.replace(sides[0], sides[1]));
                }
            }
        }
        return all;
    }

    private static long pair(int first, int second) {
        return ((long) first << 32) | second;
    }

    private static String squeeze(String word) {
        return Folded.fold(word).replace(" ", "");
    }

    /// The numbers of a list's words.
    BitSet list(String name) {
        var list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("attribution.yaml lacks the list '" + name + "'");
        }
        return list;
    }

    /// The words of a list, the longest first, in its order where they are as long.
    List<String> longestFirst(String list) {
        return Objects.requireNonNull(longestFirst.get(list), list);
    }

    List<String> words(String list) {
        return vocabulary.words(list);
    }

    /// Whether a term is a noun that says little by itself (专项经费).
    boolean weak(Term term) {
        return isAlone(term) && list("weak_term").get(term.last());
    }

    /// Whether a term is a verb that says what money was for and not what became of it (用于).
    boolean weakVerb(Term term) {
        return isAlone(term) && list("weak_verb").get(term.last());
    }

    private static boolean isAlone(Term term) {
        return term.pieces().length == 1 && term.others().isEmpty();
    }

    BitSet unless(Indicator indicator) {
        return unless.get(indicator.id());
    }

    /// Whether a word supports any term from nearby.
    boolean supports(int word) {
        return near.get(word);
    }

    List<Term> terms(int word) {
        return single.getOrDefault(word, List.of());
    }

    /// Whether any term of several pieces ends with a word.
    boolean endsTerms(int word) {
        return endings.get(word);
    }

    /// Terms whose last two pieces these are.
    List<Term> terms(int before, int word) {
        return beforeEndings.get(before) ? pairs.getOrDefault(pair(before, word), List.of()) : List.of();
    }

    /// Finds every word, white space left out of account, words hidden in longer masking words left out.
    Hits scan(CharSequence text) {
        int length = text.length();
        var solid = new char[length];
        var offsets = new int[length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            char c = Folded.fold(text.charAt(i));
            if (!Folded.isBlank(c)) {
                offsets[size] = i;
                solid[size++] = c;
            }
        }
        var found = new ArrayList<Hits.Hit>(size);
        trie.parseText(new String(solid, 0, size), (begin, end, word) ->
                found.add(new Hits.Hit(offsets[begin], offsets[end - 1] + 1, word)));
        found.sort((one, other) -> one.start() != other.start() ? Integer.compare(one.start(), other.start())
                : Integer.compare(one.end(), other.end()));
        return new Hits(unmasked(found));
    }

    private List<Hits.Hit> unmasked(List<Hits.Hit> hits) {
        var masks = list("masked");
        var masking = hits.stream().filter(hit -> masks.get(hit.word())).toList();
        if (masking.isEmpty()) {
            return hits;
        }
        var kept = new ArrayList<Hits.Hit>(hits.size());
        int at = 0;
        for (var hit : hits) {
            while (at < masking.size() && masking.get(at).end() <= hit.start()) {
                at++;
            }
            boolean hidden = false;
            for (int i = at; i < masking.size() && masking.get(i).start() <= hit.start(); i++) {
                hidden |= masking.get(i).covers(hit) || masking.get(i).start() < hit.start() && hit.end() > masking.get(i).end();
            }
            if (!hidden) {
                kept.add(hit);
            }
        }
        return kept;
    }
}
