package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// `sum.listed`: figures listed after a whole (其中：民事105件、刑事30件) or before it (…，合计135件) make it up.
///
/// What adds up is taken as a relation where words or meaning say so, or where the figures are too odd to meet by
/// chance. What falls short is an alarm only where the list claims to be complete (分别为, 由…构成, 其他), or where one
/// slip of the pen explains the gap; parts of money cannot be more than the whole.
record ListedSumRule() implements Rule {

    private static final String NAME = "sum.listed";
    private static final int LONGEST = 40;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal("0.7");

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        var taken = new HashSet<String>();
        for (var sentence : figures.sentences()) {
            each(sentence, at -> find(figures, sentence, at, taken), taken, findings);
        }
        for (var sentence : figures.sentences()) {
            for (int at = 0; at < sentence.size(); at++) {
                lacking(figures, sentence, at, taken).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static void each(List<Observation> sentence, IntFunction<Optional<Finding>> look, Set<String> taken,
            List<Finding> findings) {
        for (int at = 0; at < sentence.size(); at++) {
            if (summable(sentence.get(at))) {
                look.apply(at).ifPresent(finding -> {
                    taken.addAll(finding.observations());
                    findings.add(finding);
                });
            }
        }
    }

    private static List<Observation> after(Figures figures, List<Observation> sentence, int at) {
        var after = new ArrayList<>(sentence.subList(at + 1, Math.min(sentence.size(), at + 1 + LONGEST)));
        if (after.size() < LONGEST) {
            after.addAll(figures.following(sentence.get(at)));
        }
        return after;
    }

    private static Optional<Finding> find(Figures figures, List<Observation> sentence, int at, Set<String> taken) {
        var whole = sentence.get(at);
        var after = after(figures, sentence, at);
        return ahead(figures, whole, after).or(() -> later(figures, whole, after))
                .or(() -> behind(figures, sentence.subList(Math.max(0, at - LONGEST), at), whole, taken));
    }

    /// A list that begins after other figures, with a word that begins lists.
    private static Optional<Finding> later(Figures figures, Observation whole, List<Observation> after) {
        for (int from = 1; from + 1 < Math.min(after.size(), 6); from++) {
            if (cue(figures, after.get(from))) {
                var found = ahead(figures, whole, after.subList(from, after.size()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean summable(Observation one) {
        return one.quantity().kind() != Kind.RATE && one.quantity().value().signum() > 0
                && (one.quantity().comparator() == Comparator.EQ || one.quantity().comparator() == Comparator.ABOUT);
    }

    /// The first run of figures after the whole that adds up to it.
    private static Optional<Finding> ahead(Figures figures, Observation whole, List<Observation> after) {
        var parts = new ArrayList<Observation>();
        for (var each : after) {
            if (!comparable(whole, each) || !parts.isEmpty() && figures.depth(each) > figures.depth(parts.getFirst())) {
                continue;
            }
            if (!parts.isEmpty() && figures.depth(each) < figures.depth(parts.getFirst())) {
                break;
            }
            parts.add(each);
            var sum = new Sum(whole, parts);
            if (parts.size() > 1 && sum.holds() && related(figures, sum)) {
                return Optional.of(sum.passed(figures, NAME));
            }
            if (sum.added().compareTo(whole.quantity().value()) > 0 && !sum.holds()) {
                break;
            }
        }
        return Optional.empty();
    }

    /// The run of figures before a total that adds up to it.
    private static Optional<Finding> behind(Figures figures, List<Observation> before, Observation whole, Set<String> taken) {
        if (!figures.relations().says("total", figures.lead(whole))) {
            return Optional.empty();
        }
        var parts = new ArrayList<Observation>();
        for (var each : before.reversed()) {
            if (!comparable(whole, each) || taken.contains(each.id()) || figures.depth(each) > figures.depth(whole)) {
                continue;
            }
            parts.addFirst(each);
            var sum = new Sum(whole, parts);
            if (parts.size() > 1 && sum.holds()) {
                return Optional.of(sum.passed(figures, NAME));
            }
        }
        return Optional.empty();
    }

    private static boolean comparable(Observation whole, Observation part) {
        return part.quantity().kind() == whole.quantity().kind() && part.quantity().comparator() == Comparator.EQ;
    }

    private static boolean related(Figures figures, Sum sum) {
        var whole = sum.whole();
        boolean sameUnits = sum.parts().stream().allMatch(each -> figures.sameUnit(each, whole));
        boolean told = cue(figures, sum.parts().getFirst())
                || figures.relations().says("division", figures.between(whole, sum.parts().getFirst()));
        boolean meant = sum.parts().stream().allMatch(each -> each.breakdown() != null
                && Objects.equals(each.indicator(), whole.indicator()));
        int digits = whole.quantity().value().stripTrailingZeros().precision();
        boolean roles = sum.parts().stream().allMatch(each -> each.role() == whole.role());
        boolean next = sum.exact() && digits >= 3 && figures.sentenceNumber(whole)
                == figures.sentenceNumber(sum.parts().getFirst()) && figures.between(whole, sum.parts().getFirst()).length() < 24;
        boolean odd = sum.exact() && digits >= 4;
        return roles ? (sameUnits && (told || meant || odd || next)) || (told && odd) : sameUnits && told && sum.exact();
    }

    private static boolean cue(Figures figures, Observation first) {
        return figures.relations().says("division", figures.lead(first));
    }

    /// A list of parts from here on that claims to be the whole told before it, and is not.
    private static Optional<Finding> lacking(Figures figures, List<Observation> sentence, int at, Set<String> taken) {
        var named = listed(figures, sentence, at);
        var purposes = named.isEmpty() ? purposes(figures, sentence, at) : List.<Observation>of();
        var parts = named.isEmpty() ? purposes : named;
        if (parts.size() < 2 || parts.stream().anyMatch(each -> taken.contains(each.id()))
                || figures.tail(parts.getLast()).startsWith("等")) {
            return Optional.empty();
        }
        parts.forEach(each -> taken.add(each.id()));
        var before = purposes.isEmpty() ? before(figures, parts) : Optional.of(sentence.get(at - 1));
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var whole = before.get();
        var sum = new Sum(whole, parts);
        boolean another = figures.around(parts.getFirst(), 5, 1).stream().anyMatch(each -> each.quantity().kind()
                == whole.quantity().kind() && each.quantity().value().compareTo(sum.added()) == 0);
        return sum.holds() || !sum.fails() || another ? Optional.empty() : judge(figures, sum);
    }

    private static Optional<Finding> judge(Figures figures, Sum sum) {
        var whole = sum.whole();
        var parts = sum.parts();
        boolean complete = complete(figures, parts);
        boolean more = sum.gap().signum() > 0;
        boolean unit = whole.quantity().kind() == Kind.AMOUNT && sum.oneUnitAway();
        boolean slip = unit || sum.oneSlipAway() && (more ? whole.quantity().value().compareTo(HUNDRED) >= 0
                : whole.quantity().value().stripTrailingZeros().precision() >= 3);
        boolean over = more && whole.quantity().kind() == Kind.AMOUNT;
        if (measured(figures, sum)) {
            return Optional.empty();
        }
        if (complete || over) {
            return Optional.of(sum.alarm(figures, NAME, Finding.Severity.ERROR, whole.label()));
        }
        boolean most = sum.added().compareTo(whole.quantity().value().multiply(MOST)) >= 0 || parts.size() > 2
                || whole.quantity().value().stripTrailingZeros().precision() >= 4;
        return slip && (unit || most && (more || telling(sum))) ? Optional.of(sum.alarm(figures, NAME, Finding.Severity.WARNING, whole.label())) : Optional.empty();
    }

    /// Whether what an open list leaves out is too odd to be a part that was left out on purpose: such parts are counts of
    /// any size, and round amounts.
    static boolean telling(Sum sum) {
        return sum.whole().quantity().kind() == Kind.AMOUNT
                && sum.gap().remainder(BigDecimal.valueOf(10_000)).signum() != 0;
    }

    /// Whether lengths, areas and the like, rounded to whole units, may differ so little.
    private static boolean measured(Figures figures, Sum sum) {
        return figures.relations().words("measures").contains(sum.whole().quantity().unit())
                && sum.gap().abs().compareTo(BigDecimal.valueOf(sum.parts().size())) <= 0;
    }

    /// The nearest figure before the list that tells the same of the whole, in its sentence or the two before.
    private static Optional<Observation> before(Figures figures, List<Observation> parts) {
        var first = parts.getFirst();
        var near = figures.around(first, 2, 0).reversed().stream().filter(each -> each.evidence().span().start()
                < first.evidence().span().start()).toList();
        for (var each : near) {
            boolean same = sameThing(figures, each, first) && comparable(each, first) && figures.sameUnit(each, first)
                    && Objects.equals(each.year(), first.year()) && Objects.equals(each.project(), first.project());
            if (same) {
                return each.breakdown() == null && summable(each) ? Optional.of(each) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean sameThing(Figures figures, Observation a, Observation b) {
        return Objects.equals(a.indicator(), b.indicator()) || a.indicator() != null && b.indicator() != null
                && figures.relations().near(a.indicator()).contains(b.indicator());
    }

    /// The amounts listed behind a sum of money and 其中, whatever they were spent on.
    private static List<Observation> purposes(Figures figures, List<Observation> sentence, int at) {
        var money = figures.relations().money();
        if (at == 0 || !figures.lead(sentence.get(at)).contains("其中")) {
            return List.of();
        }
        var whole = sentence.get(at - 1);
        if (whole.indicator() == null || !money.contains(whole.indicator()) || !summable(whole)) {
            return List.of();
        }
        var parts = new ArrayList<Observation>();
        for (var each : sentence.subList(at, sentence.size())) {
            boolean total = each.indicator() != null && money.contains(each.indicator()) && each.breakdown() == null;
            boolean change = figures.grows(each);
            if (each.quantity().kind() != Kind.AMOUNT || change || total || !comparable(whole, each) || each.role() != whole.role()
                    || figures.lead(each).contains("；") || figures.depth(each) < figures.depth(sentence.get(at))) {
                break;
            }
            parts.add(each);
        }
        return parts;
    }

    /// The run of named parts of one thing in the sentence, from its first.
    private static List<Observation> listed(Figures figures, List<Observation> sentence, int at) {
        var parts = new ArrayList<Observation>();
        var first = sentence.get(at);
        for (var each : sentence.subList(at, sentence.size())) {
            if (each.quantity().kind() == Kind.RATE && !parts.isEmpty()) {
                continue;
            }
            boolean part = each.breakdown() != null && Objects.equals(each.indicator(), first.indicator())
                    && comparable(first, each) && each.role() == first.role() && figures.sameUnit(each, first)
                    && Objects.equals(each.year(), first.year()) && Objects.equals(each.project(), first.project())
                    && each.quantity().kind() != Kind.RATE && !figures.relations().says("adjust", figures.lead(each))
                    && parts.stream().noneMatch(other -> Objects.equals(other.breakdown(), each.breakdown()));
            if (!part) {
                break;
            }
            parts.add(each);
        }
        boolean told = parts.size() > 2 || parts.size() == 2 && (cue(figures, first) || complete(figures, parts)
                || figures.lead(first).startsWith("（") || figures.lead(first).startsWith("("));
        return told ? parts : List.of();
    }

    private static boolean complete(Figures figures, List<Observation> parts) {
        var lead = figures.lead(parts.getFirst());
        return figures.relations().says("complete", lead) && !lead.contains("其中")
                || figures.relations().says("complete", figures.tail(parts.getLast()))
                || figures.relations().says("rest", parts.getLast().label());
    }
}
