package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Headings that were run together: `一级指标二级指标三级指标年度指标值实际完成值`. No sentence has several in a row.
///
/// @param span from the first to the last
/// @param heads in order
record GluedHeads(Span span, List<FlatHeads.Head> heads) {

    private static final Pattern LETTERS = Pattern.compile("[A-Z](?:[/÷].{0,8})?");
    private static final String BAND = "项目资金";
    private static final int LONGEST_OPEN = 10;
    private static final int LONGEST_NOTE = 24;
    private static final int MOST = 30;
    /// So many words of three headings stand together in a sentence too, but none with its unit.
    private static final int FEWEST = 3;
    private static final int SHORTEST = 11;

    /// The headings that begin at a place, if enough do and most of them touch.
    static Optional<GluedHeads> at(String text, int at, int limit, FormWords words, Forms forms) {
        int first = words.heading(text, at, limit);
        // 项目资金 names the whole band; it is no column 项目 beside a column 资金.
        boolean band = text.startsWith(BAND, at) && first < at + BAND.length();
        if (first == at || band || words.content(text, at, limit) > first) {
            return Optional.empty();
        }
        var heads = new ArrayList<FlatHeads.Head>();
        int end = at;
        int touching = 0;
        while (heads.size() < MOST) {
            int from = FormWords.blanks(text, end, limit);
            if (text.substring(end, from).indexOf('\n') >= 0) {
                break;
            }
            int to = heading(text, from, limit, words, forms, heads);
            if (to == from) {
                break;
            }
            if (heads.isEmpty() && isAlone(text, from, to, limit, words, forms)) {
                return Optional.empty();
            }
            touching += from == end && !heads.isEmpty() ? 1 : 0;
            heads.add(head(text, from, to, forms));
            end = to;
        }
        part(text, heads, forms);
        if (heads.stream().anyMatch(head -> head.meaning() != null && head.meaning().id().startsWith("goal"))) {
            return Optional.empty();
        }
        boolean named = heads.stream().anyMatch(head -> head.is(Use.LABEL) || head.is(Use.GROUP) || head.is(Use.NAME));
        if (!named && heads.stream().anyMatch(head -> head.meaning() != null && Fit.isLevel(head.meaning()))) {
            return Optional.empty();
        }
        if (!isEnough(text, heads, forms) || touching * 2 < heads.size() - 1 || !FlatHeads.isHeader(heads) && !isPair(heads)) {
            return Optional.empty();
        }
        int note = note(text, end, limit, words, forms);
        if (note > end) {
            boolean longer = heads.getLast().is(Use.NOTE);
            heads.add(head(text, longer ? heads.removeLast().span().start() : end, note, forms));
        }
        return Optional.of(new GluedHeads(new Span(at, Math.max(end, note)), FlatHeads.inOneRow(heads)));
    }

    /// Whether a first heading is the only one, as most are that stand in a sentence. One with brackets may be read as two.
    private static boolean isAlone(String text, int from, int to, int limit, FormWords words, Forms forms) {
        int next = FormWords.blanks(text, to, limit);
        char last = text.charAt(to - 1);
        return last != ')' && last != '）' && words.heading(text, next, limit) == next && open(text, next, limit, words, forms) == next;
    }

    /// Some short words that are headings elsewhere stand together in a sentence too (年度预算部门预算编码).
    private static boolean isEnough(String text, List<FlatHeads.Head> heads, Forms forms) {
        long marked = heads.stream().filter(head -> isMarked(text.substring(head.span().start(), head.span().end()), forms)).count();
        int length = heads.stream().mapToInt(head -> head.span().length()).sum();
        return heads.size() > FEWEST + 1 || heads.size() == FEWEST + 1 && (marked > 0 || length >= SHORTEST)
                || heads.size() == FEWEST && marked > 0 || marked > 1;
    }

    /// 全年预算数（A）全年执行数（B） alone.
    private static boolean isPair(List<FlatHeads.Head> heads) {
        return heads.size() == 2 && new FlatHeads(0, 2, heads).isMoney();
    }

