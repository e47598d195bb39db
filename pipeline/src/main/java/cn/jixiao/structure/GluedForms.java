package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds forms whose cells were run together with nothing between them, as some pages and converters do:
/// `全年预算数(A)全年执行数(B)执行率(B/A)年度资金总额:40004000100%`.
final class GluedForms {

    private static final int LONGEST_TEXT = 90;
    private static final int LONGEST_NAME = 12;
    private static final int LONGEST_CORNER = 8;
    private static final Pattern STOP = Pattern.compile("[（(][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]部分|(?:注|说明|备注)\\d?[:：]");

    /// Steps of weighing, of which a form as offices print it takes a few hundred thousand.
    private static final long MOST_FOR_ONE = 2_000_000;
    private static final long MOST_FOR_ALL = 20_000_000;

    private final String text;
    private final Forms forms;
    private final FormWords words;
    private final List<FlatBand> bands = new ArrayList<>();
    private long budget = MOST_FOR_ALL;

    private GluedForms(String text, Forms forms, FormWords words) {
        this.text = text;
        this.forms = forms;
        this.words = words;
    }

    /// The bands of such forms, in order.
    static List<FlatBand> of(Document document, Forms forms, FormWords words) {
        var glued = new GluedForms(document.text(), forms, words);
        int from = -1;
        int to = -1;
        for (var block : document.blocks()) {
            boolean running = block instanceof Paragraph || block instanceof Heading;
            if (!running && from >= 0) {
                glued.read(from, to);
                from = -1;
            } else if (running) {
                from = from < 0 ? block.span().start() : from;
                to = block.span().end();
            }
        }
        if (from >= 0) {
            glued.read(from, to);
        }
        return glued.bands;
    }

    private void read(int from, int to) {
        for (int i = from; i < to;) {
            var heads = GluedHeads.at(text, i, to, words, forms);
            if (heads.isEmpty()) {
                int content = words.content(text, i, to);
                i = content > i + 2 ? content : i + 1;
                continue;
            }
            int body = heads.get().span().end();
            int end = end(body, to);
            var band = end > body ? band(heads.get(), end) : Optional.<FlatBand>empty();
            band.ifPresent(bands::add);
            i = band.isPresent() ? Math.max(end, body) : body;
        }
    }

    private Optional<FlatBand> band(GluedHeads heads, int end) {
        return GluedCells.between(text, heads.span().end(), end, words, forms, heads.hasSigns()).filter(cells -> affordable(cells, heads.heads().size()))
                .map(cells -> FlatBand.of(heads.heads(), corner(heads.span().start()), cells));
    }

    /// Whether what is left of the document's budget pays for weighing all ways: every cell in every column behind every cell
    /// that may stand before it. What no form needs is read as it stands.
    private boolean affordable(Lattice cells, int columns) {
        long steps = 0;
        for (int i = 0; i < cells.pieces().size(); i++) {
            steps += cells.before(i).length;
        }
        long cost = steps * columns * columns;
        boolean paid = cost <= Math.min(MOST_FOR_ONE, budget);
        budget -= paid ? cost : 0;
        return paid;
    }

    /// `资金情况(万元)` right before the headings, which gives their unit.
    private @Nullable Piece corner(int at) {
        int close = at;
        while (close > 0 && FormWords.isBlank(text.charAt(close - 1))) {
            close--;
        }
        if (close == 0 || text.charAt(close - 1) != ')' && text.charAt(close - 1) != '）') {
            return null;
        }
        int from = Math.max(0, close - LONGEST_CORNER);
        int open = Math.max(text.lastIndexOf('(', close), text.lastIndexOf('（', close));
        if (open < from) {
            return null;
        }
        int start = open;
        while (start > open - 4 && start > 0 && Character.isIdeographic(text.charAt(start - 1))) {
            start--;
        }
        var corner = text.substring(start, close);
        boolean unit = HeadingWords.bracketed(corner).stream().anyMatch(word -> forms.unit(word).isPresent());
        return unit ? Piece.of(forms, new Span(start, close), corner, 0, false, true) : null;
    }

    /// The place behind the last figure that can belong to a band.
    private int end(int from, int to) {
        int last = from;
        int since = from;
        for (int i = from; i < to && i - since <= LONGEST_TEXT;) {
            char c = text.charAt(i);
            if (stops(i, to)) {
                break;
            }
            int content = words.content(text, i, to);
            if (c >= '0' && c <= '9') {
                i = figure(i, to);
                last = i;
                since = i;
            } else if (content > i + 2) {
                i = content;
                since = i;
            } else {
                i++;
            }
        }
        return last;
    }

    private int figure(int at, int to) {
        int end = at;
        while (end < to && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == ',')) {
            end++;
        }
        if (end < to && "%％‰".indexOf(text.charAt(end)) >= 0) {
            return end + 1;
        }
        int unit = words.unit(text, end, to);
        boolean whole = unit > end && (unit >= to || !Character.isIdeographic(text.charAt(unit)) || words.content(text, unit, to) > unit);
        return whole ? unit : end;
    }

    /// 立项依据充分性44: what begins like a key is the name of a row if its figure is near.
    private boolean leadsFigure(int from, int to) {
        for (int i = from; i < Math.min(to, from + LONGEST_NAME); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
            if (c == '。' || c == ':' || c == '：' || c == '\n' || words.content(text, i, to) > i) {
                return false;
            }
        }
        return false;
    }

    private boolean stops(int at, int to) {
        var stop = STOP.matcher(text).region(at, to);
        if (stop.lookingAt() && words.content(text, stop.end(), to) == stop.end()) {
            return true;
        }
        int key = words.key(text, at, to);
        if (key > at && words.content(text, at, to) == at && !leadsFigure(key, to)) {
            return true;
        }
        return GluedHeads.at(text, at, to, words, forms).isPresent();
    }
}
