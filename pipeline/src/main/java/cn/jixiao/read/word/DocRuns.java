package cn.jixiao.read.word;

import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;

/// Collects the words of a range of the binary format as they are shown: without deleted and hidden text, field codes
/// and the special characters by which Word anchors pictures and notes ([MS-DOC] 2.4.1, 2.8.25).
final class DocRuns {

    private static final char CELL_END = 7;
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATE = 0x14;
    private static final char FIELD_END = 0x15;

    private final Fields fields = new Fields();

    /// The words, a line feed for each soft break and each end of a paragraph.
    String of(Range range) {
        fields.dropUnfinished();
        var words = new StringBuilder();
        for (int i = 0; i < range.numCharacterRuns(); i++) {
            var run = range.getCharacterRun(i);
            if (run != null && !run.isMarkedDeleted() && !run.isVanished()) {
                collect(run, words);
            }
        }
        return words.toString();
    }

    boolean inContents() {
        return fields.inContents();
    }

    private void collect(CharacterRun run, StringBuilder words) {
        if (run.isSymbol()) {
            append(Symbols.of(String.format("%04X", (int) run.getSymbolCharacter())), words);
            return;
        }
        var text = run.text();
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i), words);
        }
    }

    private void character(char c, StringBuilder words) {
        switch (c) {
            case FIELD_BEGIN -> fields.begin();
            case FIELD_SEPARATE -> fields.separate();
            case FIELD_END -> append(fields.end(), words);
            case CELL_END, '\r', 0x0b, 0x0c -> append("\n", words);
            case 0x1e -> append("-", words);
            case '\t' -> append("\t", words);
            default -> {
                if (c >= ' ') {
                    append(String.valueOf(c), words);
                }
            }
        }
    }

    private void append(String text, StringBuilder words) {
        if (fields.isShown()) {
            words.append(text);
        } else {
            fields.code(text);
        }
    }
}
