package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// `conflict.told`: one quantity told at several places is the same at all of them; `conflict.unit`: 万元 in one place is
/// not 元 in another; `conflict.claim`: a bound that is claimed (500件以上) is not undercut by the figure told elsewhere.
///
/// The same indicator is not yet the same quantity: figures differ by right where their labels name different things,
/// where they stand in one sentence, or where there are more than two values of the kind. Those are no alarm.
record ConflictRule() implements Rule {

    private static final String NAME = "conflict.told";
    private static final BigDecimal HALF_MORE = new BigDecimal("1.5");

    /// What two mentions must share to be told of the same thing.
    private record Subject(Object what, Object breakdown, Object year, Object region, Kind kind) {

        static Subject of(Figures figures, Observation one) {
            var near = one.indicator() == null ? List.of("") : figures.relations().near(one.indicator());
            Object nothing = "";
            return new Subject(one.indicator() == null ? Labels.core(one.label()) : near.getFirst(),
                    Objects.requireNonNullElse(one.breakdown(), nothing), Objects.requireNonNullElse(one.year(), 0),
                    Objects.requireNonNullElse(one.region(), nothing), one.quantity().kind());
        }
    }

    @Override
    public List<Finding> check(Figures figures) {
        var groups = new LinkedHashMap<Subject, List<Observation>>();
        for (var each : figures.all()) {
            boolean telling = each.role() == Role.ACTUAL && each.quantity().value().signum() > 0
                    && !figures.relations().apart().contains(Objects.requireNonNullElse(each.indicator(), ""))
                    && (each.indicator() != null || each.breakdown() == null && Labels.core(each.label()).length() > 3);
            if (telling) {
                groups.computeIfAbsent(Subject.of(figures, each), key -> new ArrayList<>()).add(each);
            }
        }
        var findings = new ArrayList<Finding>();
        findings.addAll(units(figures));
        groups.values().stream().map(ConflictRule::withoutRows).filter(each -> each.size() > 1 && each.size() < 60)
                .forEach(each -> check(figures, each, findings));
        return findings;
    }

    /// Amounts printed with the same digits in 元 and in 万元, unless one is told for each of something. Few digits are no
    /// proof; figures of one indicator with printed decimals are.
    private static List<Finding> units(Figures figures) {
        var byDigits = new LinkedHashMap<String, List<Observation>>();
        for (var each : figures.all()) {
            var digits = each.quantity().value().stripTrailingZeros().unscaledValue().toString();
            boolean whole = each.quantity().kind() == Kind.AMOUNT && each.quantity().comparator() == Comparator.EQ
                    && each.quantity().value().signum() > 0 && !figures.relations().says("each", figures.lead(each))
                    && !figures.relations().says("each", each.label()) && !figures.tail(each).startsWith("/");
            if (whole) {
                byDigits.computeIfAbsent(digits, key -> new ArrayList<>()).add(each);
            }
        }
        var findings = new ArrayList<Finding>();
        byDigits.forEach((digits, told) -> told.stream().filter(each -> small(each, digits)).forEach(small -> told.stream()
                .filter(large -> Slips.unit(small.quantity().value(), large.quantity().value())
                        && large.quantity().value().compareTo(small.quantity().value()) > 0
                        && (digits.length() > 2 || Objects.equals(small.indicator(), large.indicator())
                        && Objects.equals(small.project(), large.project())))
                .findFirst().ifPresent(large -> findings.add(alarm(figures, "conflict.unit", Finding.Severity.ERROR, small, large,
                        List.of(small, large), "疑为元与万元之误")))));
        return findings;
    }

    /// An amount in 元 with decimals: nobody spends 38.00元 of a project's money.
    private static boolean small(Observation one, String digits) {
        var raw = Figures.squeeze(one.raw());
        return raw.endsWith("元") && !raw.endsWith("万元") && !raw.endsWith("亿元") && raw.contains(".")
                && one.quantity().value().compareTo(BigDecimal.valueOf(10_000)) < 0 && !digits.isEmpty();
    }

