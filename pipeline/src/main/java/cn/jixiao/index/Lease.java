package cn.jixiao.index;

import cn.jixiao.index.IndexServerException.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// The right to write into an index on servers, which one client has at a time: what the lock on its folder is to a workspace.
///
/// It is one record of the index. Its holder writes it anew several times while it lasts; every write names the one before
/// (`if_seq_no`, `if_primary_term`), so that of two clients one fails. Who finds another's watches it: if it is written anew,
/// its holder lives; if it stays as it is for as long as it lasts, its holder is gone, and it is taken over. No clock of one
/// machine is compared with that of another.
final class Lease implements AutoCloseable {

    /// Longer than a cluster needs to get over a lost node, and than a pause of a busy client.
    static final Duration LASTS = Duration.ofSeconds(30);

    /// Its record in the index, which no question of [Records] finds.
    static final String ID = "writer";

    private static final int BEATS = 6;
    /// Each look is an answer: time in which no server answers speaks against nobody.
    private static final int LOOKS = 10;

    private static final String OWNER = "owner";
    private static final String HOLDER = "holder";
    private static final String BEAT = "beat";
    private static final String LASTS_MILLIS = "lasts_ms";

    private final IndexServer server;
    private final Duration lasts;
    private final String holder = UUID.randomUUID().toString();
    private final Thread beating = Thread.ofPlatform().daemon().name("lease").unstarted(this::keep);
    private long beat;
    private Map<String, String> version = Map.of();
    private volatile boolean lost;
    private volatile boolean closed;

    private Lease(IndexServer server, Duration lasts) {
        this.server = server;
        this.lasts = lasts;
    }

    /// Takes it, after waiting for as long as it may last where its holder is gone.
    ///
    /// @param lasts without a word of its holder
    /// @throws IndexServerException with [Reason#BUSY] if somebody else has it
    static Lease take(IndexServer server, Duration lasts) {
        var lease = new Lease(server, lasts);
        lease.take();
        lease.beating.start();
        return lease;
    }

    private void take() {
        Map<String, String> seen = Map.of();
        for (int looks = 0;; looks++) {
            var found = found();
            if (found.isEmpty()) {
                if (put(Map.of("op_type", "create"))) {
                    return;
                }
                continue;
            }
            var its = version(found.get());
            if (!its.equals(seen)) {
                if (!seen.isEmpty()) {
                    throw busy(found.get());
                }
                seen = its;
                looks = 0;
            } else if (looks >= LOOKS) {
                if (put(its)) {
                    return;
                }
                throw busy(found().orElse(found.get()));
            }
            LockSupport.parkNanos(stored(found.get()).path(LASTS_MILLIS).longValue() * 1_000_000 / LOOKS);
        }
    }

    /// Makes sure of it, for what only its holder may do next.
    ///
    /// @throws IndexServerException with [Reason#BUSY] if another has taken it over, because this client was not heard of for
    ///     too long
    void hold() {
        beat();
        require();
    }

    /// The same as far as is known without asking.
    void require() {
        if (lost) {
            throw found().map(this::busy).orElseGet(() -> new IndexServerException(Reason.BUSY, server.address(), "another"));
        }
    }

    private synchronized void beat() {
        if (!lost && !closed) {
            lost = !put(version);
        }
    }

    private void keep() {
        while (!lost && !closed) {
            LockSupport.parkNanos(lasts.toNanos() / BEATS);
            try {
                beat();
            } catch (IndexServerException e) {
                // No server answers; whoever writes is told by what it writes, and nobody else gets an answer either.
                continue;
            }
        }
    }

    /// Writes it, if it is still in the state that is named.
    private boolean put(Map<String, String> state) {
        var parameters = new TreeMap<>(state);
        parameters.put("routing", ID);
        beat++;
        try {
            version = version(server.ask("PUT", path(), parameters, record()).orElseThrow());
            return true;
        } catch (IndexServerException e) {
            if (e.reason() != Reason.BUSY) {
                throw e;
            }
            // Or an earlier one was written, and the answer lost.
            var own = found().filter(each -> stored(each).path(HOLDER).asText().equals(holder));
            own.ifPresent(each -> version = version(each));
            return own.isPresent();
        }
    }

    private static JsonNode stored(JsonNode found) {
        return found.path("_source").path(Fields.STORED);
    }

    private ObjectNode record() {
        var record = JsonNodeFactory.instance.objectNode();
        record.putObject(Fields.STORED).put(OWNER, owner()).put(HOLDER, holder).put(BEAT, beat).put(LASTS_MILLIS, lasts.toMillis());
        return record;
    }

    private static String owner() {
        var user = System.getProperty("user.name", "?");
        try {
            return user + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return user;
        }
    }

    private Optional<JsonNode> found() {
        return server.ask("GET", path(), Map.of("routing", ID), null);
    }

    private String path() {
        return server.address().index() + "/_doc/" + ID;
    }

    private static Map<String, String> version(JsonNode answer) {
        return Map.of("if_seq_no", answer.path("_seq_no").asText(), "if_primary_term", answer.path("_primary_term").asText());
    }

    private IndexServerException busy(JsonNode found) {
        return new IndexServerException(Reason.BUSY, server.address(), stored(found).path(OWNER).asText());
    }

    /// Gives it back.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(beating);
        synchronized (this) {
            if (lost) {
                return;
            }
            var parameters = new TreeMap<>(version);
            parameters.put("routing", ID);
            parameters.put("refresh", "true");
            try {
                server.attempt("DELETE", path(), parameters, null);
            } catch (IndexServerException e) {
                // Then it is another's, or is over when nobody was heard of for long enough.
                return;
            }
        }
    }
}
