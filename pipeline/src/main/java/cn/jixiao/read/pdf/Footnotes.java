package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Notes at the foot of a page: the last lines above the running footer, smaller than the text that stands over them,
/// from the first one that begins with the mark of a note.
final class Footnotes {

    /// Notes are set at most this large, as a part of the usual size; the text above them nearly as large as usual.
    private static final double SMALL = 0.92;
    private static final double TEXT = 0.95;

    private static final Pattern MARK = Pattern.compile(
            "^(?:[①-⑳]|[\\[〔［【][0-9]{1,3}[\\]〕］】]|[*＊†‡]|[0-9]{1,3} |注(?:释)?[0-9①-⑳])");

    private Footnotes() {
    }

    /// The lines of notes on a page, from top to bottom.
    ///
    /// @param usual the size of most text
    /// @param aside whether a line is known to be no running text
    static List<PrintedLine> of(PageBody page, double usual, Predicate<PrintedLine> aside) {
        var small = new ArrayList<PrintedLine>();
        for (var item : page.items().reversed()) {
            if (!(item instanceof PrintedLine line)) {
                return List.of();
            }
            if (aside.test(line) || line.oblique()) {
                continue;
            }
            if (line.size() > SMALL * usual) {
                return line.size() < TEXT * usual ? List.of() : fromMark(small.reversed());
            }
            small.add(line);
        }
        // A page of nothing but small print has no text that the notes could belong to.
        return List.of();
    }

    private static List<PrintedLine> fromMark(List<PrintedLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (begins(lines.get(i))) {
                return List.copyOf(lines.subList(i, lines.size()));
            }
        }
        return List.of();
    }

    /// Whether a note begins with this line; a row of figures is none.
    static boolean begins(PrintedLine line) {
        return MARK.matcher(line.text()).find() && line.text().codePoints().anyMatch(Character::isLetter);
    }
}
