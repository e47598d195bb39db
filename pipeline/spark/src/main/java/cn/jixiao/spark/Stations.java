package cn.jixiao.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.spark.SparkEnv;

/// What the tasks of one executor share: the program on disk, its dictionaries in memory, its worker processes. Tasks share
/// no state of their own through it; it is kept for the process because all of it is dear to make.
///
/// Made when the first task asks, closed when none has asked for a while, and when the process ends.
final class Stations {

    private static final long IDLE_SECONDS = 60;

    private static final Stations HERE = new Stations();

    private final Map<String, Station> byKnowledge = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("jixiao-idle").factory());

    private Stations() {
        clock.scheduleWithFixedDelay(this::closeIdle, IDLE_SECONDS, IDLE_SECONDS, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "jixiao-close"));
    }

    /// Asks for the station with this knowledge; close the lease when the task is done.
    static Station lease(Knowledge knowledge) {
        return HERE.leaseHere(knowledge);
    }

    /// Ends what this process holds, once no task of it runs any more.
    static void close() {
        HERE.closeAll();
    }

    private synchronized Station leaseHere(Knowledge knowledge) {
        var station = byKnowledge.computeIfAbsent(knowledge.name(), name -> new Station(knowledge));
        station.leases++;
        return station;
    }

    private synchronized void give(Station station) {
        station.leases--;
        station.used = System.nanoTime();
    }

    private synchronized void closeIdle() {
        long longAgo = System.nanoTime() - TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
        byKnowledge.values().removeIf(station -> {
            boolean idle = station.leases == 0 && station.used - longAgo < 0;
            if (idle) {
                station.end();
            }
            return idle;
        });
    }

    private synchronized void closeAll() {
        byKnowledge.values().forEach(Station::end);
        byKnowledge.clear();
    }

    /// A program at work in this process.
    static final class Station implements AutoCloseable {

        private final Program program;
        private final Path scratch;
        private final Function<Map<String, Object>, Iterator<Map<String, Object>>> task;
        private int leases;
        private long used;

        private Station(Knowledge knowledge) {
            program = Program.unpack(place());
            scratch = program.folder().resolve("scratch");
            task = program.task(knowledge.unpack(program.folder()), settings(knowledge), scratch.resolve("workers"));
        }

        /// As many readers as an executor can run tasks at once: never more than it has processors.
        private static Map<String, String> settings(Knowledge knowledge) {
            var settings = new HashMap<>(knowledge.settings());
            settings.putIfAbsent("jobs", Integer.toString(Runtime.getRuntime().availableProcessors()));
            return settings;
        }

        /// An executor's working folder is cleaned up with it; a driver's is the user's.
        private static Path place() {
            var environment = SparkEnv.get();
            boolean executor = environment != null && !environment.executorId().equals("driver");
            var own = Path.of("").toAbsolutePath();
            return executor && Files.isWritable(own) ? own : Path.of(System.getProperty("java.io.tmpdir"));
        }

        /// Where tasks may put files.
        Path scratch() {
            return scratch;
        }

        /// The rows that a file comes to, read while they are iterated.
        Iterator<Map<String, Object>> read(Map<String, Object> request) {
            var rows = program.within(() -> task.apply(request));
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Map<String, Object> next() {
                    return program.within(rows::next);
                }
            };
        }

        private void end() {
            try {
                ((AutoCloseable) task).close();
            } catch (Exception e) {
                // The workers end with this process in any case.
                return;
            } finally {
                program.close();
            }
        }

        @Override
        public void close() {
            HERE.give(this);
        }
    }
}
