package cn.jixiao.read.ocr;

/// One character as Tesseract saw it in the picture of a line, in pixels of that picture.
///
/// @param confidence 0..100
/// @param begins whether a new word begins with it
record Seen(String text, double left, double right, double confidence, boolean begins) {

    Seen {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a character without text");
        }
    }

    Seen until(double newRight) {
        return new Seen(text, left, Math.max(left, newRight), confidence, begins);
    }

    double centre() {
        return (left + right) / 2;
    }

    boolean isIdeographic() {
        return Character.isIdeographic(text.codePointAt(0));
    }

    boolean isDigit() {
        return text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }
}
