package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Role;
import cn.jixiao.observation.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The observations of one report as rules look at them: in order, by sentence, by table row, by indicator.
///
/// Built once a report; every look-up is a map or a binary search, so that rules stay near to linear.
final class Figures {

    /// A row of a table; row -1 stands for the whole table.
    private record Row(int table, int row) {
    }

    /// A cell by its place.
    private record At(int table, int row, int column) {
    }

    private final Document document;
    private final Outline outline;
    private final Relations relations;
    private final List<Observation> all;
    private final Map<String, Standing> standings = new HashMap<>();
    private final TreeMap<Integer, List<Observation>> sentences = new TreeMap<>();
    private final Map<Row, List<Observation>> rows = new HashMap<>();
    private final Map<String, List<Observation>> indicators = new HashMap<>();

    private final Map<String, List<Observation>> targets = new HashMap<>();
    private final Map<At, Grid.Place> cells = new HashMap<>();
    private final Map<Cell, String> words = new IdentityHashMap<>();
    private final List<List<Observation>> told;
    private final Account account;

    Figures(Document document, Outline outline, Relations relations, List<Observation> observations) {
        this.document = document;
        this.outline = outline;
        this.relations = relations;
        this.all = observations.stream().sorted(Comparator.comparing((Observation each) -> each.evidence().span())).toList();
        for (int i = 0; i < all.size(); i++) {
            var each = all.get(i);
            var span = each.evidence().span();
            int number = sentenceAt(span.start());
            var beside = sentences.computeIfAbsent(number, key -> new ArrayList<>());
            beside.add(each);
            indicators.computeIfAbsent(Objects.requireNonNullElse(each.indicator(), ""), key -> new ArrayList<>()).add(each);
            if (each.role() == Role.TARGET) {
                targets.computeIfAbsent(Objects.requireNonNullElse(each.indicator(), ""), key -> new ArrayList<>()).add(each);
            }
            var place = each.evidence().table();
            if (place != null) {
                beside = rows.computeIfAbsent(new Row(place.table(), place.row()), key -> new ArrayList<>());
                beside.add(each);
                rows.computeIfAbsent(new Row(place.table(), -1), key -> new ArrayList<>()).add(each);
            }
            standings.putIfAbsent(each.id(), new Standing(document.text(), all, i, number,
                    number >= 0 ? outline.sentences().get(number) : span, beside));
        }
        outline.grids().forEach(grid -> grid.places().forEach(place ->
                cells.putIfAbsent(new At(grid.number(), place.cell().row(), place.cell().column()), place)));
        this.told = List.copyOf(sentences.tailMap(0).values());
        this.account = new Account(this);
    }

    private Standing standing(Observation one) {
        return Objects.requireNonNull(standings.get(one.id()), one.id());
    }

    /// The report as a departmental budget or final account.
    Account account() {
        return account;
    }

    Document document() {
        return document;
    }

    Outline outline() {
        return outline;
    }

    Relations relations() {
        return relations;
    }

    List<Observation> all() {
        return all;
    }

    /// The figure of an id, which a finding names.
    Observation figure(String id) {
        return Objects.requireNonNull(standings.get(id), id).one();
    }

    /// Observations of the same sentence or the same table row, the given one included.
    List<Observation> beside(Observation one) {
        return standing(one).beside();
    }

    /// Whether the second stands in the sentence or the table row of the first.
    boolean together(Observation one, Observation other) {
        return among(beside(one), other) >= 0;
    }

    /// Where a figure stands in a list of figures, -1 where it does not: by identity, for figures of one report differ in
    /// the last of their many components only.
    static int among(List<Observation> list, Observation one) {
        for (int at = 0; at < list.size(); at++) {
            if (list.get(at) == one) {
                return at;
            }
        }
        return -1;
    }

    /// All figures of a table, in order.
    List<Observation> table(int number) {
        return rows.getOrDefault(new Row(number, -1), List.of());
    }

    List<Observation> row(int table, int row) {
        return rows.getOrDefault(new Row(table, row), List.of());
    }

