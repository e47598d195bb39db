package cn.jixiao.structure;

import cn.jixiao.dictionary.HeadingWords;

/// The full mark that a heading carries in brackets: `决策（20分）`. It is a weight, not a unit.
final class FullMark {

    private FullMark() {
    }

    static boolean in(String heading) {
        return HeadingWords.bracketed(heading).stream().anyMatch(FullMark::isMark);
    }

    private static boolean isMark(String words) {
        return words.length() > 1 && words.endsWith("分")
                && words.chars().limit(words.length() - 1L).allMatch(c -> c >= '0' && c <= '9' || c == '.');
    }
}
