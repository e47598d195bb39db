package cn.jixiao.index;

import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.dictionary.Words;
import cn.jixiao.document.Span;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the index knows of the language: words that must stay whole, words that mean the same, and HanLP, which is
/// loaded when something has to be cut for the first time (a quarter of a second that most queries never pay).
public final class Lexicon {

    public static final Lexicon NONE = new Lexicon(Words.NONE, Synonyms.NONE);

    /// Longer pieces are cut here at the latest: the segmenter's lattice takes memory by length.
    private static final int LONGEST_PIECE = 2000;

    private static final int LONGEST_WORD = 64;
    private static final Comparator<Span> LONGEST_FIRST =
            Comparator.comparingInt(Span::start).thenComparing(Comparator.comparingInt(Span::end).reversed());

    private final Words words;
    private final Synonyms synonyms;
    private final CutPieces pieces = new CutPieces();
    private volatile @Nullable Segment segment;

    public Lexicon(Words words, Synonyms synonyms) {
        this.words = words;
        this.synonyms = synonyms;
    }

    Synonyms synonyms() {
        return synonyms;
    }

    /// All words and the words within them, by start, the longer first.
    List<Span> words(String text) {
        return words(Folding.fold(text));
    }

    /// The same of a text that is folded.
    List<Span> words(char[] folded) {
        var found = new ArrayList<Span>();
        int start = 0;
        while (start < folded.length) {
            int end = pieceEnd(folded, start);
            for (var word : pieces.words(new String(folded, start, end - start), this::wordsOfPiece)) {
                found.add(new Span(start + word.start(), start + word.end()));
            }
            start = end;
        }
        return found;
    }

    private List<Span> wordsOfPiece(String piece) {
        var units = piece.toCharArray();
        return segment().seg(units.clone()).stream().map(term -> new Span(term.offset, term.offset + term.length()))
                .filter(word -> isWord(units, word)).sorted(LONGEST_FIRST).distinct().toList();
    }

    /// The words that cover the text side by side: of words that overlap, the one that begins first and is longest.
    List<String> cut(String text) {
        var side = new ArrayList<String>();
        int from = 0;
        for (var word : words(text)) {
            if (word.start() >= from) {
                side.add(word.of(text));
                from = word.end();
            }
        }
        return side;
    }

    private static int pieceEnd(char[] text, int start) {
        int limit = Math.min(text.length, start + LONGEST_PIECE);
        for (int i = start; i < limit; i++) {
            if (text[i] == '\n' || text[i] == '。' || text[i] == '\t' || text[i] == ';') {
                return i + 1;
            }
        }
        return limit;
    }

    private static boolean isWord(char[] text, Span word) {
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            return false;
        }
        for (int i = word.start(); i < word.end(); i++) {
            if (Character.isLetterOrDigit(text[i]) || Character.isSurrogate(text[i])) {
                return true;
            }
        }
        return false;
    }

    private Segment segment() {
        var ready = segment;
        if (ready == null) {
            synchronized (this) {
                ready = segment;
                if (ready == null) {
                    ready = load();
                    segment = ready;
                }
            }
        }
        return ready;
    }

    private Segment load() {
        var own = new DynamicCustomDictionary();
        for (var word : words.words()) {
            own.insert(new String(Folding.fold(word)), "nz 1000");
        }
        return new ViterbiSegment().enableCustomDictionary(own).enableCustomDictionaryForcing(true)
                .enableNameRecognize(false).enableTranslatedNameRecognize(false).enableIndexMode(true)
                .enableOffset(true);
    }
}
