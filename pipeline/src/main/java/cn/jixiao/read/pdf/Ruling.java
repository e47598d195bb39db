package cn.jixiao.read.pdf;

/// A straight line drawn along the page, or across: the edge of a cell, an underline, a frame.
///
/// @param horizontal else vertical
/// @param at its y, or its x if vertical
/// @param from,to where it begins and ends along the other axis
record Ruling(boolean horizontal, double at, double from, double to) {

    Ruling {
        if (!(from <= to)) {
            throw new IllegalArgumentException("ruling from " + from + " to " + to);
        }
    }

    double length() {
        return to - from;
    }

    /// The same line in a frame turned back by `quarters`, see [Glyph#upright].
    Ruling upright(int quarters, double width, double height) {
        return switch (quarters) {
            case 1 -> horizontal ? new Ruling(false, at, width - to, width - from)
                    : new Ruling(true, width - at, from, to);
            case 2 -> horizontal ? new Ruling(true, height - at, width - to, width - from)
                    : new Ruling(false, width - at, height - to, height - from);
            case 3 -> horizontal ? new Ruling(false, height - at, from, to)
                    : new Ruling(true, at, height - to, height - from);
            default -> this;
        };
    }
}
