package cn.jixiao.dictionary;

import cn.jixiao.observation.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The administrative divisions of China since 1980, by the codes of GB/T 2260, with what became of the abolished ones,
/// and the names that reports call them by.
///
/// A code keeps its line when its name changes (襄樊市 and 襄阳市 are both 420600). Where the code changed too, as when a
/// county became a city, [#comparable(String)] leads to the code in force.
public final class Regions {

    private final Map<String, List<Division>> divisions = new TreeMap<>();
    private final Map<String, Region> regions = new TreeMap<>();
    private final Map<Division, Region> made = new ConcurrentHashMap<>();
    private final Map<String, List<Region>> children = new TreeMap<>();
    private final Map<String, String> successors;
    private final Map<String, List<String>> forerunners = new TreeMap<>();
    private final RegionFiles files;
    private volatile @Nullable Gazetteer gazetteer;

    private Regions(RegionFiles files) {
        this.files = files;
        successors = files.successors;
        for (var division : files.divisions) {
            divisions.computeIfAbsent(division.code(), code -> new ArrayList<>()).add(division);
        }
        divisions.values().forEach(names -> names.sort(Comparator.comparing(Division::end).thenComparing(Division::from)));
        divisions.keySet().forEach(code -> regions.put(code, region(divisions.get(code).getLast())));
        for (var region : regions.values()) {
            if (region.parent() != null && inForce(region.code())) {
                children.computeIfAbsent(region.parent(), code -> new ArrayList<>()).add(region);
            }
        }
        successors.keySet().forEach(code ->
                forerunners.computeIfAbsent(comparable(code), line -> new ArrayList<>()).add(code));
    }

    /// The tree of all names costs more than all else here, and comparisons need no names.
    private Gazetteer gazetteer() {
        var made = gazetteer;
        if (made == null) {
            synchronized (this) {
                made = gazetteer == null ? new Gazetteer(this, files) : gazetteer;
                gazetteer = made;
            }
        }
        return made;
    }

    /// @throws DictionaryException with file and line if a table is broken
    public static Regions load(Shelf shelf) {
        return new Regions(RegionFiles.read(shelf));
    }

    /// The area under the name it has, or had last.
    public Optional<Region> byCode(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    /// The area under the name it had in a year; empty if the code was not in force.
    public Optional<Region> byCode(String code, int year) {
        return divisions.getOrDefault(code, List.of()).stream().filter(each -> each.in(year))
                .reduce((earlier, later) -> later).map(this::region);
    }

    /// All areas of a name, at all levels, those in force first: an official name now or once (`平泉县`), a short one
    /// (`临泽`), or a path of them (`甘肃省张掖市临泽县`).
    public List<Region> byName(String name) {
        var direct = gazetteer().named(name);
        if (!direct.isEmpty()) {
            return direct;
        }
        var found = find(name);
        boolean whole = !found.isEmpty() && found.getFirst().span().start() == 0
                && found.getLast().span().end() == name.length()
                && found.stream().mapToInt(each -> each.name().length()).sum() == name.length();
        if (!whole) {
            return List.of();
        }
        var last = found.getLast().region();
        return last == null ? found.getLast().candidates() : List.of(last);
    }

    /// The one area of a name (`颍州区`, `颍州`) at or below another: what a row of a table means in a report of that area.
    public Optional<Region> within(Region above, String name) {
        var found = byName(name).stream().filter(each -> each.equals(above) || ancestors(each).contains(above)).toList();
        if (found.isEmpty() && name.length() > 1) {
            found = children(above).stream().filter(each -> each.name().startsWith(name)).toList();
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    public Optional<Region> parent(Region region) {
        return region.parent() == null ? Optional.empty() : byCode(region.parent());
    }

    /// From the parent up to the province.
    public List<Region> ancestors(Region region) {
        var found = new ArrayList<Region>();
        for (var above = parent(region); above.isPresent() && !found.contains(above.get()); above = parent(above.get())) {
            found.add(above.get());
        }
        return List.copyOf(found);
    }

    /// The areas in force that belong to this one, by code.
    public List<Region> children(Region region) {
        return List.copyOf(children.getOrDefault(region.code(), List.of()));
    }

    /// All areas in force, by code.
    public List<Region> all() {
        return regions.values().stream().filter(each -> inForce(each.code())).toList();
    }

    public boolean inForce(String code) {
        return divisions.getOrDefault(code, List.of()).stream().anyMatch(each -> each.to().isEmpty());
    }

    /// What carries on the line of an abolished code; empty for a code in force and where no single area does.
    public Optional<Region> successor(String code) {
        return Optional.ofNullable(successors.get(code)).filter(next -> !next.equals(code)).flatMap(this::byCode);
    }

    /// The code under which figures of this and its forerunners can be compared: the last of its successors.
    public String comparable(String code) {
        var line = code;
        for (int step = 0; step < 10 && successors.containsKey(line); step++) {
            line = successors.get(line);
        }
        return line;
    }

    /// The abolished codes, in ascending order, whose lines end in an area or in one below it: of 济南市, 莱芜市 and its
    /// districts too.
    public List<String> joined(String code) {
        return successors.keySet().stream().filter(gone -> byCode(comparable(gone)).filter(its -> its.code().equals(code)
                || ancestors(its).stream().anyMatch(above -> above.code().equals(code))).isPresent()).sorted().toList();
    }

    /// Whether the line of a code carries on figures of any other code, in whatever year.
    public boolean carriesOn(String code) {
        return forerunners.containsKey(code);
    }

    /// The areas in force as a year begins whose figures the line of a code carries on: of 东城区 in 2009, 东城区 and 崇文区.
    public List<Region> forerunners(String code, int year) {
        var january = year + "-01";
        return Stream.concat(Stream.of(code), forerunners.getOrDefault(code, List.of()).stream())
                .flatMap(each -> divisions.getOrDefault(each, List.of()).stream()
                        .filter(its -> its.from().compareTo(january) <= 0 && its.end().compareTo(january) >= 0).limit(1))
                .map(this::region).toList();
    }

    /// All places named in a text, by start, not overlapping; the longest name at each place wins. Names that several
    /// areas share are told apart by what else the text names: the areas above them first, then their neighbours.
    /// Takes time in proportion to the text.
    public List<PlaceName> find(String text) {
        return gazetteer().find(text);
    }

    Region region(Division division) {
        var known = made.get(division);
        if (known != null) {
            return known;
        }
        var parent = division.parent() == null ? null : region(latest(division, division.parent()));
        var region = new Region(division.code(), division.name(), (parent == null ? "" : parent.fullName()) + division.name(),
                division.level(), parent == null ? null : parent.code());
        made.put(division, region);
        return region;
    }

    private Division latest(Division below, String code) {
        var names = divisions.get(code);
        if (names == null) {
            throw new DictionaryException("regions/divisions", 1,
                    "the area " + code + " above " + below.name() + " " + below.code() + " is not listed");
        }
        return names.getLast();
    }
}
