package cn.jixiao.mention;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Exclusion;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes over stretches of a document's text once, from number to number, and notes what each is.
final class Passage {

    private static final int LONGEST_QUOTE = 16;
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_ITEM = 10;
    private static final int SHORT_ITEM = 9;

    private final Grammar grammar;
    private final String text;
    private final char[] view;
    private final SeriesReader series;
    private final QuantityReader reader;
    private final Circumstance circumstance;
    private final Unsaid unsaid;
    private final Halves halves;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private int from;
    private int limit;
    private ComparatorWords.@Nullable Bound column;
    private int quoteEnd;
    private int titleEnd;
    private @Nullable Unit unitAbove;
    private int endAbove;

    Passage(Grammar grammar, String text) {
        this.grammar = grammar;
        this.text = text;
        this.view = Glyphs.view(text);
        this.series = new SeriesReader(view);
        this.reader = new QuantityReader(grammar, view, series);
        this.circumstance = new Circumstance(view, series);
        this.unsaid = new Unsaid(view, series);
        this.halves = new Halves(view);
    }

    Mentions result() {
        return new Mentions(mentions, exclusions);
    }

    /// Reads a cell behind another one, which may hold its comparator (a column 指标性质).
    void read(Span span, Grid.@Nullable Place place, @Nullable Span left) {
        column = left == null ? null : ComparatorWords.whole(view, left.start(), left.end());
        read(span, place);
        column = null;
    }

    /// @param place the table cell that the stretch is of, or null
    void read(Span span, Grid.@Nullable Place place) {
        from = span.start();
        limit = span.end();
        quoteEnd = from;
        titleEnd = from;
        int p = from;
        if (place != null && !place.heading()) {
            p = bareCell(place);
        }
        while (p < limit) {
            p = switch (Glyphs.kind(view[p])) {
                case Glyphs.OTHER, Glyphs.LINE -> p + 1;
                case Glyphs.OPEN -> open(p);
                case Glyphs.HALF -> half(p);
                default -> Math.max(p + 1, number(p));
            };
        }
    }

    private int open(int p) {
        boolean title = view[p] == '《';
        int last = Math.min(limit, p + (title ? LONGEST_TITLE : LONGEST_QUOTE) + 2);
        char close = switch (view[p]) {
            case '《' -> '》';
            case '「' -> '」';
            case '『' -> '』';
            case '‘' -> '’';
            default -> '”';
        };
        for (int i = p + 1; i < last; i++) {
            if (view[i] == close) {
                titleEnd = title ? i : titleEnd;
                quoteEnd = title ? quoteEnd : i;
                break;
            }
        }
        return p + 1;
    }

    private int half(int p) {
        var found = p < titleEnd || p < quoteEnd ? null : halves.read(p, from, limit);
        return found == null ? p + 1 : list(found);
    }

    /// Reads the number at `p`; the place to go on from.
    private int number(int p) {
        if (p < titleEnd) {
            int end = Glyphs.arabic(view[p]) ? series.reader().run(p, limit) : p + 1;
            return Glyphs.arabic(view[p]) ? exclude(p, end, "title") : end;
        }
        int word = circumstance.latinWord(p, from, limit);
        if (word > p) {
            return exclude(p, word, "model-name");
        }
        var shape = grammar.shapes().longest(series, view, p, from, limit);
        if (shape != null) {
            return exclude(shape.start(), shape.end(), shape.rule().name());
        }
        int item = gluedItem(p);
        if (item > p) {
            return exclude(p, item - 1, "list-number");
        }
        var numbers = series.read(p, limit);
        var odd = circumstance.odd(p, numbers, from, limit);
        var found = odd == null || circumstance.isMultiplied(p, from) ? reader.read(p, from, limit) : null;
        if (odd != null && (found == null || found.unit().kind() == Kind.RATE || found.unit().kind() == Kind.SCORE)) {
            return exclude(odd.start(), odd.end(), odd.rule());
        }
        if (found != null) {
            return quantity(found);
        }
        return numbers == null ? behindWords(p) : bare(p, numbers.numbers().getFirst());
    }

    /// `7.21个司法所`: things come in whole numbers, so that item 7 of a list tells of 21. The place behind the point, or `p`.
    private int gluedItem(int p) {
        int point = circumstance.gluedPoint(p, from, limit);
        if (point < 0) {
            return p;
        }
        var found = reader.read(p, p, limit);
        boolean whole = found != null && found.single() && found.last().scale() == 0 && grammar.isDiscrete(found.unit());
        return whole ? point + 1 : p;
    }

    /// 百三 and the like, which nobody writes in a report, are passed over whole.
    private int behindWords(int p) {
        int end = p + 1;
        while (end < limit && Glyphs.chinese(view[end])) {
            end++;
        }
        return end;
    }

