package cn.jixiao.evaluate;

/// Hits, false alarms and misses.
public record Tally(int right, int wrong, int missed) {

    public static final Tally NONE = new Tally(0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /// The share of what was found that is right; 1 where nothing was found.
    public double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /// The share of what there is that was found; 1 where there is nothing.
    public double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    /// The harmonic mean of precision and recall.
    public double f1() {
        return right == 0 ? (wrong + missed == 0 ? 1 : 0) : 2 * precision() * recall() / (precision() + recall());
    }
}
