package cn.jixiao.structure;

import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A document as facts are looked for in it: its lines from the top and from the end, and what forms say behind a label.
///
/// @param lines of paragraphs and headings, and the rows of tables that have one filled cell only (a form's title)
/// @param labelled values behind a label, in the order they were found: `主管部门` to `临泽县司法局`
/// @param shown the text with what it cites made blank
record Opening(Document document, List<Line> lines, Map<String, List<String>> labelled, String shown) {

    /// @param text without the white space around it and inside runs of Chinese
    record Line(Span span, String text) {
    }

    private static final Pattern LABEL = Pattern.compile(
            "(?:[（(]\\d{1,2}[）)]|\\d{1,2}[.、．])?\\s?([\\p{IsHan}（）()]{2,18})[:：](.{2,60})");
    private static final Pattern GAP = Pattern.compile("(?<=[\\p{IsHan}（）〇]|^)[ \\t\u00a0\u3000]+(?=[\\p{IsHan}（）〇]|$)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000]+");
    private static final Pattern SEAL = Pattern.compile("[（(][^（()）]{0,6}章[^（()）]{0,6}[）)]");
    private static final int LABELS_WITHIN = 60;

    static Opening of(Document document) {
        var lines = new ArrayList<Line>();
        var labelled = new LinkedHashMap<String, List<String>>();
        for (var block : document.blocks()) {
            read(document, block, lines, labelled);
        }
        int end = lines.size();
        for (int i = 0; i < end; i++) {
            if (i < LABELS_WITHIN || i >= end - LABELS_WITHIN / 2) {
                var line = lines.get(i).text();
                var match = LABEL.matcher(line);
                if ((line.indexOf('：') >= 0 || line.indexOf(':') >= 0) && match.matches()) {
                    put(labelled, match.group(1), match.group(2).strip());
                } else {
                    columns(document.textOf(lines.get(i).span()), labelled);
                }
            }
        }
        return new Opening(document, List.copyOf(lines), labelled, Quoted.hidden(document.text()));
    }

    /// A form that lost its table: 主管部门  稷山县卫生健康局  实施单位  稷山县中心卫生院.
    private static void columns(String line, Map<String, List<String>> labelled) {
        var bare = line.strip();
        if (line.length() > 200 || !hasBlank(bare)) {
            return;
        }
        var words = BLANKS.split(bare);
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].length() >= 4) {
                boolean colon = words[i].endsWith(":") || words[i].endsWith("：");
                put(labelled, colon ? words[i].substring(0, words[i].length() - 1) : words[i], words[i + 1]);
            }
        }
    }

    private static boolean hasBlank(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (HeadingWords.isBlank(words.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void put(Map<String, List<String>> labelled, String label, String value) {
        var name = label.indexOf('章') < 0 ? label : SEAL.matcher(label).replaceAll("");
        if (name.length() >= 2 && name.length() <= 12) {
            labelled.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
    }

    private static void read(Document document, Block block, List<Line> lines, Map<String, List<String>> labelled) {
        switch (block) {
            case Paragraph paragraph -> split(document, paragraph.span(), lines);
            case Heading heading -> split(document, heading.span(), lines);
            case Table table -> rows(document, table, lines, labelled);
            case Marginal marginal -> { }
        }
    }

    private static void split(Document document, Span span, List<Line> lines) {
        int start = span.start();
        for (int at = start; at <= span.end(); at++) {
            if (at == span.end() || document.text().charAt(at) == '\n') {
                add(document, new Span(start, at), lines);
                start = at + 1;
            }
        }
    }

    private static void add(Document document, Span span, List<Line> lines) {
        var text = tidy(document.textOf(span));
        if (!text.isEmpty()) {
            lines.add(new Line(span, text));
        }
    }

    static String tidy(String text) {
        var bare = text.replace('\u3000', ' ').replace('\u00a0', ' ').strip();
        return bare.indexOf(' ') < 0 && bare.indexOf('\t') < 0 ? bare : GAP.matcher(bare).replaceAll("");
    }

    private static void rows(Document document, Table table, List<Line> lines, Map<String, List<String>> labelled) {
        var rows = new LinkedHashMap<Integer, List<Cell>>();
        for (var cell : table.cells()) {
            if (!cell.span().of(document.text()).isBlank()) {
                rows.computeIfAbsent(cell.row(), row -> new ArrayList<>()).add(cell);
            }
        }
        for (var cells : rows.values()) {
            if (cells.size() == 1) {
                split(document, cells.getFirst().span(), lines);
            }
            var words = cells.size() == 1 ? List.<String>of() : cells.stream().map(cell -> tidy(document.textOf(cell.span()))).toList();
            for (int i = 0; i + 1 < words.size(); i++) {
                put(labelled, withoutColonsAndBlanks(words.get(i)), words.get(i + 1));
            }
        }
    }

    private static String withoutColonsAndBlanks(String words) {
        var kept = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            if (":： \t\n\u000b\f\r".indexOf(words.charAt(i)) < 0) {
                kept.append(words.charAt(i));
            }
        }
        return kept.toString();
    }

    /// The last lines, the very last first.
    List<Line> ending(int count) {
        return lines.subList(Math.max(0, lines.size() - count), lines.size()).reversed();
    }

    List<Line> beginning(int count) {
        return lines.subList(0, Math.min(count, lines.size()));
    }

    String text() {
        return document.text();
    }

    /// The last name of the source's path without its ending.
    String fileName() {
        var name = document.source().substring(document.source().lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
