package cn.jixiao.compare;

import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.DerivedIndicators.Derived;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Indicator.Term;
import cn.jixiao.observation.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people mean by the words they ask for indicators and areas with.
public record Naming(Indicators indicators, DerivedIndicators derived, Regions regions) {

    private static final Pattern OPERATION = Pattern.compile("[-+*/×÷()（）@]");

    /// How much of a word must stand, in its order, in a name that is offered for it; and how many are offered.
    private static final double LIKE = 0.6;
    private static final int OFFERED = 5;

    /// An indicator by its id, one of its names, or what reports call this one alone; a derived one, with what it is of
    /// behind a colon; a formula, in which names stand for ids. Empty where nothing is known by the word.
    public Optional<String> indicator(String word) {
        int colon = word.indexOf(':');
        if (colon > 0) {
            return derivedOne(word.substring(0, colon))
                    .flatMap(its -> indicator(word.substring(colon + 1)).map(of -> its.id() + ":" + of));
        }
        return named(word).or(() -> derivedOne(word).map(Derived::id))
                .or(() -> told(word)).or(() -> Optional.of(word).filter(its -> OPERATION.matcher(its).find()).map(this::withIds));
    }

    private Optional<String> named(String word) {
        return indicators.all().stream().filter(each -> each.id().equals(word) || each.name().equals(word)
                || each.englishName().equalsIgnoreCase(word)).map(Indicator::id).findFirst();
    }

    private Optional<String> told(String word) {
        var all = indicators.all().stream().filter(each -> each.terms().stream().anyMatch(term -> term.words().equals(word)))
                .map(Indicator::id).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// What a word that names no indicator may have meant: names and ids, the likeliest first.
    public List<String> like(String word) {
        var known = Stream.concat(
                indicators.all().stream().map(each -> Like.of(word, each.name(), each.id(), each.terms().stream().map(Term::words))),
                derived.all().stream().map(each -> Like.of(word, each.name(), each.id(), Stream.of())));
        return known.filter(each -> each.share() >= LIKE)
                .sorted(Comparator.comparingDouble(Like::share).reversed().thenComparingInt(each -> each.name().length())
                        .thenComparing(Like::id))
                .limit(OFFERED).map(each -> each.name() + " " + each.id()).toList();
    }

    /// A name that a word comes near to.
    private record Like(String name, String id, double share) {

        static Like of(String word, String name, String id, Stream<String> terms) {
            return new Like(name, id, Stream.concat(Stream.of(name, id), terms)
                    .mapToDouble(each -> Naming.share(word, each)).max().orElse(0));
        }
    }

    /// How much of a word stands in a name, in the same order: 法援案件 wholly in 法律援助案件数.
    private static double share(String word, String name) {
        var longest = new int[name.length() + 1];
        for (int i = 0; i < word.length(); i++) {
            int before = 0;
            for (int j = 0; j < name.length(); j++) {
                int above = longest[j + 1];
                longest[j + 1] = word.charAt(i) == name.charAt(j) ? before + 1 : Math.max(above, longest[j]);
                before = above;
            }
        }
        return word.isEmpty() ? 0 : (double) longest[name.length()] / word.length();
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
