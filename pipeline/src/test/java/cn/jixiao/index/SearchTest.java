package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.dictionary.Words;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult.Count;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The query language, as people use it.
class SearchTest {

    private static final Synonyms SYNONYMS = new Synonyms(List.of(List.of("法律援助", "法援")));

    @TempDir
    Path folder;
    Lexicon lexicon = new Lexicon(new Words(List.of("法律援助", "法援")), SYNONYMS);

    @BeforeEach
    void fill() {
        put(Reports.at("a.txt").of(Reports.county(1, "青石县"), "青石县司法局", 2023)
                .paragraph("2023年青石县法援中心共接待来访群众。").paragraph("经办律师欧阳若谷，住在柳树湾。")
                .told("全年办理农民工案件87件。", "legal_aid.cases", "87", "件", "87件")
                .told("预算执行率65.5%。", "fund.execution_rate", "65.5", "%", "65.5%"),
            Reports.at("b.txt").of(Reports.county(2, "白鹭县"), "白鹭县法律援助中心", 2024).type(DocumentType.MONITORING)
                .paragraph("白鹭县法律援助工作稳步推进，农民工讨薪渠道畅通。")
                .told("预算执行率98%。", "fund.execution_rate", "98", "%", "98%")
                .told("计划办理案件不少于70件。", "legal_aid.cases", "70", "件", "70件", draft -> draft.role = Role.TARGET)
                .finding("ratio.execution", false, "执行率与金额不符"),
            Reports.at("c.txt").of(Reports.county(3, "松岗县"), "松岗县财政局", 2021)
                .paragraph("松岗县开展“法援惠民生”活动，案件质量评估结果良好，农民工满意。").row("产出指标", "办理案件", "≥30件"));
    }

    private void put(Reports... reports) {
        try (var writer = new Workspace(folder, lexicon).write()) {
            for (var report : reports) {
                writer.put(report.extraction(), report.entry());
            }
            writer.commit();
        }
    }

    private SearchResult search(SearchQuery query) {
        try (var records = new Workspace(folder, lexicon).read()) {
            return records.search(query);
        }
    }

    private List<String> found(String query) {
        return search(SearchQuery.of(query).sorted(Order.SOURCE)).hits().stream().map(hit -> hit.report().source()).toList();
    }

