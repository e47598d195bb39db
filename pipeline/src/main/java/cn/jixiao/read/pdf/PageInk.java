package cn.jixiao.read.pdf;

import java.util.List;

/// What is drawn on one page, as collected in one pass.
///
/// @param number 1-based
/// @param width,height of the page as shown
/// @param glyphs in the order of drawing
/// @param rulings straight lines along the axes
/// @param imageShare the part of the page that its images cover, 0..1
/// @param cut the page held more glyphs than are read
record PageInk(int number, double width, double height, List<Glyph> glyphs, List<Ruling> rulings, double imageShare,
        boolean cut) {
}
