package cn.jixiao.ingest.worker;

import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One worker as the importing process sees it. Used by one thread at a time.
final class WorkerProcess implements AutoCloseable {

    /// What HotSpot answers with on `ExitOnOutOfMemoryError`.
    private static final int OUT_OF_MEMORY = 3;

    /// How many times its limit a file may take where the worker hardly gets to work.
    private static final int MOST_DELAYS = 3;

    /// A dying process writes its last words first.
    private static final int SECONDS_TO_DIE = 20;

    private static final List<String> COMPILED_QUICKLY = List.of("-XX:TieredStopAtLevel=1");

    /// The second compiler gets only what runs for every file, and takes less of what that calls into it.
    private static final List<String> COMPILED_WELL = List.of("-XX:Tier4InvocationThreshold=25000",
            "-XX:Tier4MinInvocationThreshold=3000", "-XX:Tier4CompileThreshold=75000", "-XX:Tier4BackEdgeThreshold=200000",
            "-XX:MaxInlineLevel=9", "-XX:InlineSmallCode=1000", "-XX:FreqInlineSize=150");

    /// What came back for a file.
    sealed interface Answer<T> {

        record Made<T>(T made) implements Answer<T> {
        }

        /// The worker is lost, and the file with it.
        record Lost<T>(Problem.Kind kind, String detail) implements Answer<T> {
        }
    }

    private final Process process;
    private final Path folder;
    private final Limits limits;
    private final ScheduledExecutorService clock;
    private final DataOutputStream out;
    private final DataInputStream in;
    private boolean ready;
    private int served;

    private WorkerProcess(Process process, Path folder, Limits limits, ScheduledExecutorService clock) {
        this.process = process;
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /// Starts a worker without waiting for it.
    ///
    /// @param many whether it will read enough files for compiling well to pay
    /// @param shelf dictionaries, read by the worker that first has to extract
    /// @param folder where workers put their folders; created if need be
    static WorkerProcess start(Limits limits, boolean many, Shelf shelf, Path folder, ScheduledExecutorService clock) {
        try {
            Files.createDirectories(folder);
            var own = Files.createTempDirectory(folder, "worker").toAbsolutePath();
            var process = new ProcessBuilder(command(limits, many, shelf, own)).directory(own.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new WorkerProcess(process, own, limits, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("a worker cannot be started", e);
        }
    }

    private static List<String> command(Limits limits, boolean many, Shelf shelf, Path own) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Room for the classes that every worker loads, or the heap would be collected for their sake at the start.
                "-Xmx" + limits.memoryMb() + "m", "-XX:MetaspaceSize=96m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + own.resolve("crash.log"), "-Xshare:auto", "-Xlog:disable",
                "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=" + own, "-D" + Scratch.FOLDER + "=" + own));
        command.addAll(many ? COMPILED_WELL : COMPILED_QUICKLY);
        var reader = System.getProperty(Worker.READER);
        if (reader != null) {
            command.add("-D" + Worker.READER + "=" + reader);
        }
        // One option for each folder: a path may hold any separator.
        for (int i = 0; i < shelf.folders().size(); i++) {
            command.add("-D" + Worker.SHELF + i + "=" + shelf.folders().get(i).toAbsolutePath());
        }
        command.addAll(List.of("-cp", ClassPath.own(), Worker.class.getName()));
        return command;
    }

    /// Whether it has read files before.
    boolean worn() {
        return served > 1;
    }

    /// Whether it lives and has not served its time.
    boolean fit() {
        return process.isAlive() && served < limits.files();
    }

    /// Has a file read within the limits. After [Answer.Lost] the worker is dead.
    ///
    /// @throws IllegalStateException if the worker never came up: then no file will be read by any
    ///
    /// @param time how long it may take
    /// @param type of the answer
    <T> Answer<T> ask(Wire.Request request, Duration time, Class<T> type) {
        awaitReady();
        served++;
        var late = new AtomicBoolean();
        var alarm = clock.scheduleWithFixedDelay(new Alarm(time, late), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Wire.ask(out, request);
            return new Answer.Made<>(Wire.answered(in, type));
        } catch (Wire.TooLongException e) {
            return lost(Problem.Kind.TOO_LARGE, e.getMessage());
        } catch (Wire.GarbledException e) {
            return lost(Problem.Kind.CRASHED, "output");
        } catch (IOException | UncheckedIOException e) {
            return late.get() ? lost(Problem.Kind.TIMED_OUT, time.toSeconds() + " s") : dead();
        } finally {
            alarm.cancel(false);
        }
    }

    /// Ends a worker that is at a file for too long. On a machine that has much else to do, or was asleep, a worker may have
    /// had no time to work; so it is ended once it worked for half of the limit, or the limit has passed several times.
    private final class Alarm implements Runnable {

        private final Duration time;
        private final AtomicBoolean late;
        private final Optional<Duration> before = worked();
        private int passed;

        Alarm(Duration time, AtomicBoolean late) {
            this.time = time;
            this.late = late;
        }

        @Override
        public void run() {
            passed++;
            var now = worked();
            if (passed >= MOST_DELAYS || before.isEmpty() || now.isEmpty()
                    || now.get().minus(before.get()).compareTo(time.dividedBy(2)) >= 0) {
                late.set(true);
                kill();
            }
        }
    }

    /// Processor time so far, that of programs it started included; none where the system does not tell, then only the
    /// clock counts.
    private Optional<Duration> worked() {
        return process.info().totalCpuDuration().map(own -> process.descendants()
                .flatMap(each -> each.info().totalCpuDuration().stream()).reduce(own, Duration::plus));
    }

    private void awaitReady() {
        if (ready) {
            return;
        }
        try {
            Wire.awaitReady(in);
            ready = true;
        } catch (IOException e) {
            kill();
            throw new IllegalStateException("a worker did not start, exit status " + status(), e);
        }
    }

    private <T> Answer<T> dead() {
        int status = ownStatus();
        return status == OUT_OF_MEMORY ? lost(Problem.Kind.TOO_LARGE, "memory above " + limits.memoryMb() + " MB")
                : lost(Problem.Kind.CRASHED, "exit status " + status);
    }

    private <T> Answer<T> lost(Problem.Kind kind, String detail) {
        close();
        return new Answer.Lost<>(kind, detail);
    }

    /// The exit status that a process which closed its pipe comes to by itself; it is given a moment.
    private int ownStatus() {
        try {
            if (process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        return status();
    }

    /// The exit status; of a process that closed its pipe and lives on, the one it is killed with.
    private int status() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Ends the process and deletes its folder.
    @Override
    public void close() {
        kill();
        status();
        Scratch.delete(folder);
        closeQuietly(in);
        closeQuietly(out);
    }

    private static void closeQuietly(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) {
            // What was buffered for a dead process has nowhere to go.
            return;
        }
    }
}
