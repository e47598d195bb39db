package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The headings of a flattened table: several known ones in a row, and nothing between them.
///
/// @param from the first piece of them
/// @param to the piece after the last
/// @param heads in order
record FlatHeads(int from, int to, List<Head> heads) {

    /// One heading; a broken one covers several pieces.
    ///
    /// @param meaning null where nobody knows it
    /// @param bracketed whether something stands in brackets in it, as its unit does
    /// @param known whether it is known word for word
    record Head(Span span, @Nullable ColumnMeaning meaning, boolean bracketed, boolean known) {

        boolean is(Use use) {
            return meaning != null && meaning.use() == use;
        }
    }

    private static final Pattern SECTION = Pattern.compile("(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}部分).*", Pattern.DOTALL);
    private static final int FEWEST = 3;
    /// No table has more columns; a list of words that are headings elsewhere may.
    private static final int MOST = 60;
    private static final int LONGEST = 24;
    private static final int LONGEST_HALF = 4;
    private static final int FURTHEST_MARKS = 40;

    /// The headings that begin at a piece, if enough of them do.
    static Optional<FlatHeads> at(Pieces pieces, int start, Forms forms) {
        var heads = new ArrayList<Head>();
        int at = start;
        boolean mixed = false;
        while (at < pieces.size() && heads.size() < MOST) {
            if (isUpperHalf(pieces, at, forms)) {
                mixed = true;
                at++;
                continue;
            }
            int group = heads.isEmpty() ? at : groupBehind(pieces, at, forms);
            if (group > at) {
                at = group;
                continue;
            }
            int end = heading(pieces, at, forms);
            if (end == at || heads.size() > 1 && isNextRow(pieces, start, at, forms) || isYearOfRow(pieces.get(at), heads)) {
                break;
            }
            var words = joined(pieces, at, end);
            var span = new Span(pieces.get(at).span().start(), pieces.get(end - 1).span().end());
            if (!heads.isEmpty() && HeadingWords.isBracketed(words)) {
                var last = heads.removeLast();
                heads.add(new Head(new Span(last.span().start(), span.end()), last.meaning(), true, last.known()));
            } else {
                heads.add(new Head(span, meaning(words, forms).orElse(null), !HeadingWords.bracketed(words).isEmpty(),
                        forms.exact(Forms.Place.COLUMN, words).isPresent()));
            }
            at = end;
        }
        var found = new FlatHeads(start, at, inOneRow(heads));
        boolean levels = mixed && heads.size() >= 2 && heads.stream().filter(head -> head.meaning() != null && Fit.isLevel(head.meaning())).count() == 2;
        boolean pair = heads.size() == 2 && found.isMoney() && heads.stream().allMatch(Head::bracketed) && at < pieces.size()
                && pieces.get(at).isBare();
        return isHeader(heads) || levels || pair || found.tellsGoals() ? Optional.of(found) : Optional.empty();
    }

    /// `年度 实际 指标值 完成值`: where headings of two lines were read across, the upper half of one comes before the whole
    /// of another. The lower halves (指标值, 完成值) tell enough.
    private static boolean isUpperHalf(Pieces pieces, int at, Forms forms) {
        if (at + 2 >= pieces.size() || pieces.between(at, at + 3).stream().anyMatch(piece -> piece.look() != Look.WORDS || piece.own() != null
                || piece.words().length() > LONGEST_HALF)) {
            return false;
        }
        boolean level = level(pieces.get(at).words() + pieces.get(at + 2).words(), forms);
        boolean whole = level(pieces.get(at + 1).words(), forms);
        return level && level(pieces.get(at + 2).words(), forms) && (whole || forms.exact(Forms.Place.COLUMN, pieces.get(at).words() + pieces.get(at + 1).words()).isEmpty());
    }

