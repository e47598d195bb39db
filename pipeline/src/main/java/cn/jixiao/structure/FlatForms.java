package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Document;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives forms and tables that were flattened into lines their cells back: one cell a line, a row a line with blanks
/// between, or everything on one line.
///
/// What makes a form is known: its headings follow each other (一级指标 二级指标 三级指标 年度指标值 …), and under them
/// the cells of each row run from left to right ([FlatRows]). The text stays as it is; only its blocks change. A
/// document in which no headings follow each other is left alone.
public final class FlatForms {

    /// 二级指标 三级指标 分值 得分
    private static final int LONGEST_MARKS = 4;
    private static final int FURTHEST_UNIT = 10;
    private static final int LONGEST_CORNER = 24;
    private static final Pattern SECTION = Pattern.compile("(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}部分).*", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("(?:\\d{1,2}[.、．](?!\\d)|[（(]\\d{1,2}[)）]).*", Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile("(?:注|说明|备注|填表说明)\\d?[:：].*", Pattern.DOTALL);

    private final Forms forms;
    private final FormWords words;

    public FlatForms(Forms forms) {
        this.forms = forms;
        this.words = new FormWords(forms);
    }

    /// The same document, its flattened forms as tables.
    public Document restored(Document document) {
        var pieces = Pieces.of(document, forms, document.mediaType().startsWith("text/plain"));
        var glued = GluedForms.of(document, forms, words);
        var bands = new ArrayList<>(glued);
        for (int i = 0; i < pieces.size();) {
            int start = i;
            var within = within(glued, pieces.get(i).span());
            if (within != null) {
                i = after(pieces, within.span().end(), i);
                continue;
            }
            var heads = FlatHeads.at(pieces, i, forms);
            if (heads.isEmpty()) {
                int at = i;
                var pairs = FlatPairs.across(pieces, i, forms).or(() -> FlatPairs.at(pieces, at, forms));
                pairs.filter(band -> within(glued, band.span()) == null).ifPresent(bands::add);
                i = pairs.map(band -> after(pieces, band.span().end(), start)).orElse(i + 1);
                continue;
            }
            int from = heads.get().to();
            int to = end(pieces, from, heads.get());
            band(document.text(), pieces, heads.get(), from, to).filter(band -> within(glued, band.span()) == null).ifPresent(bands::add);
            i = Math.max(from, to);
        }
        bands.sort(Comparator.comparing(FlatBand::span));
        var apart = apart(bands);
        return BarTables.restored(apart.isEmpty() ? document : Blocks.with(document, apart));
    }

    /// Of bands that overlap, the first.
    private static List<FlatBand> apart(List<FlatBand> bands) {
        var apart = new ArrayList<FlatBand>();
        for (var band : bands) {
            if (apart.isEmpty() || apart.getLast().span().end() <= band.span().start()) {
                apart.add(band);
            }
        }
        return apart;
    }

    private static @Nullable FlatBand within(List<FlatBand> bands, Span span) {
        return bands.stream().filter(band -> band.span().start() < span.end() && span.start() < band.span().end()).findFirst().orElse(null);
    }

    private static int after(Pieces pieces, int end, int from) {
        int at = from + 1;
        while (at < pieces.size() && pieces.get(at).span().start() < end) {
            at++;
        }
        return at;
    }

    private Optional<FlatBand> band(String text, Pieces pieces, FlatHeads heads, int from, int to) {
        int marks = heads.marks(pieces, to, forms);
        if (marks > 0) {
            return mixed(pieces, heads.with(pieces, marks, forms), marks, to);
        }
        var body = List.copyOf(pieces.between(from, to));
        if (body.isEmpty()) {
            return Optional.empty();
        }
        if (heads.tellsGoals()) {
            return FlatGoals.of(heads, body, text);
        }
        if (body.stream().noneMatch(piece -> piece.look() == Look.NUMBER)) {
            return Optional.empty();
        }
        boolean nameless = heads.isMoney() && body.getFirst().look() == Look.NUMBER;
        if (nameless) {
            return Optional.of(FlatBand.of(heads.figures(), null, Lattice.row(body)).withoutNameless().in(unit(pieces, heads, to)));
        }
        return Optional.of(FlatBand.of(heads.heads(), corner(pieces, heads.from()), Lattice.row(body)));
    }

    /// （万元） near headings of money that were read line by line: its word is on another line.
    private @Nullable Span unit(Pieces pieces, FlatHeads heads, int to) {
        for (int i = Math.max(0, heads.from() - FURTHEST_UNIT); i < Math.min(pieces.size(), to + FURTHEST_UNIT); i++) {
            var piece = pieces.get(i);
            if (HeadingWords.bracketed(piece.words()).stream().anyMatch(words -> words.endsWith("元") && forms.unit(words).isPresent())) {
                return piece.span();
            }
        }
        return null;
    }

    /// A band whose headings stand among its rows. Those that name its groups say nothing there.
    private Optional<FlatBand> mixed(Pieces pieces, FlatHeads heads, int marks, int to) {
        var body = new ArrayList<>(pieces.between(heads.to(), marks - 2));
        body.addAll(pieces.between(Math.min(to, behindNote(pieces, marks)), to));
        body.removeIf(piece -> forms.exact(Forms.Place.COLUMN, piece.words()).filter(meaning -> meaning.use() == Use.GROUP || meaning.use() == Use.LABEL
                || meaning.use() == Use.NOTE).isPresent());
        if (isNamelessTotal(body)) {
            body.subList(body.size() - 2, body.size()).clear();
        }
        return body.isEmpty() ? Optional.empty() : Optional.of(FlatBand.of(heads.heads(), null, Lattice.mixed(body)));
    }

    /// 100 94 at the end: the total, whose name is elsewhere, and no item.
    private static boolean isNamelessTotal(List<Piece> body) {
        int last = body.size() - 1;
        return last > 0 && body.get(last).isBare() && body.get(last - 1).isBare() && body.get(last - 1).value() == 100
                && body.get(last).value() <= 100;
    }

    /// The piece behind the heading of remarks that may follow, be it broken in two.
    private int behindNote(Pieces pieces, int at) {
        for (int end = Math.min(pieces.size(), at + 2); end > at; end--) {
            var words = pieces.between(at, end).stream().map(Piece::words).collect(Collectors.joining());
            if (forms.meaning(Forms.Place.COLUMN, words).filter(meaning -> meaning.use() == Use.NOTE).isPresent()) {
                return end;
            }
        }
        return at;
    }

    private @Nullable Piece corner(Pieces pieces, int at) {
        int before = at - 1;
        while (before > 0 && pieces.get(before).isBlank() && pieces.get(before).line() == pieces.get(at).line()) {
            before--;
        }
        var corner = before < 0 ? null : pieces.get(before);
        boolean heads = corner != null && corner.look() == Look.WORDS && corner.words().length() <= LONGEST_CORNER;
        return heads ? corner : null;
    }

    /// The piece after the last that can belong to a band.
    private int end(Pieces pieces, int from, FlatHeads heads) {
        int to = from;
        int marks = heads.marks(pieces, pieces.size(), forms);
        while (to < pieces.size() && !stops(pieces, to) && !isItemLine(pieces, to, heads)
                && (to < marks && to >= marks - LONGEST_MARKS || FlatHeads.at(pieces, to, forms).isEmpty())) {
            to++;
        }
        if (heads.tellsGoals()) {
            while (to > from && pieces.get(to - 1).look() != Look.PROSE && pieces.get(to - 1).words().length() <= LONGEST_CORNER) {
                to--;
            }
            return to;
        }
        while (to > from && pieces.get(to - 1).look() != Look.NUMBER && pieces.get(to - 1).look() != Look.DASH) {
            to--;
        }
        return to;
    }

    /// Below headings that share a line, a numbered line that holds nothing else begins the next part of the report.
    private static boolean isItemLine(Pieces pieces, int at, FlatHeads heads) {
        var piece = pieces.get(at);
        boolean rows = pieces.get(heads.from()).line() == pieces.get(heads.to() - 1).line();
        boolean alone = piece.first() && (at + 1 == pieces.size() || pieces.get(at + 1).first());
        return rows && alone && ITEM.matcher(piece.words()).matches();
    }

    private boolean stops(Pieces pieces, int at) {
        var piece = pieces.get(at);
        if (piece.look() != Look.WORDS && piece.look() != Look.PROSE) {
            return false;
        }
        if (NOTE.matcher(piece.words()).matches()) {
            return true;
        }
        boolean figure = at + 1 < pieces.size() && pieces.get(at + 1).look() == Look.NUMBER;
        if (piece.first() && !figure && SECTION.matcher(piece.words()).matches()) {
            return true;
        }
        var key = piece.own() == null && piece.row() == null ? forms.exact(Forms.Place.KEY, piece.words()) : Optional.<cn.jixiao.observation.ColumnMeaning>empty();
        return key.isPresent() && !figure && key.get().use() != Use.VALUE;
    }

    static Span trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }
}
