package cn.jixiao.document;

/// One page of a paged document.
///
/// @param number 1-based
/// @param width in points
/// @param height in points
/// @param origin how its text came to be known
public record Page(int number, double width, double height, Origin origin) {

    /// Where the text of a page came from.
    public enum Origin { TEXT, OCR, NONE }

    public Page {
        if (number < 1) {
            throw new IllegalArgumentException("page number " + number);
        }
    }
}
