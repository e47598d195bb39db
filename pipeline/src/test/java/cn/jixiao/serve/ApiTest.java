package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The interface below `/api`, held against its own description.
class ApiTest {

    private static final Pages PAGES = Pages.CORPUS;
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final JsonNode DESCRIPTION = read("/api/openapi.json", 200);

    private static JsonNode read(String path, int status) {
        var answer = PAGES.get(path);
        assertEquals(status, answer.statusCode(), path + " " + answer.body());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        assertEquals(status == 200 ? "application/json" : "application/problem+json", type.split(";")[0], path);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(path + " " + answer.body(), e);
        }
    }

    @Test
    void theDescriptionTellsEveryAddressAndNoOther() {
        Set<String> described = new TreeSet<>();
        DESCRIPTION.get("paths").properties().forEach(entry -> entry.getValue().properties()
                .forEach(method -> described.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + entry.getKey())));
        var served = new TreeSet<>(PAGES.server().routes().stream().filter(each -> each.contains(" /api/")).toList());
        assertEquals(served, described);
    }

    /// Every answer is what its schema says, to the last key.
    @ParameterizedTest
    @CsvSource({"/api/status,/api/status", "/api/documents,/api/documents?limit=500", "/api/documents,/api/documents?year=2023&type=evaluation",
        "/api/observations,/api/observations?limit=500", "/api/observations,/api/observations?indicator=fund.spent&role=target",
        "/api/findings,/api/findings?limit=500", "/api/findings,/api/findings?holds=false&severity=error",
        "/api/search,/api/search?q=%E6%B3%95%E5%BE%8B%E6%8F%B4%E5%8A%A9", "/api/search,/api/search?in=observations&q=value:[0%20TO%2070]&limit=100",
        "/api/search,/api/search?in=findings", "/api/compare,/api/compare?indicator=legal_aid.cases&role=both",
        "/api/compare,/api/compare?indicator=fund.spent&indicator=derived.cost_per_case&by=agency", "/api/compare,/api/compare?indicator=fund.spent&by=province&limit=1",
        "/api/indicators,/api/indicators?limit=500"})
    void everyAnswerIsAsDescribed(String described, String path) {
        var schema = DESCRIPTION.at("/paths/" + described.replace("/", "~1") + "/get/responses/200/content/application~1json/schema");
        assertFalse(schema.isMissingNode(), described);
        assertEquals(List.of(), new Schema(DESCRIPTION).faults(schema, read(path, 200)), path);
    }

    @ParameterizedTest
    @CsvSource({"/api/documents/none,404", "/api/nothing,404", "/api/search?q=%28,400", "/api/compare,400", "/api/documents?offset=-1,400",
        "/api/compare?indicator=nonsense,400"})
    void troubleIsAsDescribed(String path, int status) {
        var problem = read(path, status);
        assertEquals(List.of(), new Schema(DESCRIPTION).faults(DESCRIPTION.at("/components/schemas/Problem"), problem));
        assertEquals(status, problem.get("status").asInt());
    }

    /// A schema that nothing fails would hold everything true.
    @Test
    void theSchemasRefuseWhatIsNotSo() {
        var schema = DESCRIPTION.at("/components/schemas/Problem");
        var broken = JSON.createObjectNode().put("type", 1).put("title", "x").put("status", 400).put("more", true);
        assertEquals(3, new Schema(DESCRIPTION).faults(schema, broken).size());
    }

    @Test
    void everyParameterDescribedHasAnEffectOrIsUnderstood() {
        DESCRIPTION.at("/components/parameters").properties().forEach(entry ->
                assertFalse(entry.getValue().get("description").asText().isBlank(), entry.getKey()));
        int all = read("/api/observations?limit=0", 200).get("total").asInt();
        for (var filter : List.of("year=2023", "type=monitoring", "region=%E6%9C%9B%E6%B9%96%E5%8C%BA", "role=target", "indicator=fund.spent",
                "agency=%E5%8D%97%E5%B1%8F", "q=value:[0%20TO%2010]")) {
            int some = read("/api/observations?limit=0&" + filter, 200).get("total").asInt();
            assertTrue(some > 0 && some < all, filter + " " + some);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/documents", "/api/observations", "/api/findings"})
    void pagesHoldEverythingOnce(String path) {
        var items = new ArrayList<String>();
        var next = 0;
        int total;
        do {
            var page = read(path + "?limit=97&offset=" + next, 200);
            page.get("items").forEach(item -> items.add(item.toString()));
            total = page.get("total").asInt();
            next = page.get("next").isNull() ? -1 : page.get("next").asInt();
        } while (next > 0);
        assertEquals(total, items.size());
        if (!path.endsWith("findings")) {
            assertEquals(total, new HashSet<>(items).size());
        }
    }

    @Test
    void figuresAreThoseOfTheExtraction() {
        var document = Corpus.EXTRACTIONS.getFirst().document();
        var told = read("/api/observations?limit=500&document=" + document.id(), 200);
        assertEquals(Corpus.EXTRACTIONS.getFirst().observations().size(), told.get("total").asInt());
        assertEquals(document.id(), read("/api/documents/" + document.id(), 200).get("doc_id").asText());
    }

    /// The corpus was imported under an absolute path; of that nothing is told but the files' names.
    @Test
    void noPathOfTheMachineIsTold() {
        for (var path : List.of("/api/documents?limit=500", "/api/observations?limit=500", "/api/findings?limit=500",
                "/api/search?q=%E6%8F%B4%E5%8A%A9", "/api/compare?indicator=legal_aid.cases", "/", "/search", "/search?in=observations")) {
            assertFalse(PAGES.get(path).body().contains(Corpus.REPORTS.toString()), path);
        }
    }
}
