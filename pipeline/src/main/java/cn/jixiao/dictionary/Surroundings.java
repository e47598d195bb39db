package cn.jixiao.dictionary;

import cn.jixiao.dictionary.PlaceName.Kind;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Region.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What else a text names, by which a name that several areas share is told.
final class Surroundings {

    private static final int SAME = 40;
    private static final int PARENT = 10;
    private static final int NEIGHBOUR = 3;
    private static final int ENOUGH = 20;

    private final Regions regions;
    /// How often each area is named without doubt, and how often some area within it.
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<String, Integer> within = new HashMap<>();

    Surroundings(Regions regions) {
        this.regions = regions;
    }

    void add(PlaceName name) {
        if (name.candidates().size() == 1 && trusted(name)) {
            count(name.candidates().getFirst());
        }
    }

    /// Something that tells of an area without naming it.
    void hint(Region region) {
        count(region);
    }

    private static boolean trusted(PlaceName name) {
        return name.kind() != Kind.SHORT || name.candidates().getFirst().level() != Level.COUNTY;
    }

    private void count(Region region) {
        named.merge(region.code(), 1, Integer::sum);
        regions.ancestors(region).forEach(above -> within.merge(above.code(), 1, Integer::sum));
    }

    List<PlaceName> resolve(List<PlaceName> names) {
        // First those that stand right behind the area above them: they tell of the others.
        for (int i = 1; i < names.size(); i++) {
            var beside = beside(names.get(i - 1), names.get(i));
            if (beside != null && names.get(i).candidates().size() > 1) {
                count(beside);
            }
        }
        var resolved = new ArrayList<PlaceName>(names.size());
        for (int i = 0; i < names.size(); i++) {
            resolved.add(names.get(i).meaning(choose(i == 0 ? null : names.get(i - 1), names.get(i))));
        }
        return List.copyOf(resolved);
    }

    private @Nullable Region beside(PlaceName before, PlaceName name) {
        if (before.span().end() != name.span().start()) {
            return null;
        }
        var below = name.candidates().stream().filter(each -> regions.ancestors(each).stream()
                .anyMatch(before.candidates()::contains)).toList();
        return below.size() == 1 ? below.getFirst() : null;
    }

    private @Nullable Region choose(@Nullable PlaceName before, PlaceName name) {
        if (name.candidates().size() == 1) {
            return name.candidates().getFirst();
        }
        var beside = before == null ? null : beside(before, name);
        if (beside != null) {
            return beside;
        }
        int most = name.candidates().stream().mapToInt(this::score).max().orElse(0);
        var best = name.candidates().stream().filter(each -> score(each) == most).toList();
        return most > 0 && best.size() == 1 ? best.getFirst() : lone(name);
    }

    private int score(Region region) {
        int score = SAME * Math.min(ENOUGH, named.getOrDefault(region.code(), 0));
        for (var above : regions.ancestors(region)) {
            boolean near = above.level() == Level.PREFECTURE;
            score += (near ? 2 * PARENT : PARENT) * Math.min(ENOUGH, named.getOrDefault(above.code(), 0));
            score += (near ? NEIGHBOUR : 1) * Math.min(ENOUGH, within.getOrDefault(above.code(), 0));
        }
        return score;
    }

    /// Without any context, a province or city goes before a county of the same short name (吉林), and the only area in
    /// force before abolished ones.
    private @Nullable Region lone(PlaceName name) {
        var inForce = name.candidates().stream().filter(each -> regions.inForce(each.code())).toList();
        if (inForce.size() == 1) {
            return inForce.getFirst();
        }
        var highest = inForce.stream().min((a, b) -> a.level().compareTo(b.level())).orElse(null);
        boolean alone = highest != null && inForce.stream().filter(each -> each.level() == highest.level()).count() == 1;
        return alone ? highest : null;
    }
}
