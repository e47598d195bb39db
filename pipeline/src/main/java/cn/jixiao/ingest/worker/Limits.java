package cn.jixiao.ingest.worker;

import java.time.Duration;

/// How much one file may cost.
///
/// @param time from handing the file over to its whole answer, some times as long where the machine has no time for it
/// @param memoryMb the largest heap of a worker
/// @param files how many files a worker reads before a fresh one takes its place: what leaks, leaks only so far
public record Limits(Duration time, int memoryMb, int files) {

    /// A slow report takes a second; a worker that read ten thousand has long paid for its start and for compiling its code.
    public static final Limits USUAL = new Limits(Duration.ofSeconds(60), 768, 10_000);

    /// The longest text that is handed back, in characters; the longest report seen by us has a tenth of it.
    static final int MOST_CHARACTERS = 2_000_000;

    /// The longest answer, in bytes: the longest text with the place of each character on its page.
    static final int MOST_BYTES = 80_000_000;

    /// A worker cannot even start in less.
    public static final int LEAST_MB = 64;

    public Limits {
        if (time.isNegative() || time.isZero() || memoryMb < LEAST_MB || files < 1) {
            throw new IllegalArgumentException("limits of " + time + ", " + memoryMb + " MB, " + files + " files");
        }
    }

    public Limits withTime(Duration other) {
        return new Limits(other, memoryMb, files);
    }

    public Limits withMemoryMb(int other) {
        return new Limits(time, other, files);
    }
}