    /// The figures of running text in the sentences around, the given one's sentence included, in the same section.
    List<Observation> around(Observation one, int back, int ahead) {
        int number = sentenceNumber(one);
        if (number < 0) {
            return beside(one);
        }
        var section = section(one);
        var found = new ArrayList<Observation>();
        for (int at = number - back; at <= number + ahead; at++) {
            for (var each : at < 0 ? List.<Observation>of() : sentences.getOrDefault(at, List.of())) {
                if (at == number || (each.evidence().table() == null && section(each).equals(section))) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    /// The sentences of the report that tell figures, in order.
    List<List<Observation>> sentences() {
        return told;
    }

    /// The figures of the sentences numbered from the first to the last, both included.
    List<Observation> sentences(int first, int last) {
        var found = new ArrayList<Observation>();
        if (first <= last) {
            sentences.subMap(Math.max(0, first), Math.max(0, last + 1)).values().forEach(found::addAll);
        }
        return found;
    }

    /// Number of the sentence among the report's; -1 where none is around the figure, as in most table cells.
    int sentenceNumber(Observation one) {
        return standing(one).sentence();
    }

    private int sentenceAt(int start) {
        int low = 0;
        int high = outline.sentences().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var sentence = outline.sentences().get(middle);
            if (sentence.contains(start)) {
                return middle;
            }
            if (sentence.start() > start) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    /// The next sentence's figures, if it follows in the same section.
    List<Observation> following(Observation one) {
        int number = sentenceNumber(one);
        return number < 0 ? List.of() : sentences.getOrDefault(number + 1, List.of()).stream()
                .filter(each -> section(each).equals(section(one)) && each.evidence().table() == null).toList();
    }

    private Optional<Section> section(Observation one) {
        return standing(one).section(outline);
    }

    /// The words of the sentence that lead to a figure, from the figure before it.
    String lead(Observation one) {
        return standing(one).lead();
    }

    /// Whether the words that lead to a figure tell a change since last year: what most rules pass over.
    boolean grows(Observation one) {
        return standing(one).grows(relations);
    }

    /// The words before a figure from the beginning of its sentence, or from the figure of its kind before it.
    String opening(Observation one) {
        return standing(one).opening();
    }

    /// How many brackets are open around a figure in its sentence.
    int depth(Observation one) {
        return standing(one).depth();
    }

    /// The words after a figure, to the next figure or the end of the sentence.
    String tail(Observation one) {
        return standing(one).tail();
    }

    /// The words between two figures of the report.
    String between(Observation first, Observation second) {
        int from = first.evidence().span().end();
        int to = second.evidence().span().start();
        return from <= to ? squeeze(document.text().substring(from, to)) : "";
    }

    Stream<Observation> actuals(@Nullable String indicator) {
        return of(indicator).filter(each -> each.role() == Role.ACTUAL);
    }

    Stream<Observation> of(@Nullable String indicator) {
        return indicators.getOrDefault(Objects.requireNonNullElse(indicator, ""), List.of()).stream();
    }

    Optional<Grid.Place> place(Observation one) {
        var table = one.evidence().table();
        return table == null ? Optional.empty()
                : Optional.ofNullable(cells.get(new At(table.table(), table.row(), table.column())));
    }

    /// What a cell says, without white space.
    String words(Cell cell) {
        return words.computeIfAbsent(cell, key -> squeeze(document.textOf(key.span())));
    }

    /// The targets told of an indicator.
    List<Observation> targets(@Nullable String indicator) {
        return targets.getOrDefault(Objects.requireNonNullElse(indicator, ""), List.of());
    }

    boolean sameUnit(Observation a, Observation b) {
        return a.quantity().kind() == b.quantity().kind()
                && relations.units().same(a.quantity().unit(), b.quantity().unit());
    }

    /// Whether two figures are told of the same thing, time and place.
    static boolean sameSubject(Observation a, Observation b) {
        return Objects.equals(a.breakdown(), b.breakdown()) && Objects.equals(a.project(), b.project())
                && Objects.equals(a.year(), b.year()) && Objects.equals(a.region(), b.region());
    }

    static String squeeze(String words) {
        int blank = blank(words, 0);
        if (blank == words.length()) {
            return words;
        }
        var kept = new StringBuilder(words.length());
        int from = 0;
        for (; blank < words.length(); blank = blank(words, from)) {
            kept.append(words, from, blank);
            from = blank + 1;
        }
        return kept.append(words, from, words.length()).toString();
    }

    /// The first white space from a place on, or the end.
    private static int blank(String words, int from) {
        int at = from;
        while (at < words.length() && !Character.isWhitespace(words.charAt(at))) {
            at++;
        }
        return at;
    }

    static String print(Observation one) {
        var raw = squeeze(one.raw());
        var bare = !raw.isEmpty() && "0123456789".indexOf(raw.charAt(raw.length() - 1)) >= 0;
        return bare ? print(one.quantity().kind(), one.quantity().unit(), one.quantity().value()) : raw;
    }

    /// A value as people of the field write it: amounts in 万元 where they are that large.
    static String print(Kind kind, String unit, BigDecimal value) {
        return switch (kind) {
            case AMOUNT -> value.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0
                    ? plain(value.movePointLeft(4)) + "万元" : plain(value) + "元";
            case RATE -> plain(value.setScale(2, RoundingMode.HALF_UP)) + "%";
            case COUNT, SCORE -> plain(value) + unit;
        };
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    Finding passed(String rule, String message, List<Observation> operands) {
        return finding(rule, true, Finding.Severity.INFO, message, operands, null, null);
    }

    Finding alarm(String rule, Finding.Severity severity, String message, List<Observation> operands, String expected,
            String found) {
        return finding(rule, false, severity, message, operands, expected, found);
    }

    private Finding finding(String rule, boolean holds, Finding.Severity severity, String message,
            List<Observation> operands, @Nullable String expected, @Nullable String found) {
        return new Finding(document.id(), document.source(), rule, holds, severity, message,
                operands.stream().map(Observation::id).distinct().toList(), expected, found);
    }

    static Optional<BigDecimal> total(List<Observation> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var total = parts.getFirst().quantity().value();
        for (var each : parts.subList(1, parts.size())) {
            total = total.add(each.quantity().value());
        }
        return Optional.of(total);
    }
}
