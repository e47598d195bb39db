package cn.jixiao.read.pdf;

import java.util.List;
import java.util.stream.Collectors;

/// One printed line, or one line of a cell.
///
/// @param page 1-based
/// @param runs from left to right; in the canonical text a space stands between them
/// @param left,top,right,bottom in the page's working frame
/// @param size the em of most of its glyphs
/// @param bold whether most of its glyphs are
/// @param oblique a watermark or stamp across the page
record PrintedLine(int page, List<Run> runs, double left, double top, double right, double bottom, double size,
        boolean bold, boolean oblique) implements PageItem {

    PrintedLine {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a line without runs on page " + page);
        }
    }

    String text() {
        return runs.size() == 1 ? runs.getFirst().text()
                : runs.stream().map(Run::text).collect(Collectors.joining(" "));
    }

    double width() {
        return right - left;
    }

    double centreX() {
        return (left + right) / 2;
    }
}
