package cn.jixiao.read.ocr;

import cn.jixiao.document.Box;
import java.util.List;

/// What was seen in the picture of a page, in points, y downwards, the page laid straight.
///
/// @param letters line by line
/// @param strokes straight lines along the axes
public record Scan(List<Letter> letters, List<Stroke> strokes) {

    /// One character.
    ///
    /// @param box as high as its whole line, as wide as it is printed
    /// @param shown the same on the page as it is, before it was laid straight
    /// @param confidence Tesseract's own, 0..100
    public record Letter(String text, Box box, Box shown, double confidence) {
    }

    /// A straight line: the edge of a cell, an underline.
    ///
    /// @param horizontal else vertical
    /// @param at its y, or its x if vertical
    public record Stroke(boolean horizontal, double at, double from, double to) {
    }

    public Scan {
        letters = List.copyOf(letters);
        strokes = List.copyOf(strokes);
    }
}