    /// Where 一级指标 stands behind cells left empty, which part the two rows of headings; `at` where it does not.
    private static int groupBehind(Pieces pieces, int at, Forms forms) {
        int next = at;
        while (next < pieces.size() && next - at < MOST && pieces.get(next).isBlank()) {
            next++;
        }
        boolean group = next > at && next < pieces.size()
                && forms.exact(Forms.Place.COLUMN, pieces.get(next).words()).filter(meaning -> meaning.use() == Use.GROUP).isPresent();
        return group ? next : at;
    }

    private static boolean level(String words, Forms forms) {
        return forms.exact(Forms.Place.COLUMN, words).filter(Fit::isLevel).isPresent();
    }

    /// Whether they are of money: what was planned and what was spent, with no names but that of an office beside them.
    boolean isMoney() {
        return figures().size() >= 2 && heads.size() - figures().size() <= 1 && has("fund.budget") && has("fund.spent")
                && heads.stream().allMatch(head -> head.is(Use.VALUE) || head.is(Use.NAME));
    }

    private boolean has(String indicator) {
        return heads.stream().anyMatch(head -> head.meaning() != null && indicator.equals(head.meaning().indicator()));
    }

    List<Head> figures() {
        return heads.stream().filter(head -> head.is(Use.VALUE)).toList();
    }

    /// `… 指标值 完成值 指标1:建档数 38508人 … 分值 得分 37442人 3 3`: the marks of a band, further on in it than its other
    /// headings, as they come out where a page was read line by line.
    ///
    /// @param to the piece after the last that can belong to the band
    /// @return the piece after them, or -1
    int marks(Pieces pieces, int to, Forms forms) {
        boolean levels = heads.stream().anyMatch(head -> head.meaning() != null && Fit.isLevel(head.meaning()));
        if (!levels || heads.stream().anyMatch(head -> head.meaning() != null && Fit.isScore(head.meaning()))) {
            return -1;
        }
        for (int i = this.to; i + 1 < Math.min(to, this.to + FURTHEST_MARKS); i++) {
            var weight = forms.exact(Forms.Place.COLUMN, pieces.get(i).words()).filter(each -> Fit.isScore(each) && each.role() == Role.TARGET);
            var score = forms.exact(Forms.Place.COLUMN, pieces.get(i + 1).words()).filter(each -> Fit.isScore(each) && each.role() == Role.ACTUAL);
            if (weight.isPresent() && score.isPresent()) {
                return i + 2;
            }
        }
        return -1;
    }

    /// These headings and the two before a piece.
    FlatHeads with(Pieces pieces, int end, Forms forms) {
        var all = new ArrayList<>(heads);
        for (var piece : pieces.between(end - 2, end)) {
            all.add(new Head(piece.span(), meaning(piece.words(), forms).orElse(null), false, true));
        }
        return new FlatHeads(from, to, all);
    }

    /// 绩效指标 | 年度指标值 | 实际完成值 | 得分, and in a second row 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位: the headings
    /// of the second row divide the first two of the first.
    static List<Head> inOneRow(List<Head> heads) {
        int second = 0;
        boolean values = false;
        for (int i = 0; i < heads.size() && second == 0; i++) {
            values |= heads.get(i).is(Use.VALUE);
            second = values && heads.get(i).is(Use.GROUP) ? i : 0;
        }
        if (second < 2 || !heads.getFirst().is(Use.LABEL) || !isTarget(heads.get(1))
                || heads.subList(second, heads.size()).stream().noneMatch(FlatHeads::isTarget)) {
            return heads;
        }
        var row = new ArrayList<>(heads.subList(second, heads.size()));
        row.addAll(heads.subList(2, second));
        return row;
    }

    private static boolean isPeriod(Head head) {
        return head.meaning() != null && head.meaning().id().equals("period");
    }

    private static boolean isTarget(Head head) {
        return head.meaning() != null && head.meaning().id().equals("target_value");
    }

