package cn.jixiao.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Packs files into tasks: each file to the task with least to do, dear files first (Graham's longest-processing-time
/// rule), so that no task ends much later than the others; a file dear enough for a task has one to itself. The same files
/// and slots give the same tasks, dearest first, which is the order in which Spark starts them.
final class Bins {

    /// Tasks a slot, so that a slow machine takes fewer; below this much work a task is not worth its start.
    private static final int TASKS_A_SLOT = 6;
    private static final double LEAST_MILLIS = 250;
    /// What is lost with a machine is what its tasks had done so far.
    private static final double MOST_MILLIS = 60_000;

    private final List<FileRef> files = new ArrayList<>();
    private final int number;
    private double millis;

    private Bins(int number) {
        this.number = number;
    }

    private void add(FileRef file) {
        files.add(file);
        millis += FileCost.millis(file);
    }

    /// The files of each task, dear ones first.
    static List<List<FileRef>> of(List<FileRef> files, int slots) {
        var sorted = files.stream().sorted(Comparator.comparingDouble(FileCost::millis).reversed()
                .thenComparing(FileRef::path)).toList();
        double total = sorted.stream().mapToDouble(FileCost::millis).sum();
        double target = Math.clamp(total / (Math.max(1, slots) * TASKS_A_SLOT), LEAST_MILLIS, MOST_MILLIS);
        var all = new ArrayList<Bins>();
        int alone = 0;
        for (; alone < sorted.size() && FileCost.millis(sorted.get(alone)) >= target; alone++) {
            var bin = new Bins(alone);
            bin.add(sorted.get(alone));
            all.add(bin);
        }
        all.addAll(shared(sorted.subList(alone, sorted.size()), target, alone));
        return all.stream().sorted(Comparator.comparingDouble((Bins bin) -> bin.millis).reversed()
                .thenComparingInt(bin -> bin.number)).map(bin -> List.copyOf(bin.files)).toList();
    }

    private static List<Bins> shared(List<FileRef> files, double target, int number) {
        if (files.isEmpty()) {
            return List.of();
        }
        double total = files.stream().mapToDouble(FileCost::millis).sum();
        var least = new PriorityQueue<Bins>(Comparator.comparingDouble((Bins bin) -> bin.millis)
                .thenComparingInt(bin -> bin.number));
        for (int i = 0; i < Math.ceil(total / target); i++) {
            least.add(new Bins(number + i));
        }
        for (var file : files) {
            var bin = least.remove();
            bin.add(file);
            least.add(bin);
        }
        return List.copyOf(least);
    }
}
