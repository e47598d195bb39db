package cn.jixiao.serve;

import cn.jixiao.index.RecordStore;
import cn.jixiao.index.Records;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The records of the last commit, for any number of requests at once. When an import or another program commits, or
/// somebody corrects something, the next request opens the new records; those before it go on with the old ones, which are closed after the last of them.
public final class LiveRecords implements AutoCloseable {

    private final RecordStore store;
    private @Nullable Opened current;
    private boolean closed;

    LiveRecords(RecordStore store) {
        this.store = store;
    }

    /// Records with how many are at them; the one that holds them open counts too.
    private static final class Opened {

        private final Records records;
        /// Of the index, and what persons had laid over it.
        private final String commit;
        private int users = 1;

        Opened(Records records, String commit) {
            this.records = records;
            this.commit = commit;
        }
    }

    /// What is made of the records; nothing of them may be kept beyond it.
    ///
    /// @throws cn.jixiao.index.WorkspaceException if nothing was imported yet, or it cannot be read
    public <T> T with(Function<Records, T> question) {
        var opened = take();
        try {
            return question.apply(opened.records);
        } finally {
            release(opened);
        }
    }

    private synchronized Opened take() {
        if (closed) {
            throw new IllegalStateException("the server was stopped");
        }
        var commit = store.commit() + ' ' + store.overlay().now().state();
        var opened = current;
        if (opened == null || !opened.commit.equals(commit)) {
            var fresh = new Opened(store.read(), commit);
            current = fresh;
            if (opened != null) {
                release(opened);
            }
            opened = fresh;
        }
        opened.users++;
        return opened;
    }

    private synchronized void release(Opened opened) {
        if (--opened.users == 0) {
            opened.records.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            release(current);
            current = null;
        }
    }
}
