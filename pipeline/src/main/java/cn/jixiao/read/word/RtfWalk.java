package cn.jixiao.read.word;

import cn.jixiao.read.word.EdgeGrid.Merge;
import cn.jixiao.read.word.RtfBody.Story;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows the groups of an RTF file and hands on what is seen: not the tables of fonts and styles, the pictures,
/// field codes, deleted and hidden words.
final class RtfWalk {

    private static final Charset GBK = Charset.forName("GB18030");
    private static final int DEEPEST = 5000;

    private static final Set<String> UNSEEN = Set.of("colortbl", "info", "pict", "objdata", "objclass",
            "annotation", "atnid", "atnauthor", "listtable", "listoverridetable", "rsidtbl", "generator", "fldinst",
            "bkmkstart", "bkmkend", "filetbl", "revtbl", "template", "sp", "shprslt", "nonesttables", "xe", "tc",
            "themedata", "datastore", "latentstyles", "pn", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "nonshppict",
            "blipuid", "fontemb", "falt", "panose");
    private static final Set<String> SEEN_THOUGH_STARRED = Set.of("shpinst", "shptxt", "nesttableprops", "pntext",
            "listtext", "footnote");

    private static final class Group {
        Story story = Story.MAIN;
        boolean hidden;
        boolean number;
        boolean fonts;
        boolean styles;
        boolean deleted;
        boolean vanished;
        int fallback = 1;
        int font;
        /// The format of the outer row, to go back to after the properties of a nested one.
        RtfTables.@Nullable RowFormat outerRow;

        Group copy() {
            var copy = new Group();
            copy.story = story;
            copy.hidden = hidden;
            copy.number = number;
            copy.fonts = fonts;
            copy.styles = styles;
            copy.deleted = deleted;
            copy.vanished = vanished;
            copy.fallback = fallback;
            copy.font = font;
            return copy;
        }
    }

    private final RtfTokens tokens;
    private final RtfBody body;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Group group = new Group();
    private Charset charset = Charset.forName("windows-1252");
    private RtfTables.RowFormat format = new RtfTables.RowFormat();
    private boolean starred;
    private int toSkip;
    private boolean inTable;
    private int level = 1;
    private int outline = -1;
    private int style;
    /// The heading levels that styles give, by style.
    private final Map<Integer, Integer> outlines = new HashMap<>();

    RtfWalk(RtfTokens tokens, RtfBody body) {
        this.tokens = tokens;
        this.body = body;
    }

    void walk() {
        for (var kind = tokens.next(); kind != RtfTokens.Kind.END; kind = tokens.next()) {
            switch (kind) {
                case OPEN -> open();
                case CLOSE -> close();
                case WORD -> word(tokens.word);
                case SYMBOL -> symbol(tokens.word);
                case BYTE -> literal(tokens.number);
                case END -> { }
            }
        }
        decode();
    }

    private void open() {
        decode();
        toSkip = 0;
        if (groups.size() < DEEPEST) {
            groups.push(group);
        }
        group = group.copy();
    }

    private void close() {
        decode();
        toSkip = 0;
        var outer = groups.isEmpty() ? new Group() : groups.pop();
        if (outer.story != group.story) {
            body.endAside(group.story);
        }
        if (group.outerRow != null) {
            format = group.outerRow;
        }
        group = outer;
    }

    private void literal(int c) {
        if (toSkip > 0) {
            toSkip--;
        } else if (isSeen() || group.styles && !group.hidden) {
            bytes.write(c);
        }
    }

    private void symbol(String symbol) {
        switch (symbol) {
            case "*" -> starred = true;
            case "~" -> text(" ");
            case "_" -> text("-");
            default -> { }
        }
    }

    private void word(String word) {
        boolean optional = starred;
        starred = false;
        if (word.equals("u")) {
            unicode();
            return;
        }
        if (word.equals("bin")) {
            tokens.skip(tokens.number);
            return;
        }
        decode();
        toSkip = 0;
        if (UNSEEN.contains(word) || optional && !SEEN_THOUGH_STARRED.contains(word)) {
            group.hidden = true;
        } else if (!destination(word) && !character(word) && !layout(word) && !structure(word)) {
            sign(word);
        }
    }

