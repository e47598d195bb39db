package cn.jixiao.read.pdf;

/// A line of text or a table, at its place in a page's working frame.
sealed interface PageItem permits PrintedLine, PrintedTable {

    double left();

    double top();

    double right();

    double bottom();
}
