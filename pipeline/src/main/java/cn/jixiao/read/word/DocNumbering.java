package cn.jixiao.read.word;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/// The numbers that Word prints before the paragraphs of lists in the binary format.
final class DocNumbering {

    private static final int NO_LIST = 0x7ff;

    private final ListCounters counters = new ListCounters();
    private final Set<Integer> begun = new HashSet<>();

    /// The printed number of a paragraph, empty where it has none or where the list tables are damaged.
    String next(Paragraph paragraph) {
        if (!paragraph.isInList() || paragraph.getIlfo() == NO_LIST) {
            return "";
        }
        try {
            var list = paragraph.getList();
            if (begun.add(paragraph.getIlfo())) {
                startOver(list);
            }
            return counters.next(list.getLsid(), paragraph.getIlvl(), levels(list));
        } catch (RuntimeException e) {
            // POI finds no list where the file's tables do not hold what its paragraphs point to.
            return "";
        }
    }

    private void startOver(HWPFList list) {
        for (char level = 0; level < 9; level++) {
            if (list.isStartAtOverridden(level)) {
                counters.restart(list.getLsid(), level, list.getStartAt(level));
            }
        }
    }

    private static List<ListLevel> levels(HWPFList list) {
        var levels = new ArrayList<ListLevel>();
        for (char level = 0; level < 9; level++) {
            if (level > 0 && list.getListData() != null && list.getListData().getLevels().length <= level) {
                break;
            }
            var counting = Counting.coded(list.getNumberFormat(level));
            levels.add(new ListLevel(counting, pattern(list.getNumberText(level)), list.getStartAt(level), level,
                    false));
        }
        return levels;
    }

    /// The binary format marks the place of a level's count by that level as a character.
    private static String pattern(String text) {
        var pattern = new StringBuilder();
        text.chars().forEach(c -> {
            if (c < 9) {
                pattern.append('%').append(c + 1);
            } else {
                pattern.append((char) c);
            }
        });
        return pattern.toString();
    }
}
