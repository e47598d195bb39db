package cn.jixiao.index;

import cn.jixiao.index.ServerSearch.Found;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;

/// Ranks observations by the words of their sentences. The embedded index holds a sentence of ten figures once and lends its
/// score to the ten; servers have no such join that ranks by the words of all servers. So they score the sentences, and
/// apart from them what else was asked of the observations, and the sum is made here. That reads every match of the query
/// once, in few bytes each: exact, and for a hundred thousand matches slow.
final class SentenceScores {

    private static final int PAGE = 5_000;

    private final ServerView view;
    private final Query query;
    private final List<Join> joins = new ArrayList<>();

    private record Join(ToChildBlockJoinQuery query, float boost) {
    }

    private record Ranked(String id, float score, long order) {

        static final Comparator<Ranked> BEST_FIRST =
                Comparator.comparing(Ranked::score, Comparator.reverseOrder()).thenComparing(Ranked::order);
    }

    SentenceScores(ServerView view, Query query) {
        this.view = view;
        this.query = query;
        collect(query, 1);
    }

    private void collect(Query part, float boost) {
        switch (part) {
            case ToChildBlockJoinQuery join -> joins.add(new Join(join, boost));
            case BoostQuery boosted -> collect(boosted.getQuery(), boost * boosted.getBoost());
            case BooleanQuery all -> all.clauses().stream().filter(each -> each.isScoring()).forEach(each -> collect(each.query(), boost));
            default -> { }
        }
    }

    /// Whether the query asks for sentences at all.
    boolean matter() {
        return !joins.isEmpty();
    }

    /// A page of the best.
    List<Found> best(int offset, int size) {
        var sentences = sentences();
        var worstFirst = new PriorityQueue<>(Ranked.BEST_FIRST.reversed());
        long[] order = {0};
        view.all(small(ServerQuery.of(query)), ServerRecords.sort("source" + Fields.EXACT, ServerDocuments.PLACE), PAGE).forEach(each -> {
            var its = sentences.getOrDefault(sentence(each), 0f);
            worstFirst.add(new Ranked(each.path("_id").textValue(), (float) ((double) each.path("_score").floatValue() + its), order[0]++));
            if (worstFirst.size() > (long) offset + size) {
                worstFirst.remove();
            }
        });
        var best = worstFirst.stream().sorted(Ranked.BEST_FIRST).skip(offset).toList();
        return whole(best);
    }

    private static ObjectNode small(ObjectNode its) {
        return ServerView.body(its, List.of(ServerDocuments.SENTENCE)).put("track_scores", true);
    }

    private static String sentence(JsonNode observation) {
        return ServerDocuments.id(ServerSearch.docId(observation), observation.path("_source").path(ServerDocuments.SENTENCE).intValue());
    }

    /// The sum of the scores of each sentence, by its id.
    private Map<String, Float> sentences() {
        var scores = new HashMap<String, Float>();
        for (var join : joins) {
            view.all(small(ServerQuery.of(join.query().getParentQuery())), ServerRecords.sort("source" + Fields.EXACT, ServerDocuments.PLACE), PAGE)
                    .forEach(each -> scores.merge(each.path("_id").textValue(), join.boost() * each.path("_score").floatValue(), Float::sum));
        }
        return scores;
    }

    private List<Found> whole(List<Ranked> best) {
        var byId = new HashMap<String, JsonNode>();
        for (int from = 0; from < best.size(); from += PAGE) {
            var ids = JsonNodeFactory.instance.objectNode();
            var values = ids.putObject("ids").putArray("values");
            best.subList(from, Math.min(best.size(), from + PAGE)).forEach(each -> values.add(each.id()));
            view.search(ServerView.body(ids, List.of(Fields.STORED)).put("size", PAGE)).path("hits").path("hits")
                    .forEach(each -> byId.put(each.path("_id").textValue(), each));
        }
        return best.stream().map(each -> new Found(byId.get(each.id()), each.score())).toList();
    }
}
