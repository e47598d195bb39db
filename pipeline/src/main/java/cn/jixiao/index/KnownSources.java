package cn.jixiao.index;

import java.util.List;
import java.util.Optional;

/// Which paths were imported, and what became of them.
public interface KnownSources {

    /// What is known of a path.
    Optional<SourceEntry> source(String path);

    /// What is known of every path that begins so, in the order of paths.
    List<SourceEntry> sources(String prefix);
}
