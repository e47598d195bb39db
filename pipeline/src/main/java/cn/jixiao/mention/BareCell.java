package cn.jixiao.mention;

import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table cell read as a number alone, or a range, with at most a comparator or a sign
/// before it and a comparator behind.
final class BareCell {

    /// What the headings make of the number: a unit, or a rule that leaves it out.
    record Sense(Unit unit, @Nullable String rule) {
    }

    private final char[] view;
    private final SeriesReader series;
    private final int from;
    private final int limit;
    private boolean negative;

    BareCell(char[] view, SeriesReader series, int from, int limit) {
        this.view = view;
        this.series = series;
        this.from = from;
        this.limit = limit;
    }

    /// @return null if the cell holds anything else
    SeriesReader.@Nullable Series numbers() {
        int at = blank(from);
        int start = at;
        while (start < limit && start - at < 8 && !Glyphs.arabic(view[start])) {
            start++;
        }
        if (start >= limit || !Glyphs.arabic(view[start]) || !isOpening(at, start)) {
            return null;
        }
        var numbers = series.read(start, limit);
        boolean odd = numbers == null || numbers.last().form() == Numeral.Form.DOTTED || numbers.numbers().size() > 1 && !numbers.range();
        if (odd) {
            return null;
        }
        int end = numbers.end();
        boolean more = end < limit && !numbers.range() && (view[end] == '余' || view[end] == '多');
        var after = ComparatorWords.after(view, end, limit);
        if (blank(more ? end + 1 : after == null ? end : after.end()) < limit) {
            return null;
        }
        return more ? new SeriesReader.Series(List.of(numbers.last().endingAt(end + 1, true)), false) : numbers;
    }

    /// Whether a minus stands before the number.
    boolean negative() {
        return negative;
    }

    private boolean isOpening(int at, int start) {
        int end = start;
        negative = end > at && view[end - 1] == '-';
        end = negative ? end - 1 : end;
        while (end > at && view[end - 1] == ' ') {
            end--;
        }
        if (end > at && view[end - 1] == '¥') {
            end--;
        }
        if (end == at) {
            return true;
        }
        var word = ComparatorWords.before(view, end, at);
        return word != null && word.end() == at;
    }

    private int blank(int at) {
        int end = at;
        while (end < limit && (view[end] == ' ' || view[end] == '\n')) {
            end++;
        }
        return end;
    }

    /// @return null where the headings say nothing
    @Nullable Sense unit(Grid.Place place, Grammar grammar) {
        var ordinal = place.column() != null && place.column().use() == ColumnMeaning.Use.ORDINAL;
        if (ordinal) {
            return new Sense(Grammar.PERCENT, "ordinal-column");
        }
        var word = place.unit() != null ? place.unit() : unit(place.column()) != null ? unit(place.column()) : unit(place.row());
        if (word == null) {
            return isMoney(place) ? new Sense(Grammar.YUAN, null) : null;
        }
        return grammar.named(word).map(unit -> new Sense(unit, null)).orElse(null);
    }

    /// 成本指标 | 运行维护费 | 150万: tens of thousands of what the row names as money are yuan.
    private boolean isMoney(Grid.Place place) {
        boolean named = place.rowHeads().stream().map(cell -> String.valueOf(view, cell.span().start(), cell.span().length()).strip())
                .anyMatch(words -> !words.isEmpty() && "金费款额".indexOf(words.charAt(words.length() - 1)) >= 0);
        return named && scaled();
    }

    private boolean scaled() {
        for (int i = from; i < limit; i++) {
            if (view[i] == '万' || view[i] == '亿') {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String unit(@Nullable ColumnMeaning meaning) {
        return meaning == null ? null : meaning.unit();
    }
}
