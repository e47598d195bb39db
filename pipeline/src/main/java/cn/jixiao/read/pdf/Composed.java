package cn.jixiao.read.pdf;

import cn.jixiao.document.Line;
import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Words put together from printed lines, and where each run of them is printed.
///
/// @param text nothing blank at either end
/// @param runs ascending, each where its text lies in `text`
record Composed(String text, List<Placed> runs) {

    /// A run at its offset in the words.
    record Placed(int offset, int page, Run run) {
    }

    Composed {
        runs = List.copyOf(runs);
    }

    /// The lines as layout, for words that begin at `start` of the canonical text.
    Stream<Line> at(int start) {
        return runs.stream().map(placed -> new Line(
                new Span(start + placed.offset(), start + placed.offset() + placed.run().text().length()),
                placed.page(), placed.run().box(), placed.run().edges()));
    }

    /// Lines of one paragraph, soft breaks joined.
    static Composed ofParagraph(List<PrintedLine> lines) {
        var words = new Words();
        for (int i = 0; i < lines.size(); i++) {
            words.line(lines.get(i), i == 0 ? "" : Joint.wrapped(lines.get(i - 1).text(), lines.get(i).text()));
        }
        return words.done();
    }

    /// Lines that stay lines, as those of a table of contents.
    static Composed ofLines(List<PrintedLine> lines) {
        var words = new Words();
        for (int i = 0; i < lines.size(); i++) {
            words.line(lines.get(i), i == 0 ? "" : "\n");
        }
        return words.done();
    }

    /// The lines of a cell: wrapped ones joined, paragraphs apart by a line feed.
    static Composed ofCell(PrintedCell cell) {
        var words = new Words();
        var lines = cell.lines();
        double room = lines.stream().mapToDouble(PrintedLine::width).max().orElse(0);
        for (int i = 0; i < lines.size(); i++) {
            words.line(lines.get(i), i == 0 ? "" : jointInCell(cell, lines.get(i - 1), lines.get(i), room));
        }
        return words.done();
    }

    private static String jointInCell(PrintedCell cell, PrintedLine above, PrintedLine below, double widest) {
        // Cells have up to half an em of padding on either side; the widest line shows how much there really is.
        double room = Math.max(widest, cell.right() - cell.left() - 1.4 * above.size());
        boolean full = above.width() + Measure.firstWord(below) > room + 0.1 * above.size();
        return Joint.inCell(above.text(), below.text(), full);
    }

    private static final class Words {

        private final StringBuilder text = new StringBuilder();
        private final List<Placed> runs = new ArrayList<>();

        void line(PrintedLine line, String joint) {
            text.append(joint);
            for (int i = 0; i < line.runs().size(); i++) {
                if (i > 0) {
                    text.append(' ');
                }
                runs.add(new Placed(text.length(), line.page(), line.runs().get(i)));
                text.append(line.runs().get(i).text());
            }
        }

        Composed done() {
            return new Composed(text.toString(), runs);
        }
    }
}
