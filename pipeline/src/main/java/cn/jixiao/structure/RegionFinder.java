package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.dictionary.PlaceName;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Region.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the area reported on: the one in the agency's name, in the title, else the one the text speaks of as its own.
/// A name that several areas share is told by the whole text; where that does not tell, none is given.
final class RegionFinder {

    private static final Pattern SITE = Pattern.compile(
            "(?:欢迎来到|欢迎访问|欢迎您访问|欢迎光临|来源[:：]|发布单位[:：]|发布机构[:：]|主办单位[:：]|主办[:：]|版权所有[:：])\\s?([\\p{IsHan}]{2,20})");
    /// One of which stands wherever the pattern matches.
    private static final List<String> SITE_WORDS = List.of("欢迎", "来源", "发布", "主办", "版权所有");
    private static final Pattern NUMBER = Pattern.compile("([\\p{IsHan}]{2,8}[发字函办文])\\s?[〔\\[【（(]20\\d{2}");
    private static final Pattern NOTICE = Pattern.compile("([\\p{IsHan}]{2,14})财政局(?=关于)");

    private final FactWords words;
    private final Regions regions;

    RegionFinder(FactWords words, Regions regions) {
        this.words = words;
        this.regions = regions;
    }

    Optional<Found<Region>> find(Opening opening, @Nullable String title, @Nullable String agency, @Nullable Integer year) {
        var text = new StringBuilder(opening.text()).append('\n').append(opening.document().source()).append('\n');
        var parts = new LinkedHashMap<String, int[]>();
        for (var part : new String[][] {{"region:title", title}, {"region:agency", agency}}) {
            if (part[1] != null) {
                parts.put(part[0], new int[] {text.length(), text.length() + part[1].length()});
                text.append(part[1]).append('\n');
            }
        }
        var whole = text.toString();
        var places = regions.find(whole);
        return named(whole, places, parts, "region:agency").or(() -> named(whole, places, parts, "region:title"))
                .or(() -> spoken(opening, places)).or(() -> published(opening)).or(() -> notified(opening))
                .or(() -> parts(opening, places)).or(() -> numbered(opening)).or(() -> cited(opening, places)).map(found -> new Found<>(inYear(found.value(), year), found.rule()));
    }

    private Optional<Found<Region>> named(String whole, List<PlaceName> places, Map<String, int[]> parts, String rule) {
        var part = parts.get(rule);
        if (part == null) {
            return Optional.empty();
        }
        var inside = new ArrayList<Region>();
        for (var place : places) {
            boolean within = part[0] <= place.span().start() && place.span().end() <= part[1];
            boolean first = place.kind() != PlaceName.Kind.SHORT || place.span().start() == part[0]
                    || within && "年度于".indexOf(whole.charAt(place.span().start() - 1)) >= 0;
            if (within && first && place.region() != null) {
                inside.add(place.region());
            }
        }
        return inside.stream().max(Comparator.comparing(Region::level)).map(region -> new Found<>(region, rule));
    }

