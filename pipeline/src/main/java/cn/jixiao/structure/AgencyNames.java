package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.dictionary.PlaceName;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.observation.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Finds the names of public bodies: a place, then up to a suffix (`赣州市` + `司法局`), then, where it follows directly
/// and surely ends, the part of it that is meant (`蓉江新区分局`).
final class AgencyNames {

    private static final int LONGEST = 26;
    private static final int LONGEST_PART = 16;
    private static final List<String> COMPANY = List.of("有限责任公司", "有限公司");

    /// @param start where it begins in the text
    /// @param placed whether a place stands before it
    /// @param sure whether its suffix leaves no doubt
    record Name(String text, int start, boolean placed, boolean sure) {
        int end() {
            return start + text.length();
        }
    }

    private final FactWords words;
    private final Regions regions;
    private final List<String> suffixes;
    private final List<String> strong;

    AgencyNames(FactWords words, Regions regions) {
        this.words = words;
        this.regions = regions;
        var all = new ArrayList<>(words.list("suffix.strong"));
        strong = List.copyOf(all);
        all.addAll(words.list("suffix.weak"));
        all.sort(Comparator.comparingInt(String::length).reversed());
        suffixes = List.copyOf(all);
    }

    /// All bodies named with their place, in order.
    List<Name> find(String text) {
        var found = new ArrayList<Name>();
        int free = 0;
        var places = regions.find(text);
        for (int i = 0; i < places.size(); i++) {
            int start = places.get(i).span().start();
            if (start < free) {
                continue;
            }
            while (i + 1 < places.size() && places.get(i + 1).span().start() == places.get(i).span().end()) {
                i++;
            }
            var name = from(text, start, places.get(i));
            if (name.isPresent() && stands(text, name.get(), places.get(i))) {
                found.add(name.get());
                free = name.get().end();
            }
        }
        return List.copyOf(found);
    }

    /// 振兴 in 乡村振兴局 is not 丹东市振兴区: a short name needs a boundary before it.
    private static boolean stands(String text, Name name, PlaceName place) {
        int before = name.start() - 1;
        boolean full = place.kind() != PlaceName.Kind.SHORT || place.span().start() != name.start();
        return full || before < 0 || !Character.isIdeographic(text.charAt(before)) || "年度于由受据".indexOf(text.charAt(before)) >= 0;
    }

    private Optional<Name> from(String text, int start, PlaceName place) {
        int end = end(text, place.span().end(), text.substring(start, place.span().end()));
        if (end < 0) {
            return Optional.empty();
        }
        int whole = start - words.list("name.prefix").stream().filter(each -> text.startsWith(each, start - each.length()))
                .mapToInt(String::length).max().orElse(0);
        var name = text.substring(whole, end);
        boolean sure = strong.stream().anyMatch(name::endsWith);
        // 湖南工业大学 and 天水日报社 are named after places of their rank; a county's short name is too often a word.
        boolean hint = place.kind() == PlaceName.Kind.SHORT && place.span().start() == start && place.candidates().getFirst().level() == Region.Level.COUNTY;
        return hint && !sure ? Optional.empty() : Optional.of(new Name(name, whole, true, sure));
    }

    /// A body named without its place at an offset (`司法局`, `区司法局`); only where the suffix leaves no doubt.
    Optional<Name> unplaced(String text, int start) {
        int end = end(text, start, "\n");
        if (end < 0) {
            return Optional.empty();
        }
        var name = text.substring(start, end);
        return strong.stream().anyMatch(name::endsWith) && name.length() > 2
                ? Optional.of(new Name(name, start, false, true)) : Optional.empty();
    }

    /// The official name of the last and lowest of the places that a title begins with.
    Optional<String> place(String title) {
        return regions.find(title).stream().filter(each -> each.kind() == PlaceName.Kind.NAME).map(PlaceName::name)
                .reduce((above, below) -> below);
    }

    /// The area of the body, if the name alone tells it.
    Optional<Region> area(String name) {
        return regions.find(name).stream().filter(each -> each.kind() != PlaceName.Kind.SHORT || each.span().start() == 0)
                .map(PlaceName::region).filter(Objects::nonNull).max(Comparator.comparing(Region::level));
    }

    /// How often each body is called without its place (`县教育局`), for texts that take the place for granted.
    Map<String, Integer> home(String text) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var own : words.list("name.own")) {
            for (int at = text.indexOf(own); at >= 0; at = text.indexOf(own, at + 1)) {
                int start = at;
                unplaced(text, start).filter(name -> name.text().length() > own.length() + 1).ifPresent(name ->
                        counts.merge(name.text(), 1, Integer::sum));
            }
        }
        return counts;
    }

    /// @param place the areas that the name begins with; where they come again, another name begins
    private int end(String text, int from, String place) {
        int limit = Math.min(text.length(), from + LONGEST);
        for (int at = from; at < limit; at++) {
            if (!letter(text.charAt(at)) || words.startsWith("name.stop", text, at)) {
                return -1;
            }
            int end = at + suffix(text, at);
            if (end > at && !goesOn(text, end)) {
                return text.startsWith(place, end) ? end : part(text, end);
            }
        }
        return -1;
    }

    private static boolean letter(char c) {
        return Character.isIdeographic(c) || c == '（' || c == '）' || c == '(' || c == ')' || c == '、';
    }

    /// The length of the longest suffix at an offset, or 0.
    private int suffix(String text, int at) {
        for (var each : suffixes) {
            if (text.startsWith(each, at)) {
                return each.length();
            }
        }
        return 0;
    }

    /// 委 in 委员 and 中心 in 中心建设项目 end no name.
    private boolean goesOn(String text, int end) {
        boolean weak = strong.stream().noneMatch(each -> text.startsWith(each, end - each.length()));
        return weak && (words.startsWith("suffix.goes_on", text, end - 1) || words.startsWith("suffix.not_with", text, end));
    }

    /// 某省地矿局第二勘察院有限公司 is a company, not the bureau it once belonged to.
    private int company(String text, int end) {
        for (int at = end; at < Math.min(text.length(), end + LONGEST_PART); at++) {
            if (!letter(text.charAt(at)) || text.charAt(at) == '、' || words.startsWith("name.stop", text, at)) {
                return -1;
            }
            for (var ending : COMPANY) {
                if (text.startsWith(ending, at)) {
                    return at > end ? at + ending.length() : -1;
                }
            }
        }
        return -1;
    }

    private int part(String text, int end) {
        int company = company(text, end);
        if (company > end) {
            return company;
        }
        if (text.startsWith("局本级", end)) {
            return end;
        }
        int next = end + suffix(text, end);
        if (next > end && strong.contains(text.substring(end, next))) {
            return next;
        }
        if (end == text.length() || words.startsWith("name.goes_on", text, end)) {
            return end;
        }
        // 忠县矫正中心和忠县法律援助中心 are two.
        int limit = "和与及".indexOf(text.charAt(end)) >= 0 ? end : Math.min(text.length(), end + LONGEST_PART);
        for (int at = end; at < limit; at++) {
            if (!letter(text.charAt(at)) || text.charAt(at) == '、' || words.startsWith("name.stop", text, at)) {
                break;
            }
            int after = at + suffix(text, at);
            boolean ends = after > at && (after == text.length() || Character.isDigit(text.charAt(after))
                    || words.startsWith("name.goes_on", text, after) || words.list("suffix.part").contains(text.substring(at, after)));
            if (ends) {
                return after;
            }
        }
        return end;
    }
}
