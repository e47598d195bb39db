package cn.jixiao.read.pdf;

import cn.jixiao.read.build.Wording;

/// What belongs between two printed lines in the canonical text.
final class Joint {

    private Joint() {
    }

    /// Between two lines that the margin has cut: nothing, or a space between two Latin words.
    static String wrapped(String above, String below) {
        char last = above.charAt(above.length() - 1);
        char first = below.charAt(0);
        if (Character.isDigit(last) && Character.isDigit(first)) {
            return hasHan(above) || hasHan(below) || isOneNumber(above, below) ? "" : " ";
        }
        if (!isWord(first) && "([\"'“‘".indexOf(first) < 0) {
            return "";
        }
        if (isWord(last) || last == ')') {
            return isWord(last) && Character.isDigit(first) != Character.isDigit(last) && hasHan(above) ? "" : " ";
        }
        boolean closed = ",.;:!?)]\"'’”".indexOf(last) >= 0 && above.length() > 1
                && (isWord(above.charAt(above.length() - 2)) || last == '.');
        return closed && Character.isLetter(first) ? " " : "";
    }

    /// Between two lines of a cell.
    ///
    /// @param full the line above reaches so far that nothing more would have fitted
    static String inCell(String above, String below, boolean full) {
        char last = above.charAt(above.length() - 1);
        char first = below.charAt(0);
        if (!full) {
            return isWord(last) && isWord(first) && !Wording.endsSentence(above)
                    && (Character.isLetter(last) || Character.isLetter(first)) ? " " : Wording.between(above, below);
        }
        if (Wording.endsSentence(above) && Wording.startsItem(below)) {
            return "\n";
        }
        if (isNumeric(above) && Character.isDigit(first)) {
            return isOneNumber(above, below) ? "" : "\n";
        }
        return wrapped(above, below);
    }

    /// Whether the last figure of the line above and the first of the one below are the halves of one number: a
    /// narrow cell cuts numbers anywhere, and the rest is never longer than what stood before.
    static boolean isOneNumber(String above, String below) {
        int start = above.length();
        while (start > 0 && isNumberPart(above.charAt(start - 1))) {
            start--;
        }
        int end = 0;
        while (end < below.length() && isNumberPart(below.charAt(end))) {
            end++;
        }
        var head = above.substring(start);
        var tail = below.substring(0, end);
        boolean points = head.indexOf('.') >= 0 && tail.indexOf('.') >= 0;
        boolean groups = head.indexOf('.') >= 0 && tail.indexOf(',') >= 0;
        return !points && !groups && tail.length() <= head.length() && head.length() + tail.length() <= 22
                && (end == below.length() || end <= 4) && !(isComplete(head) && tail.indexOf('.') >= 0);
    }

    /// Two decimals, as money is printed: nothing is missing from it.
    private static boolean isComplete(String number) {
        int point = number.indexOf('.');
        return point >= 0 && number.length() - point == 3;
    }

    private static boolean isNumeric(String text) {
        return text.chars().allMatch(c -> isNumberPart((char) c) || c == '-');
    }

    private static boolean isNumberPart(char c) {
        return Character.isDigit(c) || c == '.' || c == ',';
    }

    private static boolean isWord(char c) {
        return c < 0x2000 && Character.isLetterOrDigit(c);
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
