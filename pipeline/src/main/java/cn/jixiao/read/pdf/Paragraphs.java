package cn.jixiao.read.pdf;

import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;

/// Decides whether a line goes on with the paragraph before it.
///
/// A line goes on where the line above was filled up to the margin, so that the break was forced, and nothing else
/// says that something new begins: another size, a wider gap, a first-line indent, a list mark after a full stop.
///
/// @param column the margins of the running text
/// @param indented first lines are indented by two ems, as Chinese office documents are
/// @param pitch from one line of a paragraph to the next, in ems; endless where the text does not show it
record Paragraphs(Column column, boolean indented, double pitch) {

    /// Fewer wrapped lines do not show the usual pitch.
    private static final int FEWEST = 4;

    /// A line that reaches so far, in the midst of a sentence, was broken by the margin.
    private static final double NEARLY_FULL = 0.8;

    static Paragraphs of(List<PrintedLine> lines) {
        var column = Column.of(lines);
        return new Paragraphs(column, Column.indents(lines, column), pitch(lines, column));
    }

    private static double pitch(List<PrintedLine> lines, Column column) {
        var pitches = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) {
            var above = lines.get(i - 1);
            var next = lines.get(i);
            boolean wrapped = above.page() == next.page() && isSameType(above, next)
                    && above.right() > column.right() - 1.5 * above.size() && !Wording.endsSentence(above.text())
                    && !Wording.startsItem(next.text()) && next.bottom() > above.bottom() + 0.5 * next.size();
            if (wrapped) {
                pitches.add((next.bottom() - above.bottom()) / next.size());
            }
        }
        return pitches.size() < FEWEST ? Double.MAX_VALUE
                : Lines.median(pitches.stream().mapToDouble(value -> value).sorted().toArray());
    }

    /// @param paragraph its lines so far, at least one
    boolean goesOn(List<PrintedLine> paragraph, PrintedLine next) {
        var above = paragraph.getLast();
        return !above.oblique() && !next.oblique() && isSameType(above, next) && isNear(paragraph, next)
                && isFull(above, next) && isAligned(paragraph, next)
                && !(Wording.endsSentence(above.text()) && Wording.startsItem(next.text()));
    }

    private static boolean isSameType(PrintedLine above, PrintedLine next) {
        return Math.abs(above.size() - next.size()) < 0.12 * Math.max(above.size(), next.size());
    }

    private boolean isNear(List<PrintedLine> paragraph, PrintedLine next) {
        var above = paragraph.getLast();
        if (above.page() != next.page()) {
            return next.page() == above.page() + 1;
        }
        double step = next.bottom() - above.bottom();
        if (paragraph.size() > 1 && paragraph.get(paragraph.size() - 2).page() == above.page()) {
            double usual = above.bottom() - paragraph.get(paragraph.size() - 2).bottom();
            return step > 0.5 * next.size() && step < usual + 0.45 * next.size();
        }
        return step > 0.5 * next.size() && step < Math.min(3.2, pitch + 0.4) * next.size();
    }

    private boolean isFull(PrintedLine above, PrintedLine next) {
        boolean amid = !Wording.endsSentence(above.text()) && !Wording.startsItem(next.text());
        return above.right() + Measure.firstWord(next) > column.right() - 0.4 * above.size()
                || amid && above.right() - column.left() > NEARLY_FULL * (column.right() - column.left());
    }

    private boolean isAligned(List<PrintedLine> paragraph, PrintedLine next) {
        var first = paragraph.getFirst();
        double slack = 0.8 * next.size();
        if (paragraph.size() > 1) {
            double body = paragraph.get(1).left();
            return Math.abs(next.left() - body) < slack;
        }
        double shift = next.left() - first.left();
        if (shift > slack) {
            return isHanging(first, shift) || isCentred(first, next);
        }
        boolean begins = indented && next.left() > column.left() + 1.2 * next.size() && Math.abs(shift) <= slack;
        return !begins || isCentred(first, next);
    }

    private static boolean isHanging(PrintedLine first, double shift) {
        return shift < 4 * first.size() && Wording.startsItem(first.text());
    }

    /// Lines of one title, each in the middle of the column.
    private boolean isCentred(PrintedLine first, PrintedLine next) {
        double middle = (column.left() + column.right()) / 2;
        return Math.abs(first.centreX() - middle) < next.size() && Math.abs(next.centreX() - middle) < next.size()
                && next.left() > column.left() + 2.5 * next.size() && !Wording.endsSentence(first.text());
    }
}
