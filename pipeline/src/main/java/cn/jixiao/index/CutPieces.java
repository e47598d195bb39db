package cn.jixiao.index;

import cn.jixiao.document.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The words of the pieces met lately. Reports are made of forms: their headings, labels and set sentences come again in
/// every one of them, and need to be cut once. Safe for many threads.
final class CutPieces {

    /// Longer pieces are sentences of one report's own.
    private static final int LONGEST = 80;

    /// So many pieces make a generation; there are two at most, a few megabytes.
    private static final int MOST = 20_000;

    private volatile Map<String, List<Span>> young = new ConcurrentHashMap<>();
    private volatile Map<String, List<Span>> old = Map.of();

    /// The words of a piece, counted from its beginning.
    ///
    /// @param cut cuts a piece; the same piece gives the same words
    List<Span> words(String piece, Function<String, List<Span>> cut) {
        if (piece.length() > LONGEST) {
            return cut.apply(piece);
        }
        var known = young.get(piece);
        if (known == null) {
            known = old.get(piece);
            if (known == null) {
                known = cut.apply(piece);
            }
            keep(piece, known);
        }
        return known;
    }

    private void keep(String piece, List<Span> words) {
        if (young.size() >= MOST) {
            synchronized (this) {
                if (young.size() >= MOST) {
                    old = young;
                    young = new ConcurrentHashMap<>();
                }
            }
        }
        young.put(piece, words);
    }
}
