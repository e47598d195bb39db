package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a line where its gaps are wide, as columns leave them.
final class Pieces {

    private Pieces() {
    }

    /// The pieces of a line between gaps of at least `gap` points, printed spaces counting as gap.
    static List<PrintedLine> of(PrintedLine line, double gap) {
        var words = new ArrayList<Run>();
        line.runs().forEach(run -> words.addAll(words(run)));
        var pieces = new ArrayList<PrintedLine>();
        var current = new ArrayList<Run>();
        for (var word : words) {
            if (!current.isEmpty() && word.box().left() - current.getLast().box().right() >= gap) {
                pieces.add(piece(line, current));
                current.clear();
            }
            current.add(word);
        }
        pieces.add(piece(line, current));
        return pieces;
    }

    /// A piece keeps the spaces printed within it.
    private static PrintedLine piece(PrintedLine line, List<Run> words) {
        var runs = new ArrayList<Run>();
        for (var run : line.runs()) {
            var inside = words.stream().filter(word -> word.box().left() >= run.box().left() - 0.01
                    && word.box().right() <= run.box().right() + 0.01 && isPart(word, run)).toList();
            if (!inside.isEmpty()) {
                runs.add(part(run, offset(inside.getFirst(), run),
                        offset(inside.getLast(), run) + inside.getLast().text().length()));
            }
        }
        double left = runs.getFirst().box().left();
        double right = runs.getLast().box().right();
        return new PrintedLine(line.page(), runs, left, line.top(), right, line.bottom(), line.size(), line.bold(),
                false);
    }

    private static boolean isPart(Run word, Run run) {
        return offset(word, run) >= 0;
    }

    private static int offset(Run word, Run run) {
        for (int i = 0; i + word.text().length() <= run.text().length(); i++) {
            if (run.edges()[i] == word.edges()[0] && run.text().startsWith(word.text(), i)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Run> words(Run run) {
        var words = new ArrayList<Run>();
        int start = 0;
        for (int i = 0; i <= run.text().length(); i++) {
            if (i == run.text().length() || isSpace(run.text().charAt(i))) {
                if (i > start) {
                    words.add(part(run, start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u3000';
    }

    private static Run part(Run run, int from, int to) {
        var edges = Arrays.copyOfRange(run.edges(), from, to + 1);
        // A space between words begins where the word ends; the last edge of a part is that of its last character.
        return new Run(run.text().substring(from, to), edges,
                new Box(Math.min(edges[0], edges[to - from]), run.box().top(), Math.max(edges[0], edges[to - from]),
                        run.box().bottom()));
    }
}
