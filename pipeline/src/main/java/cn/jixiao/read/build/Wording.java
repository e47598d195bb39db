package cn.jixiao.read.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How printed words become canonical text: what prints nothing is dropped, white space is plain, lines that a
/// wrap has cut are joined without inventing a space.
public final class Wording {

    private static final String SENTENCE_ENDS = "。！？；!?;：:";
    private static final String CLOSERS = "”’」』）)】]》〉>\"";

    /// The marks that begin an item of a list: `1.` `1、` `（一）` `(1)` `一、` `①` `目标1：` `指标3:` `第一，`.
    private static final Pattern ITEM = Pattern.compile("(?:[（(]?[0-9０-９]{1,2}(?:[)）、．]|[.](?![0-9]))"
            + "|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、．.]|[①-⑳⑴-⑽⒈-⒛➀-➉●■◆★▪·•]"
            + "|(?:目标|指标|项目|任务|附件|其中)[0-9０-９一二三四五六七八九十]{0,2}[:：]|第[一二三四五六七八九十]{1,3}[，、：])");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Wording() {
    }

    /// The words of one line or paragraph: white space of every kind becomes a plain space, characters that print
    /// nothing go, and nothing stands at either end. Full-width spaces within a line are kept.
    public static String clean(CharSequence raw) {
        int plain = 0;
        while (plain < raw.length() && isPlain(raw.charAt(plain))) {
            plain++;
        }
        if (plain == raw.length()) {
            return raw.toString();
        }
        var out = new StringBuilder(raw.length()).append(raw, 0, plain);
        for (int i = plain; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isPlain(c)) {
                out.append(c);
            } else if (isSpace(c)) {
                out.append(' ');
            } else if (!isUnprinted(c)) {
                out.append(c);
            }
        }
        return trim(out);
    }

    /// Whether it is printed as it stands, for the characters that nearly all words are made of.
    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7f || c > '\u3000' && c < Character.MIN_SURROGATE || c >= '！' && c <= '￥'
                || c >= '‐' && c <= '…';
    }

    /// The same, line by line; empty lines are dropped.
    public static List<String> lines(CharSequence raw) {
        if (!hasBreak(raw)) {
            var line = clean(raw);
            return line.isEmpty() ? List.of() : List.of(line);
        }
        return LINE_BREAK.splitAsStream(raw).map(Wording::clean).filter(line -> !line.isEmpty()).toList();
    }

    /// Whether there is anything that may match [#LINE_BREAK].
    private static boolean hasBreak(CharSequence raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                return true;
            }
        }
        return false;
    }

    /// Lines of one cell as its words: a cut line is joined, real paragraphs stay apart by a line feed.
    public static String join(List<String> lines) {
        var out = new StringBuilder();
        var previous = "";
        for (var line : lines) {
            if (line.isEmpty()) {
                continue;
            }
            if (!out.isEmpty()) {
                out.append(between(previous, line));
            }
            out.append(line);
            previous = line;
        }
        return out.toString();
    }

    /// Lines of running text as paragraphs: a line is joined to the one before it only where that was long enough to
    /// have been cut by the margin, or where the break falls inside a word.
    ///
    /// @param margin the length from which a line counts as full
    public static List<String> paragraphs(List<String> lines, int margin) {
        var paragraphs = new ArrayList<String>();
        var previous = "";
        for (var line : lines) {
            if (line.isEmpty()) {
                continue;
            }
            var between = between(previous, line);
            var cut = previous.length() >= margin || startsInsideWord(line);
            if (paragraphs.isEmpty() || between.equals("\n") || !cut) {
                paragraphs.add(line);
            } else {
                paragraphs.add(paragraphs.removeLast() + between + line);
            }
            previous = line;
        }
        return paragraphs;
    }

    /// What belongs between two lines: nothing where a wrap cut them, a space between two Latin words, a line feed
    /// where one thing ends and another begins. Figures are never glued to figures.
    public static String between(String above, String below) {
        if (above.isEmpty() || below.isEmpty()) {
            return "";
        }
        char last = above.charAt(above.length() - 1);
        char first = below.charAt(0);
        if (endsSentence(above) || startsItem(below) || (isDigit(first) && hasDigit(above))) {
            return "\n";
        }
        return isLatin(last) && isLatin(first) ? " " : "";
    }

    /// Whether the line ends as sentences do, closing quotes and brackets aside.
    public static boolean endsSentence(String line) {
        int end = line.length();
        while (end > 0 && CLOSERS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && SENTENCE_ENDS.indexOf(line.charAt(end - 1)) >= 0;
    }

    /// Whether the line begins with the number or mark of a list or a heading.
    public static boolean startsItem(String line) {
        return ITEM.matcher(line).lookingAt();
    }

    private static boolean startsInsideWord(String line) {
        return "%％‰，。、；）)”》】".indexOf(line.charAt(0)) >= 0;
    }

    private static boolean hasDigit(String line) {
        return line.chars().anyMatch(Wording::isDigit);
    }

    private static boolean isDigit(int c) {
        return Character.isDigit(c);
    }

    private static boolean isLatin(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0b || c == 0x85
                || (c != 0x3000 && Character.isSpaceChar(c));
    }

    private static boolean isUnprinted(int c) {
        return c == 0xfeff || c == 0xfffe || c == 0xffff || c == 0xad || Character.isISOControl(c)
                || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064);
    }

    private static String trim(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u3000';
    }
}
