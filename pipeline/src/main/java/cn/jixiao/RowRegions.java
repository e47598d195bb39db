package cn.jixiao;

import cn.jixiao.dictionary.Regions;
import cn.jixiao.observation.Region;
import cn.jixiao.observe.Observer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the area that a row of a table names (`颍州区`): one within the area the report is about, or, where that is
/// not known, the only one of the country in force that has the name.
record RowRegions(Regions regions) implements Observer.Areas {

    @Override
    public Optional<Region> named(@Nullable Region reported, String words) {
        var name = words.strip();
        if (reported != null) {
            return regions.within(reported, name);
        }
        var named = regions.byName(name).stream().filter(region -> regions.inForce(region.code())).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
}