    private boolean destination(String word) {
        switch (word) {
            case "header", "headerl", "headerr", "headerf" -> group.story = Story.HEADER;
            case "footer", "footerl", "footerr", "footerf" -> group.story = Story.FOOTER;
            case "footnote" -> group.story = Story.NOTE;
            case "listtext", "pntext" -> group.number = true;
            case "fonttbl" -> group.fonts = true;
            case "stylesheet" -> group.styles = true;
            case "nesttableprops" -> group.outerRow = format;
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean character(String word) {
        boolean on = !tokens.numbered || tokens.number != 0;
        switch (word) {
            case "ansicpg" -> charset = codePage(tokens.number);
            case "f" -> group.font = tokens.number;
            case "fcharset" -> fonts.put(group.font, fontCharset(tokens.number));
            case "uc" -> group.fallback = Math.clamp(tokens.number, 0, 10);
            case "deleted" -> group.deleted = on;
            case "v" -> group.vanished = on;
            case "plain" -> {
                group.deleted = false;
                group.vanished = false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean layout(String word) {
        switch (word) {
            case "trowd" -> format = new RtfTables.RowFormat();
            case "trleft" -> format.left = tokens.number;
            case "clmgf" -> format.nextAcross = Merge.BEGINS;
            case "clmrg" -> format.nextAcross = Merge.CONTINUES;
            case "clvmgf" -> format.nextDown = Merge.BEGINS;
            case "clvmrg" -> format.nextDown = Merge.CONTINUES;
            case "cellx" -> format.cell(tokens.number);
            case "intbl" -> inTable = true;
            case "itap" -> {
                inTable = tokens.number > 0;
                level = Math.max(1, tokens.number);
            }
            case "s" -> {
                style = tokens.number;
                outline = outlines.getOrDefault(style, -1);
            }
            case "outlinelevel" -> {
                outline = tokens.number;
                if (group.styles) {
                    outlines.put(style, outline);
                }
            }
            case "pard" -> {
                inTable = false;
                level = 1;
                outline = -1;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean structure(String word) {
        boolean main = group.story == Story.MAIN && !group.hidden;
        switch (word) {
            case "par", "sect" -> {
                if (main && !group.number) {
                    body.endParagraph(inTable ? level : 0, outline);
                } else {
                    text("\n");
                }
            }
            case "cell" -> {
                if (main) {
                    body.endCell(1);
                }
            }
            case "nestcell" -> {
                if (main) {
                    body.endCell(Math.max(2, level));
                }
            }
            case "row" -> {
                if (main) {
                    body.endRow(1, format);
                }
            }
            case "nestrow" -> {
                if (main) {
                    body.endRow(Math.max(2, level), format);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void sign(String word) {
        text(switch (word) {
            case "tab" -> "\t";
            case "line", "page", "column" -> "\n";
            case "emdash" -> "—";
            case "endash" -> "–";
            case "lquote" -> "‘";
            case "rquote" -> "’";
            case "ldblquote" -> "“";
            case "rdblquote" -> "”";
            case "bullet" -> "•";
            case "emspace", "enspace", "qmspace" -> " ";
            default -> "";
        });
    }

    private void unicode() {
        decode();
        text(String.valueOf((char) tokens.number));
        toSkip = group.fallback;
    }

    private void text(String text) {
        if (!isSeen() || text.isEmpty()) {
            return;
        }
        decode();
        hand(text);
    }

    private void hand(String text) {
        if (group.styles) {
            StyleNames.headingLevel(text.replace(";", ""))
                    .ifPresent(heading -> outlines.putIfAbsent(style, heading - 1));
        } else if (group.number) {
            body.appendNumber(text);
        } else {
            body.append(group.story, text);
        }
    }

    private boolean isSeen() {
        return !group.hidden && !group.fonts && !group.styles && !group.deleted && !group.vanished;
    }

    /// Turns the bytes that have come so far into characters, two bytes of one Chinese character together.
    private void decode() {
        if (bytes.size() > 0) {
            hand(bytes.toString(fonts.getOrDefault(group.font, charset)));
            bytes.reset();
        }
    }

    private static Charset codePage(int number) {
        return switch (number) {
            case 936, 54936 -> GBK;
            case 950 -> Charset.forName("Big5-HKSCS");
            case 65001 -> StandardCharsets.UTF_8;
            default -> {
                var name = "windows-" + number;
                yield Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
            }
        };
    }

    /// Charset 0 and 1 only say that the file's own code page holds.
    private Charset fontCharset(int number) {
        return switch (number) {
            case 134 -> GBK;
            case 136 -> Charset.forName("Big5-HKSCS");
            case 128 -> Charset.forName("windows-31j");
            case 204 -> Charset.forName("windows-1251");
            case 129 -> Charset.forName("x-windows-949");
            default -> charset;
        };
    }
}
