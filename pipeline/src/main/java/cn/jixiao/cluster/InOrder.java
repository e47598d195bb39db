package cn.jixiao.cluster;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Work that several threads do at once and whose results are taken by one, in the order in which the work came. So what
/// comes of it does not depend on the number of threads. A few results a thread wait at most.
final class InOrder<T> implements AutoCloseable {

    private static final int WAITING_A_THREAD = 2;

    private final ExecutorService threads;
    private final int most;
    private final Consumer<T> taker;
    private final ArrayDeque<Future<T>> waiting = new ArrayDeque<>();

    /// @param taker is called by the thread that adds work
    /// @throws IllegalArgumentException if there are no threads
    InOrder(int threads, Consumer<T> taker) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.most = WAITING_A_THREAD * threads;
        this.taker = taker;
    }

    /// Has something done; first takes what is done already, as far as there is no room.
    void add(Callable<T> work) {
        while (waiting.size() >= most) {
            takeFirst();
        }
        waiting.add(threads.submit(work));
    }

    /// Takes all that is left.
    void drain() {
        while (!waiting.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() {
        try {
            taker.accept(waiting.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reports were made ready", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    /// Gives up what was not taken.
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