    /// Of a column that tells the indicator row by row only the last row, which may be its total.
    private static List<Observation> withoutRows(List<Observation> told) {
        var columns = new LinkedHashMap<String, List<Observation>>();
        told.stream().filter(each -> each.evidence().table() != null).forEach(each -> columns.computeIfAbsent(
                each.evidence().table().table() + " " + each.evidence().table().column(), key -> new ArrayList<>()).add(each));
        var left = new HashSet<String>();
        columns.values().stream().filter(each -> each.size() > 2)
                .forEach(each -> each.subList(0, each.size() - 1).forEach(row -> left.add(row.id())));
        return told.stream().filter(each -> !left.contains(each.id())).toList();
    }

    private static void check(Figures figures, List<Observation> told, List<Finding> findings) {
        var byValue = new LinkedHashMap<String, List<Observation>>();
        for (var each : told) {
            byValue.computeIfAbsent(each.quantity().value().stripTrailingZeros().toPlainString()
                    + each.quantity().comparator() + (each.quantity().kind() == Kind.COUNT ? "" : each.quantity().unit()),
                    key -> new ArrayList<>()).add(each);
        }
        byValue.values().forEach(each -> agreed(figures, each).ifPresent(findings::add));
        var firsts = byValue.values().stream().map(List::getFirst).toList();
        for (int i = 0; i < firsts.size(); i++) {
            for (int j = i + 1; j < firsts.size(); j++) {
                pair(figures, firsts.get(i), firsts.get(j), byValue, told).ifPresent(findings::add);
            }
        }
    }

    /// Told again elsewhere, and the same.
    private static Optional<Finding> agreed(Figures figures, List<Observation> same) {
        var places = same.stream().filter(each -> sameProject(each, same.getFirst())).toList();
        boolean elsewhere = places.stream().anyMatch(each -> !together(figures, each, places.getFirst()));
        return places.size() < 2 || !elsewhere ? Optional.empty()
                : Optional.of(figures.passed(NAME, same.getFirst().label() + "：" + places.size() + " 处都是 "
                        + Figures.print(same.getFirst()), places));
    }

    private static boolean sameProject(Observation a, Observation b) {
        return Objects.equals(a.project(), b.project()) || a.project() == null || b.project() == null;
    }

    private static boolean together(Figures figures, Observation a, Observation b) {
        return figures.together(a, b);
    }

    private static Optional<Finding> pair(Figures figures, Observation a, Observation b,
            Map<String, List<Observation>> byValue, List<Observation> told) {
        if (!sameProject(a, b) || !Objects.equals(a.period(), b.period())) {
            return Optional.empty();
        }
        boolean money = a.quantity().kind() == Kind.AMOUNT;
        if (a.quantity().interval().meets(b.quantity().interval()) || money && rounded(a, b)) {
            boolean kept = a.quantity().kind() == Kind.COUNT && !together(figures, a, b) && figures.sameUnit(a, b)
                    && (a.quantity().comparator() == Comparator.GE) != (b.quantity().comparator() == Comparator.GE);
            if (kept) {
                return Optional.of(figures.passed("conflict.claim", "%s 与 %s 相符".formatted(Figures.print(a), Figures.print(b)),
                        List.of(a, b)));
            }
            return money && !together(figures, a, b) && a.quantity().comparator() == Comparator.EQ
                    && b.quantity().comparator() == Comparator.EQ && Objects.equals(a.project(), b.project())
                    ? Optional.of(figures.passed(NAME, "%s 与 %s 在四舍五入内一致".formatted(Figures.print(a), Figures.print(b)),
                            List.of(a, b))) : touching(figures, a, b);
        }
        if (money && Slips.unit(a.quantity().value(), b.quantity().value())) {
            return Optional.of(alarm(figures, "conflict.unit", Finding.Severity.ERROR, a, b, List.of(a, b), "疑为元与万元之误"));
        }
        boolean claim = a.quantity().comparator() == Comparator.GE || b.quantity().comparator() == Comparator.GE;
        if (claim) {
            return claimed(figures, a, b);
        }
        if (!Objects.equals(a.indicator(), b.indicator())) {
            return Optional.empty();
        }
        // Asked last, and of few pairs: it goes through all that is told of the subject.
        BooleanSupplier open = () -> many(figures, a, told);
        return told(figures, a, b, open) ? Optional.of(alarm(figures, NAME, Finding.Severity.WARNING, a, b, ordered(a, b, others(a, b, byValue)),
                "前后不一")) : Optional.empty();
    }

