package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// `sum.told`: a list or a table column without a total of its own adds up to a total told elsewhere: the parts of a
/// spending to the spending, the scores of dimensions to the score, the kinds of cases to the cases.
///
/// What adds up to the last digit is recorded; that a list is not the whole is no fault, unless one slip of the pen is
/// all that separates a sentence of amounts from the total before it.
record FarSumRule() implements Rule {

    private static final String NAME = "sum.told";
    private static final int LONGEST = 14;
    private static final int MOST = 60;
    private static final int FEW = 3;

    /// The totals that parts of a kind, year and project may add up to.
    private record Scope(Object kind, Object year, Object project) {

        static Scope of(Observation part) {
            Object kind = part.quantity().kind() == Kind.COUNT ? String.valueOf(part.indicator()) : part.quantity().kind();
            return new Scope(kind, String.valueOf(part.year()), String.valueOf(part.project()));
        }
    }

    /// Totals, and the value of the largest.
    private record Wholes(List<Observation> told, BigDecimal most) {

        static Wholes of(List<Observation> told) {
            return new Wholes(told, told.stream().map(each -> each.quantity().value()).max(BigDecimal::compareTo)
                    .orElse(BigDecimal.ZERO));
        }
    }

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        var taken = new HashSet<String>();
        var wholes = new HashMap<Scope, Wholes>();
        var runs = runs(figures);
        for (int step = 0; step < 2; step++) {
            for (var run : runs) {
                if (run.size() > 1 && !taken.contains(run.getFirst().id())) {
                    prefixes(figures, run, step, wholes.computeIfAbsent(Scope.of(run.getFirst()),
                            scope -> Wholes.of(wholes(figures, run.getFirst()))), taken, findings);
                }
            }
        }
        figures.sentences().forEach(sentence -> slipped(figures, sentence, taken).ifPresent(findings::add));
        runs.stream().filter(run -> run.size() > 1 && run.size() <= LONGEST && run.getFirst().evidence().table() != null)
                .forEach(run -> column(figures, run, taken).ifPresent(findings::add));
        return findings;
    }

    /// Figures of one kind that follow each other: in prose, where no figure of the kind stands between, and in a column.
    private static List<List<Observation>> runs(Figures figures) {
        var runs = new ArrayList<List<Observation>>();
        for (var kind : List.of(Kind.AMOUNT, Kind.COUNT, Kind.SCORE)) {
            var prose = figures.all().stream().filter(each -> each.evidence().table() == null
                    && each.quantity().kind() == kind && part(each)).toList();
            for (int from = 0; from + 1 < prose.size(); from++) {
                runs.add(prose.subList(from, Math.min(prose.size(), from + LONGEST)));
            }
        }
        for (var grid : figures.outline().grids()) {
            var told = figures.table(grid.number());
            told.stream().map(each -> each.evidence().table().column()).distinct().forEach(column -> {
                var cells = told.stream().filter(each -> each.evidence().table().column() == column && part(each)
                        && each.quantity().kind() != Kind.RATE).limit(MOST).toList();
                runs.add(cells);
            });
        }
        return runs;
    }

    private static boolean part(Observation one) {
        return one.role() == Role.ACTUAL && one.quantity().comparator() == Comparator.EQ;
    }

    private static void prefixes(Figures figures, List<Observation> run, int step, Wholes wholes, Set<String> taken,
            List<Finding> findings) {
        var first = run.getFirst();
        if (wholes.told().isEmpty()) {
            return;
        }
        boolean table = first.evidence().table() != null;
        int least = table ? run.size() : 2;
        var total = Figures.total(run.subList(0, least - 1)).orElseThrow();
        for (int size = least; size <= run.size(); size++) {
            var parts = run.subList(0, size);
            if (!figures.sameUnit(first, parts.getLast()) || (!table && !close(figures, parts, step))) {
                return;
            }
            total = total.add(parts.getLast().quantity().value());
            if (total.compareTo(wholes.most()) > 0) {
                return;
            }
            var found = match(parts, total, wholes.told());
            if (found.isPresent()) {
                findings.add(found.get().passed(figures, NAME));
                parts.forEach(each -> taken.add(each.id()));
                return;
            }
        }
    }

    /// A whole sentence of amounts that is one slip of the pen from a total told shortly before it.
    private static Optional<Finding> slipped(Figures figures, List<Observation> sentence, Set<String> taken) {
        var parts = sentence.stream().filter(each -> each.quantity().kind() == Kind.AMOUNT && part(each)
                && each.evidence().table() == null).toList();
        boolean fresh = parts.size() > 2 && parts.size() <= LONGEST && parts.stream().noneMatch(each -> taken.contains(each.id()));
        if (!fresh || sentence.size() != parts.size()) {
            return Optional.empty();
        }
        var near = figures.around(parts.getFirst(), 4, 0);
        var wholes = wholes(figures, parts.getFirst());
        boolean few = wholes.stream().map(each -> each.quantity().value()).distinct().count() <= FEW;
        return wholes.stream().filter(each -> few || near.contains(each)).filter(each -> !parts.contains(each))
                .map(whole -> new Sum(whole, parts)).filter(sum -> sum.fails() && sum.oneSlipAway()).findFirst()
                .map(sum -> sum.alarm(figures, NAME, Finding.Severity.WARNING, sum.whole().label()));
    }

    /// A column of money without a total of its own that is one slip of the pen from the only totals told in prose.
    private static Optional<Finding> column(Figures figures, List<Observation> run, Set<String> taken) {
        var first = run.getFirst();
        boolean money = first.indicator() != null && first.quantity().kind() == Kind.AMOUNT
                && run.stream().noneMatch(each -> taken.contains(each.id()) || each.quantity().value().signum() <= 0
                        || figures.relations().totalRows().contains(each.label()) || figures.relations().begins("funds", each.label()));
        if (!money || run.stream().mapToInt(each -> each.quantity().value().stripTrailingZeros().precision()).max().orElse(0) < 3) {
            return Optional.empty();
        }
        var wholes = figures.relations().money().stream().flatMap(figures::of).filter(each -> each.breakdown() == null
                && each.evidence().table() == null && each.role() == Role.ACTUAL && each.quantity().comparator() == Comparator.EQ
                && Objects.equals(each.year(), first.year())).toList();
        var report = wholes.stream().filter(each -> each.project() == null).toList();
        var totals = report.isEmpty() || run.size() < FEW ? wholes : report;
        boolean few = totals.stream().map(each -> each.quantity().value()).distinct().count() <= FEW;
        return few ? totals.stream().map(whole -> new Sum(whole, run)).filter(sum -> sum.fails() && sum.oneSlipAway()).findFirst()
                .map(sum -> sum.alarm(figures, NAME, Finding.Severity.WARNING, sum.whole().label())) : Optional.empty();
    }

    /// Whether the last figure stands in the sentence of the one before, or so many sentences on.
    private static boolean close(Figures figures, List<Observation> parts, int step) {
        int last = figures.sentenceNumber(parts.getLast());
        int before = figures.sentenceNumber(parts.get(parts.size() - 2));
        return last >= 0 && last - before <= step;
    }

    /// A whole that the parts' total meets to the last digit; nearly none does, so that is asked first.
    private static Optional<Sum> match(List<Observation> parts, BigDecimal total, List<Observation> wholes) {
        for (var whole : wholes) {
            if (whole.quantity().value().compareTo(total) == 0 && Figures.among(parts, whole) < 0) {
                var sum = new Sum(whole, parts);
                if (sum.exact() && believable(sum)) {
                    return Optional.of(sum);
                }
            }
        }
        return Optional.empty();
    }

    /// Parts are named differently from their whole, and the sum is no coincidence of small round numbers.
    private static boolean believable(Sum sum) {
        var whole = sum.whole();
        boolean named = sum.parts().stream().noneMatch(each -> each.breakdown() == null
                && Objects.equals(each.indicator(), whole.indicator()) && each.label().equals(whole.label()));
        boolean related = whole.quantity().kind() != Kind.COUNT || sum.parts().stream().allMatch(each ->
                Objects.equals(each.indicator(), whole.indicator()) && whole.indicator() != null)
                && sum.parts().stream().anyMatch(each -> each.breakdown() != null);
        long telling = sum.parts().stream().filter(each -> each.quantity().value().signum() > 0).count();
        int digits = whole.quantity().value().stripTrailingZeros().precision();
        return named && related && telling > 1 && (digits > 2 || sum.parts().size() > 3
                || whole.evidence().table() == null && sum.parts().getFirst().evidence().table() != null);
    }

    /// Totals of the kind: of money, of scores, or of the same count, told of the same project or of none.
    private static List<Observation> wholes(Figures figures, Observation part) {
        var indicators = switch (part.quantity().kind()) {
            case AMOUNT -> figures.relations().money();
            case SCORE -> List.of(figures.relations().score());
            case COUNT -> part.indicator() == null ? List.<String>of() : figures.relations().near(part.indicator());
            case RATE -> List.<String>of();
        };
        return indicators.stream().flatMap(figures::of).filter(each -> each.breakdown() == null && each.role() == Role.ACTUAL
                && each.quantity().comparator() == Comparator.EQ && Objects.equals(each.year(), part.year())
                && (Objects.equals(each.project(), part.project()) || each.project() == null)
                && each.quantity().kind() == part.quantity().kind()).limit(MOST).toList();
    }
}
