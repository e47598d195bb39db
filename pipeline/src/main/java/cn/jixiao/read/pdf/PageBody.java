package cn.jixiao.read.pdf;

import cn.jixiao.document.Page;
import java.util.List;
import java.util.stream.Stream;

/// One page as lines and tables in reading order.
///
/// @param page number, size as shown, and where its text came from
/// @param width,height of the working frame, which differs from the page where its text stands sideways
/// @param glyphs how many characters that are not spaces were collected
/// @param unknown how many of them the text layer does not explain
/// @param lost characters that were collected but stand in no item
/// @param imageShare the part of the page that images cover
/// @param cut there was more on the page than is read
record PageBody(Page page, double width, double height, List<PageItem> items, int glyphs, int unknown, String lost,
        double imageShare, boolean cut) {

    PageBody {
        items = List.copyOf(items);
    }

    Stream<PrintedLine> lines() {
        return items.stream().filter(PrintedLine.class::isInstance).map(PrintedLine.class::cast);
    }
}
