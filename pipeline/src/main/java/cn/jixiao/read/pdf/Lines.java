package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Glyphs become lines of text.
///
/// Spaces: one that is printed is kept if it takes room; one is put in where two Latin words stand apart without it,
/// or where the gap is wide. The gaps that typesetters leave between Han characters and digits are not spaces.
final class Lines {

    /// Glyphs whose middles differ by less than this part of an em stand on one line.
    private static final double SAME_LINE = 0.45;

    /// A printed space narrower than this part of an em cannot be seen.
    private static final double SEEN = 0.08;

    /// From this part of an em on Latin letters and digits stand in different words.
    private static final double WORD_GAP = 0.16;

    /// From this many ems on a gap separates whatever stands beside it.
    static final double WIDE_GAP = 1.25;

    private final int page;
    private final double width;
    private final double height;

    /// @param width,height of the working frame
    Lines(int page, double width, double height) {
        this.page = page;
        this.width = width;
        this.height = height;
    }

    double width() {
        return width;
    }

    /// All lines of these glyphs from top to bottom, turned text after the upright one.
    List<PrintedLine> of(List<Glyph> glyphs) {
        if (isUpright(glyphs)) {
            return upright(glyphs);
        }
        var lines = new ArrayList<>(upright(glyphs.stream().filter(glyph -> glyph.turn() == 0).toList()));
        for (int turn = 1; turn < 4; turn++) {
            lines.addAll(turned(glyphs, turn));
        }
        lines.addAll(oblique(glyphs.stream().filter(glyph -> glyph.turn() == Glyph.OBLIQUE).toList()));
        return lines;
    }

    private static boolean isUpright(List<Glyph> glyphs) {
        for (var glyph : glyphs) {
            if (glyph.turn() != 0) {
                return false;
            }
        }
        return true;
    }

