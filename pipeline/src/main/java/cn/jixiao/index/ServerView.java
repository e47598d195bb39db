package cn.jixiao.index;

import cn.jixiao.index.IndexServerException.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// An index on servers as it was at one moment (a point in time of OpenSearch), so that pages of one answer belong together.
///
/// Servers forget the moment when nobody asks for long, or when the one that kept it is gone. Then it is taken anew: whoever
/// is between two pages goes on behind the last record of the one before.
final class ServerView implements AutoCloseable {

    private static final String KEPT = "10m";

    /// Times a moment is taken anew for one question: while a cluster mends itself, it may be lost more than once.
    private static final int RENEWALS = 20;

    /// Nanoseconds that are waited longer each time.
    private static final long WAIT = 100_000_000L;

    /// Term statistics are gathered from all servers before any record is ranked, so that scores do not depend on which
    /// server a record lies on; and half an answer is none.
    private static final Map<String, String> WHOLE =
            Map.of("search_type", "dfs_query_then_fetch", "allow_partial_search_results", "false", "ccs_minimize_roundtrips", "false");

    private final IndexServer server;
    private @Nullable String moment;

    ServerView(IndexServer server) {
        this.server = server;
        moment = taken();
    }

    private String taken() {
        return server.ask("POST", server.address().index() + "/_search/point_in_time", Map.of("keep_alive", KEPT), null)
                .map(answer -> answer.path("pit_id").textValue())
                .orElseThrow(() -> new IndexServerException(Reason.MISSING, server.address(), "no such index"));
    }

    private synchronized String moment() {
        if (moment == null) {
            moment = taken();
        }
        return moment;
    }

    private synchronized void lost(String its) {
        if (its.equals(moment)) {
            moment = null;
        }
    }

    /// Asks a search; the query's own fields stand in the body.
    JsonNode search(ObjectNode body) {
        IndexServerException trouble = null;
        for (int i = 0; i < RENEWALS; i++) {
            LockSupport.parkNanos(i * WAIT);
            var its = moment();
            var asked = body.deepCopy();
            asked.putObject("pit").put("id", its).put("keep_alive", KEPT);
            try {
                var answer = server.attempt("POST", "_search", WHOLE, asked);
                if (answer.isPresent()) {
                    return answer.get();
                }
            } catch (IndexServerException e) {
                if (e.reason() != Reason.FAILED && e.reason() != Reason.UNREACHABLE) {
                    throw e;
                }
                trouble = e;
            }
            lost(its);
        }
        throw trouble != null ? trouble
                : new IndexServerException(Reason.FAILED, server.address(), "a point in time is lost again and again");
    }

    /// How many records match.
    long count(ObjectNode query) {
        var body = JsonNodeFactory.instance.objectNode().put("size", 0).put("track_total_hits", true);
        body.set("query", query);
        return total(search(body));
    }

    static long total(JsonNode answer) {
        return answer.path("hits").path("total").path("value").longValue();
    }

    /// Everything that matches, page by page, each with its source and its sort values.
    ///
    /// @param body query and whatever else each page asks
    /// @param sort by which no two records are equal
    /// @param page how many at once
    Stream<JsonNode> all(ObjectNode body, ArrayNode sort, int page) {
        var asked = body.deepCopy().put("size", page);
        asked.set("sort", sort);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Pages(asked), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /// The fields of a record that an answer should hold.
    static ObjectNode body(ObjectNode query, List<String> fields) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("query", query);
        var wanted = body.putArray("_source");
        fields.forEach(wanted::add);
        return body;
    }

    private final class Pages implements Iterator<JsonNode> {

        private final ObjectNode asked;
        private final ArrayDeque<JsonNode> page = new ArrayDeque<>();
        private boolean ended;

        Pages(ObjectNode asked) {
            this.asked = asked;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && !ended) {
                search(asked).path("hits").path("hits").forEach(page::add);
                ended = page.size() < asked.path("size").intValue();
                if (!page.isEmpty()) {
                    asked.set("search_after", page.getLast().get("sort"));
                }
            }
            return !page.isEmpty();
        }

        @Override
        public JsonNode next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.removeFirst();
        }
    }

    @Override
    public synchronized void close() {
        var its = moment;
        moment = null;
        if (its != null) {
            var body = JsonNodeFactory.instance.objectNode();
            body.putArray("pit_id").add(its);
            server.ask("DELETE", "_search/point_in_time", Map.of(), body);
        }
    }
}
