package cn.jixiao.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An index on servers of OpenSearch in the place of a workspace's: filled by `import-records`, asked by everything else.
///
/// Its fields come from an index template of its own name, of the version of the program's records. Which version filled
/// it, how often it was committed and whether the last writer came to its end stand in the index's own description.
///
/// May be used by several threads.
public final class ServerIndex implements RecordStore {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TEMPLATE = "server-index.json";

    /// Version of the template and of the fields in it; raised with every change there.
    private static final int SCHEMA = 2;

    private static final int SHARDS = 2;

    private static final String FORMAT_KEY = "jixiao_format";
    private static final String SCHEMA_KEY = "jixiao_schema";
    private static final String COMMIT_KEY = "jixiao_commit";
    private static final String SETTLED_KEY = "jixiao_settled";
    private static final String LAID_KEY = "jixiao_laid";

    private final IndexServer.Maker maker;
    private final ServerAddress address;
    private final Lexicon lexicon;
    private final Overlay overlay;
    private final int shards;
    /// For asking which commit is the last, which a server of pages does for every page.
    private @Nullable IndexServer asking;

    /// @param overlay what persons laid over the reports; it goes in with them
    public ServerIndex(IndexServer.Maker maker, ServerAddress address, Lexicon lexicon, Overlay overlay) {
        this(maker, address, lexicon, overlay, SHARDS);
    }

    /// @param shards that the index is made of where it is created
    public ServerIndex(IndexServer.Maker maker, ServerAddress address, Lexicon lexicon, Overlay overlay, int shards) {
        this.shards = shards;
        this.maker = maker;
        this.address = address;
        this.lexicon = lexicon;
        this.overlay = overlay;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    @Override
    public Overlay overlay() {
        return overlay;
    }

    @Override
    public Records read() {
        var server = maker.connect(address);
        try {
            check(described(server));
            return new ServerRecords(server, lexicon, true);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Opens it for records that were read elsewhere, and creates it where it does not exist. One client at a time may write.
    ///
    /// @throws IndexServerException if another import is at work there, or it cannot be written
    @Override
    public RecordWriter write() {
        return write(Lease.LASTS);
    }

    RecordWriter write(Duration lasts) {
        var server = maker.connect(address);
        try {
            return new ServerWriter(this, server, lasts);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public String commit() {
        return Integer.toString(described(asking()).path(COMMIT_KEY).intValue());
    }

    private synchronized IndexServer asking() {
        if (asking == null) {
            asking = maker.connect(address);
        }
        return asking;
    }

    /// What the index says of itself.
    private JsonNode described(IndexServer server) {
        var mappings = server.ask("GET", address.index() + "/_mapping", Map.of(), null).orElseThrow(() ->
                new IndexServerException(IndexServerException.Reason.MISSING, address, "no such index"));
        return mappings.path(address.index()).path("mappings").path("_meta");
    }

    private void check(JsonNode description) {
        int format = Integer.parseInt(description.path(FORMAT_KEY).asText("0"));
        int schema = description.path(SCHEMA_KEY).intValue();
        int ours = Integer.parseInt(Workspace.FORMAT);
        if (format > ours || format == ours && schema > SCHEMA) {
            throw new IndexServerException(IndexServerException.Reason.NEWER, address, "format " + format + "." + schema);
        }
        if (format < ours || schema < SCHEMA) {
            throw new IndexServerException(IndexServerException.Reason.OLDER, address, "format " + format + "." + schema);
        }
    }

    /// Makes the template and the index where there are none.
    void create(IndexServer server) {
        if (server.ask("GET", address.index() + "/_mapping", Map.of(), null).isEmpty()) {
            var fields = (ObjectNode) fields();
            fields.withObject("/settings/index").put("number_of_shards", shards);
            fields.withObject("/mappings/_meta").setAll(description(1, true, ""));
            var template = JSON.objectNode().put("version", Integer.parseInt(Workspace.FORMAT) * 1000 + SCHEMA).put("priority", 500);
            template.putArray("index_patterns").add(address.index());
            template.set("template", fields);
            server.ask("PUT", "_index_template/" + address.index(), Map.of(), template);
            make(server);
        }
        check(described(server));
    }

    private void make(IndexServer server) {
        try {
            server.ask("PUT", address.index(), Map.of("wait_for_active_shards", "1"), JSON.objectNode());
        } catch (IndexServerException e) {
            // A server that was asked twice, because the first answer was lost, says that it is there already.
            if (server.ask("GET", address.index() + "/_mapping", Map.of(), null).isEmpty()) {
                throw e;
            }
        }
    }

    private static JsonNode fields() {
        try (var in = Objects.requireNonNull(ServerIndex.class.getResourceAsStream(TEMPLATE))) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode description(int commit, boolean settled, String laid) {
        return JSON.objectNode().put(FORMAT_KEY, Workspace.FORMAT).put(SCHEMA_KEY, SCHEMA).put(COMMIT_KEY, commit).put(SETTLED_KEY, settled)
                .put(LAID_KEY, laid);
    }

    /// Whether the last writer came to its end.
    boolean isSettled(IndexServer server) {
        return described(server).path(SETTLED_KEY).booleanValue();
    }

    /// Notes that somebody writes.
    void unsettle(IndexServer server) {
        describe(server, described(server).path(COMMIT_KEY).intValue(), false, laid(server));
    }

    /// How far the index knows what persons laid over the reports.
    String laid(IndexServer server) {
        return described(server).path(LAID_KEY).asText("");
    }

    /// Notes a commit.
    void settled(IndexServer server, boolean whole, String laid) {
        describe(server, described(server).path(COMMIT_KEY).intValue() + 1, whole, laid);
    }

    private void describe(IndexServer server, int commit, boolean settled, String laid) {
        var mapping = JSON.objectNode();
        mapping.set("_meta", description(commit, settled, laid));
        server.ask("PUT", address.index() + "/_mapping", Map.of(), mapping);
    }

    /// Lets readers see what was acknowledged.
    void refresh(IndexServer server) {
        server.ask("POST", address.index() + "/_refresh", Map.of(), null);
    }
}
