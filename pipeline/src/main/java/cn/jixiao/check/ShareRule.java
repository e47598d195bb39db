package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// `ratio.share`: in a list that makes up its whole, the share told right after a part (20.10万元，占88.86%) is that part of
/// the whole.
///
/// What the list is a list of is known here, so a share that does not follow is wrong; off by one in its last digit, it
/// was only rounded carelessly and is told as a note.
record ShareRule() {

    private static final String NAME = "ratio.share";

    List<Finding> check(Figures figures, List<Finding> before) {
        var told = new HashMap<String, Finding>();
        before.stream().filter(each -> each.rule().startsWith("ratio.")).forEach(each -> told.put(
                each.observations().getFirst(), each));
        var findings = new ArrayList<Finding>();
        for (var sum : before) {
            if (sum.holds() && sum.rule().startsWith("sum.") && sum.observations().size() > 2) {
                var whole = figures.figure(sum.observations().getFirst());
                sum.observations().stream().skip(1).map(figures::figure).forEach(part -> after(figures, part)
                        .filter(share -> !told.containsKey(share.id()))
                        .flatMap(share -> check(figures, Quotient.of(share, part, whole))).ifPresent(finding -> {
                            told.put(finding.observations().getFirst(), finding);
                            findings.add(finding);
                        }));
            }
        }
        return findings;
    }

    /// The share right after a part: nothing but 占 and what it is a share of between them.
    private static Optional<Observation> after(Figures figures, Observation part) {
        var beside = figures.beside(part);
        int at = Figures.among(beside, part);
        if (part.evidence().table() != null || at < 0 || at + 1 >= beside.size()) {
            return Optional.empty();
        }
        var share = beside.get(at + 1);
        var lead = figures.lead(share);
        boolean own = lead.length() < 12 && (lead.startsWith("，占") || lead.startsWith(",占") || lead.startsWith("占")
                || lead.startsWith("（占") || lead.startsWith("(占"));
        return own && share.quantity().kind() == Kind.RATE && share.quantity().comparator() == Comparator.EQ
                ? Optional.of(share) : Optional.empty();
    }

    private static Optional<Finding> check(Figures figures, Quotient share) {
        if (!share.sound() || share.part().quantity().kind() != share.whole().quantity().kind()) {
            return Optional.empty();
        }
        var name = share.part().label() + "占比";
        if (share.holds()) {
            return Optional.of(share.tell(figures, NAME, name, true, Finding.Severity.INFO));
        }
        var interval = share.stated().quantity().interval();
        var ulp = interval.low() == null || interval.high() == null ? BigDecimal.ONE : interval.high().subtract(interval.low());
        boolean careless = share.value().subtract(share.stated().quantity().value()).abs().compareTo(
                ulp.multiply(new BigDecimal("1.5"))) <= 0;
        return Optional.of(share.tell(figures, NAME, name, false, careless ? Finding.Severity.INFO : Finding.Severity.ERROR));
    }
}
