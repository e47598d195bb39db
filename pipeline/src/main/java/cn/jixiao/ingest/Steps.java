package cn.jixiao.ingest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Steps carried out one after the other by a thread of its own, while others make the next ones ready: reading goes on
/// while the index writes a segment. Those that wait weigh a bounded sum.
///
/// To be used by one thread. What a step throws is thrown by the next call; steps behind it are left undone.
final class Steps implements AutoCloseable {

    private final int most;
    private final Semaphore room;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(steps -> new Thread(steps, "writing"));
    private volatile @Nullable Throwable fault;
    private volatile boolean closed;

    /// @param most that waiting steps may weigh together; a heavier step waits alone
    Steps(int most) {
        this.most = most;
        this.room = new Semaphore(most);
    }

    /// Returns once there is room for the step, long before it is done.
    void later(int weight, Runnable step) {
        int its = Math.clamp(weight, 1, most);
        acquire(its);
        thread.execute(() -> {
            try {
                carryOut(step);
            } finally {
                room.release(its);
            }
        });
        complain();
    }

    /// Returns once all steps are done.
    void settle() {
        acquire(most);
        room.release(most);
        complain();
    }

    private void carryOut(Runnable step) {
        if (fault != null || closed) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fault = e;
        }
    }

    private void acquire(int weight) {
        try {
            room.acquire(weight);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while importing", e);
        }
    }

    private void complain() {
        switch (fault) {
            case null -> { }
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            case Throwable other -> throw new AssertionError(other);
        }
    }

    /// Waits for the step at work and leaves all others undone.
    @Override
    public void close() {
        closed = true;
        thread.close();
    }
}
