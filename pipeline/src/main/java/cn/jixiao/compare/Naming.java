package cn.jixiao.compare;

import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.DerivedIndicators.Derived;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people mean by the words they ask for indicators and areas with.
public record Naming(Indicators indicators, DerivedIndicators derived, Regions regions) {

    private static final Pattern OPERATION = Pattern.compile("[-+*/×÷()（）@]");

    /// An indicator by its id or one of its names; a derived one, with what it is of behind a colon; a formula, in which
    /// names stand for ids. Empty where nothing is known by the word.
    public Optional<String> indicator(String word) {
        int colon = word.indexOf(':');
        if (colon > 0) {
            return derivedOne(word.substring(0, colon))
                    .flatMap(its -> indicator(word.substring(colon + 1)).map(of -> its.id() + ":" + of));
        }
        return named(word).or(() -> derivedOne(word).map(Derived::id))
                .or(() -> Optional.of(word).filter(its -> OPERATION.matcher(its).find()).map(this::withIds));
    }

    private Optional<String> named(String word) {
        return indicators.all().stream().filter(each -> each.id().equals(word) || each.name().equals(word)
                || each.englishName().equalsIgnoreCase(word)).map(Indicator::id).findFirst();
    }

    private Optional<Derived> derivedOne(String word) {
        return derived.all().stream().filter(each -> each.id().equals(word) || each.name().equals(word)).findFirst();
    }

    /// Chinese names in a formula as ids, the longest first, so that none is taken for the beginning of another.
    private String withIds(String formula) {
        var names = indicators.all().stream()
                .sorted(Comparator.comparing((Indicator each) -> each.name().length()).reversed()).toList();
        var words = formula;
        for (var each : names) {
            words = words.replace(each.name(), each.id());
        }
        return words;
    }

    /// The areas that a code or a name can mean: those in force, and only where there is none, abolished ones.
    public List<Region> areas(String words) {
        var coded = regions.byCode(words);
        if (coded.isPresent()) {
            return List.of(coded.get());
        }
        var named = regions.byName(words);
        var now = named.stream().filter(each -> regions.inForce(each.code())).toList();
        return now.isEmpty() ? named : now;
    }
}
