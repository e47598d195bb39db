package cn.jixiao.read.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the lines of a text that were page numbers, and those of its table of contents.
final class PageMarks {

    private static final Pattern DASHED = Pattern.compile("[-—–－―~·]{1,3}\\s{0,3}[0-9０-９ⅠⅡⅢⅣⅤIVXivx]{1,4}\\s{0,3}[-—–－―~·]{1,3}");
    private static final Pattern SAID = Pattern.compile(
            "第\\s{0,3}[0-9一二三四五六七八九十]{1,4}\\s{0,3}页(?:[\\s，,/]{0,3}共\\s{0,3}[0-9一二三四五六七八九十]{1,4}\\s{0,3}页)?"
            + "|(?i:page)\\s{0,3}[0-9]{1,4}(?:\\s{0,3}(?:of|/)\\s{0,3}[0-9]{1,4})?");
    private static final Pattern BARE = Pattern.compile("[0-9]{1,3}");
    private static final Pattern BRACKET = Pattern.compile("[()（）]");
    private static final Pattern CONTENTS = Pattern.compile("目\\s{0,8}[录錄次]");
    private static final Pattern ENTRY = Pattern.compile(
            "[^\\s.…·].{0,80}?(?:\\t\\s{0,4}|\\s{2,80}|\\s?[.．…·・-]{2,200}\\s{0,4}|\\s)[-—]?[0-9]{1,3}[-—]?");
    private static final Pattern LEADERS = Pattern.compile(".{1,80}?(?:[.．·・]{4,200}|…{2,100})\\s{0,4}[0-9]{1,3}");

    private PageMarks() {
    }

    static boolean isPageNumber(String words) {
        return DASHED.matcher(words).matches() || SAID.matcher(words).matches();
    }

    /// Lines that are page numbers: dashed ones, with the brackets that a converter puts around them, and bare
    /// numbers that count up through the text.
    static BitSet pageNumbers(List<TextLine> lines) {
        var found = new BitSet();
        int before = -1;
        for (int i = 0; i < lines.size(); i++) {
            var words = lines.get(i).words();
            if (isPageNumber(words)) {
                found.set(i);
                if (i > 0 && i + 1 < lines.size() && isBracket(lines.get(i - 1)) && isBracket(lines.get(i + 1))) {
                    found.set(i - 1, i + 2);
                }
            } else if (BARE.matcher(words).matches()) {
                if (before >= 0 && i - before > 3 && number(lines.get(i)) == number(lines.get(before)) + 1) {
                    found.set(before);
                    found.set(i);
                }
                before = i;
            }
        }
        return found;
    }

    /// The lines of a table of contents: those after 目录 that end in a page number, and any with leader dots.
    static BitSet contents(List<TextLine> lines) {
        var found = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            if (CONTENTS.matcher(lines.get(i).words()).matches()) {
                int end = i + 1;
                while (end < lines.size() && ENTRY.matcher(lines.get(end).raw().strip()).matches()) {
                    end++;
                }
                if (end > i + 1) {
                    found.set(i, end);
                }
            } else if (LEADERS.matcher(lines.get(i).words()).matches()) {
                found.set(i);
            }
        }
        return found;
    }

    private static boolean isBracket(TextLine line) {
        return BRACKET.matcher(line.words()).matches();
    }

    private static int number(TextLine line) {
        return Integer.parseInt(line.words());
    }
}
