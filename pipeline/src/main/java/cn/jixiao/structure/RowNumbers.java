package cn.jixiao.structure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The numbers of the rows of a printed account (行次 1, 2, 3 …) among what once were its cells: they are no figures.
///
/// The forms of final accounts number their rows. Flattened, `31 二、外交支出 32 三、国防支出` reads as if 31 had been spent.
final class RowNumbers {

    private static final String HEADING = "行次";
    /// Before the numbers of the columns.
    private static final String COLUMNS = "栏次";
    private static final int NEAR = 4;
    private static final int LONGEST = 3;
    /// Further apart two numbers of neighbouring rows never stand.
    private static final int REACH = 12;
    private static final int FEWEST = 4;

    private record Step(int at, int previous, int length) {
    }

    private RowNumbers() {
    }

    /// The places of pieces that count the rows or, behind 栏次, the columns; none in a document that has no 行次.
    static Set<Integer> in(List<Piece> pieces) {
        var found = new HashSet<Integer>();
        if (pieces.stream().noneMatch(piece -> piece.words().contains(HEADING))) {
            return found;
        }
        var steps = new HashMap<Integer, Step>();
        var last = new HashMap<Integer, Integer>();
        for (int at = 0; at < pieces.size(); at++) {
            if (isNumber(pieces.get(at))) {
                int number = Integer.parseInt(pieces.get(at).words());
                var before = last.get(number - 1);
                boolean follows = before != null && at - before <= REACH;
                steps.put(at, new Step(at, follows ? before : -1, follows ? steps.get(before).length() + 1 : 1));
                last.put(number, at);
            }
        }
        steps.values().stream().filter(step -> step.length() >= FEWEST).forEach(step -> mark(step, steps, found));
        // The columns last, or a chain would be taken for marked where one of them is its link.
        for (int at = 0; at < pieces.size(); at++) {
            for (int i = at + 1; COLUMNS.equals(pieces.get(at).words()) && i < Math.min(pieces.size(), at + NEAR); i++) {
                if (isNumber(pieces.get(i))) {
                    found.add(i);
                }
            }
        }
        return found;
    }

    private static void mark(Step end, Map<Integer, Step> steps, Set<Integer> found) {
        var step = end;
        while (step != null && found.add(step.at())) {
            step = steps.get(step.previous());
        }
    }

    private static boolean isNumber(Piece piece) {
        return piece.look() == Look.NUMBER && piece.words().length() <= LONGEST && piece.words().chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
