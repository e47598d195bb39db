package cn.jixiao.read.word;

import cn.jixiao.read.odf.OdfContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/// The numbers of list items in an OpenDocument text, by the list styles of the file.
final class OdtNumbering {

    private static final int LEVELS = 9;

    private final Map<String, List<ListLevel>> styles = new HashMap<>();
    private final ListCounters counters = new ListCounters();

    OdtNumbering(List<Element> roots) {
        for (var root : roots) {
            for (var style : root.getElementsByTag("text:list-style")) {
                styles.put(style.attr("style:name"), levels(style));
            }
        }
    }

    /// A list that does not continue another begins to count anew.
    void begin(Element list, String style) {
        boolean continues = list.attr("text:continue-numbering").equals("true") || list.hasAttr("text:continue-list");
        var levels = styles.getOrDefault(style, List.of());
        for (int level = 0; !continues && level < levels.size(); level++) {
            counters.restart(style, level, levels.get(level).start());
        }
    }

    /// @param level 0-based
    String next(String style, int level) {
        return counters.next(style, level, styles.getOrDefault(style, List.of()));
    }

    private static List<ListLevel> levels(Element style) {
        var levels = new ArrayList<ListLevel>();
        for (int level = 1; level <= LEVELS; level++) {
            var number = String.valueOf(level);
            var found = style.children().stream().filter(child -> child.attr("text:level").equals(number)).findFirst();
            levels.add(found.map(OdtNumbering::level)
                    .orElse(new ListLevel(Counting.NONE, "", 1, levels.size(), false)));
        }
        return levels;
    }

    private static ListLevel level(Element style) {
        int level = OdfContent.number(style, "text:level", 1, LEVELS);
        int start = OdfContent.number(style, "text:start-value", 1, 100_000);
        var format = style.attr("style:num-format");
        if (style.tagName().equals("text:list-level-style-bullet") || style.tagName().endsWith("-image")) {
            return new ListLevel(Counting.BULLET, "", start, level - 1, false);
        }
        int shown = Math.min(level, OdfContent.number(style, "text:display-levels", 1, LEVELS));
        var pattern = format.isEmpty() ? "" : IntStream.rangeClosed(level - shown + 1, level).mapToObj(i -> "%" + i)
                .collect(Collectors.joining("."));
        return new ListLevel(counting(format), style.attr("style:num-prefix") + pattern + style.attr("style:num-suffix"),
                start, level - 1, false);
    }

    /// Programs name Chinese counting by its first numbers.
    private static Counting counting(String format) {
        return switch (format.replaceAll("[,，].*", "").strip()) {
            case "1" -> Counting.DECIMAL;
            case "01" -> Counting.DECIMAL_ZERO;
            case "１" -> Counting.FULL_WIDTH;
            case "a" -> Counting.LOWER_LETTER;
            case "A" -> Counting.UPPER_LETTER;
            case "i" -> Counting.LOWER_ROMAN;
            case "I" -> Counting.UPPER_ROMAN;
            case "一" -> Counting.CHINESE;
            case "壹", "壱" -> Counting.CHINESE_LEGAL;
            case "〇" -> Counting.CHINESE_DIGITS;
            case "甲" -> Counting.STEMS;
            case "子" -> Counting.BRANCHES;
            case "①" -> Counting.CIRCLED;
            default -> format.isEmpty() ? Counting.NONE : Counting.DECIMAL;
        };
    }
}
