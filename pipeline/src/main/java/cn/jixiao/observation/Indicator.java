package cn.jixiao.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A canonical indicator of the dictionary.
///
/// @param id `legal_aid.cases`
/// @param name Chinese name (`法律援助案件数`)
/// @param englishName for English output
/// @param units symbols of the units it may carry, the usual one first (`件`, `起`); `CNY` for amounts, `%` for rates
/// @param parent the indicator of which this one is a narrower sense, or null
/// @param terms what reports call it
/// @param unless words that, standing in its label, mean something else
public record Indicator(String id, String name, String englishName, Kind kind, List<String> units,
        @Nullable String parent, Aggregate aggregate, List<Term> terms, List<String> unless) {

    /// How values of several areas make the value of the area above.
    public enum Aggregate { SUM, MEAN, LATEST, NONE }

    /// One way of naming an indicator.
    ///
    /// @param words the pattern: literal characters; `…` stands for up to 12 characters within a clause; `(a|b)` for
    ///              either; the parts of a pattern separated by a space may stand in any order in the same clause
    /// @param near if not empty, one of these must stand nearby too (label, clause, heading, project, title: the nearer
    ///             the better), for words that many domains share (`成功率` near `调解`)
    public record Term(String words, List<String> near) {
        public Term {
            near = List.copyOf(near);
        }
    }

    public Indicator {
        units = List.copyOf(units);
        terms = List.copyOf(terms);
        unless = List.copyOf(unless);
    }
}
