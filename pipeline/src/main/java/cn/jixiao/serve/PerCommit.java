package cn.jixiao.serve;

import cn.jixiao.index.Records;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/// What is worked out of all records, once a commit: it costs too much to be done for every visitor, and stays true as long
/// as the records are the same.
///
/// @param <K> what there are several of (a language)
/// @param <T> what is kept; it must not hold on to the records
public final class PerCommit<K, T> {

    private final Map<Records, Map<K, T>> kept = new WeakHashMap<>();

    /// What was kept of these records, or what is made now; of several who ask at once one makes it, the others wait.
    public T of(Records records, K key, Function<Records, T> made) {
        synchronized (kept) {
            return kept.computeIfAbsent(records, its -> new HashMap<>()).computeIfAbsent(key, its -> made.apply(records));
        }
    }
}
