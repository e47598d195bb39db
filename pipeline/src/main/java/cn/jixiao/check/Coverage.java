package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What became of every rule in one report: a check that did not run is never shown as one that passed.
///
/// @param rule name of the rule; @param title its Chinese name
/// @param passed relations that held; @param failed relations that did not
/// @param unchecked figures the rule is about that found no operands
public record Coverage(String rule, String title, State state, int passed, int failed, int unchecked) {

    /// How a rule came out of a report.
    public enum State {
        /// At least one relation was found not to hold.
        FAILED,
        /// Relations were found, and all hold.
        PASSED,
        /// The report tells figures of the kind, but not what they should follow from.
        NOT_CHECKABLE,
        /// The report tells nothing of the kind.
        NOT_APPLICABLE
    }

    /// One line for every rule of the dictionary, in its order.
    public static List<Coverage> of(Relations relations, Extraction extraction) {
        var named = new HashSet<String>();
        extraction.findings().forEach(each -> each.observations().forEach(id -> named.add(family(each.rule()) + id)));
        var lines = new ArrayList<Coverage>();
        for (var rule : relations.rules()) {
            var findings = extraction.findings().stream().filter(each -> each.rule().equals(rule.name())).toList();
            int passed = (int) findings.stream().filter(Finding::holds).count();
            int failed = findings.size() - passed;
            int unchecked = (int) extraction.observations().stream().filter(about(relations, rule.name()))
                    .filter(each -> !named.contains(family(rule.name()) + each.id())).count();
            var state = failed > 0 ? State.FAILED : passed > 0 ? State.PASSED
                    : unchecked > 0 ? State.NOT_CHECKABLE : State.NOT_APPLICABLE;
            lines.add(new Coverage(rule.name(), rule.title(), state, passed, failed, unchecked));
        }
        return List.copyOf(lines);
    }

    private static String family(String rule) {
        return rule.substring(0, rule.indexOf('.') + 1);
    }

    /// The figures that a rule is about whether or not it found anything to hold them against.
    private static Predicate<Observation> about(Relations relations, String rule) {
        for (var ratio : relations.ratios()) {
            if (rule.equals("ratio." + ratio.name())) {
                return each -> ratio.rate().equals(each.indicator()) && each.role() == Role.ACTUAL;
            }
        }
        return switch (rule) {
            case "ratio.completion" -> each -> relations.completion().equals(each.indicator());
            case "ratio.average" -> each -> relations.says("average", each.label());
            case "sum.score" -> each -> relations.score().equals(each.indicator());
            case "sum.column" -> each -> each.evidence().table() != null && relations.totalRows().contains(each.label());
            case "target.row", "target.told" -> each -> each.role() == Role.TARGET
                    && (each.evidence().table() != null) == rule.equals("target.row")
                    && !Set.of("score").contains(each.quantity().kind().key());
            default -> each -> false;
        };
    }
}
