package cn.jixiao.compare;

import cn.jixiao.dictionary.CellRules;
import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.observation.Indicator;
import java.util.Optional;
import java.util.function.Function;

/// What a comparison takes from the dictionaries.
///
/// @param indicators by id; an unknown one is compared all the same, but never added up
/// @param derived indicators worked out from others
/// @param rules of choosing by label and title
/// @param sameUnits units that may stand in one column
/// @param places names and history of areas
public record Knowledge(Function<String, Optional<Indicator>> indicators, DerivedIndicators derived, CellRules rules,
        Synonyms sameUnits, Places places) {
}