    private int bare(int p, Numeral number) {
        var shape = grammar.bareShapes().longest(series, view, p, from, limit);
        if (shape != null) {
            return exclude(shape.start(), shape.end(), shape.rule().name());
        }
        var measured = reader.bracketed(number, limit);
        if (measured != null) {
            return list(measured);
        }
        var brackets = unsaid.labelBrackets(number.start(), from);
        var label = brackets == null ? null : grammar.known(text.substring(brackets.start(), brackets.end()));
        boolean heading = number.end() < limit && view[number.end()] == '(' && QuantityReader.isYear(number);
        boolean scaled = number.scale() == 0 || label != null && label.kind() == Kind.COUNT;
        if (label != null && number.form() != Numeral.Form.CHINESE && scaled && !heading) {
            unitAbove = label.kind() == Kind.AMOUNT ? label : null;
            endAbove = number.end();
            return elided(number, label, "label-unit");
        }
        if (unitAbove != null && unsaid.isNextLine(endAbove, number)) {
            endAbove = number.end();
            return elided(number, unitAbove, "unit-above");
        }
        var counted = unsaid.countedBefore(number, from, limit);
        var measure = counted == null ? null : grammar.known(text.substring(counted.start(), counted.end()));
        if (measure != null && measure.kind() == Kind.COUNT && number.form() != Numeral.Form.CHINESE) {
            return elided(number, measure, "label-count");
        }
        var noun = unsaid.countedNoun(number, from, limit);
        var thing = noun == null ? null : grammar.known(noun);
        if (thing != null) {
            return elided(number, thing, "elided-unit");
        }
        if (unsaid.isElidedYuan(number, from, limit) || goesOnWithMoney(number)) {
            return elided(number, Grammar.YUAN, "elided-yuan");
        }
        if (unsaid.isElidedScore(number, from, limit)) {
            return elided(number, Grammar.POINTS, "elided-score");
        }
        boolean chinese = number.form() == Numeral.Form.CHINESE || number.form() == Numeral.Form.CAPITAL;
        return chinese ? number.end() : exclude(number.start(), number.end(), "no-unit");
    }

