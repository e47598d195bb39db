package cn.jixiao.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;

/// Ids of contents that are in already, sixteen bytes each, so that ten millions of them can be told to every executor.
final class KnownIds implements Predicate<String>, Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 16;

    private final long[] high;
    private final long[] low;

    /// @param ids of 32 hexadecimal digits
    KnownIds(Collection<String> ids) {
        var sorted = ids.stream().sorted().distinct().toArray(String[]::new);
        high = new long[sorted.length];
        low = new long[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            high[i] = high(sorted[i]);
            low[i] = low(sorted[i]);
        }
    }

    @Override
    public boolean test(String id) {
        int at = lowest(high(id));
        for (; at < high.length && high[at] == high(id); at++) {
            if (low[at] == low(id)) {
                return true;
            }
        }
        return false;
    }

    /// The first place of a value; text order of the digits is the order of unsigned numbers.
    private int lowest(long value) {
        int from = 0;
        int to = high.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Long.compareUnsigned(high[middle], value) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static long high(String id) {
        return Long.parseUnsignedLong(id, 0, DIGITS, 16);
    }

    private static long low(String id) {
        return Long.parseUnsignedLong(id, DIGITS, 2 * DIGITS, 16);
    }

    @Override
    public String toString() {
        return high.length + " ids " + Integer.toHexString(Arrays.hashCode(low));
    }
}
