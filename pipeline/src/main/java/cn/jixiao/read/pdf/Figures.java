package cn.jixiao.read.pdf;

/// Tells the words of a column of figures: `1,234.5`, `-2.3`, `98%`, `—`.
final class Figures {

    private static final String MARKS = "0123456789０１２３４５６７８９.,，．%％‰+-−－—–()（） *≥≤><＞＜～~/";

    private Figures() {
    }

    static boolean isFigure(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MARKS.indexOf(c) < 0) {
                return false;
            }
            digit |= Character.isDigit(c);
        }
        return digit || text.length() <= 2 && !text.isEmpty() && "-−－—–".indexOf(text.charAt(0)) >= 0;
    }
}
