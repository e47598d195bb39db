package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pairs of a flattened form that stand under no headings: 年度资金总额 1860 其中：财政拨款 1760 其他资金 100.
final class FlatPairs {

    private static final int FEWEST_PAIRS = 2;
    private static final int FURTHEST_CORNER = 3;
    private static final int FURTHEST_UNIT = 24;

    private FlatPairs() {
    }

    /// Pairs beside each other, each of another kind of money, and below them the parts of each:
    /// `计划安排资金（万元） 120 实际到位资金（万元） 120 省财政 100 省财政 100 市财政 20 市财政 20`.
    static Optional<FlatBand> across(Pieces pieces, int start, Forms forms) {
        var cells = new ArrayList<Cell>();
        int column = 0;
        int at = start;
        boolean unit = false;
        while (at + 1 < pieces.size() && isMoney(pieces.get(at), forms) && pieces.get(next(pieces, at + 1)).isBare()) {
            unit |= HeadingWords.bracketed(pieces.get(at).words()).stream().anyMatch(words -> forms.unit(words).isPresent());
            cells.add(new Cell(pieces.get(at).span(), 0, column));
            at = next(pieces, at + 1);
            cells.add(new Cell(pieces.get(at).span(), 0, column + 1));
            at = next(pieces, at + 1);
            column += 2;
        }
        var line = unit || column < 2 * FEWEST_PAIRS ? null : unitBefore(pieces, start, forms);
        if (!unit && line == null || column < 2 * FEWEST_PAIRS) {
            return Optional.empty();
        }
        int rows = 1;
        for (int end = parts(pieces, at, column / 2, rows, cells, forms); end > at; end = parts(pieces, at, column / 2, rows, cells, forms)) {
            at = end;
            rows = cells.getLast().row() + 1;
        }
        return Optional.of(new FlatBand(new Span(cells.getFirst().span().start(), cells.getLast().span().end()), cells, rows, column).in(line));
    }

    /// 金额单位： 万元, in the lines above.
    private static @Nullable Span unitBefore(Pieces pieces, int start, Forms forms) {
        for (int i = start - 1; i >= Math.max(0, start - FURTHEST_UNIT); i--) {
            var piece = pieces.get(i);
            var named = i > 0 ? pieces.get(i - 1) : piece;
            if (piece.words().endsWith("元") && forms.unit(piece.words()).isPresent() && named.words().contains("单位")) {
                return new Span(named.span().start(), piece.span().end());
            }
        }
        return null;
    }

    /// A row of parts: the same word as many times as there are pairs above, each with its figure or none.
    private static int parts(Pieces pieces, int from, int pairs, int row, List<Cell> cells, Forms forms) {
        var found = new ArrayList<Cell>();
        int at = from;
        for (int pair = 0; pair < pairs; pair++) {
            boolean same = at < pieces.size() && pieces.get(at).look() == Look.WORDS && pieces.get(at).words().equals(pieces.get(from).words())
                    && forms.exact(Forms.Place.ROW, pieces.get(at).words()).isPresent();
            if (!same) {
                return from;
            }
            found.add(new Cell(pieces.get(at).span(), row, 2 * pair));
            at = next(pieces, at + 1);
            if (at < pieces.size() && pieces.get(at).isBare()) {
                found.add(new Cell(pieces.get(at).span(), row, 2 * pair + 1));
                at = next(pieces, at + 1);
            }
        }
        // A part that got nothing has no row.
        if (found.size() > pairs) {
            cells.addAll(found);
        }
        return at;
    }

    private static boolean isMoney(Piece piece, Forms forms) {
        return piece.look() == Look.WORDS && forms.exact(Forms.Place.COLUMN, piece.words())
                .filter(meaning -> meaning.indicator() != null && meaning.indicator().startsWith("fund.") && meaning.unit() == null).isPresent();
    }

    /// The next piece that says something.
    private static int next(Pieces pieces, int from) {
        int at = from;
        while (at + 1 < pieces.size() && pieces.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    /// The pairs that begin at a piece and how many pieces they are, if the piece is a key of money with its figure behind.
    static Optional<FlatBand> at(Pieces pieces, int start, Forms forms) {
        if (!isKey(pieces.get(start), forms, true) || !isFigure(pieces, start + 1)) {
            return Optional.empty();
        }
        var cells = new ArrayList<Cell>();
        corner(pieces, start, forms).ifPresent(span -> cells.add(new Cell(span, 0, 0)));
        int column = cells.size();
        int row = 0;
        int at = start;
        while (at < pieces.size() && isKey(pieces.get(at), forms, false) && !FlatHeads.at(pieces, at, forms).isPresent()) {
            boolean figure = isFigure(pieces, at + 1);
            cells.add(new Cell(pieces.get(at).span(), row, column));
            if (figure) {
                cells.add(new Cell(pieces.get(at + 1).span(), row, column + 1));
            }
            row++;
            at += figure ? 2 : 1;
        }
        boolean scored = forms.exact(Forms.Place.KEY, pieces.get(start).words()).filter(meaning -> meaning.unit() != null).isPresent();
        return row < 2 && column == 0 && !scored ? Optional.empty() : Optional.of(band(cells, row, column));
    }

    private static FlatBand band(List<Cell> cells, int rows, int column) {
        var all = new ArrayList<>(cells);
        if (column > 0) {
            all.set(0, new Cell(cells.getFirst().span(), 0, 0, rows, 1, null, List.of()));
        }
        return new FlatBand(new Span(cells.getFirst().span().start(), cells.getLast().span().end()), all, rows, column + 2);
    }

    /// 资金情况（万元）, right before the first key or with the name of something else between.
    private static Optional<Span> corner(Pieces pieces, int start, Forms forms) {
        for (int i = start - 1; i >= Math.max(0, start - FURTHEST_CORNER); i--) {
            var piece = pieces.get(i);
            if (piece.look() == Look.WORDS && HeadingWords.bracketed(piece.words()).stream().anyMatch(words -> forms.unit(words).isPresent())) {
                return i == start - 1 ? Optional.of(piece.span()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// @param whole whether the key must be one of all the money
    private static boolean isKey(Piece piece, Forms forms, boolean whole) {
        if (piece.look() != Look.WORDS) {
            return false;
        }
        boolean money = forms.exact(Forms.Place.KEY, piece.words()).filter(meaning -> meaning.use() == Use.VALUE).isPresent();
        return money || !whole && piece.row() != null && !piece.isTotal();
    }

    /// A bare amount; what has its own unit needs no table.
    private static boolean isFigure(Pieces pieces, int at) {
        return at < pieces.size() && pieces.get(at).isBare();
    }
}
