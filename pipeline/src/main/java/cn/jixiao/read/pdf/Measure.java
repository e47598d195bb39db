package cn.jixiao.read.pdf;

/// Widths that decide whether a line break was forced by the margin.
final class Measure {

    private static final String OPENERS = "（(《“‘【〔[「『";
    private static final String CLOSERS = "，。、；：！？）)》”’】〕]」』%％‰,.;:!?";

    private Measure() {
    }

    /// The room that the first word of a line would have needed on the line before: a Latin word or number whole, one
    /// Han character, with the brackets and marks that may not be parted from it.
    static double firstWord(PrintedLine line) {
        var run = line.runs().getFirst();
        int end = wordEnd(run.text());
        return Math.max(line.size() * 0.5, Math.abs(run.edges()[end] - run.edges()[0]));
    }

    private static int wordEnd(String text) {
        int end = 0;
        while (end < text.length() && OPENERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        end = Math.min(text.length(), Math.max(end + 1, latinEnd(text, end)));
        while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end = latinEnd(text, end + 1);
        }
        return end;
    }

    /// Figures in a row, `4120、2098、46`, are kept on one line by some programs.
    private static int latinEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isUnbroken(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isUnbroken(char c) {
        return c > 0x20 && c < 0x2000 && c != '-' && c != '/';
    }
}
