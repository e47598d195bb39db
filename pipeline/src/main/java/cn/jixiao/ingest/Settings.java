package cn.jixiao.ingest;

import cn.jixiao.ingest.worker.Limits;

/// How an import is run; none of it changes what comes out of a file that is within the limits.
///
/// @param jobs how many files are read at once, at least 1
/// @param limits what one file may cost
/// @param retryFailed whether files that failed before and did not change are tried again
public record Settings(int jobs, Limits limits, boolean retryFailed) {

    public Settings {
        if (jobs < 1) {
            throw new IllegalArgumentException(jobs + " jobs");
        }
    }

    /// The usual limits; what failed is left alone.
    public static Settings of(int jobs) {
        return new Settings(jobs, Limits.USUAL, false);
    }
}
