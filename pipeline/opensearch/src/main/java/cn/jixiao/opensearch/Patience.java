package cn.jixiao.opensearch;

import java.util.concurrent.locks.LockSupport;

/// How long servers are waited for: a tenth of a second at first, twice as long each time up to five seconds, two minutes
/// in all. A cluster that lost a node needs some seconds to agree on it.
final class Patience {

    private static final long FIRST = 100_000_000L;
    private static final long LONGEST = 5_000_000_000L;
    private static final long ALL = 120_000_000_000L;

    private long next = FIRST;
    private long waited;

    /// Waits, and tells whether another try is worth it.
    boolean again() {
        if (waited >= ALL || Thread.currentThread().isInterrupted()) {
            return false;
        }
        LockSupport.parkNanos(next);
        waited += next;
        next = Math.min(LONGEST, 2 * next);
        return true;
    }
}
