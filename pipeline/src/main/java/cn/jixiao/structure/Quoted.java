package cn.jixiao.structure;

/// What stands between 《 and 》 or 〔 and 〕 cites other papers: their years and bodies are not the report's.
final class Quoted {

    private static final int LONGEST = 120;

    private Quoted() {
    }

    /// The text with everything cited made blank, at its length.
    static String hidden(String text) {
        var shown = new StringBuilder(text);
        blank(shown, '《', '》');
        blank(shown, '〔', '〕');
        return shown.toString();
    }

    private static void blank(StringBuilder text, char open, char close) {
        int start = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == open && (start < 0 || at - start > LONGEST)) {
                start = at;
            } else if (c == close && start >= 0 && at - start <= LONGEST) {
                for (int i = start; i <= at; i++) {
                    text.setCharAt(i, ' ');
                }
                start = -1;
            }
        }
    }
}
