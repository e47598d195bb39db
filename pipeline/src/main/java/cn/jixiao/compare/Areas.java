package cn.jixiao.compare;

import cn.jixiao.observation.Region;
import cn.jixiao.observation.Region.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The areas that reports speak of, and those around them.
final class Areas {

    private final TreeMap<String, Region> byCode = new TreeMap<>();
    private final Map<Region, String> lines = new IdentityHashMap<>();
    private final Map<String, List<Region>> below = new HashMap<>();
    private final Places places;
    private @Nullable Region last;

    /// @param places areas by code; what it does not know is taken from the names in the reports
    Areas(Places places) {
        this.places = places;
    }

    /// An area that a report names, or none; one that was renamed or merged counts as what it is today.
    void add(@Nullable Region told) {
        // The index hands out one object an area and segment, so that identity passes over most of them.
        boolean repeated = told == last;
        last = told;
        if (!repeated && told != null && !lines.containsKey(told)) {
            var line = places.comparable(told.code());
            lines.put(told, line);
            // An area in force goes by the name it has today; what no dictionary knows, by its own.
            byCode.put(line, places.byCode(line).orElse(told));
        }
    }

    /// Adds the areas around those that reports name; nothing is added any more then.
    void complete() {
        List.copyOf(byCode.values()).forEach(this::addAround);
        byCode.values().stream().filter(each -> each.parent() != null).forEach(each ->
                below.computeIfAbsent(each.parent(), code -> new ArrayList<>()).add(each));
    }

    /// The code of the area whose line carries on the figures of one that reports named.
    String line(Region told) {
        return Objects.requireNonNull(lines.get(told));
    }

    Optional<Region> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private void addAround(Region region) {
        if (region.parent() != null && !byCode.containsKey(region.parent())) {
            var parent = places.byCode(region.parent()).orElseGet(() -> around(region, region.parent()));
            byCode.put(parent.code(), parent);
            addAround(parent);
        }
    }

    /// The parent as far as the region's own full name tells it: 甘肃省张掖市临泽县 lies in 甘肃省张掖市.
    private static Region around(Region region, String code) {
        var full = region.fullName().endsWith(region.name())
                ? region.fullName().substring(0, region.fullName().length() - region.name().length()) : "";
        var name = full.isEmpty() ? code : full;
        var province = code.substring(0, 2) + "0000";
        return code.equals(province) ? new Region(code, name, name, Level.PROVINCE, null)
                : new Region(code, name, name, Level.PREFECTURE, province);
    }

    List<Region> at(Level level) {
        return byCode.values().stream().filter(region -> region.level() == level).toList();
    }

    List<Region> below(Region region) {
        return below.getOrDefault(region.code(), List.of());
    }

    /// Whether an area is, or lies in, the one with the code.
    boolean within(Region region, String code) {
        for (var each = region; each != null; each = each.parent() == null ? null : byCode.get(each.parent())) {
            if (each.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