    private Optional<Found<Region>> spoken(Opening opening, List<PlaceName> places) {
        var shown = opening.shown();
        var counts = new LinkedHashMap<Region, Integer>();
        var level = OwnArea.level(words, shown);
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            boolean cited = place.span().end() <= shown.length() && shown.charAt(place.span().start()) == ' ';
            boolean ordered = words.endsAt("agency.cited_before", opening.text(), place.span().start());
            if (place.region() != null && trusted(place, level) && !cited && !ordered && !above(places, i)) {
                counts.merge(place.region(), 1, Integer::sum);
            }
        }
        var own = counts.entrySet().stream().filter(each -> level == null || fits(each.getKey(), level)).toList();
        // A county's report that names nothing but its province does not tell which county it is.
        return most(own).map(region -> new Found<>(region, level == null ? "region:text" : "region:scope"));
    }

    /// Who writes of the whole province calls it 福建 as often as 福建省.
    private static boolean trusted(PlaceName place, @Nullable Level writer) {
        return place.kind() != PlaceName.Kind.SHORT
                || writer == Level.PROVINCE && place.region() != null && place.region().level() == Level.PROVINCE;
    }

    /// 广元市 in 广元市昭化区.
    private boolean above(List<PlaceName> places, int at) {
        var place = places.get(at);
        if (at + 1 == places.size() || places.get(at + 1).span().start() != place.span().end()) {
            return false;
        }
        var next = places.get(at + 1).region();
        return next != null && place.region() != null && regions.ancestors(next).contains(place.region());
    }

    /// Who writes of 我市 and tells of several of its counties writes for the city above them.
    private Optional<Found<Region>> parts(Opening opening, List<PlaceName> places) {
        if (OwnArea.level(words, opening.text()) != Level.PREFECTURE) {
            return Optional.empty();
        }
        var below = new LinkedHashMap<Region, Set<Region>>();
        for (var place : places) {
            var region = place.region();
            if (region != null && region.level() == Level.COUNTY && place.kind() == PlaceName.Kind.NAME) {
                regions.ancestors(region).stream().filter(each -> each.level() == Level.PREFECTURE)
                        .forEach(each -> below.computeIfAbsent(each, key -> new LinkedHashSet<>()).add(region));
            }
        }
        return below.size() == 1 ? below.entrySet().stream().filter(each -> each.getValue().size() > 2)
                .map(each -> new Found<>(each.getKey(), "region:parts")).findFirst() : Optional.empty();
    }

    /// Papers of a county's offices are numbered under its short name: 临泽府办发〔2022〕3号.
    private Optional<Found<Region>> numbered(Opening opening) {
        var level = OwnArea.level(words, opening.text());
        return level == null ? Optional.empty() : NUMBER.matcher(opening.text()).results()
                .flatMap(match -> regions.find(match.group(1)).stream()).map(PlaceName::region).filter(region -> region != null && fits(region, level)).findFirst()
                .map(region -> new Found<>(region, "region:number"));
    }

    /// Where no other area is spoken of, the only county whose papers are cited.
    private Optional<Found<Region>> cited(Opening opening, List<PlaceName> places) {
        var counties = places.stream().filter(place -> place.kind() == PlaceName.Kind.NAME
                && place.span().end() <= opening.text().length()).map(PlaceName::region)
                .filter(region -> region != null && region.level() == Level.COUNTY).distinct().toList();
        return counties.size() == 1 ? Optional.of(new Found<>(counties.getFirst(), "region:cited")) : Optional.empty();
    }

    /// The page says whose site it is: 欢迎来到南县政协网站, 来源：临泽县人民政府.
    private Optional<Found<Region>> published(Opening opening) {
        var lines = new ArrayList<>(opening.beginning(15));
        lines.addAll(opening.ending(6));
        return lines.stream().map(Opening.Line::text).filter(line -> SITE_WORDS.stream().anyMatch(line::contains))
                .flatMap(line -> SITE.matcher(line).results()).flatMap(match -> at(match.group(1)).stream())
                .findFirst().map(region -> new Found<>(region, "region:site"));
    }

    /// The finance bureau that called for the report is of the same area, unless the writer stands below it.
    private Optional<Found<Region>> notified(Opening opening) {
        // The pattern looks back from every place; most reports have none.
        if (!opening.text().contains("财政局关于")) {
            return Optional.empty();
        }
        var level = OwnArea.level(words, opening.text());
        return NOTICE.matcher(opening.text()).results().flatMap(match -> at(match.group(1)).stream())
                .filter(region -> level == null || fits(region, level)).findFirst()
                .map(region -> new Found<>(region, "region:notice"));
    }

    /// The smallest of the areas that the words begin with: 益阳市赫山区.
    private Optional<Region> at(String text) {
        int end = 0;
        Region found = null;
        for (var place : regions.find(text)) {
            if (place.span().start() == end && place.kind() == PlaceName.Kind.NAME && place.region() != null) {
                found = place.region();
                end = place.span().end();
            }
        }
        return Optional.ofNullable(found);
    }

    /// A city may be of any level (全市 is said in 北京市, in 赣州市 and in 平泉市), and 全区 is also said in 宁夏.
    private static boolean fits(Region region, Level level) {
        return region.level() == level || level == Level.PREFECTURE && region.name().endsWith("市")
                || level == Level.COUNTY && region.name().endsWith("自治区");
    }

    private static Optional<Region> most(List<Map.Entry<Region, Integer>> counts) {
        return counts.stream().reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }

    /// A name of old times in a report of later years stands for what the area has become.
    private Region inYear(Region region, @Nullable Integer year) {
        if (year == null || regions.inForce(region.code()) || regions.byCode(region.code(), year).isPresent()) {
            return region;
        }
        return regions.byCode(regions.comparable(region.code())).orElse(region);
    }
}
