package cn.jixiao.structure;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The goal band of a flattened form: what was meant to be reached, then what was, both in running text.
final class FlatGoals {

    private static final Pattern FIRST = Pattern.compile("(?:目标|任务|完成情况)?[（(]?1[)）]?[、.．:：](?!\\d).*|[①⑴].*|[（(]1[)）].*|一是.*", Pattern.DOTALL);

    private FlatGoals() {
    }

    /// Empty where nobody can tell where the goals end and the results begin.
    ///
    /// @param text the canonical text
    static Optional<FlatBand> of(FlatHeads heads, List<Piece> all, String text) {
        var body = all.stream().filter(piece -> !piece.isBlank()).toList();
        if (body.size() == 1) {
            return halves(body.getFirst().span(), text).map(halves -> band(heads, halves));
        }
        int at = body.isEmpty() ? -1 : results(body);
        return at < 0 ? Optional.empty()
                : Optional.of(band(heads, List.of(span(body.subList(0, at)), span(body.subList(at, body.size())))));
    }

    /// Two texts in one line, with a blank after the stop of the first and no other such blank.
    private static Optional<List<Span>> halves(Span span, String text) {
        int at = -1;
        for (int i = span.start(); i + 1 < span.end(); i++) {
            if ((text.charAt(i) == '。' || text.charAt(i) == '；') && Character.isWhitespace(text.charAt(i + 1))) {
                if (at >= 0) {
                    return Optional.empty();
                }
                at = i + 1;
            }
        }
        return at < 0 ? Optional.empty() : Optional.of(List.of(new Span(span.start(), at), FlatForms.trimmed(text, at, span.end())));
    }

    private static FlatBand band(FlatHeads heads, List<Span> texts) {
        int last = heads.heads().size() - 1;
        var cells = new ArrayList<Cell>();
        for (int c = 0; c <= last; c++) {
            cells.add(new Cell(heads.heads().get(c).span(), 0, c));
        }
        cells.add(new Cell(texts.get(0), 1, last - 1));
        cells.add(new Cell(texts.get(1), 1, last));
        var span = new Span(cells.getFirst().span().start(), cells.getLast().span().end());
        return new FlatBand(span, cells, 2, last + 1);
    }

    /// Where the results begin: at the second of two texts, or where the items are numbered anew; -1 if that cannot be told.
    private static int results(List<Piece> body) {
        if (body.size() == 2) {
            return 1;
        }
        var firsts = new ArrayList<Integer>();
        for (int i = 0; i < body.size(); i++) {
            if (FIRST.matcher(body.get(i).words()).matches()) {
                firsts.add(i);
            }
        }
        return firsts.size() == 2 && firsts.getFirst() == 0 ? firsts.get(1) : -1;
    }

    private static Span span(List<Piece> pieces) {
        return new Span(pieces.getFirst().span().start(), pieces.getLast().span().end());
    }
}