    /// 年度总体目标 | 预期目标 | 实际完成情况: running text stands below, not figures.
    boolean tellsGoals() {
        if (heads.size() < 2 || heads.size() > 3) {
            return false;
        }
        var last = heads.getLast().meaning();
        boolean goals = heads.subList(0, heads.size() - 1).stream()
                .allMatch(head -> head.meaning() != null && head.meaning().id().equals("goal"));
        return goals && last != null && (last.id().equals("goal_result") || last.id().equals("actual_value"));
    }

    /// Where the headings share a line, one that is known only by its ending and begins the next is the first of a row.
    private static boolean isNextRow(Pieces pieces, int start, int at, Forms forms) {
        var piece = pieces.get(at);
        return piece.first() && pieces.get(start).line() == pieces.get(at - 1).line() && !isKnown(piece, forms)
                && !HeadingWords.isBracketed(piece.words());
    }

    /// 2020年 heads a column only beside other years; after headings of figures it is the name of a row.
    private static boolean isYearOfRow(Piece piece, List<Head> heads) {
        return piece.look() == Look.PERIOD && heads.stream().anyMatch(head -> head.is(Use.VALUE) && !isPeriod(head));
    }

    static boolean isHeader(List<Head> heads) {
        long values = heads.stream().filter(head -> head.is(Use.VALUE)).count();
        long years = heads.stream().filter(FlatHeads::isPeriod).count();
        if (years < 2 && heads.stream().noneMatch(head -> head.is(Use.VALUE) && head.known() && !isPeriod(head))) {
            return false;
        }
        long names = heads.stream().filter(head -> head.is(Use.LABEL) || head.is(Use.GROUP) || head.is(Use.NAME)).count();
        return heads.size() >= FEWEST && (values >= 1 && names >= 1 || values >= 2);
    }

    /// The piece after the heading at a piece; the piece itself if no heading begins there.
    private static int heading(Pieces pieces, int at, Forms forms) {
        var piece = pieces.get(at);
        boolean other = piece.look() != Look.WORDS && piece.look() != Look.PROSE && piece.look() != Look.PERIOD;
        if (other || piece.words().length() > LONGEST || isItem(piece.words()) || piece.first() && isSection(piece.words())) {
            return at;
        }
        if (piece.own() == null && HeadingWords.isBracketed(piece.words())) {
            return at + 1;
        }
        for (int end = Math.min(pieces.size(), at + 3); end > at; end--) {
            var words = joined(pieces, at, end);
            boolean known = end == at + 1 ? piece.own() == null && meaning(words, forms).isPresent()
                    : words.length() <= LONGEST && pieces.between(at, end).stream().anyMatch(each -> !isKnown(each, forms))
                            && pieces.between(at, end).stream().allMatch(each -> each.look() == Look.WORDS && each.own() == null)
                            && forms.exact(Forms.Place.COLUMN, words).isPresent();
            if (known) {
                return end;
            }
        }
        return at;
    }

    private static boolean isSection(String words) {
        return words.endsWith("。") || SECTION.matcher(words).matches();
    }

    /// 指标1: 办案经费
    private static boolean isItem(String words) {
        return words.length() > 3 && (words.startsWith("指标") || words.startsWith("目标")) && Character.isDigit(words.charAt(2));
    }

    private static boolean isKnown(Piece piece, Forms forms) {
        return forms.exact(Forms.Place.COLUMN, piece.words()).isPresent();
    }

    /// Known word for word, or by its ending where that is not what rows are called.
    private static Optional<ColumnMeaning> meaning(String words, Forms forms) {
        return forms.exact(Forms.Place.COLUMN, words).or(() -> forms.exact(Forms.Place.ROW, words).isPresent()
                || forms.exact(Forms.Place.KEY, words).isPresent() ? Optional.empty() : forms.meaning(Forms.Place.COLUMN, words));
    }

    private static String joined(Pieces pieces, int from, int to) {
        if (to == from + 1) {
            return pieces.get(from).words();
        }
        var words = new StringBuilder();
        pieces.between(from, to).forEach(piece -> words.append(piece.words()));
        return words.toString();
    }
}