    @Test
    void wordsFieldsAndRanges() {
        assertEquals(List.of("a.txt"), found("办理 AND 农民工 AND 律师"));
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), found("农民工"));
        assertEquals(List.of("b.txt", "c.txt"), found("农民工 -律师"));
        assertEquals(List.of("b.txt", "c.txt"), found("NOT 律师"));
        assertEquals(List.of("a.txt", "b.txt"), found("律师 OR 讨薪"));
        assertEquals(List.of("a.txt"), found("agency:青石"));
        assertEquals(List.of("a.txt", "b.txt"), found("year:[2022 TO 2024]"));
        assertEquals(List.of("a.txt", "c.txt"), found("year:[* TO 2023]"));
        assertEquals(List.of("c.txt"), found("year:2021"));
        assertEquals(List.of("b.txt"), found("region:990102"));
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), found("region:990100"));
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), found("region:云岭"));
        assertEquals(List.of("c.txt"), found("region:松岗县"));
        assertEquals(List.of("b.txt"), found("type:monitoring"));
        assertEquals(List.of("b.txt"), found("type:运行监控"));
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), found("status:ok"));
        assertEquals(List.of("a.txt"), found("source:a.txt"));
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), found(""));
    }

    @Test
    void fullWidthPunctuationDoesAsWell() {
        assertEquals(List.of("a.txt"), found("（律师　OR　讨薪）AND agency：青石"));
        assertEquals(List.of("b.txt"), found("“讨薪渠道”"));
    }

    @Test
    void aStringIsFoundAsItStandsAcrossCellsAndParagraphs() {
        assertEquals(List.of("a.txt"), found("欧阳若谷"));
        assertEquals(List.of("a.txt"), found("柳树湾"));
        assertEquals(List.of("a.txt"), found("\"群众。经办律师\""));
        assertEquals(List.of("c.txt"), found("\"产出指标 办理案件 ≥30件\""));
        assertEquals(List.of("c.txt"), found("\"开展“法援惠民生”活动\""));
        assertEquals(List.of(), found("\"律师经办\""));
    }

    @Test
    void aSynonymIsOneOnlyBecauseTheDictionarySaysSo() {
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), found("法律援助"));
        assertEquals(List.of("b.txt"), found("\"法律援助\""));
        assertEquals(List.of("a.txt"), found("法律援助中心"));
        lexicon = new Lexicon(new Words(List.of("法律援助", "法援")), Synonyms.NONE);
        assertEquals(List.of("b.txt"), found("法律援助"));
    }

    @Test
    void aLongStringIsFoundByItsWordsAfterTheStringItself() {
        assertEquals(List.of("c.txt"), found("案件质量评估"));
        assertEquals(List.of("c.txt"), found("农民工案件质量"));
        var hits = search(SearchQuery.of("农民工讨薪渠道畅通")).hits();
        assertEquals("b.txt", hits.getFirst().report().source());
    }

    @Test
    void marksAreTheWordsAndNothingElse() {
        var snippet = search(SearchQuery.of("agency:白鹭 农民工 法律援助 -青石")).hits().getFirst().snippets().getFirst();
        assertEquals("白鹭县法律援助工作稳步推进，农民工讨薪渠道畅通。", snippet.text());
        assertEquals(List.of("法律援助", "农民工"), snippet.marks().stream().map(mark -> mark.of(snippet.text())).toList());
        var across = search(SearchQuery.of("\"群众。经办律师\"")).hits().getFirst().snippets().getFirst();
        assertEquals(List.of("群众。\n经办律师"), across.marks().stream().map(mark -> mark.of(across.text())).toList());
    }

    @Test
    void observationsAreFoundByIndicatorAndValue() {
        var low = search(SearchQuery.of("indicator:fund.execution_rate value:[0 TO 70]"));
        assertEquals(Level.OBSERVATIONS, low.level());
        assertEquals(List.of("65.5%"), low.hits().stream().map(hit -> hit.observation().raw()).toList());
        var all = search(SearchQuery.of("indicator:fund.*").sorted(Order.LARGEST));
        assertEquals(List.of("98%", "65.5%"), all.hits().stream().map(hit -> hit.observation().raw()).toList());
        assertEquals(1, search(SearchQuery.of("indicator:legal_aid.cases role:目标 unit:件")).total());
        assertEquals(1, search(SearchQuery.of("indicator:legal_aid.cases 农民工")).total());
        var findings = search(SearchQuery.of("rule:ratio* holds:false"));
        assertEquals("执行率与金额不符", findings.hits().getFirst().finding().message());
    }

    @Test
    void facetsCountAllHitsAndPagesCutThem() {
        var result = search(SearchQuery.of("农民工").sorted(Order.NEWEST).page(1, 1));
        assertEquals(3, result.total());
        assertEquals(List.of("a.txt"), result.hits().stream().map(hit -> hit.report().source()).toList());
        assertEquals(List.of(new Count("2021", 1), new Count("2023", 1), new Count("2024", 1)), result.facets().get("year"));
        assertEquals(List.of(new Count("self_evaluation", 2), new Count("monitoring", 1)), result.facets().get("type"));
        assertEquals(new Count("fund.execution_rate", 2), result.facets().get("indicator").getFirst());
        assertEquals(3, result.facets().get("region").size());
        assertEquals(List.of(new Count("990100", 3)), result.facets().get("prefecture"));
        assertEquals(List.of(), search(SearchQuery.of("农民工").page(5, 5)).hits());
    }

    @Test
    void whatPeopleWriteOtherwiseIsUnderstood() {
        assertEquals(found("办理 AND 农民工"), found("办理 and 农民工"));
        assertEquals(found("办理 OR 宣传"), found("办理 or 宣传"));
        assertEquals(found("year:[2020 TO 2024]"), found("年度：【2020 to 2024】"));
        assertEquals(found("year:[2020 TO 2023]"), found("year:2020-2023"));
        assertEquals(found("year:[2023 TO *]"), found("year:>=2023"));
        assertEquals(found("agency:白鹭"), found("单位:白鹭"));
        assertEquals(found("\"农民工讨薪\""), found("“农民工讨薪\""));
        assertEquals(List.of("65.5%"), search(SearchQuery.of("indicator:fund.execution_rate value:<70%")).hits().stream()
                .map(hit -> hit.observation().raw()).toList());
        assertEquals(0, search(SearchQuery.of("indicator:fund.execution_rate value:>=1万")).total());
        assertFalse(found("办理 and 农民工").isEmpty());
    }

    @Test
    void aBadQuerySaysWhereAndWhat() {
        bad("办理 AND \"农民工", BadQueryException.Reason.UNCLOSED_QUOTE, 7, "");
        bad("(办理 OR 农民工", BadQueryException.Reason.UNCLOSED_BRACKET, 0, "(");
        bad("办理 AND", BadQueryException.Reason.INCOMPLETE, 6, "");
        bad("办理 and", BadQueryException.Reason.INCOMPLETE, 6, "");
        bad("年度:二三年", BadQueryException.Reason.NOT_A_NUMBER, 3, "二三年");
        bad("办理 AND OR 农民工", BadQueryException.Reason.SYNTAX, 7, "OR");
        bad("办理 agancy:临泽", BadQueryException.Reason.UNKNOWN_FIELD, 3, "agancy");
        bad("办理 indicator:执行率", BadQueryException.Reason.UNKNOWN_INDICATOR, 13, "执行率");
        bad("year:二三年", BadQueryException.Reason.NOT_A_NUMBER, 5, "二三年");
        bad("agency:[a TO b]", BadQueryException.Reason.NOT_A_RANGE, 0, "agency");
        bad("办理~2", BadQueryException.Reason.UNSUPPORTED, 0, "办理~");
        assertEquals(List.of(), found("2023/10"));
    }

    private void bad(String query, BadQueryException.Reason reason, int position, String what) {
        var problem = assertThrows(BadQueryException.class, () -> search(SearchQuery.of(query)), query);
        assertEquals(reason, problem.reason(), query);
        assertEquals(what, problem.what(), query);
        assertEquals(position, problem.position(), query);
    }

    @Test
    void whateverPeopleTypeIsAQueryOrABadQuery() {
        long seed = Seed.next();
        System.out.println("SearchTest seed " + seed);
        var random = new Random(seed);
        var pieces = List.of("办理", "农民工", "法律援助案件质量", " ", " ", " AND ", " OR ", "NOT ", "-", "+", "(", ")", "[", "]", "{",
                "}", "\"", "“", "”", ":", "：", "/", "\\", "*", "?", "~", "^", "^2", "!", "&&", "||", "agency:", "year:", "value:",
                "indicator:", "year:[2020 TO 2024]", "value:{0 TO *}", "region:990101", "x:", "2023", "65.5%", "≥", "𠮷", "AND");
        try (var records = new Workspace(folder, lexicon).read()) {
            for (int i = 0; i < 3000; i++) {
                var query = new StringBuilder();
                for (int length = random.nextInt(9); length >= 0; length--) {
                    query.append(pieces.get(random.nextInt(pieces.size())));
                }
                try {
                    records.search(SearchQuery.of(query.toString()));
                } catch (BadQueryException e) {
                    assertTrue(e.position() >= 0 && e.position() <= query.length(), "seed " + seed + ": '" + query + "'");
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ": '" + query + "'", e);
                }
            }
            var nested = "(".repeat(20_000) + "办理" + ")".repeat(20_000);
            assertThrows(BadQueryException.class, () -> records.search(SearchQuery.of(nested)));
        }
    }

    @Test
    void noExactPhraseIsEverMissed() {
        long seed = Seed.next();
        System.out.println("SearchTest seed " + seed);
        var random = new Random(seed);
        var texts = new java.util.ArrayList<String>();
        var reports = new java.util.ArrayList<Reports>();
        for (int i = 0; i < 20; i++) {
            var report = Reports.at("r" + i + ".txt").paragraph("首" + i);
            for (int paragraph = 0; paragraph < 5; paragraph++) {
                report.paragraph("段" + AnalysisTest.random(random, 800));
            }
            reports.add(report);
            texts.add(report.extraction().document().text());
        }
        put(reports.toArray(Reports[]::new));
        try (var records = new Workspace(folder, lexicon).read()) {
            for (int i = 0; i < 500; i++) {
                int which = random.nextInt(texts.size());
                var text = texts.get(which);
                int points = text.codePointCount(0, text.length());
                int from = random.nextInt(points);
                int start = text.offsetByCodePoints(0, from);
                var phrase = text.substring(start,
                        text.offsetByCodePoints(start, Math.min(points - from, 1 + random.nextInt(30))));
                if (Folding.key(phrase).isEmpty()) {
                    continue;
                }
                var result = records.search(SearchQuery.of(QueryLanguage.quote(phrase)).page(0, 50));
                var hit = result.hits().stream().filter(each -> each.report().source().equals("r" + which + ".txt")).findFirst();
                assertTrue(hit.isPresent(), "seed " + seed + ": '" + phrase + "' of report " + which);
                var snippets = hit.orElseThrow().snippets();
                assertFalse(snippets.isEmpty(), "seed " + seed + ": '" + phrase + "' shows nothing");
                snippets.forEach(snippet -> assertFalse(snippet.marks().isEmpty(),
                        "seed " + seed + ": '" + phrase + "' in '" + snippet.text() + "'"));
            }
        }
    }
}
