package cn.jixiao.dictionary;

import cn.jixiao.dictionary.PlaceName.Kind;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Region.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the names of places in a text.
final class Gazetteer {

    /// Names abolished before this are another place's name by now wherever one is left.
    private static final String LONG_AGO = "2012";

    /// What ends the word before a name: 撤销了忠县, 将忠县, 包括忠县.
    private static final String BEFORE = "了将由在于对为经受与及和是至到从据括立";

    private static final List<String> SMALLER = List.of("新区", "街道", "镇", "乡", "村", "社区", "大道", "大街", "路", "水库", "公园");

    /// The areas that go by a name.
    private record Meaning(Kind kind, List<Region> regions) {
    }

    /// A place of the tree of names.
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private @Nullable Meaning meaning;
    }

    private final Regions regions;
    private final Map<String, String> signs;
    private final Map<String, String> words;
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();
    /// By the first character of a name, which is asked for at every place of every text.
    private final @Nullable Node[] roots = new @Nullable Node[Character.MAX_VALUE + 1];

    Gazetteer(Regions regions, RegionFiles files) {
        this.regions = regions;
        signs = files.signs;
        words = files.words;
        var names = new LinkedHashMap<String, List<Division>>();
        var shorts = new LinkedHashMap<String, List<Division>>();
        files.divisions.forEach(each -> name(each, names, shorts));
        names.forEach((name, divisions) -> put(name, Kind.NAME, newest(divisions)));
        files.names.forEach((name, code) -> put(name, Kind.NAME, regions.byCode(code).stream().toList()));
        files.zones.forEach((name, code) -> put(name, Kind.ZONE, regions.byCode(code).stream().toList()));
        shorts.forEach((name, divisions) -> {
            if (!"common".equals(words.get(name))) {
                put(name, Kind.SHORT, newest(divisions));
            }
        });
        meanings.forEach(this::plant);
    }

    private static void name(Division each, Map<String, List<Division>> names, Map<String, List<Division>> shorts) {
        names.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
        if (each.shortName().isEmpty()) {
            return;
        }
        shorts.computeIfAbsent(each.shortName(), name -> new ArrayList<>()).add(each);
        // 阜新县 for 阜新蒙古族自治县, 湘西州 for 湘西土家族苗族自治州.
        int rank = each.name().lastIndexOf("自治");
        if (rank > 0 && !each.name().endsWith("区")) {
            names.computeIfAbsent(each.shortName() + each.name().substring(rank + 2), name -> new ArrayList<>()).add(each);
        }
    }

    /// One area for each line of succession, those in force first.
    private List<Region> newest(List<Division> divisions) {
        var recent = divisions.stream().filter(each -> each.end().compareTo(LONG_AGO) > 0).toList();
        var lines = new LinkedHashMap<String, Division>();
        for (var each : recent.isEmpty() ? divisions : recent) {
            lines.merge(regions.comparable(each.code()), each, (one, other) -> one.end().compareTo(other.end()) < 0 ? other : one);
        }
        return lines.values().stream().sorted(Comparator.comparing(Division::end).reversed().thenComparing(Division::code))
                .map(regions::region).toList();
    }

    private void put(String name, Kind kind, List<Region> areas) {
        if (!areas.isEmpty() && !name.isEmpty()) {
            meanings.putIfAbsent(name, new Meaning(kind, areas));
        }
    }

    private void plant(String name, Meaning meaning) {
        char first = name.charAt(0);
        var node = roots[first] == null ? new Node() : roots[first];
        roots[first] = node;
        for (int i = 1; i < name.length(); i++) {
            node = node.next.computeIfAbsent(name.charAt(i), letter -> new Node());
        }
        node.meaning = meaning;
    }

    List<Region> named(String name) {
        var meaning = meanings.get(name);
        return meaning == null ? List.of() : meaning.regions();
    }

    List<PlaceName> find(String text) {
        var found = spot(text);
        var around = new Surroundings(regions);
        found.forEach(around::add);
        sign(text, around);
        return around.resolve(found);
    }

    private List<PlaceName> spot(String text) {
        var found = new ArrayList<PlaceName>();
        for (int at = 0; at < text.length();) {
            var name = longest(text, at);
            if (name != null && stands(text, name, found)) {
                found.add(name);
                at = name.span().end();
            } else {
                at++;
            }
        }
        return found;
    }

    private @Nullable PlaceName longest(String text, int start) {
        Meaning meaning = null;
        int end = start;
        var node = roots[text.charAt(start)];
        for (int at = start + 1; node != null; at++) {
            if (node.meaning != null) {
                meaning = node.meaning;
                end = at;
            }
            node = at < text.length() ? node.next.get(text.charAt(at)) : null;
        }
        if (meaning == null) {
            return null;
        }
        var span = new Span(start, end);
        return new PlaceName(span, span.of(text), meaning.kind(), meaning.regions(), null);
    }

    /// 和县 in 省市和县财政 and 成县 in 建成县级 are no counties: a name of two characters needs a boundary before it or
    /// the area above it, and so does a word like 城区 need its city.
    private boolean stands(String text, PlaceName name, List<PlaceName> before) {
        if (name.kind() == Kind.SHORT) {
            return !smaller(text, name);
        }
        if (name.kind() != Kind.NAME) {
            return true;
        }
        boolean generic = "generic".equals(words.get(name.name()));
        int start = name.span().start();
        if (!before.isEmpty() && before.getLast().span().end() == start) {
            return !generic || name.candidates().stream().anyMatch(each -> below(each, before.getLast()));
        }
        boolean tight = generic || name.name().length() == 2 && name.candidates().getFirst().level() == Level.COUNTY;
        return !tight || start == 0 || !Character.isIdeographic(text.charAt(start - 1))
                || !generic && !"verbal".equals(words.get(name.name())) && BEFORE.indexOf(text.charAt(start - 1)) >= 0;
    }

    /// 南湖新区 of 岳阳 and 临泽镇 of 高邮 only share their name with a county of another place.
    private static boolean smaller(String text, PlaceName name) {
        boolean county = name.candidates().getFirst().level() == Level.COUNTY;
        int end = name.span().end();
        return county && SMALLER.stream().anyMatch(each -> text.startsWith(each, end));
    }

    private boolean below(Region region, PlaceName above) {
        return regions.ancestors(region).stream().anyMatch(above.candidates()::contains);
    }

    /// The character that a document number begins with names a province: 粤发〔2019〕5号.
    private void sign(String text, Surroundings around) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '〔' && text.charAt(at) != '[') {
                continue;
            }
            int start = at;
            while (start > 0 && at - start < 8 && Character.isIdeographic(text.charAt(start - 1))) {
                start--;
            }
            if (start < at && at - start < 8) {
                var code = signs.get(text.substring(start, start + 1));
                if (code != null) {
                    regions.byCode(code).ifPresent(around::hint);
                }
            }
        }
    }
}
