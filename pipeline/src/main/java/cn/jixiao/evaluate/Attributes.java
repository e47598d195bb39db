package cn.jixiao.evaluate;

import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Observation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many of the facts that agree with gold also name the right subset, project and year, and how many reports the
/// right region, year, type and agency. (Section 5 of the observation contract.)
final class Attributes {

    /// Two names are one when one holds the other or they share this part of their pairs of characters.
    private static final double ALIKE = 0.6;

    private Attributes() {
    }

    /// Adds a right or a wrong one for each fact and attribute.
    static void ofFacts(Map<String, Tally> tallies, Gold gold, Matching facts) {
        boolean several = gold.document().path("projects").size() > 1;
        for (var pair : facts.pairs()) {
            add(tallies, "breakdown", fits(pair, "breakdown", Observation::breakdown));
            add(tallies, "year", pair.read().stream().anyMatch(each -> pair.gold().options("year").contains(text(each.year()))));
            if (several) {
                add(tallies, "project", fits(pair, "project", Observation::project));
            }
        }
    }

    /// Adds a right or a wrong one for each thing that gold tells of the report itself.
    static void ofReport(Map<String, Tally> tallies, Gold gold, Facts read) {
        var document = gold.document();
        var region = read.region() == null ? null : read.region().code();
        told(tallies, document, "region_code", region);
        told(tallies, document, "year", read.year());
        told(tallies, document, "doc_type", read.type().key());
        if (document.has("agency")) {
            add(tallies, "report agency", options(document.get("agency")).stream().anyMatch(each -> similar(each, text(read.agency()))));
        }
    }

    private static void told(Map<String, Tally> tallies, JsonNode document, String key, @Nullable Object read) {
        if (document.has(key)) {
            add(tallies, "report " + key, options(document.get(key)).contains(text(read)));
        }
    }

    private static boolean fits(Matching.Pair pair, String key, java.util.function.Function<Observation, @Nullable String> value) {
        return pair.gold().options(key).stream().anyMatch(wanted -> pair.read().stream().anyMatch(each -> similar(wanted, text(value.apply(each)))));
    }

    private static List<String> options(JsonNode node) {
        var found = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(each -> found.add(each.isNull() ? "" : each.asText()));
            return found;
        }
        return List.of(node.isNull() ? "" : node.asText());
    }

    static boolean similar(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return one.isBlank() && other.isBlank();
        }
        return one.contains(other) || other.contains(one) || shared(one, other) >= ALIKE;
    }

    private static double shared(String one, String other) {
        var mine = pairs(one);
        var theirs = pairs(other);
        double least = Math.max(1, Math.min(mine.size(), theirs.size()));
        mine.retainAll(theirs);
        return mine.size() / least;
    }

    private static Set<String> pairs(String words) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static void add(Map<String, Tally> tallies, String name, boolean right) {
        tallies.merge(name, right ? new Tally(1, 0, 0) : new Tally(0, 1, 0), Tally::plus);
    }
}