    /// Whether more than two values of the figure's kind are told.
    private static boolean many(Figures figures, Observation one, List<Observation> told) {
        var values = new HashSet<BigDecimal>();
        for (var each : told) {
            if (sameProject(each, one) && Objects.equals(each.indicator(), one.indicator()) && figures.sameUnit(each, one)
                    && values.add(each.quantity().value()) && values.size() > 2) {
                return true;
            }
        }
        return false;
    }

    /// All that tell either value. Asked for an alarm only: most pairs are none.
    private static List<Observation> others(Observation a, Observation b, Map<String, List<Observation>> byValue) {
        return byValue.values().stream().filter(each -> each.contains(a) || each.contains(b)).flatMap(List::stream).toList();
    }

    private static List<Observation> ordered(Observation a, Observation b, List<Observation> others) {
        var operands = new ArrayList<>(List.of(a, b));
        others.stream().filter(each -> each != a && each != b).forEach(operands::add);
        return operands;
    }

    /// Whether two different figures are surely meant to be one.
    private static boolean told(Figures figures, Observation a, Observation b, BooleanSupplier open) {
        boolean slip = Slips.turns(a.quantity().value(), b.quantity().value());
        // Most pairs are of money or rates that no slip turns into each other: nothing more need be asked of them.
        if (!slip && (a.quantity().kind() == Kind.RATE || a.quantity().kind() == Kind.AMOUNT)) {
            return false;
        }
        // Nor of counts that are far apart.
        if (!slip && a.quantity().kind() == Kind.COUNT && !near(a, b)) {
            return false;
        }
        if (together(figures, a, b) || !figures.sameUnit(a, b) || named(a) || named(b)) {
            return false;
        }
        boolean named = a.indicator() != null || Labels.core(a.label()).equals(Labels.core(b.label()))
                && Labels.core(a.label()).length() > 5 && !figures.relations().says("growth", a.label())
                && !figures.relations().says("share", a.label());
        if (!named) {
            return false;
        }
        double overlap = Labels.overlap(a.label(), b.label());
        boolean tables = a.evidence().table() != null && b.evidence().table() != null;
        boolean prose = a.evidence().table() == null && b.evidence().table() == null;
        if (figures.relations().says("subset", a.label()) != figures.relations().says("subset", b.label())) {
            return false;
        }
        if (a.quantity().kind() == Kind.RATE || a.quantity().kind() == Kind.AMOUNT) {
            boolean alike = Labels.core(a.label()).equals(Labels.core(b.label()));
            boolean paid = a.quantity().kind() == Kind.AMOUNT && (overlap >= 0.6 || total(figures, a) || total(figures, b))
                    && settled(figures, a);
            boolean form = paid || a.quantity().kind() == Kind.AMOUNT && settled(figures, a) && (funds(figures, a) || funds(figures, b));
            return slip && (alike && !tables || form) && !open.getAsBoolean();
        }
        if (a.quantity().kind() == Kind.SCORE) {
            boolean score = slip && Objects.equals(a.indicator(), figures.relations().score())
                    && figures.outline().projects().size() <= 1;
            return (overlap >= 0.6 || score) && !open.getAsBoolean();
        }
        boolean exact = a.quantity().comparator() == Comparator.EQ && b.quantity().comparator() == Comparator.EQ;
        boolean words = Labels.core(a.label()).equals(Labels.core(b.label()));
        if (prose) {
            return overlap >= 0.8 && exact && (slip && digits(a) > 1 || words && near(a, b) && !open.getAsBoolean());
        }
        boolean mistyped = slip && a.quantity().value().compareTo(BigDecimal.valueOf(100)) >= 0;
        boolean goal = slip && (goals(figures, a, b) || a.indicator() != null && (total(figures, a) || total(figures, b)));
        return !tables && exact && (overlap >= 0.6 && near(a, b) || overlap >= 0.3 && mistyped || goal
                || slip && digits(a) > 3 && a.indicator() != null) && !open.getAsBoolean();
    }

