package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The lines of a table of contents: headings that are told again with the page they stand on.
final class Contents {

    /// Fewer lines with leaders may be blanks to be filled in.
    private static final int FEWEST = 3;

    private static final int FEWEST_LEADERS = 4;

    private final Set<PrintedLine> lines = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param all the lines of the running text in order
    Contents(List<PrintedLine> all) {
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

    /// Entries from `start` on; a title wraps over at most one line.
    private static List<PrintedLine> run(List<PrintedLine> all, int start, boolean titled) {
        var run = new ArrayList<PrintedLine>();
        for (int i = start; i < all.size(); i++) {
            if (isEntry(all.get(i), titled)) {
                run.add(all.get(i));
            } else if (!run.isEmpty() && i + 1 < all.size() && hasLeaders(all.get(i + 1).text())
                    && hasLeaders(run.getLast().text()) && !hasLeaders(all.get(i).text())
                    && all.get(i).text().length() < 60) {
                run.add(all.get(i));
            } else {
                break;
            }
        }
        while (!run.isEmpty() && !isEntry(run.getLast(), titled)) {
            run.removeLast();
        }
        return run;
    }

    private static boolean isTitle(PrintedLine line) {
        var words = line.text().replace(" ", "").replace("\u3000", "");
        return words.equals("目录") || words.equals("目次") || words.equalsIgnoreCase("contents");
    }

    private static boolean isEntry(PrintedLine line, boolean titled) {
        var text = line.text();
        return hasLeaders(text) || titled && line.runs().size() > 1 && endOfHeading(text) < text.length()
                && endOfHeading(text) > 1;
    }

    /// Whether it ends with leaders and a page number.
    static boolean hasLeaders(String text) {
        int end = endOfHeading(text);
        int leaders = 0;
        for (int i = end; i < text.length(); i++) {
            char c = text.charAt(i);
            leaders += c == '…' || c == '⋯' ? 3 : isLeader(c) ? 1 : 0;
        }
        return leaders >= FEWEST_LEADERS && Character.isDigit(lastMark(text));
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
