package cn.jixiao.dictionary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Indicators worked out from others, from `derived.yaml`. What a formula means is the comparison's business.
public final class DerivedIndicators {

    public static final DerivedIndicators NONE = new DerivedIndicators(Map.of());

    private static final Set<String> KEYS = Set.of("id", "name", "english", "formula", "unit");

    /// One entry.
    ///
    /// @param unit as people read it (`元/件`), or `%`
    /// @param place file and line, for messages
    public record Derived(String id, String name, String englishName, String formula, String unit, String place) {
    }

    private final Map<String, Derived> byId;

    private DerivedIndicators(Map<String, Derived> byId) {
        this.byId = byId;
    }

    /// @throws DictionaryException with file and line if an entry is broken
    public static DerivedIndicators load(Shelf shelf) {
        var byId = new LinkedHashMap<String, Derived>();
        for (var book : shelf.books("derived", ".yaml")) {
            for (var entry : book.entries()) {
                entry.allow(KEYS);
                byId.put(entry.text("id"), new Derived(entry.text("id"), entry.text("name"), entry.text("english"),
                        entry.text("formula"), entry.text("unit"), entry.place()));
            }
        }
        return new DerivedIndicators(byId);
    }

    public List<Derived> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Derived> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
