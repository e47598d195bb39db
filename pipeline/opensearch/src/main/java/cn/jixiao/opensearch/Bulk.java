package cn.jixiao.opensearch;

import cn.jixiao.index.IndexServerException;
import cn.jixiao.index.IndexServerException.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;

/// Changes on their way in bulk requests, a few at a time. Who adds waits while as many are under way as may be, so memory
/// holds a few requests at most; what a busy server put back is sent again, alone, after a wait.
final class Bulk implements AutoCloseable {

    /// Bytes of a request; OpenSearch advises five to fifteen megabytes.
    private static final int BYTES = 5 << 20;
    private static final int RECORDS = 4_000;

    /// Requests under way at once.
    private static final int ABREAST = 2;

    private final Wire wire;
    private final Semaphore places = new Semaphore(ABREAST);
    private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
    private List<Change> filling = new ArrayList<>();
    private int bytes;

    Bulk(Wire wire) {
        this.wire = wire;
    }

    synchronized void add(Change change) {
        refuseAfterTrouble();
        filling.add(change);
        bytes += change.lines().length;
        if (bytes >= BYTES || filling.size() >= RECORDS) {
            start();
        }
    }

    private void start() {
        var full = filling;
        filling = new ArrayList<>();
        bytes = 0;
        places.acquireUninterruptibly();
        Thread.ofVirtual().name("bulk").start(() -> {
            try {
                send(full);
            } catch (RuntimeException | Error e) {
                trouble.compareAndSet(null, e);
            } finally {
                places.release();
            }
        });
    }

    /// Waits for all that was added.
    synchronized void settle() {
        if (!filling.isEmpty()) {
            start();
        }
        places.acquireUninterruptibly(ABREAST);
        places.release(ABREAST);
        refuseAfterTrouble();
    }

    private void refuseAfterTrouble() {
        switch (trouble.get()) {
            case null -> { }
            case IndexServerException known -> throw known;
            case Throwable bug -> throw new IllegalStateException("a bulk request failed", bug);
        }
    }

    private void send(List<Change> changes) {
        var patience = new Patience();
        var rest = changes;
        while (!rest.isEmpty()) {
            var answer = wire.send("POST", wire.address().index() + "/_bulk", Map.of(), body(rest));
            if (answer.status() >= 300) {
                throw new IndexServerException(Reason.FAILED, wire.address(), "bulk: " + answer.status() + " " + answer.body());
            }
            rest = putBack(rest, answer.body());
            if (!rest.isEmpty() && !patience.again()) {
                throw new IndexServerException(Reason.FAILED, wire.address(), rest.size() + " records were put back again and again");
            }
        }
    }

    private static Body body(List<Change> changes) {
        var all = new ByteArrayOutputStream();
        changes.forEach(each -> all.writeBytes(each.lines()));
        return Body.from(all.toByteArray(), "application/x-ndjson");
    }

    /// What has to be sent again: records that a busy server, or one that is just going, did not take.
    private List<Change> putBack(List<Change> sent, JsonNode answer) {
        var rest = new ArrayList<Change>();
        if (!answer.path("errors").booleanValue()) {
            return rest;
        }
        int at = 0;
        for (var item : answer.path("items")) {
            var outcome = item.elements().next();
            int status = outcome.path("status").intValue();
            if (status == 429 || status >= 500) {
                rest.add(sent.get(at));
            } else if (status >= 300 && status != 404) {
                throw new IndexServerException(Reason.FAILED, wire.address(), outcome.path("_id").asText() + ": " + outcome.path("error"));
            }
            at++;
        }
        return rest;
    }

    /// Waits for the requests under way; what they bring is settled by nobody, and what is not under way is given up.
    @Override
    public void close() {
        places.acquireUninterruptibly(ABREAST);
    }
}
