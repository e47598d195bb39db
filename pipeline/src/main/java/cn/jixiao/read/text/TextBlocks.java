package cn.jixiao.read.text;

import cn.jixiao.document.Marginal;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.Wording;
import java.util.List;
import java.util.regex.Pattern;

/// Finds paragraphs and tables in the lines of a text file.
final class TextBlocks {

    /// A line shorter than this was not cut by a margin.
    private static final int SHORTEST_CUT = 20;
    /// Text wrapped at a width prints about this share of its lines full.
    private static final double FULL_SHARE = 0.3;
    private static final int MOST_WRAPPED_WIDTH = 130;
    /// Fewer lines of the same width are a coincidence.
    private static final int FEWEST_FULL = 3;

    /// Running text has such marks inside; titles and headings do not.
    private static final Pattern RUNNING = Pattern.compile(".{2,}[，。；：].{2,}");
    /// A numbered heading may hold a comma; a numbered sentence has more.
    private static final Pattern RUNNING_ITEM = Pattern.compile(".{2,}[。；：].{2,}|.{40,}");
    private static final Pattern NAMES_SOMETHING = Pattern.compile("(?:附件|附表|附|续?表|图)\\s{0,3}[0-9一二三四五六七八九十]{0,3}\\s{0,3}[:： 《].*|.*单位[:：].*");

    /// Two such lines in a row are the lines of a cover (评价机构：…, 评价年度：…), not one that was cut.
    private static final Pattern LABELLED = Pattern.compile("[^，。；：:]{2,14}[：:][^。；]*");

    private final DocumentBuilder builder;

    TextBlocks(DocumentBuilder builder) {
        this.builder = builder;
    }

    void read(String text) {
        var lines = SpacedRows.restored(TextLine.of(text));
        var pageNumbers = PageMarks.pageNumbers(lines);
        var contents = PageMarks.contents(lines);
        int width = wrapWidth(lines);
        for (int i = 0; i < lines.size();) {
            if (pageNumbers.get(i)) {
                builder.marginal(lines.get(i++).words(), Marginal.Kind.PAGE_NUMBER);
            } else if (contents.get(i)) {
                builder.marginal(lines.get(i++).words(), Marginal.Kind.CONTENTS);
            } else {
                var table = TabbedTable.at(lines, i);
                if (table.isPresent()) {
                    builder.table(table.get().draft());
                    i = table.get().end();
                } else {
                    i = paragraph(lines, i, width);
                }
            }
        }
    }

    private int paragraph(List<TextLine> lines, int start, int width) {
        var words = new StringBuilder(lines.get(start).words());
        int next = start + 1;
        while (next < lines.size() && isCut(lines.get(next - 1), lines.get(next), width)) {
            var above = lines.get(next - 1).words();
            var below = lines.get(next).words();
            words.append(isLatin(above.charAt(above.length() - 1)) && isLatin(below.charAt(0)) ? " " : "")
                    .append(below);
            next++;
        }
        builder.paragraph(words.toString());
        return next;
    }

    /// Whether the second line goes on where a margin or a page cut the first.
    private static boolean isCut(TextLine above, TextLine below, int width) {
        if (above.isRow() || below.isRow() || below.isIndented() || Wording.startsItem(below.words())
                || PageMarks.isPageNumber(below.words()) || below.words().matches("[()（）]")) {
            return false;
        }
        if (width > 0 && below.blanksBefore() == 0) {
            return above.width() >= width - 3;
        }
        if (LABELLED.matcher(above.words()).matches() && LABELLED.matcher(below.words()).matches()) {
            return false;
        }
        boolean figures = Character.isDigit(below.words().charAt(0))
                && above.words().chars().anyMatch(Character::isDigit);
        return !figures && above.words().length() >= SHORTEST_CUT && !Wording.endsSentence(above.words())
                && isRunning(above.words()) && !NAMES_SOMETHING.matcher(above.words()).matches()
                && !NAMES_SOMETHING.matcher(below.words()).matches() && below.blanksBefore() <= 1
                && (RUNNING.matcher(below.words()).find() || Wording.endsSentence(below.words()));
    }

    private static boolean isRunning(String words) {
        return RUNNING.matcher(words).matches()
                && (!Wording.startsItem(words) || RUNNING_ITEM.matcher(words).matches());
    }

    /// The width at which the whole text was wrapped, 0 if it was not.
    private static int wrapWidth(List<TextLine> lines) {
        int widest = lines.stream().filter(line -> !line.isRow()).mapToInt(TextLine::width).max().orElse(0);
        long full = lines.stream().filter(line -> !line.isRow() && line.width() >= widest - 3).count();
        return widest >= 2 * SHORTEST_CUT && widest <= MOST_WRAPPED_WIDTH && full >= FEWEST_FULL
                && full >= FULL_SHARE * lines.size() ? widest : 0;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
