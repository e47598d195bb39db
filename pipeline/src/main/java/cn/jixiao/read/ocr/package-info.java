/// Reading pictures of pages: in comes a rendered page, out come its letters and ruling lines with their places.
///
/// The page is parted into lines of text here, by its rulings and its white space, since Tesseract loses its way in
/// ruled forms; Tesseract reads the lines. Not done here: putting letters together to words, cells and tables, which
/// is the same work as for a page of printed glyphs.
@NullMarked
package cn.jixiao.read.ocr;

import org.jspecify.annotations.NullMarked;