    /// 中央资金30万，省级20万，县级25万: in a list of money the unit need not be told again.
    private boolean goesOnWithMoney(Numeral number) {
        var last = mentions.isEmpty() ? null : mentions.getLast();
        if (last == null || last.span().start() < from || last.quantity().kind() != Kind.AMOUNT || number.scale() < 4
                || number.start() - last.span().end() > LONGEST_ITEM || !circumstance.closes(number, limit)) {
            return false;
        }
        // 福利院350万元；救助站86万: the list goes on with its next recipient, told in a word.
        boolean item = view[last.span().end()] == ';' && number.start() - last.span().end() <= SHORT_ITEM;
        for (int i = last.span().end() + (item ? 1 : 0); i < number.start(); i++) {
            if (item && "惠盖益及发放服为达共".indexOf(view[i]) >= 0) {
                return false;
            }
            boolean stop = "。;\n\t".indexOf(view[i]) >= 0 || Glyphs.arabic(view[i]);
            if (stop || "件人次名户场个起份".indexOf(view[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private int elided(Numeral number, Unit unit, String rule) {
        return list(new Quantities(number.start(), number.end(), List.of(number), false, unit, false, false, number.more(),
                List.of(number.form().rule(), rule)));
    }

    private int exclude(int start, int end, String rule) {
        int last = exclusions.isEmpty() ? 0 : exclusions.getLast().span().end();
        int read = mentions.isEmpty() ? 0 : mentions.getLast().span().end();
        int first = Math.max(start, Math.max(last, read));
        if (first < end) {
            exclusions.add(new Exclusion(new Span(first, end), text.substring(first, end), rule));
        }
        return end;
    }

    private int quantity(Quantities found) {
        var rule = circumstance.rejects(found, from, limit, quoteEnd);
        if (rule != null) {
            return exclude(found.start(), found.end(), rule);
        }
        if (found.single()) {
            var to = rangeEnd(found);
            if (to != null) {
                return range(found, to);
            }
        }
        boolean range = found.range() || found.numbers().size() == 1 && found.last().upTo() != null;
        return range ? range(found, found) : list(found);
    }

    /// The second half of `30%-40%`.
    private @Nullable Quantities rangeEnd(Quantities first) {
        int q = series.reader().gap(first.end(), limit);
        if (q + 1 >= limit || view[q] != '-' && view[q] != '~' && view[q] != '至' && view[q] != '到') {
            return null;
        }
        int at = series.reader().gap(q + 1, limit);
        if (at >= limit || Glyphs.kind(view[at]) == Glyphs.OTHER || Glyphs.kind(view[at]) >= Glyphs.OPEN) {
            return null;
        }
        var second = reader.read(at, at, limit);
        boolean fits = second != null && second.single() && second.unit().symbol().equals(first.unit().symbol())
                && first.value(first.last()).compareTo(second.value(second.last())) < 0;
        return fits ? second : null;
    }

    private int range(Quantities low, Quantities high) {
        int start = low.start();
        int end = high.end();
        var first = low.numbers().getFirst();
        var last = high.last();
        var upper = last.upTo() == null ? high.value(last) : last.upTo().multiply(high.unit().factor());
        var rules = rules(low, "range");
        add(start, end, low.unit(), Comparator.GE, low.value(first), Intervals.of(Comparator.GE, false, low.value(first), BigDecimal.ZERO), rules);
        add(start, end, high.unit(), Comparator.LE, upper, Intervals.of(Comparator.LE, false, upper, BigDecimal.ZERO), rules);
        return end;
    }

    private int list(Quantities found) {
        var numbers = found.numbers();
        for (int i = 0; i < numbers.size(); i++) {
            boolean last = i == numbers.size() - 1;
            one(found, numbers.get(i), i == 0 ? found.start() : numbers.get(i).start(), last ? found.end() : numbers.get(i).end(),
                    i == 0, last);
        }
        return mentions.getLast().span().end();
    }

    /// One number of a list, or a number alone, with the comparators that touch it.
    private void one(Quantities found, Numeral number, int start, int end, boolean first, boolean last) {
        var rules = rules(found, last ? null : "list-unit");
        int free = Math.max(from, mentions.isEmpty() ? 0 : mentions.getLast().span().end());
        var before = first ? ComparatorWords.before(view, circumstance.beforeLitter(start, free), free) : null;
        var after = last ? ComparatorWords.after(view, series.reader().gap(end, limit), limit) : null;
        boolean more = found.more() && last;
        if (before != null && ComparatorWords.isWorkedOut(view, before.end(), from)) {
            before = null;
        }
        var bound = before;
        if (bound != null && bound.value().compares() && circumstance.isCompared(after == null ? end : after.end(), limit)) {
            bound = null;
            before = null;
            rules.add("compared-with");
        }
        boolean besides = before == null && after == null && column != null;
        rules.addAll(before == null ? besides ? List.of("comparator-column") : List.of() : List.of("comparator-before"));
        rules.addAll(after == null && !more ? List.of() : List.of(more ? "more" : "comparator-after"));
        var comparator = before != null ? before.value().comparator() : besides ? column.comparator()
                : after != null ? after.value().comparator() : more ? Comparator.GT : Comparator.EQ;
        boolean close = before != null ? before.value().close() : more || after != null && comparator == Comparator.GT;
        var value = found.value(number);
        var step = isExact(found, number) ? BigDecimal.ZERO : number.step().multiply(found.unit().factor());
        add(before == null ? start : before.end(), after == null ? end : after.end(), found.unit(), comparator, value,
                Intervals.of(comparator, close, value, step), rules);
    }

    private boolean isExact(Quantities found, Numeral number) {
        boolean whole = number.step().compareTo(BigDecimal.ONE) == 0;
        return found.exact() || found.unit().kind() != Kind.RATE && whole && found.unit().factor().compareTo(BigDecimal.ONE) == 0;
    }

    private static List<String> rules(Quantities found, @Nullable String more) {
        var rules = new ArrayList<>(found.rules());
        if (more != null) {
            rules.add(more);
        }
        return rules;
    }

    private void add(int start, int end, Unit unit, Comparator comparator, BigDecimal value,
            cn.jixiao.observation.Interval interval, List<String> rules) {
        var quantity = new Quantity(unit.kind(), comparator, Decimals.plain(value), unit.symbol(), interval);
        mentions.add(new Mention(new Span(start, end), text.substring(start, end), quantity, rules));
    }

    /// A cell that holds nothing but a number takes its unit from the headings; the place to read on from.
    private int bareCell(Grid.Place place) {
        var cell = new BareCell(view, series, from, limit);
        var numbers = cell.numbers();
        if (numbers == null) {
            return from;
        }
        var number = numbers.last();
        var unit = cell.unit(place, grammar);
        if (unit == null) {
            return from;
        }
        if (unit.rule() != null || circumstance.isMobile(number)) {
            return exclude(number.start(), number.end(), unit.rule() == null ? "phone" : unit.rule());
        }
        // 250万 under 万元 is 250万 yuan all the same.
        var own = number.scale() >= 4 && unit.unit().kind() == Kind.AMOUNT ? Grammar.YUAN : unit.unit();
        int start = cell.negative() ? numbers.start() - 1 : numbers.start();
        var found = new Quantities(start, number.end(), numbers.numbers(), numbers.range(), own, cell.negative(), false,
                number.more(), List.of(number.form().rule(), "table-unit"));
        int end = numbers.range() ? range(found, found) : list(found);
        return Math.max(end, limit);
    }
}
