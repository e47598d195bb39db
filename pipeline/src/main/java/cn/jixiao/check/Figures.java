package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.document.Document;
import cn.jixiao.document.Span;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private record Cell(int table, int row, int column) {
    }

    private final Document document;
    private final Outline outline;
    private final Relations relations;
    private final List<Observation> all;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, List<Observation>> sentences = new HashMap<>();
    private final Map<Row, List<Observation>> rows = new HashMap<>();
    private final Map<String, List<Observation>> indicators = new HashMap<>();

    private final Map<String, List<Observation>> targets = new HashMap<>();
    private final Map<String, String> leads = new HashMap<>();
    private final Map<Cell, Grid.Place> cells = new HashMap<>();

    Figures(Document document, Outline outline, Relations relations, List<Observation> observations) {
        this.document = document;
        this.outline = outline;
        this.relations = relations;
        this.all = observations.stream().sorted(Comparator.comparing((Observation each) -> each.evidence().span())).toList();
        for (int i = 0; i < all.size(); i++) {
            var each = all.get(i);
            places.putIfAbsent(each.id(), i);
            sentences.computeIfAbsent(sentenceNumber(each), key -> new ArrayList<>()).add(each);
            indicators.computeIfAbsent(Objects.requireNonNullElse(each.indicator(), ""), key -> new ArrayList<>()).add(each);
            if (each.role() == Role.TARGET) {
                targets.computeIfAbsent(Objects.requireNonNullElse(each.indicator(), ""), key -> new ArrayList<>()).add(each);
            }
            var place = each.evidence().table();
            if (place != null) {
                rows.computeIfAbsent(new Row(place.table(), place.row()), key -> new ArrayList<>()).add(each);
                rows.computeIfAbsent(new Row(place.table(), -1), key -> new ArrayList<>()).add(each);
            }
        }
        outline.grids().forEach(grid -> grid.places().forEach(place ->
                cells.putIfAbsent(new Cell(grid.number(), place.cell().row(), place.cell().column()), place)));
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

    /// Observations of the same sentence or the same table row, the given one included.
    List<Observation> beside(Observation one) {
        var place = one.evidence().table();
        return place != null ? rows.get(new Row(place.table(), place.row())) : sentences.get(sentenceNumber(one));
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
        return sentences.entrySet().stream().filter(each -> each.getKey() >= 0).sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue).toList();
    }

    /// The figures of the sentences numbered from the first to the last, both included.
    List<Observation> sentences(int first, int last) {
        var found = new ArrayList<Observation>();
        for (int at = Math.max(0, first); at <= last; at++) {
            found.addAll(sentences.getOrDefault(at, List.of()));
        }
        return found;
    }

    /// Number of the sentence among the report's; -1 where none is around the figure, as in most table cells.
    int sentenceNumber(Observation one) {
        int low = 0;
        int high = outline.sentences().size() - 1;
        int start = one.evidence().span().start();
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
        var path = outline.path(one.evidence().span().start());
        return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
    }

    private Span sentence(Observation one) {
        int number = sentenceNumber(one);
        return number >= 0 ? outline.sentences().get(number) : one.evidence().span();
    }

    /// The words of the sentence that lead to a figure, from the figure before it.
    String lead(Observation one) {
        return leads.computeIfAbsent(one.id(), id -> leading(one));
    }

    private String leading(Observation one) {
        int at = places.get(one.id());
        int from = sentence(one).start();
        if (at > 0) {
            from = Math.max(from, Math.min(all.get(at - 1).evidence().span().end(), one.evidence().span().start()));
        }
        return squeeze(document.text().substring(from, one.evidence().span().start()));
    }

    /// The words before a figure from the beginning of its sentence, or from the figure of its kind before it.
    String opening(Observation one) {
        int at = places.get(one.id());
        int from = sentence(one).start();
        for (int each = at - 1; each >= 0 && all.get(each).evidence().span().start() >= from; each--) {
            if (all.get(each).quantity().kind() == one.quantity().kind()) {
                from = all.get(each).evidence().span().end();
                break;
            }
        }
        int to = one.evidence().span().start();
        return from < to ? squeeze(document.text().substring(from, to)) : "";
    }

    /// How many brackets are open around a figure in its sentence.
    int depth(Observation one) {
        int depth = 0;
        var words = document.text().substring(sentence(one).start(), one.evidence().span().start());
        for (char each : words.toCharArray()) {
            depth += "（(".indexOf(each) >= 0 ? 1 : "）)".indexOf(each) >= 0 && depth > 0 ? -1 : 0;
        }
        return depth;
    }

    /// The words after a figure, to the next figure or the end of the sentence.
    String tail(Observation one) {
        int at = places.get(one.id());
        int to = sentence(one).end();
        if (at + 1 < all.size()) {
            to = Math.min(to, all.get(at + 1).evidence().span().start());
        }
        int from = one.evidence().span().end();
        return from < to ? squeeze(document.text().substring(from, to)) : "";
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
                : Optional.ofNullable(cells.get(new Cell(table.table(), table.row(), table.column())));
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
        var kept = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            if (!Character.isWhitespace(words.charAt(i))) {
                kept.append(words.charAt(i));
            }
        }
        return kept.length() == words.length() ? words : kept.toString();
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
        return parts.stream().map(each -> each.quantity().value()).reduce(BigDecimal::add);
    }
}
