package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What held raises the confidence of its operands: figures that make each other's arithmetic right were hardly misread.
///
/// Only relations of several figures count, not bounds and goals, which hold for many wrong figures too; and only figures
/// with an indicator, whose confidence is about more than the number. An alarm takes it back; of two figures that contradict
/// each other the one that sums or rates bear out keeps it.
public final class Confirmed {

    private static final Set<String> FAMILIES = Set.of("sum", "ratio", "account", "conflict");
    private static final Set<String> ARITHMETIC = Set.of("sum", "ratio");
    /// The rule that such figures remember.
    public static final String HELD = "held";

    private Confirmed() {
    }

    /// The same observations, in the same order.
    public static List<Observation> by(List<Finding> findings, List<Observation> observations) {
        var held = new HashSet<String>();
        findings.stream().filter(each -> each.holds() && each.observations().size() > 1 && FAMILIES.contains(family(each.rule())))
                .forEach(each -> held.addAll(each.observations()));
        var borne = new HashSet<String>();
        findings.stream().filter(each -> each.holds() && each.observations().size() > 1 && ARITHMETIC.contains(family(each.rule())))
                .forEach(each -> borne.addAll(each.observations()));
        findings.stream().filter(each -> !each.holds() && each.severity() != Finding.Severity.INFO)
                .forEach(each -> each.observations().stream().filter(id -> !(each.rule().equals("conflict.told") && borne.contains(id)))
                        .forEach(held::remove));
        return held.isEmpty() ? observations
                : observations.stream().map(each -> held.contains(each.id()) && each.indicator() != null ? surer(each) : each).toList();
    }

    private static String family(String rule) {
        int dot = rule.indexOf('.');
        return dot < 0 ? rule : rule.substring(0, dot);
    }

    /// Half of the doubt is gone.
    private static Observation surer(Observation it) {
        return new Observation(it.id(), it.docId(), it.source(), it.region(), it.agency(), it.year(), it.period(), it.project(),
                it.indicator(), it.label(), it.breakdown(), it.role(), it.quantity(), it.raw(), it.evidence(),
                Math.round((1 + it.confidence()) * 500) / 1000.0, Stream.concat(it.rules().stream(), Stream.of(HELD)).toList(), it.revision());
    }
}
