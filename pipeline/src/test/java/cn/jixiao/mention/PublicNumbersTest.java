package cn.jixiao.mention;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Measures the grammar against the published test cases of cn2an, duckling and Recognizers-Text, as far as they state
/// a quantity that a report could hold. Needs a folder with `data/numbers`, named by `JIXIAO_MATERIAL`; prints the
/// agreement by set and every disagreement.
class PublicNumbersTest {

    private static final Path MATERIAL = material();
    private static final BigDecimal CLOSE = new BigDecimal("0.0001");

    private int asked;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    private static Path material() {
        var named = System.getProperty("JIXIAO_MATERIAL", System.getenv("JIXIAO_MATERIAL"));
        return named == null ? null : Path.of(named, "data", "numbers");
    }

    @Test
    void cn2an() throws IOException {
        for (var each : read("cn2an/cn2an-facts.json").path("cases")) {
            var operation = each.path("op").asText();
            var mode = each.path("mode").asText();
            if (each.path("error").asBoolean() || mode.equals("direct") || operation.startsWith("transform")) {
                continue;
            }
            boolean money = mode.equals("rmb");
            boolean reversed = operation.equals("an2cn");
            var number = new BigDecimal(each.path(reversed ? "input" : "expected").asText());
            var words = each.path(reversed ? "expected" : "input").asText();
            var expected = money ? number.setScale(2, java.math.RoundingMode.DOWN) : number;
            ask(money ? words : words.endsWith("元") || words.endsWith("圆") ? words : words + "元", expected);
        }
        report("cn2an", 0.98);
    }

    @Test
    void duckling() throws IOException {
        for (var each : read("duckling/duckling-zh-facts.json").path("cases")) {
            var dimension = each.path("dimension").asText();
            var words = each.path("input").asText();
            var value = each.path("expected").path("value");
            boolean relevant = dimension.equals("Numeral") && isRelevant(words) && !value.isMissingNode();
            if (relevant) {
                ask(words.replaceAll("[个個]$", "") + "元", new BigDecimal(value.asText()));
            }
        }
        report("duckling numerals", 0.98);
    }

    @Test
    void recognizersNumbers() throws IOException {
        for (var each : read("recognizers-text/NumberModel.json")) {
            var words = each.path("Input").asText();
            var results = each.path("Results");
            boolean whole = results.size() == 1 && results.get(0).path("End").asInt() - results.get(0).path("Start").asInt() + 1 == words.length();
            if (whole && isRelevant(words)) {
                ask(words + "元", new BigDecimal(results.get(0).path("Resolution").path("value").asText()));
            }
        }
        report("recognizers numbers", 0.98);
    }

    @Test
    void recognizersPercents() throws IOException {
        for (var each : read("recognizers-text/PercentModel.json")) {
            var words = each.path("Input").asText();
            if (words.matches(".*[折kKM].*|.*百 *分 *[点點].*|.*http.*") || !isRelevant(words)) {
                continue;
            }
            var expected = new ArrayList<BigDecimal>();
            each.path("Results").forEach(result ->
                    expected.add(new BigDecimal(result.path("Resolution").path("value").asText().replace("%", ""))));
            var found = Fixture.find(words).mentions().stream().filter(mention -> mention.quantity().unit().equals("%"))
                    .map(mention -> mention.quantity().value()).toList();
            compare(words, expected, found);
        }
        report("recognizers percents", 0.98);
    }

    /// Spaces between all characters, foreign scales, powers, slang and dozens do not stand in reports.
    private static boolean isRelevant(String words) {
        return !words.matches(".*[kKMGＫ^eEｅ打半對雙].*|.*[\\u4e00-\\u9fff] +[\\u4e00-\\u9fff].*|.*[份又/／].*|\\.\\d.*|-\\..*|- .*|.*十分一|.*[万萬百千]分之[负負].*|.*分之[负負].*|[百千萬万][一二三九].*")
                && !Set.of("卌", "廿", "卅").contains(words);
    }

    private void ask(String words, BigDecimal expected) {
        var found = Fixture.find(words).mentions().stream().map(mention -> mention.quantity().unit().equals("%")
                ? mention.quantity().value().movePointLeft(2) : mention.quantity().value()).toList();
        compare(words, List.of(expected), found);
    }

    /// Where the published answer is not what a report would mean.
    private static final Map<String, String> OTHERWISE = Map.of(
            "百分之二三十", "a spoken range is two quantities here, none there",
            "五百分之2.2", "a fraction is a rate here, nothing there",
            "找出酒精量在5-20%之间的产品", "a range is two quantities here, its end alone there",
            "一一元", "一一 is an adverb here (一一对应), 11 there");

    private void compare(String words, List<BigDecimal> expected, List<BigDecimal> found) {
        if (OTHERWISE.containsKey(words)) {
            System.out.println("  set aside: " + words + ": " + OTHERWISE.get(words));
            return;
        }
        asked++;
        boolean same = expected.size() == found.size();
        for (int i = 0; same && i < expected.size(); i++) {
            same = expected.get(i).subtract(found.get(i)).abs().compareTo(CLOSE) <= 0;
        }
        if (!same) {
            (found.isEmpty() ? unread : wrong).add(words + " is " + expected + ", read " + found);
        }
    }

    private void report(String set, double share) {
        double agreed = 1.0 - (wrong.size() + unread.size()) / (double) asked;
        System.out.printf("%s: %d of %d agree (%.4f)%n", set, asked - wrong.size() - unread.size(), asked, agreed);
        wrong.forEach(line -> System.out.println("  differs: " + line));
        unread.forEach(line -> System.out.println("  unread:  " + line));
        assertTrue(agreed >= share, set + " agrees in " + agreed);
    }

    private static JsonNode read(String file) throws IOException {
        Assumptions.assumeTrue(MATERIAL != null, "JIXIAO_MATERIAL names no folder of test material");
        return new ObjectMapper().readTree(Files.readString(MATERIAL.resolve(file), StandardCharsets.UTF_8).replace("\ufeff", ""));
    }
}
