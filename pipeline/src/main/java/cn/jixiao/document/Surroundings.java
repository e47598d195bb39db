package cn.jixiao.document;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is said of a table just above it, or in its first row: its caption and the unit of its amounts.
///
/// @param caption the line that names the table (`表1 资金使用情况`), or null
/// @param unitLine the words that give the unit (`单位：万元`), or null
public record Surroundings(@Nullable Span caption, @Nullable Span unitLine) {

    /// A caption is looked for this many blocks above: name, year line and unit line.
    private static final int LOOK_BACK = 3;
    private static final int LONGEST_CAPTION = 60;
    /// How many blocks can stand before a form's first table or chapter.
    private static final int HEAD = 6;
    private static final Pattern UNIT_OF_MONEY = Pattern.compile("(?:金额|货币|资金)单位\\s{0,4}[:：]\\s{0,4}(?:人民币)?[百千万亿]{0,2}元");
    private static final String ENDS = "。！？；!?;：:";
    private static final String CLOSERS = "”’」』）)】]》〉>\"";

    private static final String MEASURE = "(?:人民币)?[十百千万亿]{0,2}(?:元|美元|人次|人|件|次|个|户|吨|亩|公里|平方米|%|％)";
    private static final Pattern UNIT = Pattern.compile(
            "(?:金额|计量|货币|数量)?单\\s{0,4}位\\s{0,4}[:：]?\\s{0,4}" + MEASURE + "(?:\\s{0,2}[、，,/和]\\s{0,2}" + MEASURE + "){0,4}"
            + "|(?<=[（(])" + MEASURE + "(?=[)）]$)");
    /// A line of its own may name any measure (`单位：台`), but then not an office (`单位：某某县司法局`).
    private static final Pattern UNIT_ALONE = Pattern.compile(
            "[（(]?\\s{0,4}((?:计量|数量)?单\\s{0,4}位\\s{0,4}[:：]\\s{0,4}[^\\s，。；：:（）()]{1,12})\\s{0,4}[)）]?");
    private static final Pattern OFFICE = Pattern.compile(".*(?:局|厅|院|部|委|处|所|站|办|室|政府|中心|公司|学校|大学|协会|单位)");
    private static final Pattern NUMBERED = Pattern.compile("(?:续|附)?(?:图)?表\\s{0,4}(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?:[-－—.．][0-9０-９]{1,3})?(?![0-9]).*");
    private static final Pattern NAMED = Pattern.compile(
            "[^。；;，：:]*(?:表|明细|一览|清单|统计|目录)(?:[（(][^（）()]{0,20}[)）])?");
    private static final Pattern YEAR_LINE = Pattern.compile("[（(]?\\s*[0-9〇○一二三四五六七八九]{4}\\s*年(?:度)?\\s*[)）]?");

    /// @param text the document's canonical text
    /// @param above the blocks before the table, in order
    /// @param cells of the table
    public static Surroundings of(CharSequence text, List<Block> above, List<Cell> cells) {
        Span caption = null;
        Span unit = null;
        for (int back = 1; back <= Math.min(LOOK_BACK, above.size()); back++) {
            var line = line(above.get(above.size() - back));
            var span = line == null ? null : unbarred(text, line);
            if (span == null || span.length() > LONGEST_CAPTION) {
                break;
            }
            var words = span.of(text);
            var here = unitIn(words, span.start());
            unit = unit == null ? here : unit;
            caption = caption(words, span, here);
            if (caption != null) {
                break;
            }
            if (unit == null && !YEAR_LINE.matcher(words).matches()) {
                break;
            }
        }
        unit = unit == null ? unitInFirstRow(text, cells) : unit;
        return new Surroundings(caption, unit == null ? unitAtHead(text, above) : unit);
    }

    /// A form of several tables gives the unit of its money once, below its title (`填报单位：某局　金额单位：万元`).
    private static @Nullable Span unitAtHead(CharSequence text, List<Block> above) {
        for (var block : above.subList(0, Math.min(HEAD, above.size()))) {
            var line = line(block);
            if (line != null && line.length() <= LONGEST_CAPTION) {
                var found = UNIT_OF_MONEY.matcher(line.of(text));
                if (found.find()) {
                    return new Span(line.start() + found.start(), line.start() + found.end());
                }
            }
        }
        return null;
    }

    /// Without the strokes of the empty cells behind it, where a page was turned into lines.
    private static Span unbarred(CharSequence text, Span line) {
        int end = line.end();
        while (end > line.start() && (text.charAt(end - 1) == '|' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return new Span(line.start(), end);
    }

    private static @Nullable Span line(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.span();
            case Heading heading -> heading.span();
            default -> null;
        };
    }

    /// The line, or what stands before the unit where both share it (`情况表　　单位：万元`).
    private static @Nullable Span caption(String words, Span span, @Nullable Span unit) {
        var before = unit == null ? "" : words.substring(0, unit.start() - span.start());
        var name = before.stripTrailing();
        if (name.length() < before.length() && isCaption(name)) {
            return new Span(span.start(), span.start() + name.length());
        }
        return isCaption(words) ? span : null;
    }

    private static boolean isCaption(String words) {
        return !endsSentence(words)
                && (NUMBERED.matcher(words).matches() || NAMED.matcher(words.strip()).matches());
    }

    /// A sentence names no table; quotes and brackets that close it aside.
    private static boolean endsSentence(String words) {
        int end = words.length();
        while (end > 0 && CLOSERS.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && ENDS.indexOf(words.charAt(end - 1)) >= 0;
    }

    private static @Nullable Span unitIn(String words, int offset) {
        var alone = UNIT_ALONE.matcher(words);
        if (alone.matches() && !OFFICE.matcher(alone.group(1)).matches()) {
            return new Span(offset + alone.start(1), offset + alone.end(1));
        }
        var found = UNIT.matcher(words);
        return found.find() ? new Span(offset + found.start(), offset + found.end()) : null;
    }

    /// A form often gives the unit in a row of its own that runs over the whole width, before the column names.
    private static @Nullable Span unitInFirstRow(CharSequence text, List<Cell> cells) {
        for (var cell : cells) {
            if (cell.row() > 2) {
                break;
            }
            var words = cell.span().of(text);
            if (words.length() <= LONGEST_CAPTION && words.contains("单") && words.contains("位")) {
                var unit = unitIn(words, cell.span().start());
                if (unit != null) {
                    return unit;
                }
            }
        }
        return null;
    }
}
