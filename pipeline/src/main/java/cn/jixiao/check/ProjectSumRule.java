package cn.jixiao.check;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// `sum.projects`: what the projects of a report were given and spent is what the report tells as a whole.
///
/// A total that no sum of projects meets is an alarm only where the projects cannot be a part of it: they are more than
/// any total told, or they cover the total of another kind of money (spent) to the last digit, or
/// one slip of the pen explains the gap.
record ProjectSumRule() implements Rule {

    private static final String NAME = "sum.projects";

    /// One kind of money, told by projects.
    private record Told(String indicator, List<Observation> wholes, List<Observation> parts) {

        Optional<Sum> right() {
            return Stream.of(parts, each(parts), each(parts.reversed())).flatMap(list -> wholes.stream()
                    .map(whole -> new Sum(whole, list))).filter(Sum::holds).findFirst();
        }

        /// One figure for each project, the first met.
        private static List<Observation> each(List<Observation> parts) {
            var byProject = new LinkedHashMap<String, Observation>();
            parts.forEach(part -> byProject.putIfAbsent(Objects.requireNonNull(part.project()), part));
            return List.copyOf(byProject.values());
        }
    }

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        var told = figures.relations().money().stream().map(each -> told(figures, each)).flatMap(Optional::stream).toList();
        boolean cover = told.stream().anyMatch(each -> each.right().isPresent());
        for (var each : told) {
            each.right().map(sum -> sum.passed(figures, NAME))
                    .or(() -> alarm(figures, each, cover)).ifPresent(findings::add);
        }
        return findings;
    }

    /// The first figure of each heading for money, in prose; projects that share a heading tell several.
    private static Optional<Told> told(Figures figures, String indicator) {
        var among = figures.actuals(indicator).filter(each -> Objects.equals(each.year(), figures.outline().facts().year())
                && (each.breakdown() == null || each.project() != null && each.project().contains(each.breakdown()))).toList();
        var wholes = among.stream().filter(each -> each.project() == null).toList();
        var prose = new ArrayList<Observation>();
        var tables = new LinkedHashMap<String, Observation>();
        for (var each : among) {
            if (each.project() != null && each.evidence().table() == null) {
                prose.add(each);
            } else if (each.project() != null) {
                tables.putIfAbsent(each.project() + " " + each.breakdown(), each);
            }
        }
        var once = once(prose);
        var parts = once.size() > 1 ? once : List.copyOf(tables.values());
        return parts.size() < 2 || wholes.isEmpty() ? Optional.empty() : Optional.of(new Told(indicator, wholes, parts));
    }

    /// A figure told again for its project counts once.
    private static List<Observation> once(List<Observation> told) {
        var kept = new ArrayList<Observation>();
        for (var each : told) {
            boolean again = kept.stream().anyMatch(other -> Objects.equals(other.project(), each.project())
                    && other.quantity().interval().meets(each.quantity().interval()));
            if (!again) {
                kept.add(each);
            }
        }
        return kept;
    }

    private static Optional<Finding> alarm(Figures figures, Told told, boolean cover) {
        var sum = new Sum(told.wholes().stream().max(java.util.Comparator.comparing(each -> each.quantity().value()))
                .orElseThrow(), told.parts());
        long projects = told.parts().stream().map(Observation::project).distinct().count();
        var slipped = told.wholes().stream().map(each -> new Sum(each, told.parts())).filter(Sum::fails).filter(Sum::oneSlipAway)
                .findFirst();
        if (slipped.isPresent() && told.parts().size() > 2 && !cover) {
            return Optional.of(slipped.get().alarm(figures, NAME, Finding.Severity.WARNING, told.parts().getFirst().label()));
        }
        boolean tooMuch = sum.gap().signum() > 0 && projects == told.parts().size();
        var budget = figures.relations().budget();
        if (!sum.fails() || !(tooMuch || cover)
                || (!tooMuch && (sum.gap().signum() > 0 || sum.added().multiply(BigDecimal.TWO).compareTo(sum.whole().quantity().value()) < 0))) {
            return Optional.empty();
        }
        var total = sum.added();
        var kind = sum.whole().quantity().kind();
        var severity = told.indicator().equals(budget) || tooMuch ? Finding.Severity.ERROR : Finding.Severity.WARNING;
        return Optional.of(figures.alarm(NAME, severity, "%d 个项目 %s 合计 %s，与总额 %s 相差 %s".formatted(projects,
                told.parts().getFirst().label(), Figures.print(kind, "CNY", total), Figures.print(sum.whole()),
                Figures.print(kind, "CNY", sum.gap().abs())), sum.operands(), Figures.print(kind, "CNY", total),
                Figures.print(sum.whole())));
    }
}
