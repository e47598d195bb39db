package cn.jixiao;

import cn.jixiao.dictionary.Regions;
import cn.jixiao.observation.Region;
import java.util.Optional;
import java.util.function.Function;

/// Finds the area that a row of a table names (`颍州区`), where only one area of the country in force has that name.
record RowRegions(Regions regions) implements Function<String, Optional<Region>> {

    @Override
    public Optional<Region> apply(String words) {
        var named = regions.byName(words.strip()).stream().filter(region -> regions.inForce(region.code())).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
}