    /// 序号指标目标值: what is one heading elsewhere is the name of the rows and a figure where there is no such name.
    private static void part(String text, List<FlatHeads.Head> heads, Forms forms) {
        if (heads.stream().anyMatch(head -> head.is(Use.LABEL) || head.is(Use.GROUP) || head.is(Use.NAME))) {
            return;
        }
        for (int i = 0; i < heads.size(); i++) {
            var span = heads.get(i).span();
            for (int cut = span.start() + 2; cut + 1 < span.end(); cut++) {
                var label = forms.exact(Forms.Place.COLUMN, text.substring(span.start(), cut)).filter(each -> each.use() == Use.LABEL);
                if (label.isPresent() && forms.exact(Forms.Place.COLUMN, text.substring(cut, span.end())).filter(Fit::isLevel).isPresent()) {
                    heads.set(i, head(text, cut, span.end(), forms));
                    heads.add(i, head(text, span.start(), cut, forms));
                    return;
                }
            }
        }
    }

    /// 预算执行率（B/A）, 补助经费（万元）: what no sentence puts behind a word.
    private static boolean isMarked(String heading, Forms forms) {
        return HeadingWords.bracketed(heading).stream().anyMatch(words -> forms.unit(words).isPresent() || LETTERS.matcher(words).matches());
    }

    private static FlatHeads.Head head(String text, int from, int to, Forms forms) {
        var words = text.substring(from, to);
        var exact = forms.exact(Forms.Place.COLUMN, words);
        @Nullable ColumnMeaning meaning = exact.or(() -> forms.meaning(Forms.Place.COLUMN, words)).orElse(null);
        return new FlatHeads.Head(new Span(from, to), meaning, !HeadingWords.bracketed(words).isEmpty(), true);
    }

    private static int heading(String text, int from, int limit, FormWords words, Forms forms, List<FlatHeads.Head> heads) {
        int to = words.heading(text, from, limit);
        boolean figures = heads.stream().anyMatch(head -> head.is(Use.VALUE));
        if (to > from) {
            boolean row = figures && words.content(text, from, limit) >= to;
            boolean filled = to < limit && (text.charAt(to) == ':' || text.charAt(to) == '：' || heads.size() < 2 && isDigit(text.charAt(to)));
            return row || filled ? from : to;
        }
        return heads.isEmpty() ? from : open(text, from, limit, words, forms);
    }

    /// 补助经费（万元）: a heading that is known by its ending, and its unit in brackets says that it is one.
    private static int open(String text, int from, int limit, FormWords words, Forms forms) {
        for (int i = from; i < Math.min(limit, from + LONGEST_OPEN); i++) {
            int end = i > from + 1 ? FormWords.bracketed(text, i, limit) : i;
            if (end > i) {
                boolean unit = forms.unit(text.substring(i, end).strip().replaceAll("[（()）]", "")).isPresent();
                return unit && forms.meaning(Forms.Place.COLUMN, text.substring(from, i)).isPresent() ? end : from;
            }
            int inner = i == from ? i : words.heading(text, i, limit);
            boolean name = inner > i && forms.exact(Forms.Place.COLUMN, text.substring(i, inner)).filter(meaning -> meaning.use() != Use.VALUE).isPresent();
            if (name || !Character.isIdeographic(text.charAt(i))) {
                return from;
            }
        }
        return from;
    }

    /// 未完成原因及拟采取的改进措施 before the first group of indicators: nobody can list how the last heading is worded.
    private static int note(String text, int from, int limit, FormWords words, Forms forms) {
        for (int i = from; i < Math.min(limit, from + LONGEST_NOTE); i++) {
            if (i > from + 1 && words.content(text, i, limit) > i + 1) {
                return forms.meaning(Forms.Place.COLUMN, text.substring(from, i)).filter(meaning -> meaning.use() == Use.NOTE).isPresent() ? i : from;
            }
            if (!Character.isIdeographic(text.charAt(i)) && !FormWords.isBlank(text.charAt(i))) {
                return from;
            }
        }
        return from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean hasSigns() {
        return heads.stream().anyMatch(head -> head.meaning() != null && head.meaning().id().equals(Fit.SIGNS));
    }
}
