package cn.jixiao.index;

import cn.jixiao.index.SearchResult.Count;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts the values of facets on servers, exactly: each server gives its most frequent values, and where what they held
/// back could change the count of any, they are asked for more.
final class ServerFacets {

    private static final int FIRST = 1_000;
    private static final int MORE = 20;

    private final ServerView view;
    private final ObjectNode body;
    private final int size;
    private final Map<String, List<Count>> counts = new LinkedHashMap<>();

    /// @param body the search whose matches are counted
    /// @param size how many values of each facet, 0 for none
    ServerFacets(ServerView view, ObjectNode body, int size) {
        this.view = view;
        this.body = body;
        this.size = size;
    }

    /// The search with the facets asked for.
    ObjectNode asking(ObjectNode search) {
        var asked = search.deepCopy();
        if (size > 0) {
            LuceneSearch.FACETS.forEach(name -> ask(asked, name, Math.max(FIRST, size)));
        }
        return asked;
    }

    private void ask(ObjectNode search, String name, int each) {
        search.withObject("/aggs/" + name + "/terms").put("field", name + Fields.EXACT).put("size", size).put("shard_size", each);
    }

    ServerFacets answered(JsonNode answer) {
        for (var name : size > 0 ? LuceneSearch.FACETS : List.<String>of()) {
            var told = exact(answer.path("aggregations").path(name), name);
            if (!told.isEmpty()) {
                counts.put(name, told);
            }
        }
        return this;
    }

    private List<Count> exact(JsonNode first, String name) {
        var told = first;
        for (int each = Math.max(FIRST, size); told.path("doc_count_error_upper_bound").longValue() != 0; each *= MORE) {
            var search = body.deepCopy().put("size", 0);
            ask(search, name, Math.multiplyExact(each, MORE));
            told = view.search(search).path("aggregations").path(name);
        }
        var list = new ArrayList<Count>();
        told.path("buckets").forEach(each -> list.add(new Count(each.path("key").textValue(), each.path("doc_count").intValue())));
        return list;
    }

    /// By name; facets without values are left out.
    Map<String, List<Count>> counts() {
        return counts;
    }
}
