package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pairs of a flattened form that stand under no headings: 年度资金总额 1860 其中：财政拨款 1760 其他资金 100.
final class FlatPairs {

    private static final int FURTHEST_CORNER = 3;

    private FlatPairs() {
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
        return row < 2 && column == 0 ? Optional.empty() : Optional.of(band(cells, row, column));
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
