package cn.jixiao.structure;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The cells that a flattened table may consist of. Where borders left a trace the cells follow each other and there is
/// one way through them; where the words were run together, `2020` may be one cell or two, and there are several.
///
/// @param pieces by where they begin
/// @param befores for each the pieces that may stand right before it; none where it is the first
/// @param last the pieces that nothing stands behind
/// @param costs how unlikely it is that each is a cell
/// @param glued whether cells touch
/// @param mixed whether rows may have lost cells to other places
record Lattice(List<Piece> pieces, List<int[]> befores, List<Integer> last, double[] costs, boolean glued, boolean mixed) {

    /// One cell behind the other.
    static Lattice row(List<Piece> pieces) {
        int n = pieces.size();
        var befores = IntStream.range(0, n).mapToObj(i -> i == 0 ? new int[0] : new int[] {i - 1}).toList();
        return new Lattice(List.copyOf(pieces), befores, n == 0 ? List.of() : List.of(n - 1), new double[n], false, false);
    }

    /// One cell behind the other, some of them out of their rows.
    static Lattice mixed(List<Piece> pieces) {
        var row = row(pieces);
        return new Lattice(row.pieces, row.befores, row.last, row.costs, false, true);
    }

    int[] before(int piece) {
        return befores.get(piece);
    }

    boolean isFirst(int piece) {
        return befores.get(piece).length == 0;
    }

    boolean isLast(int piece) {
        return last.contains(piece);
    }

    double cost(int piece) {
        return costs[piece];
    }

    /// Whether two figures touch and are the same.
    boolean isTwin(Piece left, Piece right) {
        return glued && left.look() == Look.NUMBER && right.look() == Look.NUMBER && left.span().end() == right.span().start()
                && left.words().equals(right.words());
    }

    /// Whether a run of digits was cut between two figures.
    boolean isCut(Piece left, Piece right) {
        int end = left.words().length();
        return glued && left.look() == Look.NUMBER && right.look() == Look.NUMBER && left.span().end() == right.span().start()
                && isDigit(left.words().charAt(end - 1)) && isDigit(right.words().charAt(0));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// About as many pieces from the beginning, up to a place that all ways pass; itself if it has no more.
    Lattice first(int most) {
        if (pieces.size() <= most) {
            return this;
        }
        int to = most;
        while (to < pieces.size() && !isPassedByAll(to)) {
            to++;
        }
        if (to == pieces.size()) {
            return this;
        }
        int end = pieces.get(to).span().start();
        IntUnaryOperator ends = i -> pieces.get(i).span().end();
        int cut = to;
        var ending = IntStream.range(0, to).filter(i -> IntStream.of(befores.get(cut)).anyMatch(each -> each == i)).boxed().toList();
        return ending.isEmpty() || ending.stream().anyMatch(i -> ends.applyAsInt(i) > end) ? this
                : new Lattice(pieces.subList(0, to), befores.subList(0, to), ending, costs, glued, mixed);
    }

    private boolean isPassedByAll(int at) {
        int start = pieces.get(at).span().start();
        return pieces.get(at - 1).span().start() < start
                && IntStream.range(Math.max(0, at - 60), at).allMatch(i -> pieces.get(i).span().end() <= start);
    }
}
