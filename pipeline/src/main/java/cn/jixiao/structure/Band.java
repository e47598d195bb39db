package cn.jixiao.structure;

/// Rows of a table that share their column headings; forms change them half-way down.
///
/// @param from first row of the headings
/// @param body first row below them; `from` if there are none
/// @param to the row after the last
record Band(int from, int body, int to) {

    Band {
        if (from > body || body > to) {
            throw new IllegalArgumentException("band of rows " + from + ", " + body + ", " + to);
        }
    }

    boolean hasHeader() {
        return body > from;
    }
}
