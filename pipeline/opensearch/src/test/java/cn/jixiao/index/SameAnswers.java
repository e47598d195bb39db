package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult.Hit;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The same question to the index in a folder and to the one on two servers: the same records in the same order, with the
/// same scores, counts and words marked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SameAnswers {

    /// Sums of floating-point numbers, made in another order.
    private static final float ROUNDING = 1e-4f;

    /// Reports at most that others are compared with.
    private static final int ALIKE = 40;

    private static final List<String> QUESTIONS = List.of("", "农民工", "法律援助 案件", "法律援助案件质量评估", "办理 AND 农民工 AND 律师",
            "律师 OR 讨薪", "农民工 -律师", "NOT 律师", "\"开展法治宣传\"", "“产出指标”", "预算执行率 年初预算", "year:2020-2023 满意度",
            "region:620723", "region:张掖", "agency:司法局 资金", "type:自评", "type:monitoring OR status:partial",
            "indicator:fund.execution_rate", "indicator:fund.execution_rate value:<95%", "indicator:legal_aid.* 法律援助",
            "indicator:legal_aid.* -农民工", "(indicator:legal_aid.* OR role:target) 办理", "role:目标 unit:件", "label:执行率 预算",
            "value:>=100万", "confidence:>=0.9 满意", "severity:error holds:false", "rule:sum*", "rule:* 合计", "holds:false 金额",
            "project:人民调解", "title:绩效 year:>=2022", "source:docx", "法*", "区域:临泽 年度:2023", "没有这样的词", "a", "１２３", "≥", "办理^3 宣传",
            "农民工讨薪渠道畅通的情况说明", "社区矫正 人民调解 普法宣传 公证");

    private Records here;
    private Records there;

    /// The index in a folder. Closed when all tests are done.
    abstract Records here() throws Exception;

    /// The same reports in an index on servers. Closed when all tests are done.
    abstract Records there() throws Exception;

    @BeforeAll
    void open() throws Exception {
        here = here();
        there = there();
    }

    @AfterAll
    void close() {
        here.close();
        there.close();
    }

    @Test
    void everyQuestionAtEveryLevel() {
        for (int i = 0; i < QUESTIONS.size(); i++) {
            for (var level : Level.values()) {
                // Each question in one other order, all orders with all levels over the whole list.
                var other = Order.values()[1 + (i + level.ordinal()) % (Order.values().length - 1)];
                same(new SearchQuery(QUESTIONS.get(i), level, Order.RELEVANCE, 0, 7, 20));
                same(new SearchQuery(QUESTIONS.get(i), level, other, 2, 5, 0));
            }
        }
    }

    @Test
    void pagesFarBehind() {
        for (var order : List.of(Order.RELEVANCE, Order.NEWEST)) {
            same(new SearchQuery("案件", Level.OBSERVATIONS, order, 95, 10, 3));
            same(new SearchQuery("", Level.PASSAGES, order, 9_995, 10, 0));
        }
        same(new SearchQuery("", Level.OBSERVATIONS, Order.LARGEST, 0, 0, 1));
    }

    private void same(SearchQuery query) {
        var expected = here.search(query);
        var told = there.search(query);
        var asked = query.toString();
        assertEquals(expected.level(), told.level(), asked);
        assertEquals(expected.total(), told.total(), asked);
        assertEquals(expected.facets(), told.facets(), asked);
        same(expected.hits(), told.hits(), asked);
        for (int i = 0; query.order() == Order.RELEVANCE && i < told.hits().size(); i++) {
            var score = expected.hits().get(i).score();
            assertEquals(score, told.hits().get(i).score(), ROUNDING * Math.max(1, score), asked + " at " + i);
        }
    }

    private static void same(List<Hit> expected, List<Hit> told, String asked) {
        assertEquals(expected.stream().map(SameAnswers::plain).toList(), told.stream().map(SameAnswers::plain).toList(), asked);
    }

    private static List<Object> plain(Hit it) {
        return Stream.of(it.report(), it.snippets(), it.observation(), it.finding()).<Object>map(each -> each == null ? "none" : each).toList();
    }

    @Test
    void reportsThatAreAlike() {
        var ids = List.copyOf(here.lines().keySet());
        for (int i = 0; i < ids.size(); i += Math.ceilDiv(ids.size(), ALIKE)) {
            same(here.like(ids.get(i), 8).hits(), there.like(ids.get(i), 8).hits(), "like " + here.lines().get(ids.get(i)));
        }
    }

    @Test
    void linksLinesAndSources() {
        assertEquals(here.links(), there.links());
        assertEquals(List.copyOf(here.lines().values()), List.copyOf(there.lines().values()));
        try (var ours = here.sources(); var theirs = there.sources()) {
            assertEquals(ours.toList(), theirs.toList());
        }
        try (var ours = here.documents(); var theirs = there.documents()) {
            assertEquals(ours.toList(), theirs.toList());
        }
    }

    @Test
    void observationsByFilter() {
        var agencies = new TreeSet<String>();
        here.lines().values().stream().map(ReportLine::agency).filter(Objects::nonNull).forEach(agencies::add);
        assertFalse(agencies.isEmpty());
        for (var agency : List.of(agencies.first(), "司法")) {
            var filter = new ObservationFilter(List.of(), List.of(), 2021, null, null, true, List.of("620000"), agency, null);
            try (var ours = here.observations(filter); var theirs = there.observations(filter)) {
                assertEquals(ours.toList(), theirs.toList());
            }
        }
        assertTrue(there.observations(new ObservationFilter(List.of("none"), List.of(), null, null, null, false, List.of(), null, null)).findAny().isEmpty());
    }
}
