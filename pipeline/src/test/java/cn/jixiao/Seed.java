package cn.jixiao;

/// The seed of a random test, printed so that a failure can be had again with `-Djixiao.seed=N`.
///
/// On a machine that decides whether a change may land (`CI` is set) it is always the same; elsewhere every run tries
/// another one.
public final class Seed {

    private static final long OF_CI = 20_240_601L;

    private Seed() {
    }

    public static long next() {
        long seed = Long.getLong("jixiao.seed", System.getenv("CI") == null ? System.nanoTime() : OF_CI);
        System.out.println("seed " + seed);
        return seed;
    }
}
