package cn.jixiao.read.pdf;

import java.util.List;

/// The left and right margin between which running text is set, taken from the text itself.
record Column(double left, double right) {

    /// @param lines all lines of the running text; empty gives an endless column
    static Column of(List<PrintedLine> lines) {
        if (lines.isEmpty()) {
            return new Column(0, Double.MAX_VALUE);
        }
        double[] lefts = lines.stream().mapToDouble(PrintedLine::left).sorted().toArray();
        double[] rights = lines.stream().mapToDouble(PrintedLine::right).sorted().toArray();
        double left = lefts[lefts.length / 20];
        double right = rights[rights.length - 1 - rights.length / 20];
        return new Column(left, Math.max(left, right));
    }

    /// Whether the text is set with its first lines indented: most lines that begin at the margin go on from above.
    static boolean indents(List<PrintedLine> lines, Column column) {
        long atMargin = lines.stream().filter(line -> line.left() - column.left() < line.size() * 0.8).count();
        long indented = lines.stream().filter(line -> Math.abs(line.left() - column.left() - 2 * line.size())
                < line.size() * 0.8).count();
        return indented >= 3 && indented * 6 > atMargin && atMargin > 0;
    }
}
