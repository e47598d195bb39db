package cn.jixiao.compare;

import java.util.List;
import java.util.stream.Stream;

/// Rows of a table, worked on by several threads where there are enough of them to be worth it.
final class SideBySide {

    private static final int MANY_ROWS = 500;

    private SideBySide() {
    }

    /// In order, as what comes out of the stream is too.
    static <T> Stream<T> rows(List<T> rows) {
        return rows.size() < MANY_ROWS ? rows.stream() : rows.parallelStream();
    }
}
