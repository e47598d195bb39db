package cn.jixiao.dictionary;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place named in a text.
///
/// @param name as written
/// @param candidates the areas it may mean, at least one; those in force first
/// @param region the one it means here, null where the text does not tell
public record PlaceName(Span span, String name, Kind kind, List<Region> candidates, @Nullable Region region) {

    /// How far the words can be trusted.
    public enum Kind {
        /// The official name, now or once.
        NAME,
        /// A zone that stands for the area it belongs to.
        ZONE,
        /// The name without its rank (`临泽`): a hint, and often another word.
        SHORT
    }

    public PlaceName {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' names no area");
        }
    }

    PlaceName meaning(@Nullable Region chosen) {
        return new PlaceName(span, name, kind, candidates, chosen);
    }
}
