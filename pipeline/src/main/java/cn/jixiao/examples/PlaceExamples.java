package cn.jixiao.examples;

import cn.jixiao.dictionary.PlaceName;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.observation.Region;
import java.util.List;
import java.util.Set;

/// An example of `regions/examples.yaml` is a text and the codes of the areas it names, `?` where it cannot tell.
record PlaceExamples(Regions regions) {

    Outcome check(Shelf shelf) {
        var outcome = new Outcome.Collector();
        for (var book : shelf.books("regions/examples", ".yaml")) {
            for (var example : book.entries()) {
                var wanted = example.allow(Set.of("text", "places")).texts("places");
                var found = codes(example.text("text"));
                outcome.add(wanted.equals(found), example.place(), example.text("text"), wanted.toString(), found);
            }
        }
        return outcome.outcome();
    }

    /// Short names of counties (临泽) are words too often to be places by themselves.
    private List<String> codes(String text) {
        return regions.find(text).stream().filter(each -> each.kind() != PlaceName.Kind.SHORT
                        || each.candidates().getFirst().level() != Region.Level.COUNTY)
                .map(each -> each.region() == null ? "?" : each.region().code()).toList();
    }
}
