package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every way in which words that were run together may be cut into cells: `安装水标尺10≥266米≥266米10`, `10001000100%20`.
///
/// Words end where a figure begins or where the form's own words do; a run of digits may be cut wherever both parts are
/// numbers. Which of the ways it is, [FlatRows] finds out.
final class GluedCells {

    private static final int MOST_PIECES = 8000;
    private static final int LONGEST_RUN = 48;
    private static final int LONGEST_WORDS = 90;
    private static final int MOST_ENDS = 8;
    /// 12348热线: a number that is part of a name.
    private static final int LONGEST_NAME = 5;
    private static final int SHORTEST_DATE = 5;
    private static final int LONGEST_UNIT = 3;
    private static final double UNKNOWN_UNIT = 0.3;
    private static final double NO_UNIT = 0.3;
    private static final double FIGURE_WITHIN = 1.5;
    private static final double BLANK_WITHIN = 0.1;
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9]\\d{0,11}|[1-9]\\d{0,2}(?:,\\d{3}){1,4})(?:\\.\\d{1,6})?");
    private static final Pattern PERIOD = Pattern.compile("(?:19|20)\\d{2}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?[底末前初度]{0,2}|\\d{1,2}月(?:\\d{1,2}日)?[底末前初]{0,2}");
    private static final Pattern NUMBERED = Pattern.compile("(?:指标|目标)\\d{1,2}[:：、.．]?|\\d{1,2}[.、．](?!\\d)|[①-⑳]");
    private static final Pattern SIGN_WORD = Pattern.compile("(?:不低于|不少于|不高于|不超过|不小于|不大于|大于等于|小于等于|大于|小于|达到|低于|高于|至少)(?=\\d)");
    private static final Pattern BEHIND = Pattern.compile("及?以[上下内]|左右");

    private record Edge(int to, double cost, Piece piece) {
    }

    private final String text;
    private final int to;
    private final FormWords words;
    private final Forms forms;
    private final boolean signs;
    private final TreeMap<Integer, List<Edge>> edges = new TreeMap<>();
    private final TreeSet<Integer> open = new TreeSet<>();
    private int count;

    private GluedCells(String text, int to, FormWords words, Forms forms, boolean signs) {
        this.text = text;
        this.to = to;
        this.words = words;
        this.forms = forms;
        this.signs = signs;
    }

    /// @param signs whether signs have a column of their own
    static Optional<Lattice> between(String text, int from, int to, FormWords words, Forms forms, boolean signs) {
        var cells = new GluedCells(text, to, words, forms, signs);
        int start = FormWords.blanks(text, from, to);
        cells.open.add(start);
        while (!cells.open.isEmpty() && cells.count < MOST_PIECES) {
            cells.cut(cells.open.pollFirst());
        }
        return cells.count >= MOST_PIECES ? Optional.empty() : cells.lattice(start);
    }

    private Optional<Lattice> lattice(int start) {
        var pieces = new ArrayList<Piece>();
        var costs = new ArrayList<Double>();
        var befores = new ArrayList<int[]>();
        var ending = new TreeMap<Integer, List<Integer>>();
        var last = new ArrayList<Integer>();
        for (var from : edges.keySet()) {
            var before = ending.getOrDefault(from, List.of()).stream().mapToInt(Integer::intValue).toArray();
            for (var edge : edges.get(from)) {
                befores.add(from == start ? new int[0] : before);
                costs.add(edge.cost());
                ending.computeIfAbsent(edge.to(), key -> new ArrayList<>()).add(pieces.size());
                if (edge.to() >= to) {
                    last.add(pieces.size());
                }
                pieces.add(edge.piece());
            }
        }
        return last.isEmpty() ? Optional.empty() : Optional.of(new Lattice(pieces, befores, last,
                costs.stream().mapToDouble(Double::doubleValue).toArray(), true, false));
    }

    private void add(int from, int end, double cost) {
        int next = FormWords.blanks(text, end, to);
        edges.computeIfAbsent(from, key -> new ArrayList<>())
                .add(new Edge(next, cost, piece(from, end)));
        count++;
        if (next < to) {
            open.add(next);
        }
    }

    /// 2011 without 年 is a figure here.
    private Piece piece(int from, int end) {
        var piece = Piece.of(forms, new Span(from, end), text.substring(from, end).strip(), 0, false, true);
        boolean figure = piece.look() == Look.PERIOD && piece.words().chars().allMatch(c -> c >= '0' && c <= '9');
        return figure ? new Piece(piece.span(), piece.words(), Look.NUMBER, null, null, false, 0, false, true) : piece;
    }

    private void cut(int at) {
        int dashes = at;
        while (dashes < to && isDash(dashes) && dashes < at + 4) {
            add(at, ++dashes, 0);
        }
        int digits = sign(at);
        if (digits > at && signs) {
            add(at, digits, 0);
        }
        if (digits < to && isDigit(digits)) {
            figures(at, digits);
        }
        boolean word = digits == at && (!isDigit(at) || matched(NUMBERED, at) > at && !isDigit(at - 1));
        if (dashes == at && (word || Character.isIdeographic(text.charAt(at)))) {
            words(at);
        }
    }

    /// The place behind the signs or words of comparison before a figure.
    private int sign(int at) {
        int end = at;
        while (end < to && end < at + 2 && isSign(text.charAt(end))) {
            end++;
        }
        if (end > at) {
            return FormWords.blanks(text, end, to);
        }
        var word = SIGN_WORD.matcher(text).region(at, Math.min(to, at + 6)).useTransparentBounds(true);
        return word.lookingAt() ? word.end() : at;
    }

    private void figures(int at, int digits) {
        int end = run(digits);
        var period = PERIOD.matcher(text).region(digits, to);
        if (at == digits && !isDigit(at - 1) && period.lookingAt()) {
            add(at, period.end(), 0);
            if (period.end() - at >= SHORTEST_DATE) {
                return;
            }
        }
        if (end - digits <= LONGEST_RUN) {
            for (int cut = digits + 1; cut < end; cut++) {
                if (isDigit(cut) && isNumber(digits, cut)) {
                    add(at, cut, 0);
                }
            }
        }
        if (isNumber(digits, end)) {
            whole(at, digits, end);
        }
    }

    private void whole(int at, int digits, int end) {
        if (end < to && "%％‰".indexOf(text.charAt(end)) >= 0) {
            add(at, behind(end + 1), 0);
            return;
        }
        int unit = words.unit(text, end, to);
        if (unit > end) {
            add(at, behind(unit), 0);
        }
        add(at, end, unit > end ? at < digits ? 1 : NO_UNIT : 0);
        if (unit == end) {
            unknownUnit(at, end);
        }
        boolean range = end + 1 < to && "-~～至".indexOf(text.charAt(end)) >= 0 && isDigit(end + 1);
        if (range) {
            int last = run(end + 1);
            boolean rate = last < to && text.charAt(last) == '%';
            add(at, rate ? last + 1 : words.unit(text, last, to), 0);
        }
    }

    /// A word or two between two figures may be a unit that nobody listed.
    private void unknownUnit(int at, int end) {
        int i = end;
        while (i < to && i < end + LONGEST_UNIT && Character.isIdeographic(text.charAt(i))) {
            i++;
        }
        if (i > end && (i == to || isFigure(i))) {
            add(at, i, UNKNOWN_UNIT);
        }
    }

    private int behind(int end) {
        var word = BEHIND.matcher(text).region(end, to);
        return word.lookingAt() ? word.end() : end;
    }

    /// Words up to each place where they may end.
    private void words(int at) {
        var numbered = matched(NUMBERED, at);
        int i = Math.max(at + 1, numbered);
        int known = words.content(text, at, to);
        i = Math.max(i, known);
        double cost = 0;
        int ends = 0;
        boolean figure = false;
        boolean bracket = FormWords.bracketed(text, at, to) > at;
        i = bracket ? FormWords.bracketed(text, at, to) : i;
        while (i < to && i - at < LONGEST_WORDS && ends < MOST_ENDS) {
            int blank = FormWords.blanks(text, i, to);
            boolean begins = blank > i || isFigure(i) || isDash(i) || i == known || words.content(text, i, to) > i;
            if (begins) {
                add(at, i, cost);
                ends++;
            }
            if (isFigure(blank) && blank < to) {
                if (figure) {
                    return;
                }
                int end = run(sign(blank));
                boolean amount = end - blank > LONGEST_NAME || end < to && text.charAt(end) == '%' || !isDigit(blank);
                if (amount) {
                    return;
                }
                figure = true;
                cost += FIGURE_WITHIN;
                i = end;
                continue;
            }
            cost += blank > i ? BLANK_WITHIN : 0;
            cost += i == known ? within(at) : begins && blank == i ? within(i) : 0;
            int close = FormWords.bracketed(text, blank, to);
            i = Math.max(close, Math.max(blank, i + 1));
        }
        if (i >= to) {
            add(at, to, cost);
        }
    }

    /// What it costs that words of the form stand within others: long ones hardly do.
    private double within(int at) {
        int length = words.content(text, at, to) - at;
        return length <= 2 ? 0.1 : length == 3 ? 0.5 : 1.2;
    }

    private int matched(Pattern pattern, int at) {
        Matcher matcher = pattern.matcher(text).region(at, to);
        return matcher.lookingAt() ? matcher.end() : at;
    }

    private boolean isFigure(int at) {
        int digits = at < to ? sign(at) : at;
        return digits < to && (isDigit(digits) || digits > at);
    }

    private boolean isNumber(int from, int end) {
        return NUMBER.matcher(text).region(from, end).matches();
    }

    private int run(int from) {
        int end = from;
        while (end < to && (isDigit(end) || (text.charAt(end) == '.' || text.charAt(end) == ',') && end > from && isDigit(end + 1))) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isDash(int at) {
        char c = text.charAt(at);
        return c == '—' || c == '－' || c == '/' && !isDigit(at + 1) || c == '-' && !isDigit(at + 1);
    }

    private static boolean isSign(char c) {
        return "≥≤＞＜≧≦=＝﹦﹥﹤<>═".indexOf(c) >= 0;
    }
}
