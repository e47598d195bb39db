package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;

/// A stretch of glyphs on one line without a gap that needs a separator: its text is what the glyphs say.
///
/// @param edges the x of each character's left side and, last, of the end, on the page as shown
/// @param box on the page as shown
record Run(String text, float[] edges, Box box) {

    Run {
        if (edges.length != text.length() + 1) {
            throw new IllegalArgumentException(edges.length + " edges for " + text);
        }
    }
}
