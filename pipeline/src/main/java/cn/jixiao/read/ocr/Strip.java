package cn.jixiao.read.ocr;

/// One line of text cut out of a page.
///
/// @param left,top where its picture without the margin lies on the page, in pixels
/// @param picture the words with a white margin around
/// @param margin in pixels
record Strip(int left, int top, Picture picture, int margin) {

    int width() {
        return picture.width - 2 * margin;
    }

    int height() {
        return picture.height - 2 * margin;
    }
}
