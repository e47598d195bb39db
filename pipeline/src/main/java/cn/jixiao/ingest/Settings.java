package cn.jixiao.ingest;

import cn.jixiao.ingest.worker.Limits;
import cn.jixiao.read.ocr.Ocr;

/// How an import is run; but for `ocr`, none of it changes what comes out of a file that is within the limits.
///
/// @param jobs how many files are read at once, at least 1
/// @param limits what one file may cost
/// @param retryFailed whether files that failed before and did not change are tried again
/// @param ocr which pages are read from their picture, where Tesseract is installed
/// @param commitEvery after how many files what was read is made lasting, if some seconds have not passed before; a
///                    killed import repeats no more than these
public record Settings(int jobs, Limits limits, boolean retryFailed, Ocr ocr, int commitEvery) {

    private static final int USUAL_COMMIT = 5000;

    public Settings {
        if (jobs < 1 || commitEvery < 1) {
            throw new IllegalArgumentException(jobs + " jobs, a commit every " + commitEvery + " files");
        }
    }

    public Settings(int jobs, Limits limits, boolean retryFailed) {
        this(jobs, limits, retryFailed, Ocr.AUTO, USUAL_COMMIT);
    }

    /// Files in work at once, half as many again as are read: while one's records are made, its worker reads another.
    int underWay() {
        return jobs + (jobs + 1) / 2;
    }

    /// The usual limits; what failed is left alone.
    public static Settings of(int jobs) {
        return new Settings(jobs, Limits.USUAL, false);
    }
}
