package cn.jixiao.compare;

import cn.jixiao.compare.FormulaException.Reason;
import cn.jixiao.dictionary.DerivedIndicators.Derived;
import cn.jixiao.observation.Indicator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a table is about.
///
/// @param id as the query words it
/// @param name for people
/// @param unit of what is worked out; empty for an indicator told by reports, whose unit is the one that most carry
/// @param formula null for an indicator told by reports
/// @param words the formula as written, or null
record Subject(String id, String name, String unit, @Nullable Formula formula, @Nullable String words) {

    /// Indicators whose figures it needs.
    List<String> indicators() {
        return formula == null ? List.of(id)
                : formula.operands().stream().map(Formula.Operand::indicator).distinct().toList();
    }

    /// @param word an indicator, a derived one, a pattern with its indicator behind a colon, or a formula
    /// @throws FormulaException if it is a formula that makes no sense
    static Subject of(String word, Knowledge knowledge) {
        var derived = knowledge.derived().find(word);
        if (derived.isPresent()) {
            return derived(derived.get(), word, derived.get().name(), derived.get().formula(), knowledge);
        }
        int colon = word.indexOf(':');
        var pattern = colon < 0 ? derived : knowledge.derived().find(word.substring(0, colon));
        if (pattern.isPresent()) {
            var its = pattern.get();
            var indicator = word.substring(colon + 1);
            var formula = its.formula().replaceAll("\\bvalue\\b", java.util.regex.Matcher.quoteReplacement(indicator));
            return derived(its, word, name(indicator, knowledge) + " " + its.name(), formula, knowledge);
        }
        if (knowledge.indicators().apply(word).isEmpty() && Formula.looksLike(word)) {
            return derived(null, word, word, word, knowledge);
        }
        return new Subject(word, name(word, knowledge), "", null, null);
    }

    private static String name(String indicator, Knowledge knowledge) {
        return knowledge.indicators().apply(indicator).map(Indicator::name).orElse(indicator);
    }

    private static Subject derived(@Nullable Derived entry, String id, String name, String words, Knowledge knowledge) {
        var formula = Formula.parse(words, word -> {
            if (knowledge.indicators().apply(word).isEmpty()) {
                throw new FormulaException(Reason.UNKNOWN_INDICATOR, words, word);
            }
            return word;
        });
        var units = formula.units(operand -> unit(operand.indicator(), knowledge), words);
        var told = units.isEmpty() ? "%" : Formula.told(units);
        if (entry != null && !canonical(entry.unit(), knowledge).equals(told)) {
            throw new FormulaException(Reason.WRONG_UNIT, words, told);
        }
        return new Subject(id, name, entry == null ? told : entry.unit(), formula, words);
    }

    /// The unit of an indicator, one word for all that count the same.
    private static String unit(String indicator, Knowledge knowledge) {
        return knowledge.indicators().apply(indicator).flatMap(known -> known.units().stream().findFirst())
                .map(unit -> one(unit, knowledge)).orElse("");
    }

    /// One word for all units that count the same: the first by code point.
    private static String one(String unit, Knowledge knowledge) {
        return unit.equals("CNY") ? "元" : knowledge.sameUnits().group(unit).stream().min(Comparator.naturalOrder()).orElse(unit);
    }

    private static String canonical(String unit, Knowledge knowledge) {
        return String.join("/", Stream.of(unit.split("/")).map(part -> one(part, knowledge)).toList());
    }
}
