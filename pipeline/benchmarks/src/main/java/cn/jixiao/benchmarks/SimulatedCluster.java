package cn.jixiao.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// A cluster that imports invented files, event by event: runs one after the other, in each the tasks as the Spark module
/// packs them, on machines of which some are slow and any may die.
///
/// @param machines executors
/// @param cores of each
/// @param slowShare machines that take `slowFactor` times as long
/// @param hoursToFailure mean time between failures of one machine
/// @param hostileShare files that cost their whole time limit
/// @param storageBytesPerSecond what all executors together can read and write
record SimulatedCluster(int machines, int cores, double slowShare, double slowFactor, double hoursToFailure,
        double hostileShare, double storageBytesPerSecond) {

    private static final double LIMIT_SECONDS = 60;
    private static final double LEAST_TASK = 1;
    private static final double MOST_TASK = 60;
    private static final int TASKS_A_SLOT = 6;
    private static final int FILES_A_SLOT = 5_000;

    /// What the driver needs to plan a run and to commit it, beside its tables.
    private static final double RUN_SECONDS = 10;
    /// The tables of a run are made of what was staged: this much of the bytes once more each way, by all machines.
    private static final double STAGED_AGAIN = 2;
    /// A driver starts so many tasks a second.
    private static final double TASKS_A_SECOND = 300;
    /// An executor starts, unpacks the program, reads the dictionaries and warms up.
    private static final double START_SECONDS = 25;
    /// A machine that died is back after five minutes, and has to start.
    private static final double SECONDS_AWAY = 300 + START_SECONDS;

    /// What came of it.
    ///
    /// @param hours from start to last commit
    /// @param busy share of the slots' time that was work on files that counted
    /// @param lost share of work done again because a machine died
    /// @param tail share of the slots' time spent waiting for the last tasks of runs
    /// @param storage share of the time that storage, not processors, decided
    record Outcome(double hours, double busy, double lost, double tail, double storage) {
    }

    private static final class Slot {
        private final int machine;
        private double free;

        Slot(int machine, double free) {
            this.machine = machine;
            this.free = free;
        }
    }

    /// Files in one task.
    private record Task(double seconds, long bytes) {
    }

    Outcome importing(long files, FileCosts costs, long seed) {
        var random = new SplittableRandom(seed);
        var world = new World(random);
        long perRun = Math.max(10_000L, (long) machines * cores * FILES_A_SLOT);
        for (long from = 0; from < files; from += perRun) {
            world.run(tasks(Math.min(perRun, files - from), costs, random));
        }
        double all = world.now * machines * cores;
        return new Outcome(world.now / 3600, world.useful / all, world.lost / Math.max(1, world.useful), world.waited / all,
                world.storageBound / world.now);
    }

    /// The files of a run, packed by what they are expected to cost; what they do cost is another thing.
    private List<Task> tasks(long files, FileCosts costs, SplittableRandom random) {
        var seconds = new double[(int) files];
        var bytes = new long[(int) files];
        double total = 0;
        for (int i = 0; i < files; i++) {
            var cost = costs.draw(random);
            seconds[i] = cost.millis() / 1e3;
            bytes[i] = cost.bytes() + cost.written();
            total += seconds[i];
        }
        double target = Math.clamp(total / (machines * cores * TASKS_A_SLOT), LEAST_TASK, MOST_TASK);
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < files;) {
            double expected = 0;
            double taken = 0;
            long moved = 0;
            for (; i < files && expected < target; i++) {
                expected += seconds[i];
                taken += random.nextDouble() < hostileShare ? LIMIT_SECONDS : seconds[i] * Math.exp(random.nextGaussian() * 0.3 - 0.045);
                moved += bytes[i];
            }
            tasks.add(new Task(taken, moved));
        }
        tasks.sort(Comparator.comparingDouble(Task::seconds).reversed());
        return tasks;
    }

    private final class World {

        private final SplittableRandom random;
        private final double[] speed = new double[machines];
        /// Of each machine, in order.
        private final List<List<Double>> deaths = new ArrayList<>();
        private double now;
        private double useful;
        private double lost;
        private double waited;
        private double storageBound;

        World(SplittableRandom random) {
            this.random = random;
            for (int i = 0; i < machines; i++) {
                speed[i] = random.nextDouble() < slowShare ? slowFactor : 1;
                deaths.add(new ArrayList<>());
            }
            now = START_SECONDS;
        }

        private double life() {
            return -Math.log(1 - random.nextDouble()) * hoursToFailure * 3600;
        }

        void run(List<Task> tasks) {
            double start = now;
            var slots = new PriorityQueue<Slot>(Comparator.comparingDouble((Slot slot) -> slot.free).thenComparingInt(slot -> slot.machine));
            for (int i = 0; i < machines * cores; i++) {
                slots.add(new Slot(i / cores, now));
            }
            double started = now;
            long bytes = 0;
            for (var task : tasks) {
                started += 1 / TASKS_A_SECOND;
                place(task, slots, started);
                bytes += task.bytes();
            }
            double end = slots.stream().mapToDouble(slot -> slot.free).max().orElse(now);
            waited += slots.stream().mapToDouble(slot -> end - slot.free).sum();
            double moving = bytes * (1 + STAGED_AGAIN) / storageBytesPerSecond;
            double took = Math.max(end - start, moving);
            storageBound += Math.max(0, moving - (end - start));
            now = start + took + RUN_SECONDS;
        }

        /// Until some machine lives to see its end.
        private void place(Task task, PriorityQueue<Slot> slots, double earliest) {
            while (true) {
                var slot = slots.remove();
                double from = Math.max(slot.free, earliest);
                double death = death(slot.machine, from);
                double to = from + task.seconds() * speed[slot.machine];
                boolean lives = to <= death;
                if (death <= from) {
                    slot.free = death + SECONDS_AWAY;
                } else if (lives) {
                    useful += task.seconds();
                    slot.free = to;
                } else {
                    lost += death - from;
                    slot.free = death + SECONDS_AWAY;
                }
                slots.add(slot);
                if (lives) {
                    return;
                }
            }
        }

        /// When a machine dies next, or died, if it is not back yet.
        private double death(int machine, double at) {
            var its = deaths.get(machine);
            while (its.isEmpty() || its.getLast() <= at) {
                its.add((its.isEmpty() ? 0 : its.getLast() + SECONDS_AWAY) + life());
            }
            int next = its.size() - 1;
            while (next > 0 && its.get(next - 1) + SECONDS_AWAY > at) {
                next--;
            }
            return its.get(next);
        }
    }

    @Override
    public String toString() {
        return machines + " × " + cores + " " + Arrays.asList(slowShare, slowFactor, hoursToFailure, hostileShare);
    }
}
