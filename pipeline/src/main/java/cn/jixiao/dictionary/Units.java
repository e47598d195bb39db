package cn.jixiao.dictionary;

import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Unit;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The units of `units.yaml`: money, percent, scores and the measure words that reports count with.
///
/// An entry with a `symbol` spells one unit in several ways (`元`, `元人民币`); an entry without one lists measure
/// words, each a unit of its own. `stops` are words that begin like a unit and are none (`分局`, `元旦`).
public final class Units {

    private static final Set<String> KEYS = Set.of("symbol", "kind", "factor", "group", "words", "stops");

    private final Map<String, Unit> words;
    private final Set<String> stops;

    private Units(Map<String, Unit> words, Set<String> stops) {
        this.words = words;
        this.stops = stops;
    }

    /// @throws DictionaryException at the first broken entry; a word of a later folder replaces that of an earlier one
    public static Units load(Shelf shelf) {
        var words = new LinkedHashMap<String, Unit>();
        var stops = new LinkedHashSet<String>();
        for (var book : shelf.books("units", ".yaml")) {
            for (var entry : book.entries()) {
                add(entry.allow(KEYS), words);
                stops.addAll(entry.texts("stops"));
            }
        }
        return new Units(words, stops);
    }

    private static void add(Entry entry, Map<String, Unit> words) {
        var kind = entry.choice("kind", Kind.class);
        var factor = entry.optional("factor").isPresent() ? entry.number("factor") : BigDecimal.ONE;
        var spellings = entry.texts("words");
        if (spellings.isEmpty()) {
            throw entry.problem("a unit needs words");
        }
        if (factor.signum() <= 0) {
            throw entry.problem("factor", "must be above 0");
        }
        for (var word : spellings) {
            var symbol = entry.optional("symbol");
            words.put(word, new Unit(symbol.orElse(word), kind, symbol.isPresent() ? spellings : List.of(word), factor));
        }
    }

    /// The unit a word spells: `万元` is 10000 CNY.
    public Optional<Unit> find(String word) {
        return Optional.ofNullable(words.get(word));
    }

    /// Every spelling with its unit, in the order of the file.
    public Map<String, Unit> words() {
        return Collections.unmodifiableMap(words);
    }

    /// Words that begin like a unit and are none.
    public Set<String> stops() {
        return Collections.unmodifiableSet(stops);
    }
}
