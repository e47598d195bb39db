package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The lines of a table of contents: headings that are told again with the page they stand on.
final class Contents {

    /// Fewer lines with leaders may be blanks to be filled in.
    private static final int FEWEST = 3;

    private static final int FEWEST_LEADERS = 4;

    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:第[一二三四五六七八九十0-9]{1,3}(?:部分|章|节|篇)[、.．]?|[一二三四五六七八九十0-9]{1,3}[、.．]"
            + "|[（(][一二三四五六七八九十0-9]{1,3}[)）])");

    private final Set<PrintedLine> lines = Collections.newSetFromMap(new IdentityHashMap<>());
    /// Only asked below the title of a table of contents.
    private final Map<String, Integer> lastPage = new HashMap<>();

    /// @param all the lines of the running text in order
    Contents(List<PrintedLine> all) {
        if (all.stream().anyMatch(Contents::isTitle)) {
            all.forEach(line -> lastPage.put(heading(line), line.page()));
        }
        for (int i = 0; i < all.size();) {
            boolean titled = isTitle(all.get(i));
            var run = run(all, titled ? i + 1 : i, titled);
            if (run.size() >= FEWEST) {
                lines.addAll(run);
                if (titled) {
                    lines.add(all.get(i));
                }
            }
            i += Math.max(1, run.size() + (titled ? 1 : 0));
        }
    }

    boolean holds(PrintedLine line) {
        return lines.contains(line);
    }

    /// Entries from `start` on; one line between two entries may be the rest of a long one.
    private List<PrintedLine> run(List<PrintedLine> all, int start, boolean titled) {
        var run = new ArrayList<PrintedLine>();
        for (int i = start; i < all.size(); i++) {
            boolean rest = !run.isEmpty() && i + 1 < all.size() && all.get(i).text().length() < 60
                    && isEntry(run.getLast(), titled) && isEntry(all.get(i + 1), titled)
                    && all.get(i + 1).page() - run.getFirst().page() < 4;
            if (!isEntry(all.get(i), titled) && !rest) {
                break;
            }
            run.add(all.get(i));
        }
        while (!run.isEmpty() && !isEntry(run.getLast(), titled)) {
            run.removeLast();
        }
        return run;
    }

    /// A heading without its number, as it may stand in the text.
    private static String heading(PrintedLine line) {
        var text = line.text();
        var words = text.substring(0, endOfHeading(text)).replace(" ", "").replace("\u3000", "");
        return NUMBERING.matcher(words).replaceFirst("");
    }

    private static boolean isTitle(PrintedLine line) {
        var words = line.text().replace(" ", "").replace("\u3000", "");
        return words.equals("目录") || words.equals("目次") || words.equalsIgnoreCase("contents");
    }

    /// Under the title 目录 a line is an entry also without leaders, if it stands again on a later page.
    private boolean isEntry(PrintedLine line, boolean titled) {
        var text = line.text();
        if (!titled) {
            return hasLeaders(text);
        }
        return leaders(text) >= FEWEST_LEADERS || line.runs().size() > 1 && endOfHeading(text) < text.length()
                && endOfHeading(text) > 1 || lastPage.getOrDefault(heading(line), 0) > line.page();
    }

    /// Whether it ends with leaders and a page number.
    static boolean hasLeaders(String text) {
        return leaders(text) >= FEWEST_LEADERS && Character.isDigit(lastMark(text));
    }

    private static int leaders(String text) {
        int leaders = 0;
        for (int i = endOfHeading(text); i < text.length(); i++) {
            char c = text.charAt(i);
            leaders += c == '…' || c == '⋯' ? 3 : isLeader(c) ? 1 : 0;
        }
        return leaders;
    }

    private static char lastMark(String text) {
        int i = text.length() - 1;
        while (i > 0 && ")）-—– ".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return text.charAt(i);
    }

    /// Where the page number, and the leaders before it, begin.
    private static int endOfHeading(String text) {
        int end = text.length();
        while (end > 0 && (Character.isDigit(text.charAt(end - 1)) || "()（）-—– ".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        while (end > 0 && (isLeader(text.charAt(end - 1)) || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return end;
    }

    private static boolean isLeader(char c) {
        return c == '.' || c == '…' || c == '·' || c == '．' || c == '‥' || c == '_' || c == '⋯' || c == '・' || c == '-';
    }
}
