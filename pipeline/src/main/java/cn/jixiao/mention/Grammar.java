package cn.jixiao.mention;

import cn.jixiao.dictionary.Exclusions;
import cn.jixiao.dictionary.Units;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The dictionaries made ready for reading; holds nothing of any document.
final class Grammar {

    static final Unit YUAN = new Unit("CNY", Kind.AMOUNT, List.of("元"), BigDecimal.ONE);
    static final Unit PERCENT = new Unit("%", Kind.RATE, List.of("%"), BigDecimal.ONE);

    static final Unit POINTS = new Unit("分", Kind.SCORE, List.of("分"), BigDecimal.ONE);

    private static final Set<String> DISCRETE = Set.of("个", "件", "人", "名", "位", "户", "家", "所", "起", "宗", "场", "次",
            "期", "人次", "份", "册", "台", "辆", "条", "项", "处", "支", "批", "座", "套", "篇");

    private static final Map<Character, Integer> SCALES = Map.of('百', 2, '千', 3, '万', 4, '亿', 8);

    /// A word of the unit tree; without a unit it only looks like one.
    record Word(@Nullable Unit unit) {
    }

    private final Units units;
    private final WordTree<Word> tree = new WordTree<>();
    private final Shapes shapes;
    private final Shapes bareShapes;

    Grammar(Units units, Exclusions exclusions) {
        this.units = units;
        units.words().forEach((word, unit) -> tree.add(Glyphs.plain(word), new Word(unit)));
        units.stops().forEach(word -> tree.add(Glyphs.plain(word), new Word(null)));
        this.shapes = new Shapes(exclusions, false);
        this.bareShapes = new Shapes(exclusions, true);
    }

    WordTree<Word> tree() {
        return tree;
    }

    Shapes shapes() {
        return shapes;
    }

    Shapes bareShapes() {
        return bareShapes;
    }

    /// The unit of a word that the dictionary knows, or null.
    @Nullable Unit known(String word) {
        return find(word).orElse(null);
    }

    /// A table of large numbers counts in ten thousands of what the dictionary knows (`万件`, `万人次`).
    private Optional<Unit> find(String word) {
        return units.find(word).or(() -> units.find(Glyphs.plain(word))).or(() -> Optional.of(word).filter(its -> its.length() > 1)
                .flatMap(its -> Optional.ofNullable(SCALES.get(its.charAt(0)))
                        .flatMap(zeros -> units.find(its.substring(1)).filter(one -> one.kind() == Kind.COUNT)
                                .map(one -> new Unit(one.symbol(), one.kind(), one.words(), one.factor().scaleByPowerOfTen(zeros))))));
    }

    /// Whether a unit counts things that do not come in fractions, unlike land and lengths.
    boolean isDiscrete(Unit unit) {
        return unit.kind() == Kind.COUNT && DISCRETE.contains(unit.symbol());
    }

    /// The unit that a heading or a unit column names; a word that the dictionary lacks counts as a measure word.
    Optional<Unit> named(String word) {
        var name = word.replaceAll("[\\s()（）]", "");
        if (name.isEmpty() || name.length() > 8) {
            return Optional.empty();
        }
        var first = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        return find(name).or(() -> find(first))
                .or(() -> Optional.of(new Unit(name, Kind.COUNT, List.of(name), BigDecimal.ONE)));
    }
}
