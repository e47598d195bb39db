package cn.jixiao.opensearch;

import cn.jixiao.index.IndexServer;
import cn.jixiao.index.ServerAddress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A connection to the servers of one index: questions on the one side, changes in bulk on the other.
record Connection(Wire wire, Bulk bulk) implements IndexServer {

    @Override
    public ServerAddress address() {
        return wire.address();
    }

    @Override
    public Optional<JsonNode> ask(String method, String path, Map<String, String> parameters, @Nullable JsonNode body) {
        return wire.ask(method, path, parameters, body);
    }

    @Override
    public Optional<JsonNode> attempt(String method, String path, Map<String, String> parameters, @Nullable JsonNode body) {
        return wire.attempt(method, path, parameters, body);
    }

    @Override
    public void change(String id, String together, @Nullable ObjectNode record) {
        bulk.add(new Change(id, together, record));
    }

    @Override
    public void settle() {
        bulk.settle();
    }

    @Override
    public void close() {
        try {
            bulk.close();
        } finally {
            wire.close();
        }
    }
}
