package cn.jixiao.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The wire to an index on servers of OpenSearch: who sends, waits and tries again. What is asked, and what the answers
/// mean, is this package's own.
///
/// Implemented in a module of its own, whose libraries the program does not see; [java.util.ServiceLoader] finds its [Maker].
///
/// Every method throws [IndexServerException] where the servers cannot be reached, refuse, or fail again and again; with
/// [IndexServerException.Reason#BUSY] where a record is not in the state that the question names (409).
public interface IndexServer extends AutoCloseable {

    /// Makes connections.
    interface Maker {
        IndexServer connect(ServerAddress address);
    }

    /// Where this leads.
    ServerAddress address();

    /// Asks, and asks again while servers are busy or one of several is gone; so a question must mean the same the second time.
    ///
    /// @param path of the interface of OpenSearch, without the first `/`
    /// @return empty where the servers know no such thing (404)
    Optional<JsonNode> ask(String method, String path, Map<String, String> parameters, @Nullable JsonNode body);

    /// Asks each server once at most, for questions that must be put in other words the next time,
    /// or are not worth a wait.
    ///
    /// @return empty where the servers know no such thing (404)
    Optional<JsonNode> attempt(String method, String path, Map<String, String> parameters, @Nullable JsonNode body);

    /// Puts a record into the index in the place of the one of the same id, or takes it out, some time before [#settle()]
    /// returns. Blocks while too much is on its way. May be called by several threads.
    ///
    /// @param together records of one such word lie on one server
    /// @param record null takes it out
    void change(String id, String together, @Nullable ObjectNode record);

    /// Waits until the servers have acknowledged every change.
    void settle();

    @Override
    void close();
}
