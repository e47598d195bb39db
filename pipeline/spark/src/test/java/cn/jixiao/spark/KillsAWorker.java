package cn.jixiao.spark;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/// Kills a worker, its executor and whatever that started, by SIGKILL, when so many tasks have ended: in the middle of the
/// first stage. Runs in the job's own process, as one of Spark's extra listeners.
public final class KillsAWorker extends SparkListener {

    static final String VICTIM = "jixiao.test.victim";
    static final String AFTER = "jixiao.test.after";

    private final AtomicInteger ended = new AtomicInteger();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (ended.incrementAndGet() == Integer.getInteger(AFTER)) {
            var victim = ProcessHandle.of(Long.getLong(VICTIM)).orElseThrow();
            var all = victim.descendants().toList();
            victim.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            System.err.println("killed " + (1 + all.size()) + " processes after " + ended + " tasks");
        }
    }
}