    private List<PrintedLine> upright(List<Glyph> glyphs) {
        var rows = new ArrayList<List<Glyph>>();
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Glyph.FROM_TOP);
        double middle = 0;
        double size = 0;
        for (var glyph : sorted) {
            double reach = SAME_LINE * Math.max(size, glyph.size());
            if (rows.isEmpty() || glyph.centreY() - middle > reach) {
                rows.add(new ArrayList<>());
                size = 0;
            }
            if (glyph.size() > size) {
                size = glyph.size();
                middle = glyph.centreY();
            }
            rows.getLast().add(glyph);
        }
        var lines = new ArrayList<PrintedLine>();
        for (var row : rows) {
            Levels.of(row).forEach(level -> line(level).ifPresent(lines::add));
        }
        return lines;
    }

    private List<PrintedLine> turned(List<Glyph> glyphs, int turn) {
        var some = glyphs.stream().filter(glyph -> glyph.turn() == turn)
                .map(glyph -> glyph.upright(turn, width, height)).toList();
        return upright(some).stream().map(line -> line.runs().stream().map(Run::box).reduce(Box::union)
                .map(box -> new PrintedLine(page, line.runs(), box.left(), box.top(), box.right(), box.bottom(),
                        line.size(), line.bold(), false)).orElse(line)).toList();
    }

    /// Text across the page is kept in the order in which it is drawn.
    private List<PrintedLine> oblique(List<Glyph> glyphs) {
        var runs = glyphs.stream().filter(glyph -> !glyph.isSpace()).map(glyph -> run(List.of(glyph))).toList();
        return runs.isEmpty() ? List.of() : List.of(new PrintedLine(page, joined(runs), glyphs.getFirst().left(),
                glyphs.getFirst().top(), glyphs.getFirst().right(), glyphs.getFirst().bottom(),
                glyphs.getFirst().size(), false, true));
    }

    private static List<Run> joined(List<Run> runs) {
        // One run a glyph keeps its box exact; a watermark needs no more, and its words no spaces.
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        var box = runs.stream().map(Run::box).reduce(Box::union).orElseThrow();
        var edges = new float[text.length() + 1];
        Arrays.fill(edges, (float) box.left());
        edges[text.length()] = (float) box.right();
        return List.of(new Run(text.toString(), edges, box));
    }

    private Optional<PrintedLine> line(List<Glyph> row) {
        row.sort(Glyph.FROM_LEFT);
        var sizes = new double[row.size()];
        int words = 0;
        int bold = 0;
        double left = Double.POSITIVE_INFINITY;
        double top = left;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = right;
        for (var glyph : row) {
            if (!glyph.isSpace()) {
                sizes[words++] = glyph.size();
                bold += glyph.bold() ? 1 : 0;
                left = Math.min(left, glyph.left());
                top = Math.min(top, glyph.top());
                right = Math.max(right, glyph.right());
                bottom = Math.max(bottom, glyph.bottom());
            }
        }
        if (words == 0) {
            return Optional.empty();
        }
        double size = median(sizes, words);
        return Optional.of(new PrintedLine(page, runs(row, size), left, top, right, bottom, size, bold * 2 > words, false));
    }

    private List<Run> runs(List<Glyph> row, double size) {
        double usual = usualLatinGap(row);
        var runs = new ArrayList<Run>();
        var current = new ArrayList<Glyph>();
        var spaces = new ArrayList<Glyph>();
        for (var glyph : row) {
            if (glyph.isSpace()) {
                spaces.add(glyph);
                continue;
            }
            if (!current.isEmpty()) {
                var before = current.getLast();
                double gap = glyph.left() - before.right();
                boolean seen = gap >= SEEN * size && !spaces.isEmpty();
                if (seen && glyph.turn() == 0) {
                    current.addAll(spaces);
                } else if (separates(before, glyph, gap, usual, size)) {
                    runs.add(run(current));
                    current.clear();
                }
            }
            spaces.clear();
            current.add(glyph);
        }
        runs.add(run(current));
        return runs;
    }

    private static boolean separates(Glyph before, Glyph after, double gap, double usual, double size) {
        boolean latin = isLatin(before.text().charAt(before.text().length() - 1)) && isLatin(after.text().charAt(0));
        return gap > (latin ? usual + WORD_GAP * size : WIDE_GAP * size);
    }

    /// Letter-spaced text has wide gaps everywhere; only a wider one parts words.
    private static double usualLatinGap(List<Glyph> row) {
        var gaps = new double[row.size()];
        int count = 0;
        for (int i = 1; i < row.size(); i++) {
            var before = row.get(i - 1);
            var after = row.get(i);
            if (isLatin(before.text().charAt(0)) && isLatin(after.text().charAt(0))) {
                gaps[count++] = after.left() - before.right();
            }
        }
        return count < 3 ? 0 : Math.max(0, median(gaps, count));
    }

    static boolean isLatin(char c) {
        return c < 0x250 && c > 0x20;
    }

    private static Run run(List<Glyph> glyphs) {
        var text = new StringBuilder();
        glyphs.forEach(glyph -> text.append(glyph.text()));
        var edges = new float[text.length() + 1];
        int at = 0;
        for (var glyph : glyphs) {
            int units = glyph.text().length();
            for (int i = 0; i < units; i++) {
                edges[at++] = (float) (glyph.shown().left()
                        + (glyph.shown().right() - glyph.shown().left()) * i / units);
            }
        }
        edges[at] = (float) glyphs.getLast().shown().right();
        return new Run(text.toString(), edges, around(glyphs));
    }

    private static Box around(List<Glyph> glyphs) {
        var first = glyphs.getFirst().shown();
        double left = first.left();
        double top = first.top();
        double right = first.right();
        double bottom = first.bottom();
        for (var glyph : glyphs) {
            left = Math.min(left, glyph.shown().left());
            top = Math.min(top, glyph.shown().top());
            right = Math.max(right, glyph.shown().right());
            bottom = Math.max(bottom, glyph.shown().bottom());
        }
        return new Box(left, top, right, bottom);
    }

    /// Of the first `count` values, which are put in order.
    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return values[count / 2];
    }

    static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
