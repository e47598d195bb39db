package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `ratio.completion`: a completion rate is what was done in percent of its target.
///
/// In a row of a table the rate is that of the row's figures; in prose the target may stand anywhere in the project.
record CompletionRule() implements Rule {

    private static final String NAME = "ratio.completion";

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var rate : figures.all()) {
            boolean asked = rate.quantity().kind() == Kind.RATE && rate.role() == Role.ACTUAL
                    && rate.quantity().comparator() == Comparator.EQ
                    && (figures.relations().completion().equals(rate.indicator()) || inColumn(figures, rate));
            if (asked) {
                check(figures, rate).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static boolean inColumn(Figures figures, Observation rate) {
        return rate.evidence().table() != null && figures.place(rate).map(place -> place.column() != null
                && place.column().id().equals("completion_rate")).orElse(false);
    }

    private static Optional<Finding> check(Figures figures, Observation rate) {
        boolean table = rate.evidence().table() != null;
        var near = quotients(figures, rate, figures.beside(rate), figures.beside(rate));
        var right = near.stream().filter(Quotient::holds).findFirst();
        var slip = new ArrayList<Quotient>();
        if (right.isEmpty() && !table) {
            var done = figures.around(rate, 1, 0);
            var goals = done.stream().map(Observation::indicator).filter(Objects::nonNull).distinct()
                    .flatMap(figures::of).limit(80).toList();
            var far = quotients(figures, rate, done, goals);
            right = far.stream().filter(Quotient::holds).findFirst();
            if (far.stream().map(each -> each.value()).distinct().count() == 1 && far.getFirst().oneSlipAway()) {
                slip.add(far.getFirst());
            }
        }
        if (right.isPresent()) {
            return Optional.of(right.get().tell(figures, NAME, "完成率", true, Finding.Severity.INFO));
        }
        if (near.isEmpty() && !slip.isEmpty()) {
            return Optional.of(slip.getFirst().tell(figures, NAME, "完成率", false, Finding.Severity.WARNING));
        }
        return near.size() == 1 ? Optional.of(near.getFirst().tell(figures, NAME, "完成率", false, Finding.Severity.ERROR))
                : Optional.empty();
    }

    private static List<Quotient> quotients(Figures figures, Observation rate, List<Observation> done, List<Observation> goals) {
        var found = new ArrayList<Quotient>();
        for (var actual : done) {
            if (actual == rate || actual.role() != Role.ACTUAL || inColumn(figures, actual)) {
                continue;
            }
            for (var target : goals) {
                var quotient = Quotient.of(rate, actual, target);
                if (target.role() == Role.TARGET && figures.sameUnit(actual, target)
                        && Objects.equals(actual.indicator(), target.indicator())
                        && Objects.equals(actual.breakdown(), target.breakdown()) && target.quantity().value().signum() > 0) {
                    found.add(exactly(quotient));
                }
            }
        }
        return found.stream().filter(Quotient::sound).toList();
    }

    /// A target of at least 300 counts as 300.
    private static Quotient exactly(Quotient it) {
        var target = it.whole();
        var quantity = target.quantity();
        if (quantity.comparator() == Comparator.EQ) {
            return it;
        }
        var plain = new cn.jixiao.observation.Quantity(quantity.kind(), quantity.comparator(), quantity.value(), quantity.unit(),
                cn.jixiao.observation.Interval.exactly(quantity.value()));
        return Quotient.of(it.stated(), it.part(), new Observation(target.id(), target.docId(), target.source(), target.region(),
                target.agency(), target.year(), target.period(), target.project(), target.indicator(), target.label(),
                target.breakdown(), target.role(), plain, target.raw(), target.evidence(), target.confidence(), target.rules()));
    }
}