    private static boolean near(Observation a, Observation b) {
        var high = a.quantity().value().max(b.quantity().value());
        return a.quantity().value().min(b.quantity().value()).multiply(HALF_MORE).compareTo(high) >= 0;
    }

    /// Whether the same target is told for both: what two places hold against one goal is one result.
    private static boolean goals(Figures figures, Observation a, Observation b) {
        var targets = figures.targets(a.indicator()).stream().filter(each -> figures.sameUnit(each, a)
                && Objects.equals(each.year(), a.year()) && Objects.equals(each.breakdown(), a.breakdown())).toList();
        boolean one = targets.stream().map(each -> each.quantity().value()).distinct().count() == 1;
        boolean table = targets.stream().anyMatch(each -> each.evidence().table() != null);
        return a.indicator() != null && one && table && targets.stream().anyMatch(each -> each.evidence().table() == null);
    }

    private static boolean settled(Figures figures, Observation one) {
        return figures.relations().settled().contains(Objects.requireNonNullElse(one.indicator(), ""));
    }

    /// Whether the figure stands in the row of all money of a form.
    private static boolean funds(Figures figures, Observation one) {
        return one.evidence().table() != null && figures.relations().begins("funds", one.label());
    }

    /// Whether the two differ by less than the last digit that anyone prints in 万元.
    private static boolean rounded(Observation a, Observation b) {
        var high = a.quantity().value().max(b.quantity().value());
        return a.quantity().value().subtract(b.quantity().value()).abs().multiply(BigDecimal.valueOf(10_000))
                .compareTo(high) <= 0;
    }

    /// Whether the figure is named by its total row only.
    private static boolean total(Figures figures, Observation one) {
        return figures.relations().totalRows().contains(one.label());
    }

    private static int digits(Observation one) {
        return one.quantity().value().stripTrailingZeros().precision();
    }

    /// A label with a name in quotation marks counts that one thing.
    private static boolean named(Observation one) {
        return one.label().indexOf('“') >= 0 || one.label().indexOf('《') >= 0;
    }

    /// 5000 in a table where the text has 5000余: no contradiction to speak of, but not the same.
    private static Optional<Finding> touching(Figures figures, Observation a, Observation b) {
        boolean over = a.quantity().comparator() == Comparator.GT || b.quantity().comparator() == Comparator.GT;
        boolean exact = a.quantity().comparator() == Comparator.EQ || b.quantity().comparator() == Comparator.EQ;
        return over && exact && a.quantity().value().compareTo(b.quantity().value()) == 0
                ? Optional.of(alarm(figures, NAME, Finding.Severity.INFO, a, b, List.of(a, b), "表述不一")) : Optional.empty();
    }

    private static Optional<Finding> claimed(Figures figures, Observation a, Observation b) {
        var claim = a.quantity().comparator() == Comparator.GE ? a : b;
        var told = claim == a ? b : a;
        boolean exact = told.quantity().comparator() == Comparator.EQ && told.quantity().kind() == Kind.COUNT;
        if (!exact || !figures.sameUnit(a, b) || together(figures, a, b)
                || figures.outline().facts().type() == DocumentType.MONITORING) {
            return Optional.empty();
        }
        return Optional.of(alarm(figures, "conflict.claim", Finding.Severity.INFO, told, claim, List.of(told, claim), "低于所述"));
    }

    private static Finding alarm(Figures figures, String name, Finding.Severity severity, Observation a, Observation b,
            List<Observation> operands, String why) {
        var gap = a.quantity().value().subtract(b.quantity().value()).abs();
        return figures.alarm(name, severity, "%s：一处为 %s，一处为 %s，相差 %s，%s".formatted(a.label(), Figures.print(a),
                Figures.print(b), Figures.print(a.quantity().kind(), a.quantity().unit(), gap), why), operands,
                Figures.print(b), Figures.print(a));
    }
}
