package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `sum.*` by meaning: what is left is what was given less what was spent (下达 = 支出 + 结转).
///
/// Operands are told in one row, or in prose of the same project; one of several wholes told is enough.
record IdentityRule(List<Relations.Identity> identities) implements Rule {

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<Finding>();
        for (var identity : identities) {
            var last = identity.parts().getLast();
            figures.actuals(last).forEach(rest -> check(figures, identity, rest).ifPresent(findings::add));
        }
        return findings;
    }

    private static Optional<Finding> check(Figures figures, Relations.Identity identity, Observation rest) {
        boolean table = rest.evidence().table() != null;
        var among = table ? figures.beside(rest) : figures.around(rest, 3, 1);
        var sums = sums(figures, identity, rest, among);
        var name = "sum." + identity.name();
        var right = sums.stream().filter(Sum::holds).findFirst();
        if (right.isEmpty() && !table) {
            right = sums(figures, identity, rest, figures.of(identity.parts().getFirst()).toList()).stream()
                    .filter(Sum::holds).findFirst();
        }
        if (right.isPresent()) {
            return Optional.of(right.get().passed(figures, name));
        }
        if (!table) {
            var all = sums(figures, identity, rest, figures.of(identity.parts().getFirst()).toList());
            var slip = all.stream().filter(Sum::fails).filter(Sum::oneSlipAway).findFirst();
            if (slip.isPresent() && all.size() < 9) {
                return Optional.of(slip.get().alarm(figures, name, Finding.Severity.WARNING, identity.title()));
            }
        }
        boolean near = !sums.isEmpty() && (table || sums.stream().anyMatch(each ->
                figures.sentenceNumber(each.parts().getFirst()) == figures.sentenceNumber(rest)));
        return near && sums.stream().allMatch(Sum::fails)
                ? Optional.of(sums.getLast().alarm(figures, name, Finding.Severity.ERROR, identity.title()))
                : Optional.empty();
    }

    private static List<Sum> sums(Figures figures, Relations.Identity identity, Observation rest, List<Observation> among) {
        var sums = new ArrayList<Sum>();
        var firsts = among.stream().filter(each -> fits(each, rest, identity.parts().getFirst())).toList();
        for (var whole : identity.wholes()) {
            var wholes = (rest.evidence().table() != null ? among.stream() : figures.of(whole))
                    .filter(each -> fits(each, rest, whole)).limit(12).toList();
            firsts.forEach(first -> wholes.forEach(each -> sums.add(new Sum(each, List.of(first, rest)))));
        }
        return sums;
    }

    private static boolean fits(Observation each, Observation rest, String indicator) {
        return indicator.equals(each.indicator()) && each.role() == Role.ACTUAL
                && Objects.equals(each.breakdown(), rest.breakdown()) && Objects.equals(each.project(), rest.project());
    }
}
