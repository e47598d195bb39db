package cn.jixiao.index;

import cn.jixiao.index.BadQueryException.Reason;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.classic.ParseException;

/// A query made ready for Lucene's grammar: Chinese punctuation as the grammar knows it, and no regular expressions,
/// for which a date (2023/10) would pass.
///
/// @param offsets of each character in what the user wrote
record QueryText(String text, int[] offsets) {

    private static final Pattern COLUMN = Pattern.compile("column (\\d{1,6})");

    private static final Pattern OPERATOR = Pattern.compile("(?<![^\\s()])(?i:and|or|not|to)(?![^\\s()])");

    private static final int DEEPEST = 100;

    static QueryText plain(String query) {
        var text = new StringBuilder();
        var offsets = new int[query.length() * 2 + 1];
        // Beside a pair of ordinary ones, Chinese quotation marks stand in the phrase; beside half a pair they are the other half.
        boolean chineseQuotes = query.chars().filter(c -> c == '"').count() % 2 == 1 || query.indexOf('"') < 0;
        boolean quoted = false;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            boolean escaped = i > 0 && query.charAt(i - 1) == '\\';
            if (c == '"' && !escaped || chineseQuotes && (c == '“' || c == '”')) {
                quoted = !quoted;
                c = '"';
            } else if (!quoted && c == '/' && !escaped) {
                offsets[text.length()] = i;
                text.append('\\');
            } else if (!quoted) {
                c = ordinary(c);
            }
            offsets[text.length()] = i;
            text.append(c);
        }
        offsets[text.length()] = query.length();
        raiseOperators(text);
        return new QueryText(text.toString(), offsets);
    }

    /// `and`, `or`, `not` between words and `to` in a range as the grammar spells them. Nobody looks for such a word alone in
    /// Chinese reports, and a query that asks for it finds nothing without saying why.
    private static void raiseOperators(StringBuilder text) {
        var words = OPERATOR.matcher(text.toString());
        while (words.find()) {
            boolean range = words.group().equalsIgnoreCase("to");
            boolean alone = words.group().length() == text.toString().strip().length();
            if (!alone && !quoted(text, words.start()) && range == inRange(text, words.start())) {
                text.replace(words.start(), words.end(), words.group().toUpperCase(Locale.ROOT));
            }
        }
    }

    private static boolean quoted(CharSequence text, int at) {
        boolean quoted = false;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return quoted;
    }

    private static boolean inRange(StringBuilder text, int at) {
        int open = Math.max(text.lastIndexOf("[", at), text.lastIndexOf("{", at));
        return open >= 0 && open > Math.max(text.lastIndexOf("]", at), text.lastIndexOf("}", at));
    }

    private static char ordinary(char c) {
        return switch (c) {
            case '：' -> ':';
            case '（' -> '(';
            case '）' -> ')';
            case '［', '【' -> '[';
            case '］', '】' -> ']';
            case '｛' -> '{';
            case '｝' -> '}';
            case '　' -> ' ';
            default -> c;
        };
    }

    /// Brackets within brackets cost the grammar stack, and nobody means a hundred.
    void refuseDeepNesting(String query) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth > DEEPEST) {
                throw new BadQueryException(Reason.UNSUPPORTED, offsets[i], "(", query);
            }
        }
    }

    /// What the grammar complains of, in terms of what the user wrote.
    BadQueryException problem(String query, ParseException complaint) {
        int quote = unclosedQuote();
        if (quote >= 0) {
            return new BadQueryException(Reason.UNCLOSED_QUOTE, offsets[quote], "", query);
        }
        int bracket = unclosedBracket();
        if (bracket >= 0) {
            return new BadQueryException(Reason.UNCLOSED_BRACKET, offsets[bracket],
                    text.substring(bracket, bracket + 1), query);
        }
        int column = Math.min(column(complaint), text.length());
        int end = column;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new BadQueryException(text.substring(column).isBlank() ? Reason.INCOMPLETE : Reason.SYNTAX, offsets[column],
                text.substring(column, end), query);
    }

    private int column(ParseException complaint) {
        if (complaint.getCause() instanceof ParseException inner && inner.currentToken != null
                && inner.currentToken.next != null) {
            // JavaCC counts columns from 1 in some versions of its char stream, from 0 in Lucene's.
            return Math.max(0, inner.currentToken.next.beginColumn);
        }
        var words = COLUMN.matcher(String.valueOf(complaint.getMessage()));
        return words.find() ? Integer.parseInt(words.group(1)) : text.length();
    }

    private int unclosedQuote() {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                open = open < 0 ? i : -1;
            }
        }
        return open;
    }

    private int unclosedBracket() {
        var open = new java.util.ArrayDeque<Integer>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quoted = !quoted;
                case '(', '[', '{' -> {
                    if (!quoted) {
                        open.push(i);
                    }
                }
                case ')', ']', '}' -> {
                    if (!quoted && open.isEmpty()) {
                        return i;
                    } else if (!quoted) {
                        open.pop();
                    }
                }
                default -> { }
            }
        }
        return open.isEmpty() ? -1 : open.peek();
    }
}
