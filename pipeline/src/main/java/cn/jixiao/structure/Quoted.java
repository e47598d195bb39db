package cn.jixiao.structure;

import java.util.Arrays;

/// What stands between 《 and 》 or 〔 and 〕 cites other papers: their years and bodies are not the report's.
final class Quoted {

    private static final int LONGEST = 120;

    private Quoted() {
    }

    /// The text with everything cited made blank, at its length.
    static String hidden(String text) {
        if (text.indexOf('》') < 0 && text.indexOf('〕') < 0) {
            return text;
        }
        var shown = text.toCharArray();
        blank(shown, '《', '》');
        blank(shown, '〔', '〕');
        return new String(shown);
    }

    private static void blank(char[] text, char open, char close) {
        int start = -1;
        for (int at = 0; at < text.length; at++) {
            char c = text[at];
            if (c == open && (start < 0 || at - start > LONGEST)) {
                start = at;
            } else if (c == close && start >= 0 && at - start <= LONGEST) {
                Arrays.fill(text, start, at + 1, ' ');
                start = -1;
            }
        }
    }
}
