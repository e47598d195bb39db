package cn.jixiao.read.text;

import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One printed line of a text file.
///
/// @param raw as it stands, tabs and indent included
/// @param words cleaned
/// @param blanksBefore how many empty lines stand above it
record TextLine(String raw, String words, int blanksBefore) {

    /// What converters write in place of things that print nothing.
    private static final Pattern LITTER = Pattern.compile("\\[(?:bookmark|image|embedded|if|endif)\\b[^\\]\\n]{0,80}\\]");
    private static final Pattern BREAK = Pattern.compile("\\R");

    static List<TextLine> of(String text) {
        var lines = new ArrayList<TextLine>();
        int blanks = 0;
        for (var raw : BREAK.split(text, -1)) {
            var line = LITTER.matcher(raw).replaceAll("");
            var words = Wording.clean(line);
            if (words.isEmpty()) {
                blanks++;
            } else {
                lines.add(new TextLine(line, words, blanks));
                blanks = 0;
            }
        }
        return lines;
    }

    boolean isRow() {
        return raw.indexOf('\t') >= 0;
    }

    /// The fields between the tabs.
    List<String> fields() {
        return List.of(raw.split("\t", -1)).stream().map(Wording::clean).toList();
    }

    boolean isIndented() {
        return raw.startsWith("\u3000") || raw.startsWith("  ") || raw.startsWith("\u00a0\u00a0");
    }

    /// How wide the line prints, a Chinese character counting as two.
    int width() {
        return raw.stripTrailing().chars().map(c -> c >= 0x2e80 ? 2 : 1).sum();
    }
}
