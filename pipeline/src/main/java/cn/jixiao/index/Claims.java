package cn.jixiao.index;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets steps that touch the same reports or paths go one after the other, and all others at once. A step takes all that
/// it touches in one moment, so no two wait for each other.
final class Claims {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Set<String> taken = new HashSet<>();

    /// Does a step once no other is at work on any of the names, and keeps others away from them until it is done.
    ///
    /// @param touches is asked again whenever another step ended, since that step may have changed the answer
    void during(Supplier<Set<String>> touches, Runnable step) {
        var mine = take(touches);
        try {
            step.run();
        } finally {
            release(mine);
        }
    }

    private Set<String> take(Supplier<Set<String>> touches) {
        lock.lock();
        try {
            var names = touches.get();
            while (!Collections.disjoint(taken, names)) {
                released.awaitUninterruptibly();
                names = touches.get();
            }
            taken.addAll(names);
            return names;
        } finally {
            lock.unlock();
        }
    }

    private void release(Set<String> names) {
        lock.lock();
        try {
            taken.removeAll(names);
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
