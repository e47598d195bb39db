package cn.jixiao.spark;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/// Tells what became of executors, stages and tasks, and how full the executors' heaps were, line by line on standard error.
public final class Watches extends SparkListener {

    static final String MARK = "watched: ";

    private final Map<String, Long> heaps = new TreeMap<>();

    private static void tell(String words) {
        System.err.println(MARK + words.lines().findFirst().orElse(""));
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
        tell("executor lost: " + executor.executorId() + " " + executor.reason());
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted stage) {
        if (stage.stageInfo().failureReason().isDefined()) {
            tell("stage failed: " + stage.stageInfo().failureReason().get());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.reason() instanceof TaskFailedReason reason && !(reason instanceof ExecutorLostFailure)
                && !(reason instanceof TaskKilled)) {
            tell("task failed: " + reason.toErrorString());
        }
    }

    /// As polled; a peak between two looks is not seen.
    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        var peaks = update.executorUpdates().valuesIterator();
        while (peaks.hasNext()) {
            heaps.merge(update.execId(), peaks.next().getMetricValue("JVMHeapMemory"), Math::max);
        }
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd end) {
        heaps.forEach((executor, bytes) -> tell("heap of " + executor + " at most " + (bytes >> 20) + " MB"));
    }
}
