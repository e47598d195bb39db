package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.Seed;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult.Count;
import cn.jixiao.index.SearchResult.Hit;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import cn.jixiao.record.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What every implementation of [Records] must do, asked over the bundled reports. Expected answers are worked out from the
/// reports themselves, by going through all of them, and never from an index.
///
/// An implementation is held to it by a subclass that says how it is filled.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecordsContract {

    /// More than any answer holds.
    private static final int ALL = 10_000;

    /// Reports, or figures of one answer, at most that are asked for one by one.
    private static final int SAMPLE = 60;

    private List<Extraction> reports = List.of();
    /// Their texts as they are searched.
    private List<String> keys = List.of();
    private @Nullable Records opened;

    /// The reports that are asked for.
    List<Extraction> reports() throws Exception {
        return Corpus.EXTRACTIONS;
    }

    /// Records that hold these reports and nothing else. Closed when all tests are done.
    abstract Records holding(List<Extraction> reports) throws Exception;

    @BeforeAll
    void open() throws Exception {
        reports = reports().stream().sorted(Comparator.comparing(RecordsContract::source)).toList();
        keys = reports.stream().map(each -> Folding.key(each.document().text())).toList();
        opened = holding(reports);
    }

    @AfterAll
    void close() {
        records().close();
    }

    private Records records() {
        return Objects.requireNonNull(opened);
    }

    private Stream<Observation> all() {
        return reports.stream().flatMap(each -> each.observations().stream());
    }

    private static String source(Extraction report) {
        return report.document().source();
    }

    private List<String> found(String query) {
        return records().search(SearchQuery.of(query).at(Level.REPORTS).sorted(Order.SOURCE).page(0, ALL)).hits().stream()
                .map(hit -> hit.report().source()).toList();
    }

    private List<String> holding(String text) {
        var key = Folding.key(text);
        return IntStream.range(0, reports.size()).filter(i -> keys.get(i).contains(key)).mapToObj(i -> source(reports.get(i))).toList();
    }

    @Test
    void recordsComeBackAsTheyWereInTheOrderOfSources() {
        try (var documents = records().documents(); var observations = records().observations(ObservationFilter.ALL);
                var findings = records().findings()) {
            assertEquals(reports.stream().map(RecordsContract::source).toList(), documents.map(Report::source).toList());
            assertEquals(all().toList(), observations.toList());
            assertEquals(reports.stream().flatMap(each -> each.findings().stream()).toList(), findings.toList());
        }
        for (var report : reports) {
            // As bytes, since layouts of pages are equal to themselves alone.
            assertArrayEquals(Json.bytes(report), Json.bytes(records().extraction(report.document().id()).orElseThrow()), source(report));
        }
        assertTrue(records().extraction("no such report").isEmpty());
    }

    @Test
    void linesTellWhatReportsSayOfThemselves() {
        var lines = records().lines();
        assertEquals(reports.stream().map(each -> each.document().id()).toList(), List.copyOf(lines.keySet()));
        for (var report : reports) {
            var facts = report.outline().facts();
            assertEquals(new ReportLine(report.document().id(), source(report), facts.title(), facts.type(), facts.region(),
                    facts.agency(), facts.year(), facts.period(), report.outline().projects().size()),
                    lines.get(report.document().id()));
        }
    }

    /// A figure without its record, for comparing; a spreadsheet's own address is not part of it.
    private static List<Object> plain(Figure it) {
        var place = it.place();
        return Stream.of(it.docId(), it.region(), it.agency(), it.year(), it.period(), it.project(), it.indicator(), it.label(),
                it.breakdown(), it.role(), it.quantity(), it.confidence(),
                place == null ? null : List.of(place.table(), place.row(), place.column()))
                .<Object>map(each -> each == null ? "none" : each).toList();
    }

    private void figures(ObservationFilter filter, Predicate<Observation> wanted) {
        var expected = all().filter(wanted).map(Figure::of).map(RecordsContract::plain).toList();
        var told = records().figures(filter);
        assertEquals(expected, told.stream().map(RecordsContract::plain).toList(), filter.toString());
        var their = all().filter(wanted).toList();
        for (int i = 0; i < told.size(); i += Math.ceilDiv(told.size(), SAMPLE)) {
            assertEquals(their.get(i), told.get(i).observation(), filter.toString());
        }
        try (var observations = records().observations(filter)) {
            assertEquals(their, observations.toList(), filter.toString());
        }
    }

    @Test
    void figuresAreThoseThatGoingThroughAllReportsFinds() {
        var indicators = all().map(Observation::indicator).filter(Objects::nonNull).distinct().sorted().toList();
        for (var indicator : indicators) {
            figures(new ObservationFilter(List.of(), List.of(indicator), null, null, null, false, List.of(), null, null),
                    each -> indicator.equals(each.indicator()));
        }
        figures(new ObservationFilter(List.of(), indicators, 2021, 2022, Role.ACTUAL, true, List.of(), null, null),
                each -> each.indicator() != null && each.year() != null && each.year() >= 2021 && each.year() <= 2022
                        && each.role() == Role.ACTUAL && each.breakdown() == null);
        var region = reports.getFirst().outline().facts().region();
        assertFalse(region == null || region.parent() == null, "the first report tells its county");
        for (var code : List.of(region.code(), region.parent(), region.code().substring(0, 2) + "0000")) {
            figures(new ObservationFilter(List.of(), indicators, null, null, null, false, List.of(code), null, null),
                    each -> each.indicator() != null && each.region() != null && (each.region().code().equals(code)
                            || code.equals(each.region().parent()) || code.endsWith("0000") && each.region().code().startsWith(code.substring(0, 2))));
        }
        figures(new ObservationFilter(List.of(reports.get(3).document().id()), indicators, null, null, null, false, List.of(), "司法", null),
                each -> each.indicator() != null && each.docId().equals(reports.get(3).document().id())
                        && each.agency() != null && each.agency().contains("司法"));
    }

    /// Over the borders of sentences, paragraphs and cells too.
    @Test
    void noStringOfAnyReportIsMissedAndNothingElseIsMarked() {
        long seed = Seed.next();
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            var text = reports.get(random.nextInt(reports.size())).document().text();
            if (text.isEmpty()) {
                continue;
            }
            int from = random.nextInt(text.length());
            var phrase = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(40)));
            if (Folding.key(phrase).isEmpty() || split(phrase)) {
                continue;
            }
            var hits = records().search(SearchQuery.of(QueryLanguage.quote(phrase)).at(Level.REPORTS).sorted(Order.SOURCE)
                    .page(0, ALL)).hits();
            assertEquals(holding(phrase), hits.stream().map(hit -> hit.report().source()).toList(),
                    "seed " + seed + ": '" + phrase + "'");
            hits.forEach(hit -> marked(hit, phrase, "seed " + seed + ": '" + phrase + "'"));
        }
    }

    /// They are indexed only as beginnings of pairs, and where a text ends.
    @Test
    void singleCharactersAreFoundInReportsAndInSentences() {
        var characters = new TreeSet<>(List.of("县", "5", "。", "%", "x"));
        reports.stream().map(each -> Folding.key(each.document().text())).filter(each -> !each.isEmpty())
                .forEach(each -> characters.add(each.substring(each.offsetByCodePoints(each.length(), -1))));
        for (var character : characters) {
            assertEquals(holding(character), found(QueryLanguage.quote(character)), character);
            long told = reports.stream().flatMap(each -> each.observations().stream())
                    .filter(each -> Folding.key(each.evidence().sentence()).contains(character)).count();
            assertEquals(told, records().search(SearchQuery.of(QueryLanguage.quote(character)).at(Level.OBSERVATIONS).page(0, 1)).total(), character);
        }
    }

    /// Half a character of two UTF-16 units is no string that anybody can type.
    private static boolean split(String phrase) {
        return Character.isLowSurrogate(phrase.charAt(0)) || Character.isHighSurrogate(phrase.charAt(phrase.length() - 1));
    }

    private static void marked(Hit hit, String phrase, String message) {
        var key = Folding.key(phrase);
        assertFalse(hit.snippets().isEmpty(), message + " shows nothing");
        for (var snippet : hit.snippets()) {
            assertFalse(snippet.marks().isEmpty(), message + " marks nothing");
            for (var mark : snippet.marks()) {
                var words = Folding.key(mark.of(snippet.text()));
                assertTrue(covered(words, key), message + " marks '" + words + "'");
            }
        }
    }

    /// Whether a marked stretch is the phrase, or several of it that touch.
    private static boolean covered(String words, String key) {
        int end = 0;
        for (int at = words.indexOf(key); at >= 0 && at <= end; at = words.indexOf(key, at + 1)) {
            end = at + key.length();
        }
        return end == words.length();
    }

    @Test
    void wordsOperatorsAndFieldsMeanWhatTheySay() {
        var cases = holding("农民工");
        var taught = holding("宣传");
        assertEquals(cases.stream().filter(taught::contains).toList(), found("\"农民工\" AND \"宣传\""));
        assertEquals(reports.stream().map(RecordsContract::source).filter(each -> cases.contains(each) || taught.contains(each)).toList(),
                found("\"农民工\" OR \"宣传\""));
        assertEquals(taught.stream().filter(each -> !cases.contains(each)).toList(), found("\"宣传\" NOT \"农民工\""));
        for (int year = 2020; year <= 2024; year++) {
            int its = year;
            assertEquals(reports.stream().filter(each -> Objects.equals(each.outline().facts().year(), its))
                    .map(RecordsContract::source).toList(), found("year:" + year));
        }
        assertEquals(reports.stream().filter(each -> each.outline().facts().agency() != null
                && each.outline().facts().agency().contains("司法局")).map(RecordsContract::source).toList(), found("agency:司法局"));
    }

    @Test
    void observationsAreFoundByValue() {
        var expected = all().filter(each -> "fund.execution_rate".equals(each.indicator()) && each.role() == Role.ACTUAL
                && each.quantity().value().compareTo(BigDecimal.valueOf(95)) <= 0).toList();
        var result = records().search(SearchQuery.of("indicator:fund.execution_rate role:actual value:[0 TO 95]").page(0, ALL)
                .sorted(Order.SOURCE));
        assertEquals(Level.OBSERVATIONS, result.level());
        assertEquals(expected, result.hits().stream().map(Hit::observation).toList());
        assertEquals(expected.size(), result.total());
    }

    @Test
    void facetsCountEveryHitOnceAndTheMostFrequentFirst() {
        var result = records().search(new SearchQuery("", Level.REPORTS, Order.SOURCE, 0, 1, ALL));
        assertEquals(reports.size(), result.total());
        Map<String, Function<Extraction, @Nullable Object>> facets = new TreeMap<>(Map.of("year", each -> each.outline().facts().year(),
                "agency", each -> each.outline().facts().agency(), "type", each -> each.outline().facts().type().key()));
        facets.forEach((name, value) -> {
            var counts = reports.stream().map(value).filter(Objects::nonNull)
                    .collect(Collectors.groupingBy(Object::toString, TreeMap::new, Collectors.summingInt(each -> 1)));
            var told = result.facets().get(name);
            assertEquals(counts, told.stream().collect(Collectors.toMap(Count::value, Count::count, (a, b) -> a, TreeMap::new)), name);
            var order = told.stream().map(Count::count).toList();
            assertEquals(order.stream().sorted(Comparator.reverseOrder()).toList(), order, name);
        });
    }

    @Test
    void pagesLaidSideBySideAreTheWhole() {
        for (var order : Order.values()) {
            var query = SearchQuery.of("案件").at(Level.PASSAGES).sorted(order);
            var whole = records().search(query.page(0, 60)).hits();
            var pages = new ArrayList<Hit>();
            for (int from = 0; from < 60; from += 7) {
                pages.addAll(records().search(query.page(from, Math.min(7, 60 - from))).hits());
            }
            Function<Hit, Object> place = hit -> List.of(hit.report().source(), hit.snippets().getFirst().start());
            assertEquals(whole.stream().map(place).toList(), pages.stream().map(place).toList(), order.name());
            assertEquals(whole.size(), new HashSet<>(whole.stream().map(place).toList()).size(), order.name());
        }
    }

    @Test
    void reportsAreFoundByWhatPeopleCallThem() {
        for (int i = 0; i < reports.size(); i += Math.ceilDiv(reports.size(), SAMPLE)) {
            var report = reports.get(i);
            var id = report.document().id();
            assertEquals(List.of(id), records().find(id).stream().map(Report::docId).toList());
            assertEquals(List.of(id), records().find(source(report)).stream().map(Report::docId).toList());
            assertEquals(List.of(id), records().find(id.substring(0, 12)).stream().map(Report::docId).toList());
        }
        assertEquals(List.of(), records().find("no such report"));
    }

    @Test
    void reportsLikeOneAreOthers() {
        var id = reports.getFirst().document().id();
        var alike = records().like(id, 5);
        assertEquals(5, alike.hits().size());
        assertTrue(alike.hits().stream().noneMatch(hit -> hit.report().docId().equals(id)));
    }

    @Test
    void mistakesAreRefusedWithTheirReason() {
        Map.of("\"办理", BadQueryException.Reason.UNCLOSED_QUOTE, "(办理", BadQueryException.Reason.UNCLOSED_BRACKET,
                "办理 AND", BadQueryException.Reason.INCOMPLETE, "nofield:办理", BadQueryException.Reason.UNKNOWN_FIELD,
                "year:去年", BadQueryException.Reason.NOT_A_NUMBER).forEach((query, reason) -> assertEquals(reason,
                assertThrows(BadQueryException.class, () -> records().search(SearchQuery.of(query)), query).reason(), query));
    }
}
