package cn.jixiao.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which path holds which content, and by which of its paths a content goes. Not safe for several threads.
final class Filing implements KnownSources {

    private final TreeMap<String, Filed> byPath = new TreeMap<>();
    private final Map<String, TreeSet<String>> pathsOf = new HashMap<>();

    void note(Filed filed) {
        byPath.put(filed.entry().path(), filed);
        pathsOf.computeIfAbsent(filed.entry().docId(), id -> new TreeSet<>()).add(filed.entry().path());
    }

    @Nullable Filed drop(String path) {
        var gone = byPath.remove(path);
        if (gone != null) {
            var rest = paths(gone.entry().docId());
            rest.remove(path);
            if (rest.isEmpty()) {
                pathsOf.remove(gone.entry().docId());
            }
        }
        return gone;
    }

    @Nullable Filed at(String path) {
        return byPath.get(path);
    }

    boolean contains(String docId) {
        return pathsOf.containsKey(docId);
    }

    /// The paths of a content, by name.
    TreeSet<String> paths(String docId) {
        return pathsOf.getOrDefault(docId, new TreeSet<>());
    }

    /// What is known of the paths of a content.
    Stream<SourceEntry> entries(String docId) {
        return paths(docId).stream().map(path -> entry(path));
    }

    /// The path that a content goes by once the entry is in.
    String first(SourceEntry entry) {
        return paths(entry.docId()).stream().filter(path -> byPath.get(path).first()).findFirst().orElse(entry.path());
    }

    private SourceEntry entry(String path) {
        return byPath.get(path).entry();
    }

    @Override
    public Optional<SourceEntry> source(String path) {
        return Optional.ofNullable(byPath.get(path)).map(Filed::entry);
    }

    @Override
    public List<SourceEntry> sources(String prefix) {
        return byPath.tailMap(prefix, true).entrySet().stream().takeWhile(each -> each.getKey().startsWith(prefix))
                .map(each -> each.getValue().entry()).toList();
    }
}
