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
    private static final BigDecimal MOST = new BigDecimal("0.7");

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        var taken = new HashSet<String>();
        for (var sentence : figures.sentences()) {
            each(sentence, at -> find(figures, sentence, at, taken), taken, findings);
        }
        for (var sentence : figures.sentences()) {
            each(sentence, at -> taken.contains(sentence.get(at).id()) ? Optional.empty()
                    : lacking(figures, sentence.get(at), after(figures, sentence, at), taken), taken, findings);
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
            if (!comparable(whole, each)) {
                continue;
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
            if (!comparable(whole, each) || taken.contains(each.id())) {
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

    /// A list that claims to be the whole and is not.
    private static Optional<Finding> lacking(Figures figures, Observation whole, List<Observation> after,
            Set<String> taken) {
        var parts = listed(figures, whole, after);
        if (parts.size() < 2 || parts.stream().anyMatch(each -> taken.contains(each.id())) || !cue(figures, parts.getFirst())
                || figures.tail(parts.getLast()).startsWith("等")) {
            return Optional.empty();
        }
        var sum = new Sum(whole, parts);
        boolean another = figures.around(whole, 4, 1).stream().anyMatch(each -> each.quantity().kind() == whole.quantity().kind()
                && each.quantity().value().compareTo(sum.added()) == 0);
        if (sum.holds() || !sum.fails() || another) {
            return Optional.empty();
        }
        var name = whole.label();
        if (sum.gap().signum() > 0) {
            boolean sure = whole.quantity().kind() == Kind.AMOUNT || complete(figures, parts) || sum.oneSlipAway()
                    || parts.stream().anyMatch(each -> each.quantity().value().compareTo(whole.quantity().value()) > 0);
            return sure ? Optional.of(sum.alarm(figures, NAME, Finding.Severity.ERROR, name)) : Optional.empty();
        }
        if (complete(figures, parts)) {
            return Optional.of(sum.alarm(figures, NAME, Finding.Severity.ERROR, name));
        }
        boolean most = sum.added().compareTo(whole.quantity().value().multiply(MOST)) >= 0;
        return most && whole.quantity().value().stripTrailingZeros().precision() >= 3 && sum.oneSlipAway()
                ? Optional.of(sum.alarm(figures, NAME, Finding.Severity.WARNING, name)) : Optional.empty();
    }

    /// The run of named parts of the same thing right after the whole.
    private static List<Observation> listed(Figures figures, Observation whole, List<Observation> after) {
        var parts = new ArrayList<Observation>();
        for (var each : after) {
            if (each.quantity().kind() == Kind.RATE) {
                continue;
            }
            boolean part = each.breakdown() != null && !each.breakdown().equals(whole.breakdown())
                    && Objects.equals(each.indicator(), whole.indicator()) && comparable(whole, each)
                    && each.role() == whole.role()
                    && figures.sameUnit(each, whole) && Objects.equals(each.year(), whole.year())
                    && Objects.equals(each.project(), whole.project());
            if (!part) {
                break;
            }
            parts.add(each);
        }
        return parts;
    }

    private static boolean complete(Figures figures, List<Observation> parts) {
        var lead = figures.lead(parts.getFirst());
        return figures.relations().says("complete", lead) && !lead.contains("其中")
                || figures.relations().says("complete", figures.tail(parts.getLast()))
                || figures.relations().says("rest", parts.getLast().label());
    }
}
