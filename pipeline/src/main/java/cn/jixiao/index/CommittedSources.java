package cn.jixiao.index;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The paths of the last commit.
record CommittedSources(TreeMap<String, SourceEntry> byPath) implements KnownSources {

    static CommittedSources of(Stream<SourceEntry> entries) {
        var byPath = new TreeMap<String, SourceEntry>();
        entries.forEach(each -> byPath.put(each.path(), each));
        return new CommittedSources(byPath);
    }

    @Override
    public Optional<SourceEntry> source(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    @Override
    public List<SourceEntry> sources(String prefix) {
        return byPath.tailMap(prefix, true).entrySet().stream().takeWhile(each -> each.getKey().startsWith(prefix))
                .map(java.util.Map.Entry::getValue).toList();
    }
}
